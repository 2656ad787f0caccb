"""The acts that go back in history: restore a version, undo one change, undo a changeset. Each can be previewed."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework import serializers
from rest_framework.request import Request

from geo.differences import attribute_diff, geometry_diff
from geo.rest.collection import JsonObject
from geo.rest.idempotency import once
from geo.rest.links import address, link
from geo.rest.media import GEOJSON, JSON
from geo.rest.preconditions import base_version
from geo.rest.views.writing import waiting
from geo.rest.writing import Written
from spaces.api import restoring_words as words
from spaces.api.acting import PersonalView, StrictSerializer, StrictText, answer, body
from spaces.api.refusals import told_to
from spaces.api.writer import LONGEST_COMMENT, SOURCE
from spaces.changes import Action, Change
from spaces.models import KIND_OF, Status
from spaces.proposals.states import all_as_json
from spaces.restoring import restored, undone, undone_changeset
from spaces.submitting import submit
from spaces.versions import values_of

_LARGEST = 2**31 - 1


class YesNo(serializers.BooleanField):
    """true or false, and only that."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class Whole(serializers.IntegerField):
    """A whole number, and only that: no text is taken for one, nor true."""

    def to_internal_value(self, data: Any) -> int:
        if not isinstance(data, int) or isinstance(data, bool):
            self.fail("invalid")
        return int(super().to_internal_value(data))


class Going(StrictSerializer):
    """What every act takes: why, and whether to show only what it would do."""

    comment = StrictText(max_length=LONGEST_COMMENT, required=False, allow_blank=True, default="")
    preview = YesNo(required=False, default=False)
    propose = YesNo(required=False, default=False)


class GoingTo(Going):
    version = Whole(min_value=1, max_value=_LARGEST)


class BackView(PersonalView):
    """Shows or submits the changes that go back."""

    http_method_names = ["post", "options"]

    def submitted(self, request: Request, changes: Sequence[Change], wanted: JsonObject, why: str) -> HttpResponse:
        """The preview, the changeset that was applied (201), or the proposal that waits (202)."""
        user: Any = request.user
        if wanted["preview"]:
            return answer({"preview": True, "changes": [_previewed(change) for change in changes]})
        comment = wanted["comment"] or why
        done = submit(changes, user=user, comment=comment, source=SOURCE, propose=wanted["propose"])
        if not done.applied:
            return waiting(request._request, Written("", None, False, f"proposals/{done.changeset.pk}"))
        here = address(request._request, f"changesets/{done.changeset.pk}")
        document = {
            "preview": False,
            "id": done.changeset.pk,
            "changes": [_done(request, change) for change in changes],
            "links": [link("self", here, JSON)],
        }
        return answer(document, status=201, Location=here)


class ItemActView(BackView):
    """An act on the history of one space; `kind` is its collection."""

    kind: ClassVar[str] = ""

    @once
    def post(self, request: Request, feature_id: str) -> HttpResponse:
        wanted = body(request, GoingTo)
        base = base_version(request._request)
        with told_to(request.user):  # type: ignore[arg-type]
            change = self.change(feature_id[:200], wanted["version"], base, request.user)
            return self.submitted(request, [change], wanted, self.why(wanted["version"]))

    def change(self, space_id: str, version: int, base: int, user: Any) -> Change:
        raise NotImplementedError

    def why(self, version: int) -> str:
        """The comment where the person gives none."""
        raise NotImplementedError


class RestoreView(ItemActView):
    """`…/items/{featureId}/restore`: the values of a version again, also of a deleted space."""

    def change(self, space_id: str, version: int, base: int, user: Any) -> Change:
        return restored(self.kind, space_id, version, base, user)

    def why(self, version: int) -> str:
        return f"Restore version {version}"

    def describe_post(self) -> Any:
        return words.restore(self.kind)


class UndoView(ItemActView):
    """`…/items/{featureId}/undo`: takes back what one version changed; later changes stay."""

    def change(self, space_id: str, version: int, base: int, user: Any) -> Change:
        return undone(self.kind, space_id, version, base, user)

    def why(self, version: int) -> str:
        return f"Undo version {version}"

    def describe_post(self) -> Any:
        return words.undo(self.kind)


class UndoChangesetView(BackView):
    """`/api/changesets/{id}/undo`: takes back all of it in one new changeset, or nothing."""

    @once
    def post(self, request: Request, changeset_id: int) -> HttpResponse:
        wanted = body(request, Going)
        with told_to(request.user, lambda index: f"/changes/{index}"):  # type: ignore[arg-type]
            changes = undone_changeset(min(changeset_id, 2**62), request.user)
            return self.submitted(request, changes, wanted, f"Undo changeset {changeset_id}")

    def describe_post(self) -> Any:
        return words.undo_changeset()


def _previewed(change: Change) -> JsonObject:
    """What the change would make of the space as it stands, in values and on the map."""
    stands = values_of(KIND_OF[change.collection].objects.get(pk=change.id))
    wanted: JsonObject = {"status": Status.DELETED.value} if change.action == Action.DELETE else dict(change.values)
    moved = "geometry" in wanted
    before = {name: stands[name] for name in wanted if name != "geometry"}
    after = {name: value for name, value in wanted.items() if name != "geometry"}
    return {
        **_named(change),
        "base_version": change.base_version,
        "attributes": attribute_diff(all_as_json(before), all_as_json(after)),
        "geometry": geometry_diff(stands["geometry"], wanted["geometry"]).as_geojson() if moved else None,
    }


def _done(request: Request, change: Change) -> JsonObject:
    version = KIND_OF[change.collection].objects.values_list("version", flat=True).get(pk=change.id)
    here = address(request._request, f"collections/{change.collection}/items/{change.id}")
    return {**_named(change), "version": version, "links": [link("item", here, GEOJSON)]}


def _named(change: Change) -> JsonObject:
    return {"action": str(change.action), "collection": change.collection, "id": change.id}
