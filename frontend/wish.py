"""What a visitor asked for, as the form sends it and as the address of a plan holds it.

The address is the request: `?party=primary&themes=street-art&start=…&depart=…&minutes=…`, the same names as
`GET /api/routes/plan`. The form works without JavaScript, so its lists and its day and clock arrive as fields of
their own; `canonical` turns them into the one address that can be shared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.http import QueryDict

from frontend.presenting import moment
from routes.planning.clock import default_departure
from spaces.opening import BANGKOK

LISTS = ("party", "needs", "themes", "must", "avoid", "outcomes")
CARRIED = (  # asked for by link alone
    *("end", "must", "avoid", "outcomes", "story"),
    *("most_of_a_kind", "most_wait_minutes", "alternatives", "seed"),
)
FORM_ONLY = ("day", "clock")
SHOW = "show"  # which card is open: the page's own business, not the planner's
ANYBODY = "family"  # who goes when nobody said: every age, so the gentlest family pace
MODES = ("auto", "walk", "bicycle", "vehicle")
ACCESS = ("any", "prefer", "require")
MINUTES = (60, 90, 150, 240, 360)


@dataclass(frozen=True)
class Wish:
    """The state of the form. `minutes` is text: empty means as long as suits the group.

    `carried` are wishes without a field of their own, so that changing the plan does not forget them.
    """

    party: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    start: str = ""
    day: str = ""
    clock: str = ""
    minutes: str = ""
    mode: str = "auto"
    access: str = "any"
    people: str = ""
    groups: str = ""
    carried: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, query: QueryDict) -> "Wish":
        """The wish of a query, canonical or fresh from the form; nothing is refused here, the planner does that."""
        day, clock = departure(query)
        return cls(
            party=listed(query, "party") or listed(query, "age_group"),
            needs=listed(query, "needs"),
            themes=listed(query, "themes"),
            start=query.get("start", ""),
            day=day,
            clock=clock,
            minutes=query.get("minutes", ""),
            mode=query.get("mode", "auto"),
            access="prefer" if query.get("step_free") == "true" else query.get("access", "any"),
            people=query.get("people", ""),
            groups=query.get("groups", ""),
            carried=tuple((name, query.get(name, "")) for name in CARRIED if query.get(name)),
        )


def listed(query: QueryDict, name: str) -> tuple[str, ...]:
    """The values of a list parameter, repeated or joined by commas, in order and once each."""
    parts = (part.strip() for value in query.getlist(name) for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def departure(query: QueryDict) -> tuple[str, str]:
    """Day and clock for the form's fields, in Bangkok; next Saturday at nine when the query names none."""
    if depart := query.get("depart"):
        try:
            when = moment(depart.replace(" ", "+"))  # a bare + in an address arrives as a space
        except ValueError:
            return "", ""
        return f"{when:%Y-%m-%d}", f"{when:%H:%M}"
    usual = default_departure()
    return query.get("day") or f"{usual:%Y-%m-%d}", query.get("clock") or f"{usual:%H:%M}"


def needs_canonical(query: QueryDict) -> bool:
    """Whether the query comes from the form, or lacks the departure that makes a link mean the same next week."""
    unsaid = "depart" not in query or not {"party", "age_group"} & set(query)
    return unsaid or any(name in query for name in FORM_ONLY) or any(_untidy(query))


def _untidy(query: QueryDict) -> Iterable[bool]:
    for name, values in query.lists():
        yield len(values) > 1 or not values[0].strip()
        yield name in LISTS and values != [",".join(listed(query, name))]


def canonical(query: QueryDict) -> str:
    """The one address of a wish, without the question mark: lists joined, empty fields gone, departure spelled out."""
    tidy = QueryDict(mutable=True)
    for name in query:
        if name not in (*FORM_ONLY, "depart"):
            tidy[name] = ",".join(listed(query, name)) if name in LISTS else query.get(name, "").strip()
    for name in [name for name, value in tidy.items() if not value]:
        del tidy[name]
    if not {"party", "age_group"} & set(tidy):
        tidy["party"] = ANYBODY
    tidy["depart"] = _depart(*departure(query)) or query.get("depart", "")
    return tidy.urlencode(safe=",:")


def plan_query(query: QueryDict) -> str:
    """A canonical query as the planner takes it, without what only the page understands."""
    tidy = query.copy()
    tidy.pop(SHOW, None)
    return tidy.urlencode(safe=",:")


def _depart(day: str, clock: str) -> str:
    """ISO 8601 with the offset of Bangkok; the raw words when they are no date, for the planner to name the fault."""
    try:
        when = moment(f"{date.fromisoformat(day)}T{time.fromisoformat(clock)}")
    except ValueError:
        return f"{day}T{clock}".strip("T")
    return when.astimezone(BANGKOK).isoformat()
