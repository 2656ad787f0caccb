"""A town of two districts, whose every figure can be counted by hand."""

from typing import Any

import pytest
from django.contrib.gis.geos import MultiPolygon, Polygon
from django.test import Client

from spaces.models import Boundary

WEST = {"district_code": "T1", "district_th": "ตะวันตก", "district_en": "West"}
EAST = {"district_code": "T2", "district_th": "ตะวันออก", "district_en": "East"}
MARKET = {"subdistrict_code": "T101", "subdistrict_th": "ตลาด", "subdistrict_en": "Market"}
HILL = {"subdistrict_code": "T102", "subdistrict_th": "ควน", "subdistrict_en": "Hill"}


def box(west: float, south: float, east: float, north: float) -> MultiPolygon:
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return MultiPolygon(Polygon(corners), srid=4326)


def boundary(id_: str, level: str, geometry: MultiPolygon, code: str = "") -> Boundary:
    return Boundary.objects.create(
        id=id_, level=level, code=code, name_th=f"เขต {id_}", name_en=f"Area {id_}", geometry=geometry
    )


@pytest.fixture
def service_area(db: None) -> Boundary:
    return boundary("service", "service-area", box(100.0, 7.56, 100.12, 7.68))


@pytest.fixture
def districts(service_area: Boundary) -> None:
    """West, East, and a third without any space."""
    boundary("west", "district", box(100.0, 7.56, 100.06, 7.68), "T1")
    boundary("east", "district", box(100.06, 7.56, 100.12, 7.64), "T2")
    boundary("north", "district", box(100.06, 7.64, 100.12, 7.68), "T3")


@pytest.fixture
def town(make_space: Any, service_area: Boundary) -> None:
    """West: a library and a temple at one point, a wall that nobody located. East: a palace. One more space."""
    here, there = (100.03, 7.60), (100.09, 7.62)
    make_space("wisdom-places", "library", here, **WEST, **MARKET)
    make_space("heritage-sites", "temple", here, **WEST, **MARKET, themes=["crafts", "murals"], age_groups=["primary"])
    make_space(
        "street-art-walls",
        "wall",
        (100.05, 7.62),
        **WEST,
        **HILL,
        themes=["murals"],
        age_groups=["older"],
        accuracy_m=3000,
    )
    make_space("heritage-sites", "palace", there, **EAST, age_groups=["primary"])
    make_space("wisdom-places", "house", (100.1, 7.66), themes=["murals"], age_groups=["older"])


@pytest.fixture
def get(client: Client, settings: Any) -> Any:
    """`get(by="zone")` asks for the coverage as a program, in English."""
    client.raise_request_exception = False

    def ask(*, as_user: Any = None, headers: dict[str, str] | None = None, **query: Any) -> Any:
        asking = client
        if as_user is not None:
            asking = Client(raise_request_exception=False)
            asking.force_login(as_user)
        return asking.get("/api/analysis/coverage", query, headers={"accept-language": "en", **(headers or {})})

    return ask
