"""`/api/closures`: days on which a space or a path is closed."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request

from geo.geometry import InvalidGeometry, at_entry
from geo.rest.idempotency import once
from geo.rest.links import address, self_and_alternates
from geo.rest.media import JSON, Media
from geo.rest.problems import BadParameter
from geo.texts import Text
from spaces import closures
from spaces.api import ageing_words as words
from spaces.api.acting import OpenView, StrictSerializer, StrictText, answer, body, no_parameters
from spaces.models import AnySpace, Closure

MOST = 500
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)


class ClosuresView(OpenView):
    """`/api/closures`: those of today and to come, or of a day (`on`), as GeoJSON; a path's line is its geometry."""

    http_method_names = ["get", "head", "post", "options"]
    own_parameters = words.CLOSURE_PARAMETERS

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        found = closures.visible_to(request.user).filter(lifted_at=None)
        day = _day("on", asked.get("on"))
        found = closures.meeting(found, day or timezone.localdate(), day)
        if "space" in asked:
            found = found.filter(space=asked["space"][:80])
        document = {
            "type": "FeatureCollection",
            "features": [_closure(one) for one in found.order_by("starts_on", "pk")[:MOST]],
            "numberMatched": found.count(),
            "links": self_and_alternates(request._request, "closures", asked, self.offered, JSON),
        }
        return answer(document)

    @once
    def post(self, request: Request) -> HttpResponse:
        wanted = body(request, NewClosure)
        space = _closed_space(request, wanted.pop("space", None))
        reason = wanted.pop("reason")
        made = closures.enter(
            request.user,  # type: ignore[arg-type]
            space,
            reason_th=reason["th"],
            reason_en=reason["en"],
            **wanted,
        )
        return answer(_closure(made), status=201, Location=address(request._request, f"closures/{made.pk}"))

    def describe_get(self) -> Any:
        return words.list_closures(self.parameters())

    def describe_post(self) -> Any:
        return words.enter_closure()


class ClosureView(OpenView):
    """`/api/closures/{id}`: one closure; DELETE lifts it, and it stays on record."""

    http_method_names = ["get", "head", "delete", "options"]

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: Any) -> HttpResponse:
        return answer(_closure(_found(request, path["closure_id"])))

    @once
    def delete(self, request: Request, closure_id: int) -> HttpResponse:
        no_parameters(request)
        closures.lift(request.user, _found(request, closure_id))  # type: ignore[arg-type]
        return HttpResponse(status=204)

    def describe_get(self) -> Any:
        return words.get_closure(self.parameters())

    def describe_delete(self) -> Any:
        return words.lift_closure()


class Reason(StrictSerializer):
    th = StrictText(max_length=300)
    en = StrictText(max_length=300)


class NewClosure(StrictSerializer):
    """Of a space by its id, or of a path as a GeoJSON LineString (WGS 84)."""

    space = StrictText(max_length=80, required=False)
    geometry = serializers.JSONField(required=False)
    starts_on = serializers.DateField(input_formats=["%Y-%m-%d"])
    ends_on = serializers.DateField(input_formats=["%Y-%m-%d"], required=False, allow_null=True)
    reason = Reason()

    def validate_starts_on(self, day: date) -> date:
        return _plausible(day)

    def validate_ends_on(self, day: date | None) -> date | None:
        return None if day is None else _plausible(day)

    def validate_geometry(self, geometry: Any) -> Any:
        try:
            return at_entry(geometry, ("LineString",))
        except InvalidGeometry as fault:
            raise serializers.ValidationError(fault.text.in_language()) from fault

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("space" in attrs) == ("geometry" in attrs):
            words_ = Text("ระบุ space หรือ geometry อย่างใดอย่างหนึ่ง", "Either space or geometry is wanted.")
            raise serializers.ValidationError({"space": [words_.in_language()]})
        if attrs.get("ends_on") and attrs["ends_on"] < attrs["starts_on"]:
            late = Text("ต้องไม่ก่อนวันแรก", "It cannot end before it begins.")
            raise serializers.ValidationError({"ends_on": [late.in_language()]})
        return attrs


def _plausible(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise serializers.ValidationError(Text("ปีต้องเป็น ค.ศ.", "A year of the common era is wanted.").in_language())
    return day


def _closed_space(request: Request, space_id: str | None) -> Any:
    """The space to close, if this person sees it; None for a path. Raises Http404."""
    if space_id is None:
        return None
    space = AnySpace.objects.visible_to(request.user).filter(pk=space_id).first()
    if space is None:
        raise Http404
    return space


def _found(request: Request, closure_id: int) -> Closure:
    closure = closures.visible_to(request.user).filter(pk=closure_id).first()
    if closure is None:
        raise Http404
    return closure


def _closure(one: Closure) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": one.pk,
        "geometry": None
        if one.geometry is None
        else {"type": "LineString", "coordinates": [list(position) for position in one.geometry.coords]},
        "properties": {
            "space": one.space_id,
            "starts_on": one.starts_on,
            "ends_on": one.ends_on,
            "reason": one.reason.as_dict(),
            "lifted_at": one.lifted_at,
        },
    }


def _day(name: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise BadParameter(name, Text("ต้องเป็นวันที่ เช่น 2027-01-20", "A day is wanted, such as 2027-01-20.")) from None
