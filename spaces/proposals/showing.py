"""A proposal as a document: a line of the queue, or all it would change, on the map too."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.gis.geos import GEOSGeometry
from django.utils import timezone

from geo.differences import attribute_diff, geometry_diff
from spaces.changesets import Action, Change
from spaces.models import KIND_OF, Changeset, LearningSpace, ResidentContact, User
from spaces.permissions import publishes_everything
from spaces.proposals.deciding import may_decide, stored_changes
from spaces.proposals.rebasing import Key, SpaceGone, bases, rebase
from spaces.proposals.states import all_as_json, held, wanted

Document = dict[str, Any]


def line(proposal: Any) -> Document:
    """A line of the queue; `proposal` comes from `queue.listed`."""
    return {
        "id": proposal.pk,
        "state": proposal.state,
        "revision": proposal.revision,
        "author": proposal.author.username if proposal.author else None,
        "source": proposal.source,
        "comment": proposal.comment,
        "partners": proposal.partners,
        "created_at": proposal.created_at,
        "changes": proposal.how_many,
        "comments": proposal.talk,
        "reviewed_by": proposal.reviewed_by.username if proposal.reviewed_by else None,
        "reviewed_at": proposal.reviewed_at,
        "reason": proposal.reason,
    }


def in_full(proposal: Any, user: User) -> Document:
    """The proposal with every change against what its author saw, its conflicts with today, and the talk about it."""
    changes = stored_changes(proposal)
    visible = _visible_rows(changes, user)
    return {
        **line(proposal),
        "may_decide": proposal.state == Changeset.State.PROPOSED and may_decide(user, changes, visible),
        "mine": proposal.author_id == user.pk,
        **_of_resident(proposal, user),
        "changes": _changes(proposal, changes, visible),
        "comments": [
            {"author": comment.author.username, "text": comment.text, "created_at": comment.created_at}
            for comment in proposal.comments.select_related("author")
        ],
    }


def _of_resident(proposal: Changeset, user: User) -> Document:
    """What a resident wrote to whoever decides; how to reach them for reviewers only, as long as it is kept."""
    told = ResidentContact.objects.filter(changeset=proposal).first()
    if told is None:
        return {"note": None, "contact": None}
    reaches = publishes_everything(user) and told.expires_at > timezone.now()
    return {"note": told.note, "contact": told.contact if reaches else None}


def _changes(proposal: Changeset, changes: Sequence[Change], visible: Mapping[Key, LearningSpace]) -> list[Document]:
    seen = bases(changes)
    waits = proposal.state == Changeset.State.PROPOSED
    return [
        _change(
            index,
            change,
            seen.get((change.collection, change.id, change.base_version or 0)),
            visible.get((change.collection, change.id)),
            waits,
        )
        for index, change in enumerate(changes)
    ]


def _change(index: int, change: Change, base: Any | None, current: LearningSpace | None, waits: bool) -> Document:
    """What the change does to the version its author saw; of a space hidden from the reader only what is new."""
    mine = wanted(change)
    before = held(base, mine) if base is not None and current is not None else {}
    stale = waits and current is not None and current.version != change.base_version
    return {
        "action": change.action,
        "collection": change.collection,
        "id": change.id,
        "base_version": change.base_version,
        "current_version": None if current is None else current.version,
        "name": _name(mine, current),
        "stale": stale,
        "attributes": attribute_diff(_plain(before), _plain(mine)),
        "geometry": _on_the_map(change, before, mine, base if current is not None else None),
        **_conflicts(index, change, base, current, stale),
    }


def _name(mine: Mapping[str, Any], current: LearningSpace | None) -> Document:
    return {
        language: mine.get(f"name_{language}") or (getattr(current, f"name_{language}") if current else None)
        for language in ("th", "en")
    }


def _plain(values: Mapping[str, Any]) -> Document:
    return all_as_json({name: value for name, value in values.items() if not isinstance(value, GEOSGeometry)})


def _on_the_map(
    change: Change, before: Mapping[str, Any], mine: Mapping[str, Any], base: Any | None
) -> Document | None:
    """The geometry before and after, what is added and removed; None where the change leaves it alone."""
    if change.action == Action.DELETE:
        return None if base is None else geometry_diff(base.geometry, None).as_geojson()
    if "geometry" not in mine:
        return None
    return geometry_diff(before.get("geometry"), mine["geometry"]).as_geojson()


def _conflicts(index: int, change: Change, base: Any | None, current: LearningSpace | None, stale: bool) -> Document:
    if not stale:
        return {"conflicts": [], "gone": False}
    try:
        found = rebase(index, change, base, current)
    except SpaceGone:
        return {"conflicts": [], "gone": True}
    return {"conflicts": [conflict.as_json() for conflict in found.conflicts], "gone": False}


def _visible_rows(changes: Sequence[Change], user: User) -> dict[Key, LearningSpace]:
    """The spaces that `user` may see, for reviewers the deleted ones too."""
    found: dict[Key, LearningSpace] = {}
    for collection in {change.collection for change in changes}:
        ids = [change.id for change in changes if change.collection == collection and change.action != Action.CREATE]
        kind: Any = KIND_OF[collection]
        rows = kind.objects.all() if publishes_everything(user) else kind.objects.visible_to(user)
        found |= {(collection, row.pk): row for row in rows.filter(pk__in=ids)}
    return found
