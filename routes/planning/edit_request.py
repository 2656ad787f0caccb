"""An itinerary edited by hand, as it is posted: the wish it answers, and its stops in the order they shall have."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self

from geo.texts import Text
from routes.planning import fields as read
from routes.planning.errors import InvalidPlanRequest
from routes.planning.fields import Reader, Wrong
from routes.planning.request import PlanRequest, unknown

MOST_STOPS = 40
MOST_STAY = 8 * 60


def yes_or_no(value: Any) -> bool:
    """A JSON boolean."""
    if not isinstance(value, bool):
        raise Wrong(
            "not_a_boolean", Text("ต้องเป็น true หรือ false", f"true or false is wanted, not {read.shown(value)}.")
        )
    return value


STOP_READERS: dict[str, Reader] = {
    "space": read.identifier,
    "stay_minutes": read.optional(read.whole(1, MOST_STAY)),
    "start": read.optional(read.moment),
    "pinned": yes_or_no,
}


@dataclass(frozen=True)
class EditedStop:
    """A stop. `stay_minutes` None: as long as suits the party; `start`: the moment its visit shall begin.

    What is `pinned` stays in every better route, in this order, with its stay and its start.
    """

    space: str
    stay_minutes: int | None = None
    start: datetime | None = None
    pinned: bool = False


@dataclass(frozen=True)
class EditRequest:
    """A wish, and the stops somebody chose for it."""

    plan: PlanRequest
    stops: tuple[EditedStop, ...]

    @classmethod
    def from_json(cls, body: Any, now: datetime | None = None) -> Self:
        """The request of a JSON body; raises InvalidPlanRequest."""
        if not isinstance(body, Mapping):
            raise InvalidPlanRequest("not_an_object", Text("ต้องส่งวัตถุ JSON", "A JSON object is wanted."))
        for name in body:
            if name not in {field.name for field in fields(cls)}:
                raise unknown(str(name))
        for name in ("plan", "stops"):
            if name not in body:
                raise InvalidPlanRequest("missing", Text(f"ขาด {name}", f"{name} is missing."), f"/{name}")
        return cls(plan_of(body["plan"], now), stops_of(body["stops"]))


def plan_of(value: Any, now: datetime | None) -> PlanRequest:
    """The wish; a fault's pointer begins with /plan."""
    try:
        return PlanRequest.from_json(value, now)
    except InvalidPlanRequest as fault:
        raise InvalidPlanRequest(fault.code, fault.text, f"/plan{fault.pointer}") from None


def stops_of(value: Any) -> tuple[EditedStop, ...]:
    """The stops, each space once."""
    if not isinstance(value, list):
        raise fault("not_a_list", Text("ต้องเป็นรายการ", "A list is wanted."), "/stops")
    if len(value) > MOST_STOPS:
        text = Text(f"รับได้มากที่สุด {MOST_STOPS} แห่ง", f"At most {MOST_STOPS} stops are taken.")
        raise fault("too_many", text, "/stops")
    found = tuple(stop_of(item, f"/stops/{index}") for index, item in enumerate(value))
    spaces = [stop.space for stop in found]
    for index, space in enumerate(spaces):
        if space in spaces[:index]:
            raise fault("repeated", Text(f"แวะ {space} สองครั้ง", f"{space} is a stop twice."), f"/stops/{index}/space")
    return found


def stop_of(value: Any, pointer: str) -> EditedStop:
    """One stop, as an object or as the id of its space alone."""
    given = {"space": value} if isinstance(value, str) else value
    if not isinstance(given, Mapping) or "space" not in given:
        raise fault("not_a_stop", Text('ต้องมี "space"', 'A stop with "space" is wanted.'), pointer)
    for name in given:
        if name not in STOP_READERS:
            short = str(name)[:40]
            text = Text(f"ไม่รู้จัก {short}", f"There is no {short} of a stop.")
            raise fault("unknown_parameter", text, f"{pointer}/{short}")
    return EditedStop(**{name: value_of(name, item, pointer) for name, item in given.items()})


def value_of(name: str, value: Any, pointer: str) -> Any:
    try:
        return STOP_READERS[name](value)
    except Wrong as wrong:
        text = Text(f"{name}: {wrong.text.th}", f"{name}: {wrong.text.en}")
        raise fault(wrong.code, text, f"{pointer}/{name}{wrong.step}") from None


def fault(code: str, text: Text, pointer: str) -> InvalidPlanRequest:
    return InvalidPlanRequest(code, text, pointer)
