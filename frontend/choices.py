"""What the form offers: who goes, themes, starts, times, ways and access, with the wish of the visitor marked."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from frontend.presenting import duration, words
from frontend.wish import ACCESS, MINUTES, MODES, Wish
from routes.models import Gateway, WalkArea
from spaces.models import AgeGroup, Theme


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    chosen: bool
    icon: str = ""
    hint: str = ""
    count: int | None = None


@dataclass(frozen=True)
class StartGroup:
    """The gateways of one walk area."""

    label: str
    starts: tuple[Choice, ...]


def form_choices(wish: Wish, counts: dict[str, int]) -> dict[str, Any]:
    """Everything the form template needs; `counts` is stops by gateway id, empty while nobody counted."""
    return {
        "wish": wish,
        "ages": ages(wish),
        "needs": needs(wish),
        "carried": wish.carried,
        "themes": themes(wish),
        "starts": starts(wish, counts),
        "lengths": lengths(wish),
        "modes": modes(wish),
        "access": access(wish),
    }


def summary(choices: dict[str, Any]) -> str:
    """The wish in a line: who, what about, how long. It stands on the closed form."""
    chosen = [choice.label for name in ("ages", "needs", "themes") for choice in choices[name] if choice.chosen]
    return " · ".join([*chosen, *(choice.label for choice in choices["lengths"] if choice.chosen and choice.value)])


def ages(wish: Wish) -> list[Choice]:
    return [
        Choice(group.id, words(group, "name"), group.id in wish.party, f"age-{group.id}", age_range(group))
        for group in AgeGroup.objects.filter(is_modifier=False)
    ]


def age_range(group: AgeGroup) -> str:
    """3–5 years, 60 years and over; nothing for a group of all ages."""
    if group.age_min is None:
        return ""
    if group.age_max is None:
        return gettext("%(age)d years and over") % {"age": group.age_min}
    return gettext("%(low)d–%(high)d years") % {"low": group.age_min, "high": group.age_max}


def needs(wish: Wish) -> list[Choice]:
    return [
        Choice(group.id, words(group, "name"), group.id in wish.needs, group.id)
        for group in AgeGroup.objects.filter(is_modifier=True)
    ]


def themes(wish: Wish) -> list[Choice]:
    return [
        Choice(theme.id, words(theme, "name"), theme.id in wish.themes, theme.icon) for theme in Theme.objects.all()
    ]


def starts(wish: Wish, counts: dict[str, int]) -> list[StartGroup]:
    """Gateways by walk area; those in no area come last, under a heading of their own."""
    gateways = list(Gateway.objects.all())
    chosen = wish.start or next((gateway.id for gateway in gateways if gateway.default), "")
    groups: list[tuple[str, str | None]] = [(words(area, "name"), area.id) for area in WalkArea.objects.all()]
    groups.append((gettext("Elsewhere in the province"), None))
    found = [
        StartGroup(label, tuple(_start(gateway, chosen, counts) for gateway in gateways if gateway.area_id == area))
        for label, area in groups
    ]
    if chosen not in {gateway.id for gateway in gateways}:
        found.insert(0, StartGroup(gettext("Your own start"), (Choice(chosen, chosen, True),)))
    return [group for group in found if group.starts]


def _start(gateway: Gateway, chosen: str, counts: dict[str, int]) -> Choice:
    return Choice(gateway.id, words(gateway, "name"), gateway.id == chosen, count=counts.get(gateway.id))


def lengths(wish: Wish) -> list[Choice]:
    """The preset lengths, the visitor's own if it is none of them, and "as long as suits the group"."""
    offered = [str(minutes) for minutes in MINUTES]
    if wish.minutes.isdecimal() and wish.minutes not in offered:
        offered = sorted([*offered, wish.minutes], key=int)
    presets = [Choice(value, duration(int(value)), value == wish.minutes) for value in offered]
    return [Choice("", gettext("As long as suits the group"), wish.minutes not in offered), *presets]


def modes(wish: Wish) -> list[Choice]:
    labels = {
        "auto": gettext("Walk, ride where it is far"),
        "walk": gettext("On foot only"),
        "bicycle": gettext("Bicycle"),
        "vehicle": gettext("By vehicle"),
    }
    return [Choice(mode, labels[mode], mode == wish.mode, mode) for mode in MODES]


def access(wish: Wish) -> list[Choice]:
    labels = {
        "any": (gettext("No special need"), ""),
        "prefer": (gettext("Step-free where known"), gettext("Never a known barrier; what is unknown is marked")),
        "require": (gettext("Only surveyed step-free"), gettext("Very few places are surveyed yet")),
    }
    return [Choice(kind, labels[kind][0], kind == wish.access, hint=labels[kind][1]) for kind in ACCESS]
