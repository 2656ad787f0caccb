import json

import pytest
from django.db import OperationalError
from django.http import Http404
from django.test import RequestFactory
from django.utils.translation import override
from rest_framework import exceptions

from geo.rest import handlers, problems
from geo.texts import Text


class LakeIsDry(Exception):
    def __init__(self) -> None:
        super().__init__("no water")
        self.text = Text("ทะเลสาบแห้ง", "The lake is dry.")
        self.extra = {"level_m": 0}
        self.headers = {"Retry-After": "3600"}


class LakeIsAlmostDry(LakeIsDry):
    pass


@pytest.fixture
def lake():
    problems.register(LakeIsDry, 422, "lake-is-dry", Text("แห้ง", "Dry"))
    yield
    del problems._TABLE[LakeIsDry]


def answer(error: Exception, language: str = "en"):
    request = RequestFactory().get("/api/lake", headers={"accept": "application/json"})
    with override(language):
        response = problems.answer(error, request)
    return response, json.loads(response.content)


def test_a_registered_error_says_what_it_carries(lake):
    response, body = answer(LakeIsAlmostDry())

    assert response.status_code == 422
    assert response["Content-Type"] == "application/problem+json"
    assert response["Retry-After"] == "3600"
    assert body == {
        "type": "/api/problems/lake-is-dry",
        "title": "Dry",
        "status": 422,
        "detail": "The lake is dry.",
        "instance": "/api/lake",
        "level_m": 0,
    }


def test_a_problem_speaks_thai_too(lake):
    _, body = answer(LakeIsDry(), "th")

    assert (body["title"], body["detail"]) == ("แห้ง", "ทะเลสาบแห้ง")


def test_an_unexpected_error_says_nothing_of_itself():
    response, body = answer(RuntimeError("secret of the house"))

    assert response.status_code == 500
    assert "secret" not in response.content.decode()
    assert body["type"] == "/api/problems/internal-error"


def test_a_database_that_is_away_is_503_with_a_time_to_retry():
    response, _ = answer(OperationalError("connection to /secret/socket failed"))

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert "secret" not in response.content.decode()


def test_only_the_unforeseen_leaves_a_trace_in_the_log(caplog):
    answer(OperationalError("the database is away"))
    answer(RuntimeError("nobody expected this"))
    foreseen, unforeseen = caplog.records

    assert foreseen.exc_info is None
    assert "the database is away" in foreseen.getMessage()
    assert unforeseen.exc_info is not None


def test_a_serializers_faults_come_with_json_pointers():
    _, body = answer(exceptions.ValidationError({"stops": [{"a/b": ["wrong"]}, {}], "name": ["missing"]}))

    assert body["errors"] == [
        {"pointer": "/stops/0/a~1b", "detail": "wrong"},
        {"pointer": "/name", "detail": "missing"},
    ]


def test_a_lone_surrogate_in_what_was_sent_does_not_break_the_answer():
    response, body = answer(problems.BadParameter("\ud800", Text("ผิด", "Wrong \udfff")))

    assert response.status_code == 400
    assert body["parameter"] == "\ud800"


def test_django_errors_under_api_are_problems_too():
    request = RequestFactory().get("/api/x", headers={"accept": "application/json"})

    for response, status in [
        (handlers.bad_request(request, Exception()), 400),
        (handlers.permission_denied(request, Exception()), 403),
        (handlers.page_not_found(request, Http404()), 404),
        (handlers.server_error(request), 500),
    ]:
        assert response.status_code == status
        assert response["Content-Type"] == "application/problem+json"
