"""What holds for every answer of the planner, whatever the problem's size."""

import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import equally_far, on_a_line, random_problem, shared

from routes.planner import Group, Limits, NoFeasibleItinerary, check, solve
from routes.planner import solving as solving_module
from routes.planner.annealing import anneal
from routes.planner.searching import Effort, searched
from routes.planner.solving import best_route
from routes.planner.tables import tables_of

MANY = 40
"""More than the exact search takes."""


def searched_score(problem, iterations=1000):
    """The score of the search alone, without a proof."""
    route, _ = searched(problem, tables_of(problem), Effort(1, iterations), upper_bound=10**9)
    assert route is None or check(problem, route) == []
    return None if route is None else route.score


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 2**32), count=st.integers(0, 30), span=st.integers(4, 60))
def test_no_route_of_any_answer_breaks_a_rule(seed, count, span):
    problem = random_problem(seed, max(3, count), span=span)

    try:
        routes = solve(problem, iterations=200, alternatives=3).routes
    except NoFeasibleItinerary:
        return

    assert [check(problem, route) for route in routes] == [[]] * len(routes)
    assert [route.score for route in routes] == sorted((route.score for route in routes), reverse=True)


def test_the_search_finds_nearly_always_what_is_best():
    problems = [random_problem(seed, 9, span=30) for seed in range(60)]
    best, found = [], []
    for problem in problems:
        try:
            best.append(solve(problem).best.score)
        except NoFeasibleItinerary:
            continue
        found.append(searched_score(problem) or 0)

    assert all(score <= top for score, top in zip(found, best, strict=True))
    assert sum(score == top for score, top in zip(found, best, strict=True)) >= 0.95 * len(best)


def test_the_search_keeps_orders_groups_and_must_stops():
    places = [((-1) ** number * 10 * number, 5 + number % 3, 10) for number in range(26)]
    few = (Group(frozenset("bdfhjlnprtvx"), at_most=2, gains=(3, 1)),)
    problem = on_a_line(
        places, limits=Limits(budget_s=900), must=frozenset("w"), groups=few, before=(("w", "a"), ("y", "w"))
    )

    best = solve(problem, iterations=500).best

    assert check(problem, best) == []
    assert {"w"} <= set(best.ids)
    assert len(best.stops) > 5


def test_a_search_without_any_limit_is_refused():
    with pytest.raises(ValueError, match="iterations or seconds"):
        anneal(tables_of(on_a_line([(1, 1, 1)])), seed=1, iterations=None, seconds=None)


@pytest.mark.parametrize("effort", [{"iterations": 0}, {"seconds": 0.0}, {"iterations": -1}])
def test_a_search_of_no_length_ends_at_once(effort):
    problem = on_a_line([(metre, 1, 1) for metre in range(MANY)], limits=Limits(budget_s=99))

    assert solve(problem, **effort).best.stops == ()


def test_same_seed_same_routes_on_any_thread():
    problem = random_problem(10, MANY, span=100)
    answers = []

    def work():
        answers.append(solve(problem, seed=5, iterations=600, alternatives=2))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers[0] == answers[1] == answers[2] == solve(problem, seed=5, iterations=600, alternatives=2)


def test_same_seed_same_route_in_another_process():
    script = "from small_problems import random_problem; from routes.planner import solve; "
    script += f"print(solve(random_problem(10, {MANY}, span=100), seed=5, iterations=600).best.ids)"

    paths = {"PYTHONPATH": ":".join(path for path in sys.path if path)}
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=paths)

    assert printed.stdout.strip() == str(solve(random_problem(10, MANY, span=100), seed=5, iterations=600).best.ids)


def test_the_clock_ends_a_search_and_says_so():
    problem = random_problem(10, MANY, span=100)
    solve(problem, iterations=1)
    began = time.perf_counter()

    answer = solve(problem, iterations=10**9, seconds=0.1)

    assert not answer.complete
    assert time.perf_counter() - began < 5
    assert solve(problem, seconds=0.05).complete  # asked for seconds, got them


def test_alternatives_truly_differ_and_only_the_first_may_be_proved():
    problem = equally_far(14, limits=Limits(budget_s=150))

    routes = solve(problem, alternatives=3).routes

    assert len(routes) == 3
    assert routes[0].proved_optimal
    assert not any(route.proved_optimal for route in routes[1:])
    assert max(shared(problem, one, other) for one in routes for other in routes if one is not other) <= 0.6


@pytest.mark.parametrize("seed", range(15))
def test_each_alternative_earns_nine_tenths_of_the_best_and_differs_from_every_other(seed):
    count = 14 + 2 * seed
    problem = random_problem(seed, count, span=40)
    problem = replace(problem, must=frozenset(), groups=(), before=(), limits=Limits(budget_s=250), midday=None)

    routes = solve(problem, iterations=300, alternatives=3).routes

    pairs = [(one, other) for one in routes for other in routes if one is not other]
    assert all(shared(problem, one, other) <= 0.6 for one, other in pairs)
    assert all(10 * route.score >= 9 * routes[0].score for route in routes)


def test_alternatives_hold_the_must_stops():
    problem = equally_far(14, limits=Limits(budget_s=150), must=frozenset({"c2", "c4"}))

    routes = solve(problem, alternatives=3).routes

    assert len(routes) == 3
    assert all({"c2", "c4"} <= set(route.ids) for route in routes)


def test_no_poor_route_is_offered_to_fill_the_number():
    problem = on_a_line([(10, 90, 10), (-10, 10, 10)], limits=Limits(budget_s=35))

    assert [route.ids for route in solve(problem, alternatives=3).routes] == [("a",)]


def test_an_alternative_better_than_the_first_comes_first(monkeypatch):
    problem = random_problem(10, MANY, span=100)
    lucky = replace(solve(problem, iterations=300).best, score=10**6)
    monkeypatch.setattr(solving_module, "another_route", lambda *_: (lucky, True))

    assert solve(problem, iterations=300, alternatives=2).best is lucky


def test_the_search_alone_starts_from_any_stops_given():
    problem = on_a_line([(metre, 5, 10) for metre in range(10, 100, 10)], limits=Limits(budget_s=1000))

    route, complete = searched(problem, tables_of(problem), Effort(1, 0), upper_bound=99, first=(3, 1, 2))

    assert complete
    assert route is not None
    assert route.ids == ("c", "a", "b")


def test_without_candidates_the_way_itself_is_the_route():
    best = solve(on_a_line([], end=70, limits=Limits(budget_s=70))).best

    assert (best.stops, best.finish_s, best.score, best.proved_optimal) == ((), 70, 0, True)


def test_when_nothing_is_reachable_the_route_has_no_stops():
    problem = on_a_line([(900, 5, 10), (800, 5, 10)], limits=Limits(budget_s=100))

    assert solve(problem).best.ids == ()


def test_a_budget_of_nothing():
    at_once = solve(on_a_line([(0, 5, 0), (10, 5, 0)], limits=Limits(budget_s=0))).best

    assert at_once.ids == ("a",)
    with pytest.raises(NoFeasibleItinerary):
        solve(on_a_line([(0, 5, 0)], end=1, limits=Limits(budget_s=0)))


def test_a_budget_beyond_all_time_is_as_none():
    places = [(metre, 1, 10) for metre in range(20)]

    assert solve(on_a_line(places, limits=Limits(budget_s=60 * 10**9))).best.score == 20


@pytest.mark.parametrize("count", [12, MANY])
def test_all_spaces_at_one_point(count):
    problem = on_a_line([(0, 1 + number % 7, 10) for number in range(count)], limits=Limits(budget_s=100))

    best = solve(problem).best

    assert best.score == sum(sorted((1 + number % 7 for number in range(count)), reverse=True)[:10])
    assert best.proved_optimal


def test_a_must_stop_out_of_reach_is_named():
    problem = on_a_line([(10, 5, 10), (900, 5, 10)], limits=Limits(budget_s=100), must=frozenset("b"))

    with pytest.raises(NoFeasibleItinerary) as refusal:
        solve(problem)

    assert (refusal.value.unreachable, refusal.value.proved) == (("b",), True)


def test_must_stops_that_do_not_fit_together_are_refused():
    problem = on_a_line([(40, 5, 10), (-40, 5, 10)], limits=Limits(budget_s=100), must=frozenset("ab"))

    with pytest.raises(NoFeasibleItinerary) as refusal:
        solve(problem)

    assert (refusal.value.unreachable, refusal.value.proved) == ((), True)


def test_many_must_stops_that_do_not_fit_are_refused_without_a_claim_of_proof():
    places = [((-1) ** number * 40, 5, 10) for number in range(MANY)]
    problem = on_a_line(places, limits=Limits(budget_s=200), must=frozenset("abcdefgh"))

    with pytest.raises(NoFeasibleItinerary) as refusal:
        solve(problem)

    assert not refusal.value.proved


def test_a_way_of_short_legs_is_found_among_many():
    places = [(metre, 1, 1) for metre in range(20, 800, 20)]
    problem = on_a_line(places, end=800, limits=Limits(max_leg_m=25))

    best = solve(problem).best

    assert len(best.stops) == len(places)


def test_a_bound_reached_by_the_search_is_a_proof():
    best, _ = best_route(equally_far(MANY, apart=1, visit_s=1, limits=Limits(budget_s=500)), Effort(1, 200))

    assert best.proved_optimal
    assert len(best.stops) == MANY
