"""Whatever bytes a client sends: a 4xx problem document, never a 5xx, never a trace."""

import random
import re
import time

import pytest
from django.test import Client

from geo.rest.openapi import document

pytestmark = pytest.mark.django_db

BAD = [
    "%00",
    "%",
    "%zz",
    "%ff%fe",
    "%ED%A0%80",
    "%F4%90%80%80",
    "a" * 5000,
    "9" * 5000,
    "-1e999",
    "nan",
    "%F0%9F%90%98",
    "%27%22%3B--",
    "..%2f..%2fetc%2fpasswd",
    "%u0e01",
    "%0d%0aX-Bad:%201",
    "[]",
    "{}",
    "__proto__",
    "partner__members__password",
]
PARAMETERS = [
    "bbox",
    "bbox-crs",
    "crs",
    "datetime",
    "limit",
    "cursor",
    "q",
    "theme",
    "age_group",
    "open_at",
    "f",
    "sortby",
]
PARAMETERS += ["properties", "subkind", "partner", "district_code", "wheelchair", "filter"]
PARAMETERS += ["filter-lang", "filter-crs", "as_of"]


def ask(path, query="", **headers):
    """Sends the query string as it stands, without the client's own escaping."""
    client = Client(raise_request_exception=False)
    return client.get(path, QUERY_STRING=query.encode().decode("latin-1"), headers=headers)


def assert_refused(response, allowed=()):
    assert response.status_code in {400, 404, 406, 401, *allowed}, response.content[:300]
    if response.status_code != 200:
        assert response["Content-Type"] == "application/problem+json"
        assert b"Traceback" not in response.content


FREE = {"q", "limit", "theme", "subkind", "partner", "district_code", "age_group"}  # what fits them is no garbage


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_garbage_in_a_parameter(parameter):
    for text in BAD:
        allowed = {200} if parameter in FREE else set()
        assert_refused(ask("/api/collections/learning-spaces/items", f"{parameter}={text}"), allowed)
        assert_refused(ask("/api/collections/learning-spaces/items", f"{text}={parameter}"))


@pytest.mark.parametrize(
    "path", ["/api/{}", "/api/collections/{}", "/api/collections/{}/items", "/api/collections/amenities/items/{}"]
)
def test_garbage_in_the_path(path):
    for text in BAD:
        assert_refused(ask(path.format(text)))


@pytest.mark.parametrize(
    "accept", [";", "a/b;q=x", "*/*;q=-1", "text/html;q=1e999", "/", "\xff\xfe", "*" * 9000, ",,,"]
)
def test_garbage_in_accept(accept):
    assert_refused(ask("/api/collections", accept=accept), {200})


@pytest.mark.parametrize(
    "header", ["accept-language", "if-none-match", "if-modified-since", "range", "cookie", "content-type"]
)
@pytest.mark.parametrize(
    "text", ["\xff\xfe", "x" * 9000, "'; --", "sessionid=\xff; django_language=../../etc", "W/", '"', "*"]
)
def test_garbage_in_other_headers(header, text):
    response = ask("/api/collections/amenities/items", **{header: text})

    assert response.status_code in {200, 304}


def test_an_unknown_host_is_400():
    assert_refused(ask("/api/", host="evil.example"))


@pytest.mark.parametrize(
    "authorization", ["Bearer", "Bearer \xff\xff", "Bearer a b c", "bearer ก".encode().decode("latin-1")]
)
def test_garbage_in_authorization(authorization):
    assert ask("/api/collections", authorization=authorization).status_code == 401


def test_a_thousand_parameters():
    assert_refused(ask("/api/collections", "&".join(f"a{n}=1" for n in range(2000))))


def test_random_bytes_in_any_parameter():
    dice = random.Random(20261122)
    alphabet = [*range(33, 127), *range(128, 256)]
    for _ in range(150):
        name = dice.choice(PARAMETERS)
        raw = bytes(dice.choice(alphabet) for _ in range(dice.randrange(1, 40)))
        client = Client(raise_request_exception=False)
        response = client.get("/api/collections/amenities/items", QUERY_STRING=f"{name}=" + raw.decode("latin-1"))
        assert response.status_code in {200, 400}, (name, raw, response.content[:200])


ODD = ["%ff%fe", "9" * 400, "-1e999,nan", "%F0%9F%90%98%27%22"]
MOST_S = 2.0


def readings():
    """Every address that can be read, one collection standing for all: (path, names of its query parameters)."""
    for path, item in document()["paths"].items():
        if "get" in item and ("/collections/" not in path or "/urban-design-zones" in path):
            asked = [each["name"] for each in item["get"]["parameters"] if each["in"] == "query"]
            yield path, asked


@pytest.mark.django_db(transaction=True)  # what the database refuses must not spoil the next request
def test_no_address_falls_over_odd_bytes_or_is_long_about_it(small_town):
    for path, names in readings():
        for odd in ODD:
            filled = re.sub(r"{[^}]*}", odd, path)
            for query in ("", *(f"{name}={odd}" for name in names)):
                started = time.monotonic()
                response = ask(f"/api{filled}", query)
                took_s = time.monotonic() - started
                response.close()
                assert response.status_code < 500, (filled, query)
                assert took_s < MOST_S or response.status_code == 200, (filled, query)
