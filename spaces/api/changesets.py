"""`/api/changesets`: many changes of many kinds applied at once or not at all, and the list of what was changed."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.http import Http404, HttpResponse
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request

from geo.rest import cursor, parameters, times
from geo.rest.bodies import MANY
from geo.rest.describing import Operation
from geo.rest.idempotency import once
from geo.rest.links import address, link
from geo.rest.media import GEOJSON, JSON, Media
from geo.rest.parameters import SortKey
from geo.rest.placing import system_of_body
from geo.rest.problems import BadParameter
from geo.rest.query import read as read_query
from geo.rest.views.base import ApiView, as_json
from geo.rest.views.writing import Writes, waiting
from geo.rest.writing import Written
from geo.texts import Text
from spaces import seen_changesets
from spaces.api import changeset_reading as reading
from spaces.api import changeset_words as words
from spaces.api.changeset_body import METHODS, checked, partner_of, wanted_change
from spaces.api.documents import Wanted, changes_of
from spaces.api.refusals import told_to
from spaces.api.writer import SOURCE
from spaces.changes import Change
from spaces.models import KIND_OF, Changeset
from spaces.submitting import submit

_NEWEST = (SortKey("id", descending=True),)


class ChangesetsView(Writes, ApiView):
    """`/api/changesets`: the list, and POST to apply one."""

    http_method_names = ["get", "head", "post", "options"]
    offered = (JSON,)
    own_parameters = words.LIST_PARAMETERS
    accepted: ClassVar[Mapping[str, Sequence[str]]] = {"POST": (JSON.type,)}
    limits = MANY

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        person, plain = request.user, request._request
        rows = narrowed(seen_changesets.visible_to(person), asked, person).order_by("-id")
        if "cursor" in asked:
            rows = rows.filter(cursor.after(_NEWEST, cursor.read(asked["cursor"], "changesets", _NEWEST)))
        limit = min(parameters.limit(asked.get("limit")), words.MOST_LISTED)
        found = list(rows[: limit + 1])
        links = [link("self", address(plain, "changesets", asked), JSON)]
        if len(found) > limit:
            onward = {**asked, "cursor": cursor.written("changesets", _NEWEST, json.dumps([found[limit - 1].pk]))}
            links.append(link("next", address(plain, "changesets", onward), JSON))
        shown = [reading.told(each, person, plain) for each in found[:limit]]
        document = {"changesets": shown, "numberReturned": len(shown), "links": links}
        return self.written(request, medium, document, "changesets")

    @once
    def post(self, request: Request) -> HttpResponse:
        read_query(request._request, ())
        document = checked(self.document(request))
        user: Any = request.user
        wanted = [wanted_change(index, change) for index, change in enumerate(document["changes"])]
        with told_to(user, lambda index: f"/changes/{index}"):
            changes = changes_of(wanted, user, system_of_body(request._request))
            submitted = submit(
                changes,
                user=user,
                comment=document.get("comment", ""),
                source=SOURCE,
                partner=partner_of(document.get("partner"), user),
                propose=document.get("propose", False),
            )
        if not submitted.applied:
            return waiting(request._request, Written("", None, False, f"proposals/{submitted.changeset.pk}"))
        return _applied(request, submitted.changeset, wanted, changes)

    def describe(self) -> Operation:
        return words.list_changesets(self.parameters())

    def describe_post(self) -> Operation:
        return words.apply_changeset()


class ChangesetView(ApiView):
    """`/api/changesets/{id}`: who changed what, when and why."""

    offered = (JSON,)

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: Any) -> HttpResponse:
        person: Any = request.user
        found = seen_changesets.visible_to(person).filter(pk=min(path["changeset_id"], 2**62)).first()
        if found is None:
            raise Http404
        return self.written(request, medium, reading.told_in_full(found, person, request._request), "changeset")

    def describe(self) -> Operation:
        return words.get_changeset(self.parameters())


def narrowed(rows: Any, asked: Mapping[str, str], person: seen_changesets.Person) -> Any:
    """The changesets under the filters. Raises BadParameter, or NotAuthenticated where people are asked for."""
    if "author" in asked:
        if not person.is_authenticated:
            raise NotAuthenticated
        rows = rows.filter(author__username=asked["author"])
    if "collection" in asked:
        rows = seen_changesets.touching(rows, _one_of("collection", asked["collection"], list(KIND_OF)))
    if "state" in asked:
        rows = rows.filter(state=_one_of("state", asked["state"], Changeset.State.values))
    return rows.filter(at__gte=times.moment("since", asked["since"])) if "since" in asked else rows


def _one_of(name: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        raise BadParameter(name, Text(f"เลือกได้: {', '.join(known)}", f"{name} is one of {', '.join(known)}."))
    return value


def _applied(
    request: Request, changeset: Changeset, wanted: Sequence[Wanted], changes: Sequence[Change]
) -> HttpResponse:
    versions = _versions(changes)
    here = address(request._request, f"changesets/{changeset.pk}")
    done = [
        {
            "action": next(name for name, method in METHODS.items() if method is each.method),
            "collection": change.collection,
            "id": change.id,
            "version": versions[change.collection, change.id],
            "links": [
                link("item", address(request._request, f"collections/{change.collection}/items/{change.id}"), GEOJSON)
            ],
        }
        for each, change in zip(wanted, changes, strict=True)
    ]
    document = {"id": changeset.pk, "state": changeset.state, "changes": done, "links": [link("self", here, JSON)]}
    return HttpResponse(as_json(document), status=201, content_type=JSON.type, headers={"Location": here})


def _versions(changes: Sequence[Change]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for collection in {change.collection for change in changes}:
        ids = [change.id for change in changes if change.collection == collection]
        rows = KIND_OF[collection].objects.filter(pk__in=ids).values_list("pk", "version")
        found |= {(collection, pk): version for pk, version in rows}
    return found
