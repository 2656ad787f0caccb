"""Five walls with and without a year, and the way a test asks for them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection

from geo.cql2.parsing import Language
from geo.cql2.queryables import Queryable, queryables_of
from geo.cql2.translating import condition
from geo.rest.reference_systems import CRS84, ReferenceSystem
from spaces.models import StreetArtWall

Found = Callable[..., set[str]]
BySql = Callable[[str], set[str]]

ASKED = (
    *("id", "uid", "name_th", "name_en", "description_en", "subkind", "themes", "age_groups", "geometry", "accuracy_m"),
    *("capacity", "verified", "verified_on", "sensitive", "partner", "version", "updated_at", "created_at", "artist"),
    *("year", "condition", "last_seen", "visit_minutes"),
)


@pytest.fixture(scope="session")
def queryables() -> dict[str, Queryable]:
    return queryables_of(StreetArtWall, {name: name for name in ASKED})


@pytest.fixture
def walls(make_space: Any) -> None:
    for id, lonlat, values in (
        ("dragon", (100.08, 7.61), {"year": 2019, "last_seen": date(2026, 1, 31), "artist": "Somchai 100%"}),
        ("shadow-play", (100.09, 7.62), {"year": 2021, "last_seen": date(2027, 1, 1), "verified": True}),
        ("train", (100.10, 7.63), {"year": 2021, "themes": ["murals", "crafts"], "capacity": 30, "artist": "a_b\\c"}),
        ("fish", (100.20, 7.70), {"themes": [], "last_seen": date(2027, 1, 20), "artist": "O'Brien"}),
        ("boat", (100.30, 7.80), {"themes": ["murals"], "capacity": 2021, "name_th": "กำแพงเรือ"}),
    ):
        make_space("street-art-walls", id, lonlat, **values)


@pytest.fixture
def found(walls: None, queryables: dict[str, Queryable]) -> Found:
    """The ids of the walls that a filter finds."""

    def ask(text: str, language: Language = Language.TEXT, system: ReferenceSystem = CRS84) -> set[str]:
        asked = condition(text, queryables, language=language, system=system)
        return set(StreetArtWall.objects.filter(asked).values_list("id", flat=True))

    return ask


@pytest.fixture
def by_sql(walls: None) -> BySql:
    """The ids of the walls where a condition, written in SQL by hand, is true."""

    def ask(sql: str) -> set[str]:
        with connection.cursor() as db:
            db.execute(f"SELECT id FROM spaces_streetartwall WHERE {sql}".replace("%", "%%"), [])
            return {row[0] for row in db.fetchall()}

    return ask
