"""What could be proposed for the faults of a geometry, and what it would do to its area."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

import shapely
from shapely.geometry import mapping

from geo.validity.draft import Draft
from geo.validity.fault import Edit, Finding, Repair, Severity
from geo.validity.repairing import area_m2, drawn_area_m2, edited, joined
from geo.validity.rules import Rules
from geo.validity.storing import keeps_the_laws

# Repairs are written out for every fault of a geometry of this many vertices; above, once for all together.
MOST_VERTICES_REPAIRED_SINGLY = 2_000
MOST_RINGS_REPAIRED = 1_000


def can_be_mended(draft: Draft, findings: Iterable[Finding]) -> bool:
    """Untangling takes long where there is too much to untangle."""
    few = sum(map(len, draft.parts)) <= MOST_RINGS_REPAIRED
    return few and not any(finding.code == "too_complex" for finding in findings)


class Mender:
    """Works out repairs, singly for what is small."""

    def __init__(self, draft: Draft, rules: Rules) -> None:
        self.draft, self.rules = draft, rules
        self.singly = len(draft.positions()) <= MOST_VERTICES_REPAIRED_SINGLY

    @cached_property
    def drawn_m2(self) -> float:
        return drawn_area_m2(self.draft)

    def one(self, finding: Finding) -> Repair | None:
        if not self.singly or finding.edit is None:
            return None
        return self.proposal(finding.edit)

    def all_of(self, findings: Sequence[Finding]) -> Repair | None:
        """One proposal that leaves no error; None where one of them has no repair. What is only a warning stays."""
        errors = [finding for finding in findings if finding.severity == Severity.ERROR]
        chosen = errors or list(findings)
        if any(finding.edit is None for finding in errors):
            return None
        edit = joined(chosen)
        if errors and self.draft.is_area:
            edit = replace(edit, unite=True, clip=edit.clip or bool(edit.swap and self.rules.areas))
        found = self.proposal(edit)
        return found if found and found.is_valid else None

    def proposal(self, edit: Edit) -> Repair | None:
        try:
            geometry = edited(self.draft, edit, self.rules)
        except shapely.GEOSException:  # what it makes of a tangle may be more than it can hold
            return None
        if geometry is None or geometry.is_empty:
            return None
        change = area_m2(geometry) - self.drawn_m2 if self.draft.is_area else 0.0
        percent = round(100 * change / self.drawn_m2, 4) if self.drawn_m2 else None
        fine = keeps_the_laws(geometry, self.rules)
        return Repair(dict(mapping(shapely.orient_polygons(geometry))), round(change, 3), percent, fine)
