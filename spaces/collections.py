"""The collections that this app gives to `/api/`: the five kinds, and all of them as one."""

from functools import partial
from typing import Any, cast

from django.db.models import F, Func, IntegerField, Value

from geo.rest.collection import Collection, Days, Person, Rows, register
from geo.texts import Text
from geo.thai import fold
from spaces.api.writer import SpaceWriter
from spaces.field_words import WORDING
from spaces.filters import FILTERS
from spaces.history import PAST_OF, PAST_OF_ALL
from spaces.models import KIND_OF, AnySpace
from spaces.querysets import LearningSpaceQuerySet
from spaces.references import unknown_ids
from spaces.serializers import SERIALIZER_OF, AnySpaceSerializer
from spaces.tiles import layer
from spaces.validity import rules_of

# What anybody may see depends on memberships too.
RIGHTS = ("memberships",)
SORTABLE = ("id", "name_th", "name_en", "updated_at", "created_at", "accuracy_m", "subkind", "district_code")
NOT_LAW = Text(
    "เขตเหล่านี้เป็นการออกแบบพื้นที่เรียนรู้ ไม่ใช่ผังเมืองตามกฎหมาย เฉพาะข้อความที่ประกาศในราชกิจจานุเบกษาเท่านั้นที่มีผลบังคับ",
    "These zones are learning-space design, not a legal plan: only the text published in the Royal Gazette is law.",
)

WORDS = {
    "heritage-sites": (
        Text("แหล่งมรดก", "Heritage sites"),
        Text(
            "วัด วัง โบราณสถาน และแหล่งธรรมชาติที่มีเรื่องเล่า",
            "Temples, palaces, ancient monuments and natural sites with a story.",
        ),
    ),
    "street-art-walls": (
        Text("กำแพงศิลปะ", "Street-art walls"),
        Text(
            "ภาพบนกำแพงที่เล่าเรื่องเมือง พร้อมสภาพล่าสุดที่เห็น", "Walls that tell the town's story, and how they were last seen."
        ),
    ),
    "urban-design-zones": (
        Text("ย่านออกแบบพื้นที่เรียนรู้", "Urban-design zones"),
        Text("ย่านที่ออกแบบเป็นพื้นที่เรียนรู้จากภูมิปัญญาท้องถิ่น", "Zones of learning-space design from local wisdom."),
    ),
    "wisdom-places": (
        Text("แหล่งภูมิปัญญา", "Places of local wisdom"),
        Text("งานช่าง ศิลปะการแสดง ตลาด พิพิธภัณฑ์ ห้องสมุด", "Crafts, performing arts, markets, museums, libraries."),
    ),
    "amenities": (
        Text("สิ่งอำนวยความสะดวก", "Amenities"),
        Text("ห้องน้ำ น้ำดื่ม ร่มเงา ที่จอดรถ สถานี โรงพยาบาล", "Toilets, water, shade, parking, stations, hospitals."),
    ),
}
DAYS = {
    "urban-design-zones": Days("in_force_from", "in_force_to"),
    "street-art-walls": Days("last_seen", "last_seen"),
}


def ranked(rows: Rows, words: str) -> Rows:
    """Annotates `rank`: how early the first word stands. The folded text begins with the id and the names."""
    first = fold(words).split()[:1] or [""]
    place: Any = Func(F("search_text"), Value(first[0]), function="strpos", output_field=IntegerField())
    found: Rows = rows.annotate(rank=place)
    return found


def _kind(collection: str) -> Collection:
    title, description = WORDS[collection]
    model = KIND_OF[collection]
    return Collection(
        id=collection,
        title=title,
        description=description,
        serializer=SERIALIZER_OF[collection],
        visible_to=lambda user: _visible(model, user),
        counters=(collection, *RIGHTS),
        geometry_types=model.geometry_types,
        filters=FILTERS,
        sortable=SORTABLE,
        days=DAYS.get(collection),
        wording=WORDING,
        notice=NOT_LAW if collection == "urban-design-zones" else None,
        tiles=layer(collection),
        past=PAST_OF[collection],
        writer=SpaceWriter(collection),
        rules=lambda: rules_of(collection),
        unknown=partial(unknown_ids, model),
    )


def _visible(model: Any, user: Person) -> Rows:
    rows: LearningSpaceQuerySet = model.objects.all()
    found: Rows = rows.visible_to(cast(Any, user))
    return found


ALL_SPACES = Collection(
    id="learning-spaces",
    title=Text("พื้นที่เรียนรู้ทั้งหมด", "All learning spaces"),
    description=Text("ทุกประเภทรวมกัน เฉพาะข้อมูลที่มีร่วมกัน", "Every kind together, with the columns they share."),
    serializer=AnySpaceSerializer,
    visible_to=lambda user: _visible(AnySpace, user),
    counters=(*KIND_OF, *RIGHTS),
    geometry_types=("Point", "LineString", "MultiPolygon"),
    filters=FILTERS,
    sortable=SORTABLE,
    wording=WORDING,
    notice=NOT_LAW,
    rank=ranked,
    tiles=layer("learning-spaces"),
    past=PAST_OF_ALL,
)


def register_collections() -> None:
    register([*(_kind(collection) for collection in KIND_OF), ALL_SPACES])
