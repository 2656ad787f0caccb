"""`Idempotency-Key`: a write sent twice, because its answer was lost, happens once.

The answer is kept in the transaction of the changes: there are both, or neither. Only what succeeded is kept; a refused
request changed nothing and may be sent again with the same key.
"""

import hashlib
import re
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from rest_framework.request import Request

from geo.models import KeptAnswer
from geo.postgis.retrying import retried
from geo.rest import problems
from geo.rest.preconditions import BadHeader
from geo.texts import Text

KEPT = timedelta(hours=24)
MOST_PURGED = 200
LOCK_TIMEOUT = "10s"  # a writer that waits longer for another gives its thread back: 503, come again
_KEY = re.compile(r'"?([\x21\x23-\x7e]{1,255})"?')
_HEADERS = ("Content-Type", "Location", "ETag", "Content-Crs", "Coordinate-Operation")
# What the meaning of a request depends on, besides its method, address and body.
_ASKED = ("CONTENT_TYPE", "HTTP_CONTENT_CRS", "HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH")

Handler = Callable[..., HttpResponse]


class KeyInUse(Exception):
    """The first request with this key is still being worked on."""

    text = Text("คำขอแรกที่ใช้รหัสนี้ยังทำไม่เสร็จ โปรดรอสักครู่", "The first request with this key is not finished yet.")
    headers = {"Retry-After": "1"}


class KeyUsedBefore(Exception):
    """The key came with another request before."""

    text = Text("รหัส Idempotency-Key นี้ใช้กับคำขออื่นไปแล้ว", "This Idempotency-Key came with another request before.")


problems.register(KeyInUse, 409, "key-in-use", Text("คำขอเดิมยังทำไม่เสร็จ", "Still working on it"))
problems.register(KeyUsedBefore, 422, "key-used-before", Text("รหัสคำขอซ้ำ", "The key was used before"))


def once(handler: Handler) -> Handler:
    """Decorates `post`, `put`, `patch` or `delete` of a view: one transaction, done once for a key of one person.

    What only other writers were to blame for (a deadlock) is tried again.
    """

    @wraps(handler)
    def answered(view: Any, request: Request, *args: Any, **path: Any) -> HttpResponse:
        key = _key(request._request) if request.user.is_authenticated else None
        return retried(lambda: _answer(lambda: handler(view, request, *args, **path), request, key))

    return answered


def _answer(work: Callable[[], HttpResponse], request: Request, key: str | None) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LOCK_TIMEOUT])
    if key is None:
        return work()
    person, asked = str(request.user.pk), fingerprint(request._request)
    _take_turn(person, key)
    kept = KeptAnswer.objects.filter(person=person, key=key, created_at__gt=timezone.now() - KEPT).first()
    if kept is None:
        return _kept(work(), person, key, asked)
    if kept.asked != asked:
        raise KeyUsedBefore
    return _again(kept)


def _key(request: HttpRequest) -> str | None:
    header = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if header is None:
        return None
    if not (found := _KEY.fullmatch(header.strip())):
        wanted = Text(
            "Idempotency-Key เป็นอักษร ASCII 1 ถึง 255 ตัว", "Idempotency-Key holds 1 to 255 printable ASCII characters."
        )
        raise BadHeader("Idempotency-Key", wanted)
    return found[1]


def fingerprint(request: HttpRequest) -> str:
    """A hash of everything that says what is wanted."""
    parts = [request.method or "", request.get_full_path(), *(request.META.get(name, "") for name in _ASKED)]
    digest = hashlib.sha256("\n".join(parts).encode(errors="replace"))
    digest.update(b"\n\n" + request.body)
    return digest.hexdigest()


def _take_turn(person: str, key: str) -> None:
    """Raises KeyInUse while another transaction works under this key."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 27))", [f"{person} {key}"])
        row = cursor.fetchone()
    if not row or not row[0]:
        raise KeyInUse


def _kept(response: HttpResponse, person: str, key: str, asked: str) -> HttpResponse:
    if response.status_code >= 400:
        return response
    _purge()
    headers = {name: response[name] for name in _HEADERS if name in response}
    answer = {"asked": asked, "status": response.status_code, "headers": headers, "body": response.content}
    KeptAnswer.objects.update_or_create(person=person, key=key, defaults={**answer, "created_at": timezone.now()})
    return response


def _purge() -> None:
    """Removes some of what expired; rows that somebody else is removing are left to them."""
    old = KeptAnswer.objects.filter(created_at__lte=timezone.now() - KEPT).select_for_update(skip_locked=True)
    KeptAnswer.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:MOST_PURGED])).delete()


def _again(kept: KeptAnswer) -> HttpResponse:
    response = HttpResponse(bytes(kept.body), status=kept.status, headers=dict(kept.headers))
    response["Idempotency-Replayed"] = "true"
    return response
