"""A small town to plan in: the spaces of `small_town`, two gateways, one request."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from routes.models import Gateway, WalkArea
from routes.planning import PlanRequest, plan
from spaces.models import Boundary, LearningSpace
from spaces.opening import BANGKOK

WEDNESDAY = datetime(2027, 1, 20, 9, tzinfo=BANGKOK)

Wish = Callable[..., PlanRequest]
Planned = Callable[..., dict[str, Any]]


@pytest.fixture
def town(small_town: dict[str, LearningSpace]) -> dict[str, LearningSpace]:
    """The library is the default gateway; a pier lies 11 km off."""
    area = WalkArea.objects.create(id="town", name_th="เมือง", name_en="Town")
    for id_, space, lonlat, default in (
        ("library-gate", "library", (100.081, 7.617), True),
        ("pier", "park-toilets", (100.081, 7.72), False),
    ):
        Gateway.objects.create(
            id=id_,
            space_id=space,
            area=area,
            name_th=id_,
            name_en=id_,
            geometry=Point(*lonlat, srid=4326),
            accuracy_m=10,
            default=default,
        )
    return small_town


@pytest.fixture
def wish() -> Wish:
    """A request of a primary class on a Wednesday at nine, with what is given changed."""

    def make(**changes: Any) -> PlanRequest:
        return PlanRequest.from_json({"party": ["primary"], "depart": WEDNESDAY.isoformat(), **changes})

    return make


@pytest.fixture
def planned(wish: Wish) -> Planned:
    """The answer to a request, for a visitor."""
    return lambda **changes: plan(wish(**changes), AnonymousUser())


@pytest.fixture
def service_area(db: None) -> None:
    """Half a degree around the town."""
    box = Polygon(((99.8, 7.3), (100.4, 7.3), (100.4, 7.9), (99.8, 7.9), (99.8, 7.3)))
    Boundary.objects.create(
        id="area", level="service-area", name_th="พื้นที่", name_en="Area", geometry=MultiPolygon(box, srid=4326)
    )
