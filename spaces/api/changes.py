"""`/api/changes`: what was changed, in commit order; what a map of recent changes and "since my last visit" ask."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core import signing
from django.http import HttpResponse
from rest_framework.request import Request

from geo.rest import caching, page, parameters, times
from geo.rest.collection import JsonObject
from geo.rest.describing import Operation
from geo.rest.links import address, link, self_and_alternates
from geo.rest.media import GEOJSON, HTML, JSON, Media
from geo.rest.problems import BadParameter
from geo.rest.version_list import utc
from geo.rest.views.base import ApiView, as_json
from geo.texts import Text
from spaces import feed, seen_changesets
from spaces.api import changes_words as words
from spaces.api.refusals import display_name
from spaces.collections import ALL_SPACES
from spaces.models import KIND_OF, Changeset

_SALT = "spaces.api.changes"


class ChangesView(ApiView):
    """`/api/changes`: oldest first. `cursor` in the answer is where to go on, now or at the next visit."""

    offered = (JSON, GEOJSON, HTML)
    own_parameters = words.PARAMETERS

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        collections = _collections(asked.get("collection"))
        place = _place(asked, collections)
        limit = min(parameters.limit(asked.get("limit")), words.MOST)
        tag = caching.list_tag(request._request, request.user, page.counters(ALL_SPACES))
        if caching.is_fresh(request._request, tag):
            return caching.not_modified(tag)
        found = feed.commits(collections, place, limit)
        read = found[:limit]
        onward = _written(feed.place_after(place, read))
        entries = list(_entries(request, read))
        document = {
            "changes": entries,
            "numberReturned": len(entries),
            "cursor": onward,
            "links": _links(request, asked, medium, onward if len(found) > limit else None),
        }
        response = self.shown(request, medium, document)
        response["ETag"] = tag
        return response

    def shown(self, request: Request, medium: Media, document: JsonObject) -> HttpResponse:
        if medium is not GEOJSON:
            return self.written(request, medium, document, "changes")
        drawn = {**document, "type": "FeatureCollection", "features": list(map(_drawn, document["changes"]))}
        del drawn["changes"]
        return HttpResponse(as_json(drawn), content_type=medium.type)

    def describe(self) -> Operation:
        return words.list_changes(self.parameters(), self.offered)


def _collections(text: str | None) -> list[str]:
    """The collections that are asked for. Raises BadParameter."""
    names = list(KIND_OF) if text is None else text.split(",")
    if not set(names) <= KIND_OF.keys():
        listed = ", ".join(KIND_OF)
        raise BadParameter("collection", Text(f"collection เลือกได้: {listed}", f"collection is of {listed}."))
    return names


def _place(asked: Mapping[str, str], collections: Sequence[str]) -> feed.Place:
    """Where to begin: after the cursor, after a moment, or at the very first. Raises BadParameter."""
    if "cursor" in asked:
        try:
            place: dict[str, list[int]] = signing.loads(asked["cursor"], salt=_SALT)
        except (signing.BadSignature, ValueError):
            words = Text("cursor ใช้ได้เฉพาะที่ได้จากคำตอบก่อน", "cursor is taken as it stands from an answer before.")
            raise BadParameter("cursor", words) from None
        return place
    if "since" in asked:
        return feed.since(times.first_moment("since", asked["since"]), collections)
    return {}


def _written(place: feed.Place) -> str:
    return signing.dumps(dict(place), salt=_SALT, compress=True)


def _links(request: Request, asked: Mapping[str, str], medium: Media, onward: str | None) -> list[dict[str, str]]:
    plain = request._request
    links = self_and_alternates(plain, "changes", asked, ChangesView.offered, medium)
    if onward:
        rest = {name: value for name, value in asked.items() if name != "since"}
        links.append(link("next", address(plain, "changes", {**rest, "cursor": onward}), medium))
    return links


def _entries(request: Request, read: Sequence[feed.Commit]) -> Iterable[JsonObject]:
    """Each line of the log that did something this person may see."""
    user: Any = request.user
    done = feed.touched(read, user)
    ids = {commit.changeset_id for commit in read}
    about = Changeset.objects.select_related("author").in_bulk(ids)
    visible: Any = seen_changesets.visible_to(user)
    told = dict(visible.filter(pk__in=ids, hidden=False).values_list("pk", "comment"))
    for commit in read:
        if touched := done.get((commit.collection, commit.changeset_id)):
            changeset = about[commit.changeset_id]
            who = {"who": display_name(changeset.author)} if user.is_authenticated else {}
            comment = {"why": told.get(changeset.pk, ""), "source": changeset.source}
            yield {**_where(commit), **who, **comment, **_what(request, commit.collection, touched)}


def _where(commit: feed.Commit) -> JsonObject:
    return {
        "collection": commit.collection,
        "n": commit.n,
        "changeset": commit.changeset_id,
        "when": utc(commit.when),
    }


def _what(request: Request, collection: str, touched: feed.Touched) -> JsonObject:
    def named(id: str, version: int, action: str) -> JsonObject:
        here = address(request._request, f"collections/{collection}/items/{id}")
        links = [] if action == "delete" else [link("item", here, GEOJSON)]
        return {"id": id, "version": version, "action": action, "links": links}

    return {
        "counts": dict(touched.counts),
        "complete": touched.complete,
        "features": [named(*each) for each in touched.named],
        "bbox": list(touched.bbox) if touched.bbox else None,
    }


def _drawn(change: JsonObject) -> JsonObject:
    """An entry as a feature: the box of what it touched, for a map."""
    properties = {name: value for name, value in change.items() if name != "bbox"}
    return {
        "type": "Feature",
        "id": f"{change['collection']}.{change['n']}.{change['changeset']}",
        "geometry": _rectangle(change["bbox"]) if change["bbox"] else None,
        "properties": properties,
    }


def _rectangle(box: Sequence[float]) -> JsonObject:
    west, south, east, north = box
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}
