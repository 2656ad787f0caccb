"""What is planned with is read once, and anew as soon as anything of it has changed."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import Point

from routes.models import Gateway
from routes.planning.world import load_world
from spaces.changesets import Action, Change, apply
from spaces.models import Closure, User, WisdomPlace

ME = AnonymousUser()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("town")
def test_what_was_read_is_used_until_something_changes(planner: User, django_assert_num_queries: Any) -> None:
    first = load_world(ME)
    with django_assert_num_queries(2):  # the counters, and the streets in use
        assert load_world(ME).spaces is first.spaces

    apply(
        [Change(Action.MODIFY, "wisdom-places", "library", {"name_en": "Reading Room"}, 1)],
        author=None,
        comment="",
        source="tests",
    )
    assert load_world(ME).spaces["library"].name.en == "Reading Room"

    flood = {"reason_th": "น้ำท่วม", "reason_en": "Flood", "author": planner}
    Closure.objects.create(space_id="library", starts_on="2027-01-20", **flood)
    assert load_world(ME).spaces["library"].closed

    Gateway.objects.filter(pk="pier").update(geometry=Point(100.1, 7.7, srid=4326))
    assert load_world(ME).gateways["pier"].geometry.x == 100.1


@pytest.mark.django_db
@pytest.mark.usefixtures("town")
def test_a_transaction_sees_its_own_changes() -> None:
    before = load_world(ME)
    WisdomPlace.objects.filter(pk="library").update(name_en="Reading Room")

    assert before.spaces["library"].name.en != "Reading Room"
    assert load_world(ME).spaces["library"].name.en == "Reading Room"


@pytest.mark.django_db
@pytest.mark.usefixtures("town")
def test_stays_by_age_are_read_where_there_are_any(make_space: Any) -> None:
    make_space("wisdom-places", "slow-house", (100.0815, 7.617), visit_minutes={"primary": 45})

    spaces = load_world(ME).spaces

    assert (spaces["slow-house"].row.visit_minutes, spaces["library"].row.visit_minutes) == ({"primary": 45}, {})
