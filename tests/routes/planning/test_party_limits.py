"""A party takes the strictest limit of each kind, and each limit says whose it is."""

import pytest
from django.contrib.auth.models import AnonymousUser

from routes.planning import ImpossiblePlanRequest
from routes.planning.limits import Party, party_of
from routes.planning.world import World, load_world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]


@pytest.fixture
def world(db: None) -> World:
    return load_world(AnonymousUser())


def whose(party: Party) -> dict[str, tuple[float, str]]:
    return {
        limit["limit"]: (limit["value"], limit["whose"]) for limit in (one.as_json() for one in party.limits.values())
    }


def test_grandmother_and_grandchild(world: World) -> None:
    limits = whose(party_of(["older", "primary"], [], world))

    assert limits["walking_speed_mps"] == (0.9, "older")
    assert limits["max_leg_m"] == (500, "older")
    assert limits["max_walk_total_m"] == (2000, "older")
    assert limits["max_stop_minutes"] == (30, "primary")
    assert limits["max_session_minutes"] == (150, "primary")
    assert limits["max_ride_minutes"] == (60, "primary")
    assert limits["rest_every_minutes"] == (30, "older")


def test_the_order_of_the_party_does_not_matter(world: World) -> None:
    one, other = party_of(["older", "primary"], [], world), party_of(["primary", "older"], [], world)

    assert {name: limit.value for name, limit in one.limits.items()} == {
        name: limit.value for name, limit in other.limits.items()
    }


def test_a_need_tightens_what_it_has_and_leaves_the_rest(world: World) -> None:
    limits = whose(party_of(["adult"], ["mobility-impaired"], world))

    assert limits["walking_speed_mps"] == (0.7, "mobility-impaired")
    assert limits["max_leg_m"] == (2000, "adult")
    assert limits["max_leg_without_seat_m"] == (50, "mobility-impaired")


def test_nobody_cycles_at_the_speed_of_others(world: World) -> None:
    assert party_of(["adult"], [], world).bicycle_speed_mps == 4.0
    assert party_of(["adult", "primary"], [], world).bicycle_speed_mps is None
    assert party_of(["adult"], ["mobility-impaired"], world).bicycle_speed_mps is None


def test_a_visit_is_as_long_as_the_least_patient_stays(world: World) -> None:
    space = world.spaces["wat-wang"]
    alone = {age: party_of([age], [], world).visit_minutes(space, world) for age in ("primary", "adult")}

    assert party_of(["primary", "adult"], [], world).visit_minutes(space, world) == min(alone.values())
    assert alone["primary"] <= 30


@pytest.mark.parametrize(
    ("party", "needs", "code", "pointer"),
    [
        (["martian"], [], "unknown_age_group", "/party/0"),
        (["primary", "mobility-impaired"], [], "unknown_age_group", "/party/1"),
        (["primary"], ["older"], "unknown_need", "/needs/0"),
    ],
)
def test_unknown_groups_are_named(world: World, party: list[str], needs: list[str], code: str, pointer: str) -> None:
    with pytest.raises(ImpossiblePlanRequest) as fault:
        party_of(party, needs, world)

    assert (fault.value.code, fault.value.pointer) == (code, pointer)
