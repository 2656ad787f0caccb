"""States of a space in words. What nobody has looked at says so; it never reads as yes."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, pgettext

from spaces.models import KINDS, UNKNOWN
from spaces.opening import state_at


@dataclass(frozen=True)
class Fact:
    """`state` is yes, no, limited or unknown: the colour and the mark; `text` says it in words."""

    label: str
    text: str
    state: str


def kinds() -> list[tuple[str, str]]:
    return [(kind.collection, kind_name(kind.collection)) for kind in KINDS]


def kind_name(collection: str) -> str:
    names = {
        "heritage-sites": gettext("Heritage"),
        "street-art-walls": gettext("Street art"),
        "urban-design-zones": gettext("Learning zones"),
        "wisdom-places": gettext("Local wisdom"),
        "amenities": gettext("On the way"),
    }
    return names[collection]


def there_is(state: str) -> str:
    return {"yes": pgettext("there is", "Yes"), "no": pgettext("there is", "No")}.get(state, gettext("Not known yet"))


def possible(state: str) -> str:
    found = {
        "yes": pgettext("possible", "Yes"),
        "no": pgettext("possible", "No"),
        "limited": pgettext("possible", "Partly"),
    }
    return found.get(state, gettext("Not known yet"))


def facts(space: Any) -> list[Fact]:
    """Access and comfort, each with its state, then the number of people it takes."""
    asked = (
        (gettext("Wheelchair"), space.wheelchair, possible),
        (gettext("Steps"), space.steps, there_is),
        (gettext("Ramp"), space.ramp, there_is),
        (gettext("Seats"), space.seats, there_is),
        (gettext("Toilet"), space.toilet, there_is),
        (gettext("Shade"), space.shade, there_is),
        (gettext("Drinking water"), space.water, there_is),
        (gettext("Takes school groups"), space.takes_school_groups, possible),
    )
    rows = [Fact(label, say(state), state) for label, state, say in asked]
    return [replace(row, state="no") if row == steps_here() else row for row in rows] + [capacity(space.capacity)]


def steps_here() -> Fact:
    """Steps are there, which is no comfort: the one yes that is marked as a no."""
    return Fact(gettext("Steps"), there_is("yes"), "yes")


def capacity(people: int | None) -> Fact:
    label = gettext("People at a time")
    return Fact(label, str(people), "yes") if people else Fact(label, gettext("Not known yet"), UNKNOWN)


def opening_now(space: Any) -> Fact:
    """Open, closed or unknown at this moment."""
    state = state_at(space.opening_hours, timezone.now())
    texts = {"open": gettext("Open now"), "closed": gettext("Closed now")}
    return Fact(gettext("Opening hours"), texts.get(state, gettext("Hours not known: call before you go")), state)
