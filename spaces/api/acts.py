"""`/api/acts/{act}`: split, merge, clip, snap, move a border, cut and fill a hole. Shown first, done on demand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django.http import HttpResponse
from rest_framework.request import Request
from shapely import GEOSException

from geo.acts import ActImpossible
from geo.geometry import InvalidGeometry
from geo.rest import query, values
from geo.rest.bodies import FEATURE
from geo.rest.collection import JsonObject
from geo.rest.describing import Operation
from geo.rest.idempotency import once
from geo.rest.links import address, link
from geo.rest.media import JSON
from geo.rest.views.base import ApiView, as_json
from geo.rest.views.writing import Writes, waiting
from geo.rest.writing import Fault, InvalidFeature, Written
from geo.texts import Text
from geo.turns import CHECKING
from geo.validity import LayerTooTangled
from spaces.api import act_words as words
from spaces.api.refusals import told_to
from spaces.api.writer import SOURCE
from spaces.models import KIND_OF
from spaces.reshaping import doing, showing
from spaces.reshaping.zones import NAMING, Reshaped, drawn, seen
from spaces.submitting import Submitted, submit


class ActRefused(Exception):
    """The results of an act cannot be stored. `faults` says what is wrong with each, `layer` what overlaps anew."""

    text = Text("ผลลัพธ์มีข้อผิดพลาด จึงไม่ได้บันทึก", "The results have faults, so nothing was stored.")

    def __init__(self, document: JsonObject) -> None:
        super().__init__(self.text.en)
        self.extra = {"faults": document["faults"], "layer": document["layer"], "changes": document["changes"]}


class ActView(Writes, ApiView):
    """One of the acts, for who is signed in and sees what it is about."""

    http_method_names = ["post", "options"]
    act: ClassVar[str] = ""
    accepted: ClassVar[Mapping[str, Sequence[str]]] = {"POST": (JSON.type,)}
    limits = FEATURE

    @once
    def post(self, request: Request) -> HttpResponse:
        query.read(request._request, ())
        asked = checked(self.act, self.document(request))
        user: Any = request.user
        preview = asked.get("preview", True)
        with told_to(user, lambda index: f"/features/{index}"):
            with CHECKING.turn():
                done, document = self.worked_out(asked, user)
            if preview:
                return HttpResponse(as_json(document), content_type=JSON.type)
            submitted = self.submitted(done, asked, user)
        return answer(request, document, done, submitted)

    def worked_out(self, asked: JsonObject, user: Any) -> tuple[list[Reshaped], JsonObject]:
        """What becomes of every area. Raises ActImpossible, ActRefused, ChangeRefused."""
        preview = asked.get("preview", True)
        zones = seen(asked.get("features", []), user, versions_wanted=not preview)
        try:
            done = doing.ACTS[self.act](zones, asked, user)
            found = showing.checked(done, user, drawn(asked, user))
        except LayerTooTangled as tangled:
            raise ActImpossible("layer_too_tangled", tangled.text) from tangled
        except GEOSException as fault:  # nearly parallel edges, say, whose crossing has no clear place
            raise ActImpossible("cannot_be_worked_out", _NO_CLEAR_PLACE) from fault
        document = showing.document(self.act, done, found, preview=preview)
        if not preview and (found.report.errors or (self.act == "move-border" and found.new_overlaps)):
            raise ActRefused(document)
        return done, document

    def submitted(self, done: Sequence[Reshaped], asked: JsonObject, user: Any) -> Submitted:
        try:
            changes = [each.change() for each in done]
        except InvalidGeometry as fault:  # the way in has the last word
            raise InvalidFeature([Fault("", fault.code, fault.text, fault.at)]) from fault
        comment, propose = asked.get("comment", ""), asked.get("propose", False)
        return submit(changes, user=user, comment=comment, source=SOURCE, propose=propose)

    def describe(self) -> Operation | None:
        return None

    def describe_post(self) -> Operation:
        return words.describe(self.act)


def checked(act: str, document: Any) -> JsonObject:
    """The body, fit for its schema. Raises InvalidFeature with every fault."""
    faults = [*values.faults(document, words.body(act))]
    if not faults:
        faults = list(_gaps(act, document))
    if faults:
        raise InvalidFeature(faults)
    found: JsonObject = document
    return found


def _gaps(act: str, document: JsonObject) -> Sequence[Fault]:
    """What a schema of OpenAPI 3.0 cannot say simply: one of two members is wanted."""
    if act == "move-border":
        one = ("moves" in document) != ("line" in document)
        there = "features" in document or "collection" in document
        faults = [] if one else [Fault("/moves", "required", Text("ระบุ moves หรือ line", "Give moves, or a line."))]
        faults += [] if there else [Fault("/features", "required", _WHERE)]
        return faults or list(_drawn_for_real(document))
    if act == "clip" and {*document["to"]} not in ({"collection", "id"}, {"boundary"}, {"geometry"}):
        text = Text(
            "ระบุ collection กับ id หรือ boundary หรือ geometry", "Give a collection and an id, a boundary, or a geometry."
        )
        return [Fault("/to", "required", text)]
    return list(_drawn_for_real(document))


def _drawn_for_real(document: JsonObject) -> Iterator[Fault]:
    """What is drawn in the request was never stored: an act upon it can only be shown."""
    if document.get("preview", True):
        return
    for name in NAMING:
        refs = document.get(name, [])
        for index in range(len(refs) if isinstance(refs, list) else 0):
            if "geometry" in refs[index]:
                yield Fault(f"/{name}/{index}/geometry", "preview_only", _PREVIEW_ONLY)


def answer(request: Request, document: JsonObject, done: Sequence[Reshaped], submitted: Submitted) -> HttpResponse:
    if not submitted.applied:
        return waiting(request._request, Written("", None, False, f"proposals/{submitted.changeset.pk}"))
    here = address(request._request, f"changesets/{submitted.changeset.pk}")
    versions = {
        each.id: KIND_OF[each.collection].objects.values_list("version", flat=True).get(pk=each.id) for each in done
    }
    document["changes"] = [{**change, "version": versions[change["id"]]} for change in document["changes"]]
    document |= {"changeset": submitted.changeset.pk, "links": [link("changeset", here, JSON)]}
    return HttpResponse(as_json(document), status=201, content_type=JSON.type, headers={"Location": here})


_NO_CLEAR_PLACE = Text(
    "คำนวณรูปทรงนี้ไม่ได้ ลองขยับจุดเล็กน้อย", "This cannot be worked out. Move a point a little and try again."
)
_PREVIEW_ONLY = Text("ใช้ได้เฉพาะเมื่อ preview เป็น true", "This is for previews only.")
_WHERE = Text("ระบุ features หรือ collection", "Give features, or a collection.")
