"""The ids in a space's arrays must exist in their look-up tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from django.db import models

from spaces.models import AgeGroup, CurriculumOutcome, LearningSpace, Partner, Subkind, Theme

REFERENCES: dict[str, type[models.Model]] = {
    "themes": Theme,
    "age_groups": AgeGroup,
    "outcomes": CurriculumOutcome,
}
LONGEST_STAY_MINUTES = 480


class LookUps:
    """What the look-up tables know of the ids that some spaces name: each table is asked once, if at all."""

    def __init__(self, spaces: Iterable[LearningSpace]) -> None:
        self.wanted: dict[str, set[str]] = defaultdict(set)
        self.kept: dict[str, frozenset[str]] = {}
        for space in spaces:
            for name in REFERENCES:
                self.wanted[name].update(_texts(getattr(space, name)))
            self.wanted["age_groups"].update(_texts(space.visit_minutes))
            self.wanted["partner"].update(_texts([space.partner_id]))

    def faults(self, space: LearningSpace, names: Iterable[str]) -> dict[str, list[str]]:
        """The messages by field for each id that no look-up table knows, and each impossible visit length."""
        looked_at = {name: self._faults(space, name) for name in sorted(names)}
        return {name: messages for name, messages in looked_at.items() if messages}

    def _faults(self, space: LearningSpace, name: str) -> list[str]:
        if name in REFERENCES:
            return self._missing(name, _texts(getattr(space, name)))
        if name == "subkind" and (space.subkind, space.collection) not in self._subkinds:
            return [f"{space.subkind!r} is not a subkind of {space.collection}."]
        if name == "partner" and space.partner_id is not None:
            return self._missing("partner", [space.partner_id])
        return self._bad_stays(space.visit_minutes) if name == "visit_minutes" else []

    def _missing(self, name: str, ids: Iterable[str]) -> list[str]:
        return [f"{one!r} is unknown." for one in sorted(set(ids) - self._known(name))]

    def _known(self, name: str) -> frozenset[str]:
        if name not in self.kept:
            table: Any = REFERENCES.get(name, Partner)
            self.kept[name] = frozenset(table.objects.filter(pk__in=self.wanted[name]).values_list("pk", flat=True))
        return self.kept[name]

    @cached_property
    def _subkinds(self) -> frozenset[tuple[str, str]]:
        return frozenset(Subkind.objects.values_list("pk", "collection"))

    def _bad_stays(self, stays: object) -> list[str]:
        if not isinstance(stays, dict):
            return ["An object of age group and minutes is wanted."]
        return self._missing("age_groups", stays) + [
            f"{minutes!r} is not a number of minutes between 1 and {LONGEST_STAY_MINUTES}."
            for minutes in stays.values()
            if isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= LONGEST_STAY_MINUTES
        ]


def _texts(ids: object) -> list[str]:
    """The texts among them: what is no text is refused where its field is cleaned."""
    return [one for one in ids if isinstance(one, str)] if isinstance(ids, Iterable) else []


def unknown_ids(kind: type[LearningSpace], drafts: Sequence[Mapping[str, Any]]) -> list[dict[str, list[str]]]:
    """For each draft (properties of a feature that fit its schema) the messages about ids that are not there."""
    looked_up = {*REFERENCES, "subkind", "visit_minutes", "partner"}
    named = [{name: draft[name] for name in looked_up & set(draft)} for draft in drafts]
    spaces = [
        kind(**{"partner_id" if name == "partner" else name: value for name, value in values.items()})
        for values in named
    ]
    look_ups = LookUps(spaces)
    return [look_ups.faults(space, values) for space, values in zip(spaces, named, strict=True)]
