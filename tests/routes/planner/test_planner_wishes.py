"""What may be asked of a route besides limits on ways and time: each on a case small enough to see the answer."""

from dataclasses import replace

import numpy as np
import pytest
from small_problems import best_score, equally_far, on_a_line, random_problem

from routes.planner import Candidate, Group, InvalidProblem, Limits, NoFeasibleItinerary, check, solve
from routes.planner.bounds import knapsack_of, root_bound
from routes.planner.relaxation import walking_bound
from routes.planner.tables import tables_of

MANY = 30


def test_enough_of_a_group_are_visited_though_others_earn_more():
    places = [(10, 9, 10), (-20, 1, 10), (-25, 2, 10)]
    problem = on_a_line(places, limits=Limits(budget_s=70), groups=(Group(frozenset("bc"), at_least=1),))

    assert set(solve(problem).best.ids) == {"b", "c"}
    assert solve(replace(problem, groups=())).best.ids == ("a",)


def test_enough_of_a_group_out_of_reach_is_named():
    problem = on_a_line(
        [(10, 5, 10), (900, 5, 10)], limits=Limits(budget_s=100), groups=(Group(frozenset("b"), at_least=1),)
    )

    with pytest.raises(NoFeasibleItinerary) as refusal:
        solve(problem)

    assert (refusal.value.unreachable, refusal.value.proved) == (("b",), True)


def test_groups_that_cannot_be_kept_together_are_refused():
    groups = (Group(frozenset("a"), at_least=1), Group(frozenset("b"), at_least=1))

    with pytest.raises(NoFeasibleItinerary) as refusal:
        solve(on_a_line([(40, 5, 10), (-40, 5, 10)], limits=Limits(budget_s=100), groups=groups))

    assert refusal.value.proved


def test_a_leg_that_costs_more_than_its_stop_earns_is_not_gone():
    places = [(10, 5, 10), (40, 7, 10)]
    problem = on_a_line(places, limits=Limits(budget_s=500))
    dear = replace(problem, cost=problem.travel_s // 5)

    assert solve(problem).best.score == 12
    assert (solve(dear).best.ids, solve(dear).best.score) == (("a",), 1)


def test_a_visit_is_moved_out_of_the_heat_where_there_is_time():
    candidates = (Candidate("a", 5, 20, hot=3), Candidate("b", 5, 20))
    line = on_a_line([(10, 5, 20), (20, 5, 20)], limits=Limits(budget_s=200))
    problem = replace(line, candidates=candidates, midday=(0, 45))

    best = solve(problem).best

    assert (best.ids, best.score) == (("b", "a"), 10)
    assert solve(replace(problem, midday=(0, 180))).best.score == 7


def test_a_wait_for_the_end_of_the_heat_is_worth_points():
    problem = replace(
        on_a_line([(10, 5, 20)], limits=Limits(budget_s=200)),
        candidates=(Candidate("a", 5, 20, hot=3),),
        midday=(0, 60),
    )

    visit = solve(problem).best.stops[0]

    assert (visit.arrive_s, visit.start_s) == (10, 60)


def test_nobody_waits_longer_than_they_will():
    places = [(10, 5, 20, ((60, 90),)), (20, 5, 20)]
    problem = on_a_line(places, limits=Limits(budget_s=200, max_wait_s=5))

    best = solve(problem).best

    assert (best.ids, best.stops[0].rest_s, best.stops[1].start_s - best.stops[1].arrive_s) == (("b", "a"), 5, 5)
    with pytest.raises(NoFeasibleItinerary):
        solve(on_a_line(places[:1], limits=Limits(budget_s=200, max_wait_s=5), must=frozenset("a")))


def test_walking_is_broken_by_seats_or_rests():
    places = [(30, 5, 10), (60, 5, 10)]
    limits = Limits(budget_s=500, max_stretch_s=60, rest_s=20)
    standing = on_a_line(places, end=60, limits=limits)
    standing = replace(standing, candidates=tuple(replace(one, seat=False) for one in standing.candidates))

    assert solve(on_a_line(places, end=60, limits=limits)).best.finish_s == 80
    assert solve(replace(standing, limits=replace(limits, max_stretch_s=30))).best.finish_s == 100
    with pytest.raises(NoFeasibleItinerary):
        solve(replace(standing, must=frozenset("ab"), limits=Limits(max_stretch_s=30, rest_s=None)))


def test_a_toilet_comes_in_time():
    places = [(10, 9, 30), (20, 1, 5), (30, 9, 30)]
    problem = on_a_line(places, end=40, limits=Limits(budget_s=500, max_toilet_s=60))
    dry = tuple(replace(one, toilet=one.id == "b") for one in problem.candidates)

    assert solve(replace(problem, candidates=dry)).best.ids == ("a", "b", "c")
    with pytest.raises(NoFeasibleItinerary):
        solve(replace(problem, candidates=dry, must=frozenset("ac"), groups=(Group(frozenset("b"), at_most=0),)))


@pytest.mark.parametrize("seed", range(25))
def test_the_search_keeps_every_rule_on_many_candidates(seed):
    problem = random_problem(seed, MANY, span=60)

    try:
        best = solve(problem, iterations=150).best
    except NoFeasibleItinerary:
        return

    assert check(problem, best) == []


def test_few_candidates_more_than_sixteen_are_proved_where_that_is_quick():
    best = solve(equally_far(18, limits=Limits(budget_s=70)), iterations=50).best

    assert (best.proved_optimal, best.score) == (True, 3 * 7)  # three visits and four legs of ten seconds each


@pytest.mark.parametrize(
    "fault",
    [
        {"cost": np.full((3, 3), -1)},
        {"cost": np.full((2, 2), 1)},
        {"midday": (5, 5)},
        {"groups": (Group(frozenset("a"), at_least=2, at_most=1),)},
        {"candidates": (Candidate("a", 1, 1, hot=-1),)},
        {"limits": Limits(max_wait_s=-1)},
    ],
)
def test_a_problem_that_contradicts_itself_is_refused(fault):
    with pytest.raises(InvalidProblem):
        replace(on_a_line([(1, 1, 1)]), **fault)


@pytest.mark.parametrize("seed", range(150))
def test_the_bound_of_walks_is_never_too_low(seed):
    problem = random_problem(3000 + seed, 5)
    tables, best = tables_of(problem), best_score(problem)

    bound = walking_bound(tables, best or 0)

    assert best is None or bound is None or bound >= best


def test_the_bound_of_walks_is_tighter_where_windows_and_ways_bind():
    places = [((-1) ** number * 10 * number, 5, 20, ((0, 60),)) for number in range(25)]
    problem = on_a_line(places, limits=Limits(budget_s=900))
    tables = tables_of(problem)

    best = solve(problem, iterations=300).best

    assert best.score <= best.upper_bound < root_bound(tables, knapsack_of(tables))


def test_the_bound_of_walks_knows_how_many_of_a_kind_may_be_visited():
    problem = equally_far(25, limits=Limits(budget_s=10_000), groups=(few_of(25, 4),))

    best = solve(problem, iterations=300).best

    assert 4 * 7 == best.score <= best.upper_bound <= 1.25 * best.score


def few_of(count, at_most):
    return Group(frozenset(f"c{number}" for number in range(count)), at_most=at_most)


def test_the_bound_of_walks_knows_how_far_may_be_walked():
    far, near = equally_far(25, limits=Limits(budget_s=500)), equally_far(25, limits=Limits(500, max_walk_total_m=100))

    free, tired = (walking_bound(tables_of(problem), 0) for problem in (far, near))

    best = solve(near, iterations=300).best
    assert best.score <= tired <= 1.1 * best.score
    assert free > 1.5 * tired


def test_the_bound_of_walks_knows_what_must_be_visited():
    problem = on_a_line([(-200, 1, 10), *((metre, 5, 10) for metre in range(10, 250, 10))], limits=Limits(budget_s=500))

    free, bound = (walking_bound(tables_of(one), 0) for one in (problem, replace(problem, must=frozenset("a"))))

    assert solve(replace(problem, must=frozenset("a")), iterations=300).best.score <= bound < free
