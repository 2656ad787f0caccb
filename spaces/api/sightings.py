"""`…/street-art-walls/items/{id}/sightings`: the condition log of a wall."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request

from geo.rest.idempotency import once
from geo.rest.links import address, self_and_alternates
from geo.rest.media import JSON, Media
from geo.texts import Text
from spaces import sightings
from spaces.api import ageing_words as words
from spaces.api.acting import OpenView, StrictSerializer, StrictText, answer, body
from spaces.models import StreetArtWall, WallCondition, WallSighting

MOST = 500
FIRST_DAY = date(1900, 1, 1)


class SightingsView(OpenView):
    """`…/street-art-walls/items/{id}/sightings`: how the wall was seen; a new line goes through review."""

    http_method_names = ["get", "head", "post", "options"]

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        wall = _wall(request, path["feature_id"])
        here = f"collections/street-art-walls/items/{wall.pk}/sightings"
        document = {
            "wall": wall.pk,
            "condition": wall.condition,
            "last_seen": wall.last_seen,
            "sightings": [_sighting(line) for line in sightings.log_of(wall.pk)[:MOST]],
            "links": self_and_alternates(request._request, here, asked, self.offered, JSON),
        }
        return answer(document)

    @once
    def post(self, request: Request, feature_id: str) -> HttpResponse:
        wall = _wall(request, feature_id)
        seen = body(request, Sighting)
        done = sightings.report(wall, user=request.user, **seen)  # type: ignore[arg-type]
        document = {**seen, "changeset": done.changeset.pk, "applied": done.applied}
        if done.applied:
            there = address(request._request, f"collections/street-art-walls/items/{wall.pk}/sightings")
            return answer(document, status=201, Location=there)
        return answer(document, status=202, Location=address(request._request, f"proposals/{done.changeset.pk}"))

    def describe_get(self) -> Any:
        return words.list_sightings(self.parameters())

    def describe_post(self) -> Any:
        return words.report_sighting()


class Sighting(StrictSerializer):
    seen_on = serializers.DateField(input_formats=["%Y-%m-%d"])
    condition = serializers.ChoiceField(WallCondition.choices)
    note = StrictText(max_length=500, required=False, allow_blank=True, default="")

    def validate_seen_on(self, day: date) -> date:
        if not FIRST_DAY <= day <= timezone.localdate():
            raise serializers.ValidationError(
                Text("วันที่ต้องไม่อยู่ในอนาคต", "Nobody has seen it in the future.").in_language()
            )
        return day


def _wall(request: Request, wall_id: str) -> StreetArtWall:
    wall: StreetArtWall | None = StreetArtWall.objects.visible_to(request.user).filter(pk=wall_id[:80]).first()
    if wall is None:
        raise Http404
    return wall


def _sighting(line: WallSighting) -> dict[str, Any]:
    return {
        "seen_on": line.seen_on,
        "condition": line.condition,
        "note": line.note,
        "changeset": line.changeset_id,
        "applied": True,
    }
