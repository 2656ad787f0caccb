"""`/api/validate`: what is wrong with geometries, whether or not they could be stored."""

from collections.abc import Mapping
from typing import Any

import shapely
from django.http import Http404, HttpResponse
from rest_framework.permissions import AllowAny
from rest_framework.request import Request

from geo.bbox import BBox, InvalidBBox
from geo.rest import problems, query, validating, validating_describing
from geo.rest.bodies import MANY
from geo.rest.collection import Collection, JsonObject, collections
from geo.rest.describing import Operation
from geo.rest.media import JSON
from geo.rest.views.base import ApiView, as_json
from geo.rest.views.writing import Writes
from geo.rest.writing import GEOJSON_TYPES
from geo.texts import Text
from geo.turns import AGAIN_S, CHECKING, TooManyAtOnce
from geo.validity import LayerTooTangled

MOST_FEATURES = 10_000
MOST_VERTICES = 500_000


class UnreadableCheck(Exception):
    """The body is JSON, but nothing that can be checked."""

    def __init__(self, text: Text, pointer: str) -> None:
        super().__init__(text.en)
        self.text, self.extra = text, {"pointer": pointer}


class TooManyFeatures(Exception):
    """More features, or vertices, than are checked at once."""

    def __init__(self) -> None:
        self.text = Text(
            f"ตรวจครั้งละไม่เกิน {MOST_FEATURES:,} รูป และ {MOST_VERTICES:,} จุดมุม แบ่งตรวจด้วย bbox",
            f"At most {MOST_FEATURES:,} features and {MOST_VERTICES:,} vertices at once. Take parts, by bbox.",
        )
        self.extra = {"most_features": MOST_FEATURES, "most_vertices": MOST_VERTICES}
        super().__init__(self.text.en)


problems.register(UnreadableCheck, 422, "nothing-to-check", Text("ไม่มีสิ่งที่ตรวจได้", "Nothing that can be checked"))
problems.register(TooManyFeatures, 422, "too-many-features", Text("รูปทรงมากเกินไป", "Too many features"))
problems.register(LayerTooTangled, 422, "layer-too-tangled", Text("ซ้อนทับกันมากเกินไป", "Too tangled to check"))
problems.register(
    TooManyAtOnce,
    503,
    "too-many-at-once",
    Text("มีคนใช้พร้อมกันมาก", "Many are asking at once"),
    headers={"Retry-After": str(AGAIN_S)},
)


class ValidateView(Writes, ApiView):
    """Checks what is sent, or what is stored. Changes nothing, so nobody needs an account."""

    http_method_names = ["post", "options"]
    permission_classes = (AllowAny,)
    accepted = {"POST": GEOJSON_TYPES}
    limits = MANY

    def post(self, request: Request) -> HttpResponse:
        query.read(request._request, ())
        with CHECKING.turn():
            answer = checked(self.document(request), request)
        response = HttpResponse(as_json(answer), content_type=JSON.type)
        response["Cache-Control"] = "no-store"
        return response

    def describe(self) -> Operation | None:
        return None

    def describe_post(self) -> Operation:
        return validating_describing.validate()


def checked(document: Any, request: Request) -> JsonObject:
    """The answer to a body. Raises UnreadableCheck, TooManyFeatures, LayerTooTangled, Http404."""
    if not isinstance(document, Mapping):
        raise UnreadableCheck(_WANTED, "")
    collection = named(document.get("collection"))
    if "type" not in document and collection is not None:
        return stored(document, collection, request)
    if not isinstance(document.get("type"), str):
        raise UnreadableCheck(_WANTED, "/type")
    if document["type"] == "FeatureCollection":
        features = document.get("features")
        if not isinstance(features, list):
            raise UnreadableCheck(Text("features ต้องเป็นรายการ", "features is a list."), "/features")
        if len(features) > MOST_FEATURES:
            raise TooManyFeatures
    return validating.of_document(document, collection)


def named(name: Any) -> Collection | None:
    """The collection that the body names. Raises Http404 for one that is not there."""
    if name is None:
        return None
    found = next((each for each in collections() if each.id == name), None)
    if found is None:
        raise Http404
    return found


def stored(document: Mapping[str, Any], collection: Collection, request: Request) -> JsonObject:
    """The check of the features that this person sees of a collection, all or those that touch a box."""
    if unknown := set(document) - {"collection", "bbox"}:
        name = sorted(unknown)[0]
        raise UnreadableCheck(Text("ไม่รู้จักชื่อนี้", "This member is unknown here."), f"/{name[:80]}")
    rows = collection.visible_to(request.user)
    if "bbox" in document:
        rows = rows.filter(geometry__intersects=_box(document["bbox"]).to_geos())
    found = list(rows.order_by("pk").values_list("pk", "geometry")[: MOST_FEATURES + 1])
    geometries = shapely.from_wkb([bytes(geometry.wkb) for _, geometry in found])
    if len(found) > MOST_FEATURES or shapely.get_num_coordinates(geometries).sum() > MOST_VERTICES:
        raise TooManyFeatures
    return validating.of_rows([str(pk) for pk, _ in found], list(geometries), collection.judged_by())


def _box(numbers: Any) -> BBox:
    """Four numbers in a list, or as the query parameter writes them. Raises UnreadableCheck."""
    if isinstance(numbers, list) and all(type(number) in {int, float} for number in numbers):
        numbers = ",".join(map(repr, numbers))
    try:
        return BBox.parse(numbers if isinstance(numbers, str) else "")
    except InvalidBBox as fault:
        words = Text("bbox คือ ตะวันตก, ใต้, ตะวันออก, เหนือ เป็นองศา", str(fault))
        raise UnreadableCheck(words, "/bbox") from fault


_WANTED = Text(
    'ต้องเป็นรูปทรง Feature หรือ FeatureCollection ของ GeoJSON หรือ {"collection": …, "bbox": …}',
    'A GeoJSON geometry, Feature or FeatureCollection is wanted, or {"collection": …, "bbox": …}.',
)
