"""The plan request: what was asked, read strictly. Every fault is named with the parameter it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self
from urllib.parse import urlencode

from django.http import QueryDict

from geo.texts import Text
from routes.planning import fields as read
from routes.planning.clock import default_departure
from routes.planning.errors import InvalidPlanRequest
from routes.planning.fields import Reader, Where, Wrong
from routes.planning.querystring import json_of

MODES = ("auto", "walk", "bicycle", "vehicle")
ACCESS = ("any", "prefer", "require")
MOST_ALTERNATIVES = 5
MOST_PEOPLE = 1000
MOST_GROUPS = 12
MOST_OF_A_KIND = 20
MOST_SEED = 2**31 - 1
MOST_LISTED = {"party": 7, "needs": 7, "themes": 20, "must": 12, "avoid": 200, "outcomes": 50}
OPEN = "open"  # as end: the route ends at its last stop

READERS: dict[str, Reader] = {
    "party": read.listed(read.identifier, most=MOST_LISTED["party"], least=1),
    "needs": read.listed(read.identifier, most=MOST_LISTED["needs"]),
    "themes": read.listed(read.identifier, most=MOST_LISTED["themes"]),
    "start": read.where,
    "end": read.where,
    "depart": read.optional(read.moment),
    "minutes": read.optional(read.whole(1, read.MOST_MINUTES)),
    "mode": read.one_of(*MODES),
    "access": read.one_of(*ACCESS),
    "must": read.listed(read.identifier, most=MOST_LISTED["must"]),
    "avoid": read.listed(read.identifier, most=MOST_LISTED["avoid"]),
    "outcomes": read.listed(read.outcome_code, most=MOST_LISTED["outcomes"]),
    "story": read.optional_identifier,
    "groups": read.whole(1, MOST_GROUPS),
    "people": read.optional(read.whole(1, MOST_PEOPLE)),
    "most_of_a_kind": read.optional(read.whole(1, MOST_OF_A_KIND)),
    "most_wait_minutes": read.optional(read.whole(0, read.MOST_MINUTES)),
    "alternatives": read.whole(1, MOST_ALTERNATIVES),
    "seed": read.whole(0, MOST_SEED),
}


@dataclass(frozen=True)
class PlanRequest:
    """A wish for a route. `minutes` None: as long as suits the group; `start` None: the default gateway;
    `end` None: the route closes at its start, "open": it ends at the last stop;
    `people` (everybody, adults included) None: not said.
    """

    party: tuple[str, ...]
    depart: datetime
    needs: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    start: Where = None
    end: Where = None
    minutes: int | None = None
    mode: str = "auto"
    access: str = "any"
    must: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    story: str | None = None
    groups: int = 1
    people: int | None = None
    most_of_a_kind: int | None = None
    most_wait_minutes: int | None = None
    alternatives: int = 3
    seed: int = 1

    @classmethod
    def from_json(cls, body: Any, now: datetime | None = None) -> Self:
        """The request of a JSON body; raises InvalidPlanRequest."""
        if not isinstance(body, Mapping):
            raise InvalidPlanRequest("not_an_object", Text("ต้องส่งวัตถุ JSON", "A JSON object is wanted."))
        for name in body:
            if name not in READERS:
                raise unknown(str(name))
        if "party" not in body:
            text = Text("ต้องบอกว่าใครไปบ้าง เช่น party=primary", "Say who goes, for example party=primary.")
            raise InvalidPlanRequest("missing", text, "/party")
        values = {name: value_of(name, value) for name, value in body.items()}
        values["depart"] = values.get("depart") or default_departure(now)
        return cls(**values)

    @classmethod
    def from_query(cls, query: QueryDict, now: datetime | None = None) -> Self:
        """The request of a query string; raises InvalidPlanRequest."""
        return cls.from_json(json_of(query, frozenset(READERS)), now)

    def as_json(self) -> dict[str, Any]:
        """The request as it may be posted again; what was left open stays open, but the departure is spelled out."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        lists = {name: list(value) for name, value in given.items() if isinstance(value, tuple)}
        return {**given, **lists, "depart": self.depart.isoformat()}

    def as_query(self) -> str:
        """The same as a query string, defaults left out."""
        plain = {field.name: field.default for field in fields(self)}
        pairs = {name: value for name, value in self.as_json().items() if value not in (plain[name], [])}
        joined = {
            name: ",".join(map(str, value)) if isinstance(value, list) else value for name, value in pairs.items()
        }
        return urlencode(joined, safe=",:")


def value_of(name: str, value: Any) -> Any:
    """The value of one field; a fault carries its pointer."""
    try:
        return READERS[name](value)
    except Wrong as fault:
        text = Text(f"{name}: {fault.text.th}", f"{name}: {fault.text.en}")
        raise InvalidPlanRequest(fault.code, text, f"/{name}{fault.step}") from None


def unknown(name: str) -> InvalidPlanRequest:
    """The fault of a name that no request has."""
    short = name[:40]
    text = Text(f"ไม่รู้จักพารามิเตอร์ {short}", f"There is no parameter {short}.")
    return InvalidPlanRequest("unknown_parameter", text, f"/{short}")
