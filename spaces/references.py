"""The ids in a space's arrays must exist in their look-up tables."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models

from spaces.models import AgeGroup, CurriculumOutcome, LearningSpace, Subkind, Theme

REFERENCES: dict[str, type[models.Model]] = {
    "themes": Theme,
    "age_groups": AgeGroup,
    "outcomes": CurriculumOutcome,
}


def check_references(space: LearningSpace) -> None:
    """Raises ValidationError naming each id that no look-up table knows, and each impossible visit length."""
    faults = {name: missing for name in REFERENCES if (missing := _missing(name, getattr(space, name)))}
    if not Subkind.objects.filter(pk=space.subkind, collection=space.collection).exists():
        faults["subkind"] = [f"{space.subkind!r} is not a subkind of {space.collection}."]
    if stay := _bad_stays(space.visit_minutes):
        faults["visit_minutes"] = stay
    if faults:
        raise ValidationError(faults)


def _missing(name: str, ids: Iterable[str]) -> list[str]:
    wanted = set(ids)
    known = (
        set(REFERENCES[name]._default_manager.filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    )
    return [f"{one!r} is unknown." for one in sorted(wanted - known)]


def _bad_stays(stays: object) -> list[str]:
    if not isinstance(stays, dict):
        return ["An object of age group and minutes is wanted."]
    faults = [f"{group!r} is unknown." for group in stays if _missing("age_groups", [group])]
    return faults + [
        f"{minutes!r} is not a number of minutes between 1 and 480."
        for minutes in stays.values()
        if isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= 480
    ]
