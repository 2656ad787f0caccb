"""The ledger: clients that write all the time, note what they were answered, and never give up on a request.

Every request carries a key, so that a client whose answer was lost can ask again until it knows.
"""

import http.client
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.spaces.api.writing import feature
from tests.spaces.live.harness import Answer, Live

OF_ONE_CHANGESET = 5
LOST = (OSError, http.client.HTTPException)


@dataclass
class Ledger:
    """`made` are the ids of each changeset that was answered 201, `values` what each answered PATCH wrote."""

    made: dict[int, list[str]] = field(default_factory=dict)
    values: dict[tuple[str, int], str] = field(default_factory=dict)
    lost: int = 0  # requests without an answer
    unknown: list[str] = field(default_factory=list)  # keys of requests never answered, at the very end


def until_answered(live: Live, ledger: Ledger, stop: threading.Event, ask: Callable[[], Answer]) -> Answer | None:
    """The answer, asked for again while connections break or the server says 503; None when time is over."""
    while True:
        try:
            answer = ask()
        except LOST:
            ledger.lost += 1
        else:
            if answer.status not in {409, 503}:
                return answer
        if stop.is_set():
            return None
        time.sleep(random.uniform(0.02, 0.1))


def keep_creating(live: Live, ledger: Ledger, stop: threading.Event, name: str) -> None:
    """Changesets of five new amenities each."""
    number = 0
    while not stop.is_set():
        number += 1
        key = f"{name}-{number}"
        changes = [
            {"action": "create", "collection": "amenities", "feature": {**feature(contact=key), "id": f"{key}-{part}"}}
            for part in range(OF_ONE_CHANGESET)
        ]
        answer = until_answered(
            live,
            ledger,
            stop,
            lambda: live.ask("POST", "changesets", {"comment": key, "changes": changes}, Idempotency_Key=key),  # noqa: B023
        )
        if answer is None:
            ledger.unknown.append(key)
            return
        assert answer.status == 201, answer.body
        done = answer.json()
        ledger.made[done["id"]] = [change["id"] for change in done["changes"]]


def keep_patching(live: Live, ledger: Ledger, stop: threading.Event, name: str) -> None:
    """One amenity, changed over and over, each time on top of the version before."""
    path, version = f"collections/amenities/items/{name}", 0
    body: dict[str, object] = {**feature(), "id": name}
    while not stop.is_set():
        key, value = f"{name}-{version}", f"value {version + 1}"
        if version:
            body = {"type": "Feature", "properties": {"contact": value}}
        answer = until_answered(
            live,
            ledger,
            stop,
            lambda: live.ask(
                "PATCH" if version else "POST",  # noqa: B023
                path if version else "collections/amenities/items",  # noqa: B023
                body,  # noqa: B023
                If_Match=f'"{version}"',  # noqa: B023
                Idempotency_Key=key,  # noqa: B023
            ),
        )
        if answer is None:
            return
        assert answer.status in {200, 201}, (answer.status, answer.body)
        version += 1
        assert answer.headers["ETag"] == f'"{version}"'
        if version > 1:
            ledger.values[name, version] = value
