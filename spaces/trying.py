"""How often somebody may try something: log in with a wrong password, send the residents' form.

Counted in the database, for all processes together, under a salted hash of who tries. The salt holds the day, so no
address can be followed from one day to the next, and a count goes when its time is over.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from geo.texts import Text
from spaces.models import Tries

_COUNT = """
    INSERT INTO spaces_tries (scope, key, count, expires_at) VALUES (%(scope)s, %(key)s, 1, %(ends)s)
    ON CONFLICT (scope, key) DO UPDATE SET
        count = CASE WHEN spaces_tries.expires_at <= %(now)s THEN 1 ELSE spaces_tries.count + 1 END,
        expires_at = CASE WHEN spaces_tries.expires_at <= %(now)s THEN %(ends)s ELSE spaces_tries.expires_at END
    RETURNING count, expires_at
"""


@dataclass(frozen=True)
class Limit:
    """At most `most` tries in `window`, counted under the name `scope`."""

    scope: str
    most: int
    window: timedelta


class TooManyTries(Exception):
    """A 429; Retry-After says when the next one is looked at."""

    def __init__(self, wait_s: int) -> None:
        minutes = -(-wait_s // 60)
        self.text = Text(
            f"ลองหลายครั้งเกินไป กรุณารอ {minutes} นาทีแล้วลองใหม่",
            f"Too many tries. Please wait {minutes} min and try again.",
        )
        super().__init__(self.text.en)
        self.headers = {"Retry-After": str(wait_s)}


def count(limit: Limit, who: str, now: datetime | None = None) -> None:
    """Counts a try of `who`. Raises TooManyTries when it is one too many."""
    now = now or timezone.now()
    Tries.objects.filter(expires_at__lt=now).delete()
    values: dict[str, Any] = {
        "scope": limit.scope,
        "key": _key(limit, who, now),
        "now": now,
        "ends": now + limit.window,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, values)
        number, ends = cursor.fetchone()
    if number > limit.most:
        raise TooManyTries(max(1, round((ends - now).total_seconds())))


def forgive(limit: Limit, who: str, now: datetime | None = None) -> None:
    """Forgets the tries of `who`: one of them succeeded."""
    Tries.objects.filter(scope=limit.scope, key=_key(limit, who, now or timezone.now())).delete()


def address_of(request: HttpRequest) -> str:
    """Where a request comes from; behind PROXIES proxies what the outermost of them wrote down."""
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if settings.PROXIES and len(forwarded) >= settings.PROXIES:
        return str(forwarded[-settings.PROXIES])[:100]
    return str(request.META.get("REMOTE_ADDR", ""))


def _key(limit: Limit, who: str, now: datetime) -> str:
    salted = f"{limit.scope}\n{timezone.localdate(now)}\n{who}"
    return str(hmac.new(settings.SECRET_KEY.encode(), salted.encode(errors="replace"), sha256).hexdigest())
