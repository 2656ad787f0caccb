"""Generated spaces: the same row for the same number, however many there are.

The first `IN_TOWN` rows lie in one tile of zoom 13, all others elsewhere in the province: a box in the town therefore
holds the same features at every size.
"""

import math
from collections.abc import Iterator
from random import Random
from typing import Any
from uuid import UUID

from benchmarks.serving import words
from geo.bbox import BBox
from geo.tiles.matrix import tile_at

Row = dict[str, Any]

IN_TOWN = 1000
TOWN_TILE = tile_at(100.08, 7.617, 13)
PROVINCE = BBox(99.7, 7.2, 100.4, 7.9)
POINTS, ZONES = "wisdom-places", "urban-design-zones"
_DRAFT_EVERY = 20
_VERTICES = 48
_METRES_PER_DEGREE = 111_000


def town() -> BBox:
    """The part of the province that holds the first rows: four fifths of a tile, so that no zone leaves it."""
    box = TOWN_TILE.box()
    margin = 0.1 * (box.east - box.west)
    return BBox(box.west + margin, box.south + margin, box.east - margin, box.north - margin)


def rows(collection: str, count: int) -> Iterator[Row]:
    """The first `count` rows of a collection, by column; geometry as EWKT."""
    make = {POINTS: _point, ZONES: _zone}[collection]
    for number in range(count):
        # By number, not from one stream: row 7 is the same in every size.
        random = Random(f"{collection} {number}")
        lon, lat = _position(random, number)
        yield {**_common(random, collection, number), **make(random, lon, lat)}


def _position(random: Random, number: int) -> tuple[float, float]:
    centre = town()
    if number < IN_TOWN:
        return random.uniform(centre.west, centre.east), random.uniform(centre.south, centre.north)
    tile = TOWN_TILE.box()
    while True:
        lon, lat = random.uniform(PROVINCE.west, PROVINCE.east), random.uniform(PROVINCE.south, PROVINCE.north)
        if not (tile.west <= lon <= tile.east and tile.south <= lat <= tile.north):
            return lon, lat


def _common(random: Random, collection: str, number: int) -> Row:
    return {
        "id": f"bench-{collection}-{number:07d}",
        "uid": UUID(int=random.getrandbits(128), version=4),
        **_texts(random, number),
        **_place(random),
        **_access(random),
        "subkind": random.choice(words.SUBKINDS),
        "themes": random.sample(words.THEMES, random.randint(1, 3)),
        "age_groups": random.sample(words.AGE_GROUPS, random.randint(2, 5)),
        "outcomes": [],
        "accuracy_m": random.choice((5, 30, 300, 900)),
        "sensitive": False,
        "opening_hours": random.choice(words.HOURS),
        "capacity": random.choice((None, 20, 40)),
        "visit_minutes": {"primary": 30, "adult": 45} if random.random() < 0.3 else {},
        "verified": random.random() < 0.3,
        "verified_on": None,
        "demonstration": True,
        "partner_id": None,
        "status": "draft" if number % _DRAFT_EVERY == _DRAFT_EVERY - 1 else "published",
    }


def _texts(random: Random, number: int) -> Row:
    (kind_th, kind_en), (place_th, place_en) = random.choice(words.KINDS), random.choice(words.PLACES)
    told = random.sample(words.SENTENCES, 2)
    return {
        "name_th": f"{kind_th}{place_th} {number}",
        "name_en": f"{kind_en}, {place_en} {number}",
        "description_th": " ".join(thai for thai, _ in told),
        "description_en": " ".join(english for _, english in told),
        "coordinate_source": "generated for the benchmark",
        "source": "benchmarks.serving",
        "contact": f"0{random.randint(600_000_000, 999_999_999)}",
        "search_text": "",
    }


def _place(random: Random) -> Row:
    code, thai, english = random.choice(words.DISTRICTS)
    sub_th, sub_en = random.choice(words.PLACES)
    return {
        "district_code": code,
        "district_th": thai,
        "district_en": english,
        "subdistrict_code": f"{code}{random.randint(1, 12):02d}",
        "subdistrict_th": sub_th,
        "subdistrict_en": sub_en,
    }


def _access(random: Random) -> Row:
    tried = ("steps", "ramp", "seats", "toilet", "shade", "water", "takes_school_groups")
    return {
        **{name: random.choice(words.KNOWN) for name in tried},
        "wheelchair": random.choice((*words.KNOWN, "limited")),
        "access_note_th": "มีทางลาดด้านข้าง ยังไม่ได้สำรวจ",
        "access_note_en": "A ramp at the side is reported; not surveyed.",
    }


def _point(random: Random, lon: float, lat: float) -> Row:
    thai, english = random.choice(words.PRODUCTS)
    return {
        "geometry": f"SRID=4326;POINT({lon:.7f} {lat:.7f})",
        "products_th": thai,
        "products_en": english,
        "services_th": "สาธิตและสอน",
        "services_en": "demonstration and teaching",
        "by_appointment": random.choice(words.KNOWN),
    }


def _zone(random: Random, lon: float, lat: float) -> Row:
    return {
        "geometry": f"SRID=4326;MULTIPOLYGON((({_ring(random, lon, lat)})))",
        "design_stage": random.choice(("idea", "draft-plan", "consultation", "adopted")),
        "zone_type": "learning-zone",
        "plan_edition": "2569",
        "plan_code": f"L-{random.randint(1, 99)}",
        "legal_basis": "",
        "in_force_from": None,
        "in_force_to": None,
        "palette_row": random.randint(1, 12),
    }


def _ring(random: Random, lon: float, lat: float) -> str:
    """A closed ring seen whole from its middle, hence valid, counter-clockwise, 40 to 120 m in radius."""
    radius = random.uniform(60, 100) / _METRES_PER_DEGREE
    corners = []
    for step in range(_VERTICES):
        angle, reach = 2 * math.pi * step / _VERTICES, radius * random.uniform(0.7, 1.2)
        corners.append(f"{lon + reach * math.cos(angle):.7f} {lat + reach * math.sin(angle):.7f}")
    return ",".join([*corners, corners[0]])
