"""Answers that everybody gets, kept by each process for as long as nothing they depend on has changed.

A view says of an answer which change counters it depends on and their state when it was made (`keep`). Before such an
answer is sent again, one small statement reads those counters: what is sent is what would be made now, but for its
time stamp. Only who comes without a session or token is answered from here, so nobody's rights are part of it.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from geo import counters
from geo.rest import caching, compressing

Key = tuple[object, ...]

PATHS = "/api/"
LARGEST_SHARE = 16  # no answer takes more than this part of the memory
LONGEST_KEY = 2000  # characters; nobody who asks in more words asks twice
_OVERHEAD_BYTES = 4000  # of an answer beside its body, its key included
_KEPT_WITH_304 = ("ETag", "Vary", "Cache-Control", "Content-Language")


@dataclass(frozen=True)
class Depends:
    """The counters an answer depends on, and their state when it was made."""

    names: tuple[str, ...]
    state: str


@dataclass(frozen=True)
class Answer:
    """What was sent, whole."""

    status: int
    headers: dict[str, str]
    body: bytes
    depends: Depends

    @property
    def size(self) -> int:
        return len(self.body) + _OVERHEAD_BYTES


class Memory:
    """The answers asked for last, in at most `most` bytes."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Answer | None:
        with self._lock:
            if found := self._answers.get(key):
                self._answers.move_to_end(key)
            return found

    def put(self, key: Key, answer: Answer) -> None:
        if answer.size > self.most // LARGEST_SHARE:
            return
        with self._lock:
            if old := self._answers.pop(key, None):
                self.size -= old.size
            self._answers[key] = answer
            self.size += answer.size
            while self.size > self.most:
                self.size -= self._answers.popitem(last=False)[1].size


def keep(response: HttpResponse, names: Sequence[str], state: str) -> None:
    """Says that this answer holds until one of the counters moves. A collection that never counted has no state."""
    if state:
        response.depends = Depends(tuple(names), state)  # type: ignore[attr-defined]


class RememberedAnswers:
    """Middleware: sends a remembered answer while it holds, else asks on and remembers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.memory = Memory(settings.ANSWERS_KEPT_MIB * 1024 * 1024)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not self.memory.most or not _is_anybodys(request):
            return self.get_response(request)
        key = _key(request)
        if sum(len(part) for part in key if isinstance(part, str)) > LONGEST_KEY:
            return self.get_response(request)
        answer = self.memory.get(key)
        if answer and counters.now(answer.depends.names) == answer.depends.state:
            return _sent(answer, request)
        response = self.get_response(request)
        depends = getattr(response, "depends", None)
        if depends and isinstance(response, HttpResponse) and _is_whole(response):
            self.memory.put(key, Answer(response.status_code, dict(response.items()), response.content, depends))
        return response


def _is_anybodys(request: HttpRequest) -> bool:
    """Whether nothing in the request says who asks. Inside a transaction its own changes are not counted yet."""
    return (
        request.method == "GET"
        and request.path_info.startswith(PATHS)
        and "HTTP_AUTHORIZATION" not in request.META
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not connection.in_atomic_block
    )


def _is_whole(response: HttpResponse) -> bool:
    """Whether the answer is the thing itself, with nothing in it for this client alone."""
    return response.status_code in {200, 204} and not response.cookies


def _key(request: HttpRequest) -> Key:
    """All that an answer to anybody may depend on, beside the data."""
    meta = request.META
    return (
        request.path_info,
        meta.get("QUERY_STRING"),
        request.scheme,
        meta.get("HTTP_HOST"),
        meta.get("HTTP_ACCEPT"),
        meta.get("HTTP_ACCEPT_LANGUAGE"),
        request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME),
        compressing.wanted(request),
    )


def _sent(answer: Answer, request: HttpRequest) -> HttpResponse:
    tag = answer.headers.get("ETag", "")
    if "HTTP_IF_NONE_MATCH" in request.META and tag and caching.is_fresh(request, tag):
        response = caching.not_modified(tag)
        for name in _KEPT_WITH_304:
            if name in answer.headers:
                response[name] = answer.headers[name]
        return response
    return HttpResponse(answer.body, status=answer.status, headers=answer.headers)
