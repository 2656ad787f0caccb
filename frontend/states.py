"""States of a space in words. What nobody has looked at says so; it never reads as yes."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext

from spaces.models import KINDS, UNKNOWN


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


def known_words(state: str) -> str:
    return {"yes": pgettext("state", "Yes"), "no": pgettext("state", "No"), "limited": pgettext("state", "Partly")}.get(
        state, gettext("Not known yet")
    )


def facts(space: Any) -> list[Fact]:
    """Access and comfort, each with its state, then the number of people it takes."""
    asked = (
        (gettext("Wheelchair"), space.wheelchair),
        (gettext("Steps"), space.steps),
        (gettext("Ramp"), space.ramp),
        (gettext("Seats"), space.seats),
        (gettext("Toilet"), space.toilet),
        (gettext("Shade"), space.shade),
        (gettext("Drinking water"), space.water),
        (gettext("Takes school groups"), space.takes_school_groups),
    )
    rows = [Fact(label, known_words(state), state) for label, state in asked]
    return [*rows, capacity(space.capacity)]


def capacity(people: int | None) -> Fact:
    label = gettext("People at a time")
    return Fact(label, str(people), "yes") if people else Fact(label, gettext("Not known yet"), UNKNOWN)


def opening_now(space: Any) -> Fact:
    """Open, closed or unknown at this moment."""
    from spaces.opening import state_now  # noqa: PLC0415

    state = state_now(space.opening_hours)
    texts = {"open": gettext("Open now"), "closed": gettext("Closed now")}
    return Fact(gettext("Opening hours"), texts.get(state, gettext("Hours not known: call before you go")), state)


