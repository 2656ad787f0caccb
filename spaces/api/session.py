"""`/api/session`: who is there and what they may do; logging in and out without leaving a page."""

from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from rest_framework.permissions import AllowAny
from rest_framework.request import Request

from geo.rest.describing import answers, operation, ref
from geo.rest.media import JSON, Media
from geo.texts import Text
from spaces.api.acting import PersonalView, StrictSerializer, StrictText, act, answer, body, no_parameters
from spaces.models import User
from spaces.permissions import WithinScopes, may_propose, publishes_everything, publishes_for

TAG = "Service"


class WrongLogin(Exception):
    """The name is unknown, the account is closed, or the password is another: nobody is told which."""

    text = Text("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง", "This name and password do not match.")
    headers = {"WWW-Authenticate": "Session"}


class Login(StrictSerializer):
    username = StrictText(max_length=150)
    password = StrictText(max_length=4096, trim_whitespace=False)


class SessionView(PersonalView):
    """GET says who is there, POST logs in, DELETE logs out. POST takes JSON only, which no foreign form can send."""

    http_method_names = ["get", "head", "post", "delete", "options"]
    permission_classes = (AllowAny, WithinScopes)

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        return session(request._request, request.user)

    def post(self, request: Request) -> HttpResponse:
        given = body(request, Login)
        plain = request._request
        user = authenticate(plain, username=given["username"], password=given["password"])
        if user is None:
            raise WrongLogin
        login(plain, user)
        return session(plain, user)

    def delete(self, request: Request) -> HttpResponse:
        no_parameters(request)
        logout(request._request)
        return HttpResponse(status=204)

    def describe_get(self) -> Any:
        there = answers((JSON,), ref("Session"), description="Who is there; null when nobody is signed in.")
        return operation("getSession", "Who am I, and what may I do?", TAG, answer=there, parameters=self.parameters())

    def describe_post(self) -> Any:
        names = ("username", "password")
        takes = {
            "type": "object",
            "required": list(names),
            "additionalProperties": False,
            "properties": {name: {"type": "string", "minLength": 1} for name in names},
        }
        problems = {
            "401": "The name and the password do not match.",
            "429": "Too many tries; Retry-After says how long.",
        }
        return act(
            "logIn", "Log in", TAG, gives={"200": ("Who is there now.", "Session")}, takes=takes, problems=problems
        )

    def describe_delete(self) -> Any:
        return act("logOut", "Log out", TAG, gives={"204": ("Nobody is signed in any more.", None)})


def session(request: HttpRequest, user: Any) -> HttpResponse:
    """`csrf_token` goes into the header X-CSRFToken of every write that comes with the session's cookie."""
    response = answer({"user": _person(user), "csrf_token": get_token(request)})
    response["Cache-Control"] = "no-store"
    return response


def _person(user: Any) -> dict[str, Any] | None:
    if not isinstance(user, User):
        return None
    return {
        "name": user.username,
        "role": user.role,
        "partners": sorted(user.memberships.values_list("partner", flat=True)),
        "rights": {
            "publish": publishes_everything(user),
            "publish_for": sorted(publishes_for(user)),
            "propose": may_propose(user),
        },
    }


_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
SCHEMAS: dict[str, Any] = {
    "Session": {
        "type": "object",
        "required": ["user", "csrf_token"],
        "properties": {
            "user": {
                "type": "object",
                "nullable": True,
                "required": ["name", "role", "partners", "rights"],
                "properties": {
                    "name": _TEXT,
                    "role": _TEXT,
                    "partners": _TEXTS,
                    "rights": {
                        "type": "object",
                        "required": ["publish", "publish_for", "propose"],
                        "properties": {
                            "publish": {"type": "boolean"},
                            "publish_for": _TEXTS,
                            "propose": {"type": "boolean"},
                        },
                    },
                },
            },
            "csrf_token": _TEXT,
        },
    }
}
