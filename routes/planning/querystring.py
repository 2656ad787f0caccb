"""A plan's query string as the JSON body it stands for: `?age_group=primary&themes=a,b&start=100.08,7.62`."""

from typing import Any

from django.http import QueryDict

from geo.texts import Text
from routes.planning.errors import InvalidPlanRequest

LISTS = frozenset({"party", "needs", "themes", "must", "avoid", "outcomes"})
NUMBERS = frozenset({"minutes", "groups", "people", "most_of_a_kind", "most_wait_minutes", "alternatives", "seed"})
PLACES = frozenset({"start", "end"})
SHORTHANDS = {"age_group": "party", "theme": "themes", "lon": "start", "lat": "start", "step_free": "access"}
MOST_DIGITS = 18


def json_of(query: QueryDict, known: frozenset[str]) -> dict[str, Any]:
    """Values by field name; a name that is neither known nor a shorthand is kept, to be refused by name."""
    for name in query:
        target = SHORTHANDS.get(name)
        if target and target in query:
            raise clash(name, target)
    body = {name: plain(name, query) for name in query if name not in SHORTHANDS and said(name, query, known)}
    return body | from_shorthands(query)


def said(name: str, query: QueryDict, known: frozenset[str]) -> bool:
    """Whether a known field holds anything: forms send what was left empty, too."""
    return name not in known or any(value.strip() for value in query.getlist(name))


def plain(name: str, query: QueryDict) -> Any:
    """The value of a field that has the same name in the body."""
    if name in LISTS:
        return split(query.getlist(name))
    text = single(name, query)
    if name in NUMBERS:
        return number(text)
    if name in PLACES and "," in text:
        return [decimal(part) for part in text.split(",", 3)]
    return text.replace(" ", "+") if name == "depart" else text  # a bare + in an address arrives as a space


def from_shorthands(query: QueryDict) -> dict[str, Any]:
    """What `age_group`, `theme`, `lon` and `lat`, `step_free` stand for."""
    body: dict[str, Any] = {}
    if "age_group" in query:
        body["party"] = [single("age_group", query)]
    if "theme" in query:
        body["themes"] = split(query.getlist("theme"))
    if "lon" in query or "lat" in query:
        body["start"] = [decimal(single(name, query)) for name in ("lon", "lat")]
    if "step_free" in query:
        body["access"] = step_free(single("step_free", query))
    return body


def step_free(text: str) -> str:
    """`true` prefers ways without a known barrier."""
    choices = {"true": "prefer", "false": "any"}
    if text not in choices:
        text_of = Text("step_free ต้องเป็น true หรือ false", "step_free is true or false.")
        raise InvalidPlanRequest("not_a_choice", text_of, "/step_free")
    return choices[text]


def single(name: str, query: QueryDict) -> str:
    """The one value of a parameter."""
    values = query.getlist(name)
    if len(values) != 1:
        text = Text(f"{name} ต้องมีค่าเดียว", f"{name} is wanted once, it came {len(values)} times.")
        raise InvalidPlanRequest("repeated" if values else "missing", text, f"/{name}")
    return values[0].strip()


def split(values: list[str]) -> list[str]:
    """The parts of repeated or comma-joined values."""
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def number(text: str) -> Any:
    """A whole number; any other text stays text, for its reader to refuse."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS else text


def decimal(text: str) -> Any:
    """A number in degrees; any other text stays text."""
    try:
        return float(text)
    except ValueError:
        return text


def clash(shorthand: str, name: str) -> InvalidPlanRequest:
    """The fault of saying the same thing twice."""
    text = Text(f"ใช้ {shorthand} หรือ {name} อย่างใดอย่างหนึ่ง", f"Use {shorthand} or {name}, not both.")
    return InvalidPlanRequest("repeated", text, f"/{shorthand}")


def as_asked(extra: dict[str, Any], query: QueryDict) -> dict[str, Any]:
    """The parameter at fault by the name the client wrote: `age_group` rather than `party`."""
    short = [name for name, field in SHORTHANDS.items() if field == extra.get("parameter") and name in query]
    return {"parameter": short[0]} if short else {}
