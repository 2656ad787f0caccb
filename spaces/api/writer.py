"""How one space is written through `/api/collections/{id}/items`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from rest_framework.request import Request

from geo.rest.describing import parameter
from geo.rest.preconditions import AlreadyThere
from geo.rest.problems import BadParameter
from geo.rest.writing import FeatureChange, Method, Written
from geo.texts import Text
from spaces.api.documents import Wanted, changes_of
from spaces.api.refusals import told_to
from spaces.changes import Action, Change, SpaceExists
from spaces.models import KIND_OF, User
from spaces.submitting import submit

SOURCE = "api"
LONGEST_COMMENT = 500
ATTEMPTS = 5

PARAMETERS: tuple[Mapping[str, Any], ...] = (
    parameter(
        "comment", "What changed, and why; stands in the history.", {"type": "string", "maxLength": LONGEST_COMMENT}
    ),
    parameter(
        "propose",
        "Only propose, also where you could publish.",
        {"type": "string", "enum": ["true", "false"], "default": "false"},
    ),
)


@dataclass(frozen=True)
class SpaceWriter:
    """Writes spaces of one kind; a change is a changeset of one."""

    collection: str
    parameters = PARAMETERS

    def write(self, request: Request, change: FeatureChange) -> Written:
        """Raises InvalidFeature, ChangesRefused or NotAllowed."""
        user: Any = request.user
        wanted = Wanted(change.method, self.collection, change.feature_id, change.base_version, change.document)
        try:
            with told_to(user):
                return self._named(user, wanted, change)
        except Exception as refused:
            if change.feature_id and change.method is Method.CREATE and isinstance(refused.__cause__, SpaceExists):
                raise AlreadyThere from refused  # PUT with If-None-Match: *
            raise

    def _named(self, user: User, wanted: Wanted, change: FeatureChange) -> Written:
        """A made-up id may be taken by somebody else at the same moment: then the next one is."""
        for again in reversed(range(ATTEMPTS)):
            (found,) = changes_of([wanted], user, change.system)
            try:
                with transaction.atomic():
                    return self._written(user, found, change.asked)
            except SpaceExists:
                if not again or wanted.id or change.document.get("id"):
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _written(self, user: User, change: Change, asked: Mapping[str, str]) -> Written:
        if change.action == Action.MODIFY and not change.values:
            return Written(change.id, change.base_version)  # nothing is different: no changeset, no version
        comment, propose = asked_for(asked)
        submitted = submit([change], user=user, comment=comment, source=SOURCE, propose=propose)
        if not submitted.applied:
            return Written(change.id, None, applied=False, location=f"proposals/{submitted.changeset.pk}")
        version = KIND_OF[change.collection].objects.values_list("version", flat=True).get(pk=change.id)
        return Written(change.id, version)


def asked_for(asked: Mapping[str, str]) -> tuple[str, bool]:
    """Comment, and whether to propose only. Raises BadParameter."""
    comment, propose = asked.get("comment", ""), asked.get("propose", "false")
    if len(comment) > LONGEST_COMMENT:
        words = Text(f"ยาวเกิน {LONGEST_COMMENT} ตัวอักษร", f"Longer than {LONGEST_COMMENT} characters.")
        raise BadParameter("comment", words)
    if propose not in {"true", "false"}:
        raise BadParameter("propose", Text("propose เป็น true หรือ false", "propose is true or false."))
    return comment, propose == "true"
