"""What a point does to the ways through it."""

import pytest

from routes.streets.barriers import point_rule
from routes.streets.profiles import BIT, PROFILES

LETTERS = dict(zip(PROFILES, "wsbv", strict=True))


def closed_to(tags: dict[str, str]) -> str:
    rule = point_rule(tags)
    return "".join(LETTERS[one] for one in PROFILES if rule and rule.closed & BIT[one])


@pytest.mark.parametrize(
    ("tags", "closed"),
    [
        ({"barrier": "bollard"}, "v"),
        ({"barrier": "gate"}, ""),
        ({"barrier": "gate", "access": "private"}, "wsbv"),
        ({"barrier": "gate", "access": "private", "foot": "yes"}, "bv"),
        ({"barrier": "gate", "locked": "yes"}, "wsbv"),
        ({"barrier": "lift_gate", "motor_vehicle": "no"}, "v"),
        ({"barrier": "stile"}, "sbv"),
        ({"barrier": "stile", "bicycle": "yes"}, "sv"),
        ({"barrier": "turnstile", "wheelchair": "yes"}, "bv"),
        ({"barrier": "cycle_barrier"}, "sv"),
        ({"barrier": "cattle_grid"}, "s"),
        ({"barrier": "wall"}, "wsbv"),
        ({"barrier": "kerb", "kerb": "raised"}, "s"),
        ({"kerb": "lowered"}, ""),
        ({"kerb": "raised", "kerb:height": "0.02"}, ""),
        ({"highway": "crossing", "kerb": "rolled"}, "s"),
        ({"highway": "crossing", "wheelchair": "no"}, "s"),
        ({"ford": "yes"}, "s"),
        ({"highway": "traffic_signals"}, ""),
        ({"barrier": "something new"}, ""),
    ],
)
def test_who_is_kept_out(tags: dict[str, str], closed: str) -> None:
    assert closed_to(tags) == closed


def test_a_crossing_is_told_even_where_nobody_is_kept_out() -> None:
    rule = point_rule({"highway": "crossing", "crossing": "marked"})

    assert rule is not None
    assert (rule.closed, rule.crossing) == (0, "marked")


@pytest.mark.parametrize(
    ("tags", "what"),
    [
        ({"kerb": "raised"}, "kerb"),
        ({"barrier": "step"}, "steps"),
        ({"barrier": "stile"}, "gate"),
        ({"barrier": "cattle_grid"}, "cattle_grid"),
        ({"highway": "crossing", "wheelchair": "no"}, "not_accessible"),
        ({"ford": "stepping_stones"}, "ford"),
    ],
)
def test_what_is_in_the_way_has_a_name(tags: dict[str, str], what: str) -> None:
    rule = point_rule(tags)

    assert rule is not None
    assert rule.barrier == what
