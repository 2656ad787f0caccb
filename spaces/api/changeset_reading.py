"""What is told of a changeset: of a mixed one only what is visible, and its comment only where nothing is hidden."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest

from geo.rest.collection import JsonObject
from geo.rest.links import address, link
from geo.rest.media import GEOJSON, JSON
from spaces.api.refusals import display_name
from spaces.changes import Action
from spaces.models import EVENT_OF, KIND_OF, Changeset, Status
from spaces.permissions import publishes_everything
from spaces.seen_changesets import Person, visible_versions

MOST_CHANGES = 10_000


def told(changeset: Any, person: Person, request: HttpRequest) -> JsonObject:
    """A line of the list. Who did it is for signed-in people to know."""
    here = f"changesets/{changeset.pk}"
    found: JsonObject = {
        "id": changeset.pk,
        "state": changeset.state,
        "comment": "" if changeset.hidden else changeset.comment,
        "source": changeset.source,
        "partner": changeset.partner_id,
        "created_at": changeset.created_at,
        "applied_at": changeset.applied_at,
        "links": [link("self", address(request, here), JSON)],
    }
    if person.is_authenticated:
        author = changeset.author
        found |= {"author": display_name(author), "username": author.get_username() if author else None}
    if changeset.wished and person.is_authenticated:
        found["links"].append(link("via", address(request, f"proposals/{changeset.pk}"), JSON))
    return found


def told_in_full(changeset: Any, person: Person, request: HttpRequest) -> JsonObject:
    """With every change of a space that this person sees, `MOST_CHANGES` at most."""
    changes = sorted(_changes(changeset, person, request), key=lambda change: (change["collection"], change["id"]))
    return {
        **told(changeset, person, request),
        "numberOfChanges": len(changes),
        "changes": changes[:MOST_CHANGES],
    }


def _changes(changeset: Changeset, person: Person, request: HttpRequest) -> Iterator[JsonObject]:
    for collection, kind in KIND_OF.items():
        rows: Any = EVENT_OF[collection]._default_manager.filter(changeset=changeset)
        if not publishes_everything(person):
            rows = rows.filter(visible_versions(kind, person))
        for space, version, status in rows.values_list("id", "version", "status"):
            path = f"collections/{collection}/items/{space}"
            yield {
                "action": _action(version, status),
                "collection": collection,
                "id": space,
                "version": version,
                "links": [link("item", address(request, path), GEOJSON)],
            }


def _action(version: int, status: str) -> Action:
    if version == 1:
        return Action.CREATE
    return Action.DELETE if status == Status.DELETED else Action.MODIFY
