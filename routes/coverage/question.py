"""What is asked of the analysis, read from the query string."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.rest.problems import BadParameter
from geo.texts import Text
from spaces.models import AgeGroup, Status, Theme

BY = ("district", "zone")
MINUTES = (10, 20)


@dataclass(frozen=True)
class Question:
    """Counts and gaps `by` district or zone, within `minutes` of walking; an empty age group or theme means all."""

    by: str = BY[0]
    minutes: int = MINUTES[0]
    age_group: str = ""
    theme: str = ""


@dataclass(frozen=True)
class Words:
    """The age groups and themes there are, in their order. A modifier is no group of its own."""

    groups: tuple[AgeGroup, ...]
    themes: tuple[Theme, ...]


def load_words() -> Words:
    groups = AgeGroup.objects.filter(is_modifier=False).order_by("order", "id")
    return Words(tuple(groups), tuple(Theme.objects.filter(status=Status.PUBLISHED).order_by("order", "id")))


def read(asked: Mapping[str, str], words: Words) -> Question:
    """Raises BadParameter for a value that is none of those offered."""
    return Question(
        one_of("by", asked.get("by", BY[0]), BY),
        int(one_of("minutes", asked.get("minutes", str(MINUTES[0])), map(str, MINUTES))),
        one_of("age_group", asked["age_group"], (group.pk for group in words.groups)) if "age_group" in asked else "",
        one_of("theme", asked["theme"], (theme.pk for theme in words.themes)) if "theme" in asked else "",
    )


def one_of(name: str, value: str, offered: Iterable[str]) -> str:
    known = tuple(offered)
    if value not in known:
        listed = ", ".join(known) or "-"
        raise BadParameter(name, Text(f"{name} เป็นได้แค่ {listed}", f"{name} is one of {listed}."))
    return value
