"""Logging in, wherever it is done (pages, administration, API): every try is counted before a password is looked at."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from spaces.models import User
from spaces.trying import Limit, TooManyTries, address_of, count, forgive

# Somebody who mistypes gets five goes; a list of passwords, or of names, gets nowhere.
FOR_A_NAME = Limit("login-name", most=5, window=timedelta(minutes=15))
FROM_AN_ADDRESS = Limit("login-address", most=30, window=timedelta(minutes=15))


class CountedLogin(ModelBackend):
    """Raises TooManyTries, for a name from one address and for an address under whatever names.

    A name alone is not locked: whoever knows it could keep its owner out.
    """

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **other: Any
    ) -> User | None:
        if request is None or username is None:  # a command or a test, not somebody at the door
            return super().authenticate(request, username, password, **other)
        address = address_of(request)
        count(FROM_AN_ADDRESS, address)
        count(FOR_A_NAME, f"{address}\n{username}")
        user: User | None = super().authenticate(request, username, password, **other)
        if user is not None:
            forgive(FROM_AN_ADDRESS, address)
            forgive(FOR_A_NAME, f"{address}\n{username}")
        return user


class TellTooManyTries:
    """The page for TooManyTries, also under `/admin/`. The API answers it as any problem."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, TooManyTries):
            return None
        response = render(request, "429.html", {"why": error.text.in_language()}, status=429)
        for name, value in {**error.headers, "Cache-Control": "no-store"}.items():
            response[name] = value
        return response
