"""The checker catches each broken rule under its own code, and no other."""

from dataclasses import replace

import numpy as np
import pytest
from small_problems import on_a_line

from routes.planner import Candidate, Group, Limits, Problem, Route, Visit, check

WALKS = on_a_line([(10, 5, 20), (30, 7, 20)], limits=Limits(budget_s=1000, rest_s=15))
ROUTE = Route(
    stops=(Visit("a", 10, 10, 45, 15), Visit("b", 65, 65, 85)),
    score=12,
    finish_s=115,
    walk_m=60,
    ride_m=0,
    proved_optimal=True,
    upper_bound=12,
)
LIMITS = WALKS.limits


def limited(**limits):
    return replace(WALKS, limits=replace(LIMITS, **limits))


def with_leg(origin, target, *, travel=None, walk=None, ride=None):
    matrices = {"travel_s": travel, "walk_m": walk, "ride_m": ride}
    changed = {name: getattr(WALKS, name).copy() for name, value in matrices.items() if value is not None}
    for name, matrix in changed.items():
        matrix[origin, target] = matrices[name]
    return replace(WALKS, **changed)


def with_stop(number, **times):
    stops = list(ROUTE.stops)
    stops[number] = replace(stops[number], **times)
    return replace(ROUTE, stops=tuple(stops))


def closed_at_65():
    return replace(WALKS, candidates=(WALKS.candidates[0], Candidate("b", 7, 20, ((0, 64), (66, 99)))))


def twice():
    """Stop a two times, all figures true."""
    stops = (*ROUTE.stops, Visit("a", 105, 105, 125))
    return replace(ROUTE, stops=stops, score=17, upper_bound=17, finish_s=135)


def backwards_in_time():
    """Consistent with a leg of minus one second from a to b."""
    return replace(ROUTE, stops=(ROUTE.stops[0], Visit("b", 44, 44, 64)), finish_s=94)


WAITS = replace(ROUTE, stops=(Visit("a", 10, 10, 30), Visit("b", 50, 55, 75)), finish_s=105)
NO_STAY = replace(ROUTE, stops=(Visit("a", 10, 10, 25, 15), Visit("b", 45, 45, 65)), finish_s=95)


def waiting(**limits):
    """b opens at 55."""
    candidates = (WALKS.candidates[0], Candidate("b", 7, 20, ((55, 99),)))
    return replace(limited(rest_s=None), candidates=candidates, limits=Limits(**{"rest_s": None, **limits}))


def without(what, **limits):
    """Nowhere a seat, or nowhere a toilet."""
    problem = waiting(**limits)
    return replace(problem, candidates=tuple(replace(one, **{what: False}) for one in problem.candidates))


def with_window(opens, closes):
    return replace(WALKS, candidates=(WALKS.candidates[0], Candidate("b", 7, 20, ((opens, closes),))))


def hot(points, midday):
    """a lies in the sun."""
    return replace(WALKS, candidates=(replace(WALKS.candidates[0], hot=points), WALKS.candidates[1]), midday=midday)


def no_stay(points):
    return (Candidate("a", 5, 0, hot=points), WALKS.candidates[1])


BROKEN = {
    "budget": (limited(budget_s=114), ROUTE),
    "window": (closed_at_65(), ROUTE),
    "leg_too_long": (limited(max_leg_m=29), ROUTE),
    "walk_total": (limited(max_walk_total_m=59), ROUTE),
    "session": (limited(max_session_s=69), ROUTE),
    "ride_too_long": (
        replace(with_leg(1, 2, walk=0, ride=20), limits=replace(LIMITS, max_ride_s=19)),
        replace(ROUTE, walk_m=40, ride_m=20),
    ),
    "forbidden_leg": (with_leg(1, 2, travel=-1), backwards_in_time()),
    "must_missing": (
        replace(
            WALKS,
            candidates=(*WALKS.candidates[:1], Candidate("c", 0, 0), Candidate("b", 7, 20)),
            must=frozenset("c"),
            **{
                name: np.insert(np.insert(getattr(WALKS, name), 2, 0, axis=0), 2, 0, axis=1)
                for name in ("travel_s", "walk_m", "ride_m")
            },
        ),
        ROUTE,
    ),
    "duplicate": (WALKS, twice()),
    "unknown_candidate": (WALKS, with_stop(0, id="nowhere")),
    "at_most": (replace(WALKS, groups=(Group(frozenset("ab"), at_most=1),)), ROUTE),
    "order": (replace(WALKS, before=(("b", "a"),)), ROUTE),
    "times_inconsistent": (WALKS, replace(ROUTE, finish_s=116)),
    "score_wrong": (WALKS, replace(ROUTE, score=11, upper_bound=11)),
    "totals_wrong": (WALKS, replace(ROUTE, walk_m=59)),
    "bound_wrong": (WALKS, replace(ROUTE, upper_bound=13)),
    "at_least": (replace(WALKS, groups=(Group(frozenset("ab"), at_least=3),)), ROUTE),
    "wait": (waiting(max_wait_s=4), WAITS),
    "stretch": (without("seat", max_stretch_s=59, rest_s=6), WAITS),
    "toilet": (without("toilet", max_toilet_s=99), WAITS),
}

# Each limit met exactly, and what ends a clock ending it: nothing of this is broken.
KEPT = {
    "budget": (limited(budget_s=115), ROUTE),
    "leg": (limited(max_leg_m=30), ROUTE),
    "walk_total": (limited(max_walk_total_m=60), ROUTE),
    "session": (limited(max_session_s=70), ROUTE),
    "ride": (
        replace(with_leg(1, 2, walk=0, ride=20), limits=replace(LIMITS, max_ride_s=20)),
        replace(ROUTE, walk_m=40, ride_m=20),
    ),
    "ride_ends_session": (
        replace(with_leg(1, 2, walk=0, ride=20), limits=Limits(max_session_s=50, rest_s=None)),
        replace(ROUTE, walk_m=40, ride_m=20),
    ),
    "last_ride_ends_session": (
        replace(with_leg(2, 3, walk=0, ride=30), limits=Limits(max_session_s=70, rest_s=15)),
        replace(ROUTE, walk_m=30, ride_m=30),
    ),
    "window_opens": (with_window(65, 99), ROUTE),
    "window_closes": (with_window(0, 65), ROUTE),
    "group": (replace(WALKS, groups=(Group(frozenset("ab"), at_most=2, at_least=2),)), ROUTE),
    "order": (replace(WALKS, before=(("a", "b"),)), ROUTE),
    "no_ride_and_no_walk": (with_leg(1, 2, walk=0), replace(ROUTE, walk_m=40)),
    "wait": (waiting(max_wait_s=5), WAITS),
    "stretch": (without("seat", max_stretch_s=60), WAITS),
    "seat_ends_stretch": (waiting(max_stretch_s=30), WAITS),
    "rest_ends_stretch": (without("seat", max_stretch_s=50, rest_s=15), ROUTE),
    "wait_ends_stretch": (without("seat", max_stretch_s=30, rest_s=5), WAITS),
    "ride_ends_stretch": (
        replace(with_leg(1, 2, walk=0, ride=20), limits=Limits(max_stretch_s=30, rest_s=None)),
        replace(ROUTE, walk_m=40, ride_m=20),
    ),
    "toilet": (without("toilet", max_toilet_s=100), WAITS),
    "toilet_ends_it": (waiting(max_toilet_s=30), WAITS),
    "leg_cost": (replace(WALKS, cost=np.full((4, 4), 2)), replace(ROUTE, score=6, upper_bound=6)),
    "heat": (hot(5, (29, 31)), replace(ROUTE, score=7, upper_bound=7)),
    "heat_before": (hot(5, (0, 10)), ROUTE),
    "heat_after": (hot(5, (30, 40)), ROUTE),
    "heat_on_nobody": (hot(0, (0, 99)), ROUTE),
    "heat_of_no_length": (replace(hot(5, (5, 40)), candidates=no_stay(5)), NO_STAY),
    "no_time_at_all": (
        with_leg(1, 2, travel=0),
        replace(ROUTE, stops=(ROUTE.stops[0], Visit("b", 45, 45, 65)), finish_s=95),
    ),
    "order_of_one": (replace(WALKS, before=(("a", "a"),)), ROUTE),
    "not_proved": (WALKS, replace(ROUTE, proved_optimal=False, upper_bound=13)),
}


def codes(problem, route):
    return {violation.code for violation in check(problem, route)}


def test_a_sound_route_breaks_nothing():
    assert check(WALKS, ROUTE) == []


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_to_the_second_is_no_violation(name):
    assert check(*KEPT[name]) == []


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_rule_is_named_and_nothing_else(code):
    assert codes(*BROKEN[code]) == {code}


TWISTED = [
    (WALKS, with_stop(0, **times))
    for times in ({"arrive_s": 9}, {"start_s": 9, "leave_s": 44}, {"leave_s": 46}, {"rest_s": 14})
]


@pytest.mark.parametrize("case", TWISTED)
def test_times_of_a_stop_must_follow_from_each_other(case):
    assert "times_inconsistent" in codes(*case)


def test_a_negative_rest_is_no_way_to_gain_time():
    hurried = replace(ROUTE, stops=(Visit("a", 10, 10, 20, -10), Visit("b", 40, 40, 60)), finish_s=90)

    assert codes(WALKS, hurried) == {"times_inconsistent"}


@pytest.mark.parametrize(
    "limit", [{"budget_s": 115}, {"max_leg_m": 30}, {"max_walk_total_m": 60}, {"max_session_s": 70}]
)
def test_a_limit_met_exactly_is_kept(limit):
    assert check(limited(**limit), ROUTE) == []


def test_the_session_after_a_rest_starts_anew():
    hasty = replace(ROUTE, stops=(Visit("a", 10, 10, 44, 14), Visit("b", 64, 64, 84)), finish_s=114)

    assert codes(limited(max_session_s=70), ROUTE) == set()
    assert codes(limited(max_session_s=70), hasty) == {"session"}


def test_a_wait_of_the_length_of_a_rest_ends_the_session():
    problem = replace(limited(max_session_s=50), candidates=(Candidate("a", 5, 20), Candidate("b", 7, 20, ((65, 99),))))
    waits = replace(ROUTE, stops=(Visit("a", 10, 10, 30), Visit("b", 50, 65, 85)))

    assert codes(problem, waits) == set()
    assert codes(replace(problem, limits=replace(problem.limits, rest_s=16)), waits) == {"session"}


def test_a_ride_ends_the_session():
    rides = with_leg(1, 2, walk=0, ride=20)
    route = replace(ROUTE, walk_m=40, ride_m=20)

    assert codes(replace(rides, limits=Limits(max_session_s=50, rest_s=None)), route) == set()


def test_gains_of_a_group_count_for_as_many_as_are_visited():
    problem = replace(WALKS, groups=(Group(frozenset("ab"), gains=(3, 2, 1)),))

    assert codes(problem, replace(ROUTE, score=17, upper_bound=17)) == set()


def test_the_empty_route_is_checked_too():
    problem = Problem((), [[0, 9], [0, 0]], [[0, 9], [0, 0]], np.zeros((2, 2), int), Limits(budget_s=8))
    route = Route((), 0, 9, 9, 0, True, 0)

    assert codes(problem, route) == {"budget"}
