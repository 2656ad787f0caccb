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
}


def codes(problem, route):
    return {violation.code for violation in check(problem, route)}


def test_a_sound_route_breaks_nothing():
    assert check(WALKS, ROUTE) == []


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_rule_is_named_and_nothing_else(code):
    assert codes(*BROKEN[code]) == {code}


@pytest.mark.parametrize(
    "times",
    [
        {"arrive_s": 9},
        {"start_s": 9, "leave_s": 44},
        {"leave_s": 46},
        {"rest_s": 14},
    ],
)
def test_times_of_a_stop_must_follow_from_each_other(times):
    assert "times_inconsistent" in codes(WALKS, with_stop(0, **times))


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
