"""Which changesets somebody may see, and what is told of each.

A changeset is as visible as the spaces it touched: one that touched only hidden spaces is not there, and of a mixed one
only what is visible is told. Its comment may name what is hidden, so it is told only where nothing is.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from geo.rest.collection import JsonObject
from geo.rest.links import address, link
from geo.rest.media import GEOJSON, JSON
from spaces.api.refusals import display_name
from spaces.changes import Action
from spaces.models import EVENT_OF, KIND_OF, Changeset, ProposedChange, Status, User
from spaces.permissions import publishes_everything

MOST_CHANGES = 10_000

Person = User | AnonymousUser


def visible_to(person: Person) -> QuerySet[Changeset]:
    """Applied changesets that touched a space this person sees, and their own; reviewers see all."""
    wished = Exists(ProposedChange.objects.filter(changeset=OuterRef("pk")))
    rows = Changeset.objects.select_related("author").annotate(at=Coalesce("applied_at", "created_at"), wished=wished)
    if publishes_everything(person):
        return rows.annotate(hidden=Q(pk__isnull=True))
    mine = Q(author=person) if person.is_authenticated else Q(pk__in=())
    return rows.filter(mine | Q(state=Changeset.State.APPLIED) & _any(person, hidden=False)).annotate(
        hidden=~mine & _any(person, hidden=True)
    )


def touching(rows: QuerySet[Changeset], collection: str) -> QuerySet[Changeset]:
    """Those that touched, or want to touch, spaces of a collection."""
    there = Exists(EVENT_OF[collection]._default_manager.filter(changeset=OuterRef("pk")))
    wanted = Exists(ProposedChange.objects.filter(changeset=OuterRef("pk"), collection=collection))
    return rows.filter(there | wanted)


def _any(person: Person, *, hidden: bool) -> Q:
    """Whether the changeset touched any space that is visible, or any that is hidden."""
    found = Q()
    for collection, kind in KIND_OF.items():
        seen: Any = kind.objects
        events = EVENT_OF[collection]._default_manager.filter(changeset=OuterRef("pk"))
        visible = Q(id__in=seen.visible_to(person).values("pk"))
        found |= Q(Exists(events.filter(~visible if hidden else visible)))
    return found


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
            visible: Any = kind.objects
            rows = rows.filter(id__in=visible.visible_to(person).values("pk"))
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
