"""Each candidate left out has its reason, with the figures behind it."""

from dataclasses import replace

import numpy as np
import pytest
from small_problems import on_a_line, random_problem

from routes.planner import Group, Limits, Omission, explain, solve

NEAR = (10, 50, 10)


def reason(problem, id_="b"):
    """Why `id_` is not in the best route."""
    found = {omission.id: omission for omission in explain(problem, solve(problem).best)}
    return found[id_]


def test_a_space_whose_window_has_passed_is_closed():
    problem = on_a_line([NEAR, (30, 9, 10, ((0, 20),))], limits=Limits(budget_s=200))

    assert reason(problem) == Omission("b", "closed", needed=30, limit=20)


def test_a_space_that_opens_too_late_to_return_is_closed():
    problem = on_a_line([NEAR, (30, 9, 10, ((190, 300),))], limits=Limits(budget_s=200))

    assert reason(problem) == Omission("b", "closed", needed=30, limit=None)


def test_a_walk_too_long_in_one_leg():
    problem = on_a_line([NEAR, (70, 9, 10)], limits=Limits(max_leg_m=50))

    assert reason(problem) == Omission("b", "leg_too_long", needed=60, limit=50)


def test_a_ride_too_long():
    problem = on_a_line([NEAR, (70, 9, 10)], ride=True, limits=Limits(max_ride_s=50))

    assert reason(problem) == Omission("b", "ride_too_long", needed=60, limit=50)


def test_too_much_walking_in_all():
    problem = on_a_line([NEAR, (70, 9, 10)], limits=Limits(max_walk_total_m=100))

    assert reason(problem) == Omission("b", "walk_total", needed=140, limit=100)


def test_a_visit_longer_than_a_session():
    problem = on_a_line([NEAR, (20, 9, 45)], limits=Limits(max_session_s=40))

    assert reason(problem) == Omission("b", "session", needed=45, limit=40)


def test_too_far_for_the_time():
    problem = on_a_line([NEAR, (70, 9, 10)], limits=Limits(budget_s=140))

    assert reason(problem) == Omission("b", "budget", needed=150, limit=140)


def test_more_than_one_limit_in_the_way():
    problem = on_a_line([NEAR, (70, 9, 10)], limits=Limits(budget_s=100, max_leg_m=50))

    assert reason(problem).code == "several"


def test_no_way_there_at_all():
    problem = on_a_line([NEAR, (20, 9, 10)])
    cut_off = problem.travel_s.copy()
    cut_off[:, 2] = -1

    assert reason(replace(problem, travel_s=cut_off)) == Omission("b", "no_way")


def test_a_space_that_displaces_a_better_one_costs_the_difference():
    problem = on_a_line([NEAR, (-10, 30, 10)], limits=Limits(budget_s=40))

    assert reason(problem) == Omission("b", "costs", points=20)


def test_a_group_that_is_full_costs_the_difference():
    full = (Group(frozenset("ab"), at_most=1),)

    assert reason(on_a_line([NEAR, (20, 30, 10)], groups=full)) == Omission("b", "costs", points=20)


def test_an_equally_good_space_costs_nothing():
    problem = on_a_line([(10, 50, 10), (-10, 50, 10)], limits=Limits(budget_s=40))
    left_out = ({"a", "b"} - set(solve(problem).best.ids)).pop()

    assert reason(problem, left_out) == Omission(left_out, "costs", points=0)


def test_a_space_that_leaves_no_room_for_a_must_stop():
    problem = on_a_line([NEAR, (-10, 90, 10)], limits=Limits(budget_s=40), must=frozenset("a"))

    assert reason(problem) == Omission("b", "not_together")


@pytest.mark.parametrize("seed", range(12))
def test_every_candidate_is_a_stop_or_has_a_reason_always_the_same(seed):
    problem = replace(random_problem(seed, 25, span=60), must=frozenset(), limits=Limits(150, 50, 90, 100, 20))
    best = solve(problem, iterations=300).best

    omissions = explain(problem, best)

    assert [omission.id for omission in omissions] == [c.id for c in problem.candidates if c.id not in best.ids]
    assert omissions == explain(problem, best)
    assert all(omission.points is None or omission.points >= 0 for omission in omissions)


def test_costs_are_the_exact_ones_on_small_problems():
    problem = random_problem(10, 10, span=40)
    best = solve(problem).best

    for omission in explain(problem, best):
        if omission.code == "costs":
            forced = solve(replace(problem, must=problem.must | {omission.id})).best
            assert omission.points == best.score - forced.score


def test_limits_that_bind_nothing_are_never_the_reason():
    problem = on_a_line([(metre, 5, 10) for metre in range(10, 60, 10)], limits=Limits(budget_s=10**6))

    assert explain(problem, solve(problem).best) == ()
    assert np.all(problem.travel_s >= 0)
