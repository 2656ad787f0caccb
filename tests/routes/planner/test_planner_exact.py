"""Up to 16 candidates the planner finds the best route there is, and says so only then."""

from dataclasses import replace

import pytest
from small_problems import best_score, on_a_line, random_problem

from routes.planner import ANY_TIME, Group, Limits, NoFeasibleItinerary, check, solve
from routes.planner import exact as exact_module
from routes.planner.bounds import knapsack_of, root_bound
from routes.planner.exact import exact
from routes.planner.reduction import reduce_problem
from routes.planner.tables import tables_of


def solved_score(problem):
    """The planner's best score, checked; None when it finds no route."""
    try:
        best = solve(problem, iterations=50).best
    except NoFeasibleItinerary as refusal:
        return None if refusal.proved else refusal
    assert best.proved_optimal
    assert check(problem, best) == []
    return best.score


def exact_score(problem):
    """The label setting's best score with no route known beforehand."""
    try:
        tables = tables_of(reduce_problem(problem))
    except NoFeasibleItinerary:
        return None
    answer = exact(tables, knapsack_of(tables))
    return None if answer.nodes is None else answer.score


def test_the_richest_stops_that_fit_are_taken():
    problem = on_a_line([(10, 5, 10), (20, 9, 10), (90, 50, 10)], limits=Limits(budget_s=60))

    best = solve(problem).best

    assert (set(best.ids), best.score, best.finish_s, best.walk_m) == ({"a", "b"}, 14, 60, 40)


def test_a_place_open_twice_is_visited_when_it_is_open():
    problem = on_a_line([(10, 5, 10, ((0, 5), (40, 50)))], limits=Limits(budget_s=70))

    visit = solve(problem).best.stops[0]

    assert (visit.arrive_s, visit.start_s, visit.leave_s) == (10, 40, 50)


def test_a_rest_is_put_in_where_the_session_ends():
    problem = on_a_line([(10, 5, 20), (20, 5, 20)], limits=Limits(budget_s=200, max_session_s=50, rest_s=30))

    best = solve(problem).best

    assert best.ids in {("a", "b"), ("b", "a")}
    assert best.finish_s == 40 + 40 + 30


def test_a_long_wait_is_a_rest():
    problem = on_a_line(
        [(10, 5, 20), (20, 5, 20, ((80, 90),))], limits=Limits(budget_s=200, max_session_s=50, rest_s=30)
    )

    best = solve(problem).best

    assert (best.ids, best.finish_s, [visit.rest_s for visit in best.stops]) == (("a", "b"), 120, [0, 0])


def test_riding_starts_a_new_session():
    places = [(40, 5, 40), (80, 5, 40)]
    limits = Limits(budget_s=300, max_session_s=60, rest_s=None)

    walked, ridden = on_a_line(places, limits=limits, end=80), on_a_line(places, limits=limits, end=80, ride=True)

    assert solve(ridden).best.ids == ("a", "b")
    with pytest.raises(NoFeasibleItinerary):
        solve(walked)


def test_a_must_stop_is_taken_though_others_earn_more():
    problem = on_a_line([(10, 9, 10), (-20, 1, 10)], limits=Limits(budget_s=50), must=frozenset("b"))

    assert solve(problem).best.ids == ("b",)


def test_at_most_so_many_of_a_group():
    places = [(1, 5, 1), (2, 6, 1), (3, 7, 1), (4, 1, 1)]
    problem = on_a_line(places, limits=Limits(budget_s=100), groups=(Group(frozenset("abc"), at_most=2),))

    assert set(solve(problem).best.ids) == {"b", "c", "d"}


def test_variety_earns_its_gain_once():
    places = [(1, 5, 10), (2, 6, 10), (3, 3, 10)]
    groups = (Group(frozenset("ab"), gains=(4,)), Group(frozenset("c"), gains=(4,)))
    problem = on_a_line(places, limits=Limits(budget_s=27), groups=groups)

    best = solve(problem).best

    assert (set(best.ids), best.score) == ({"b", "c"}, 6 + 4 + 3 + 4)


def test_an_order_asked_for_is_kept():
    problem = on_a_line([(10, 5, 1), (20, 5, 1)], end=30, limits=Limits(budget_s=60), before=(("b", "a"),))

    assert solve(problem).best.ids == ("b", "a")


def test_legs_too_long_to_walk_are_broken_up_by_stops():
    problem = on_a_line([(30, 1, 1), (60, 1, 1)], end=90, limits=Limits(max_leg_m=30))

    assert solve(problem).best.ids == ("a", "b")


@pytest.mark.parametrize("seed", range(200))
def test_five_candidates_with_any_rules_as_found_by_trying_everything(seed):
    problem = random_problem(seed, 5)

    wanted = best_score(problem)

    assert solved_score(problem) == wanted
    assert exact_score(problem) == wanted


RULES = {
    **{f"limit {name}": lambda problem, name=name: without(problem, name) for name in vars(Limits())},
    "windows": lambda problem: replace(problem, candidates=changed(problem, windows=ANY_TIME)),
    "seats": lambda problem: replace(problem, candidates=changed(problem, seat=True)),
    "toilets": lambda problem: replace(problem, candidates=changed(problem, toilet=True)),
    "heat": lambda problem: replace(problem, midday=None),
    "costs": lambda problem: replace(problem, cost=None),
    "must": lambda problem: replace(problem, must=frozenset()),
    "order": lambda problem: replace(problem, before=()),
    "most of a group": lambda problem: replace(problem, groups=grouped(problem, at_most=None)),
    "least of a group": lambda problem: replace(problem, groups=grouped(problem, at_least=0)),
    "gains": lambda problem: replace(problem, groups=grouped(problem, gains=())),
}


def without(problem, limit):
    return replace(problem, limits=replace(problem.limits, **{limit: None}))


def changed(problem, **values):
    return tuple(replace(candidate, **values) for candidate in problem.candidates)


def grouped(problem, **values):
    return tuple(replace(group, **values) for group in problem.groups)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_decides_some_of_the_cases_that_are_tried_out(rule):
    problems = (random_problem(seed, 5) for seed in range(200))

    assert any(solved_score(RULES[rule](problem)) != solved_score(problem) for problem in problems)


@pytest.mark.parametrize("seed", range(45))
def test_no_other_wait_or_rest_of_any_length_would_earn_more(seed):
    problem = random_problem(1000 + seed, 3, span=6)

    assert solved_score(problem) == best_score(problem, any_moment=True)


@pytest.mark.parametrize("seed", range(100))
def test_the_upper_bound_holds(seed):
    problem = random_problem(2000 + seed, 5)
    tables = tables_of(problem)

    assert root_bound(tables, knapsack_of(tables)) >= (best_score(problem) or 0)


def test_a_search_cut_short_is_not_called_proved(monkeypatch):
    problem = random_problem(10, 12, span=40)
    proved = solve(problem).best
    monkeypatch.setattr(exact_module, "MOST_ROWS", 3)

    cut = solve(problem).best

    assert proved.proved_optimal
    assert not cut.proved_optimal
    assert cut.score <= proved.score <= cut.upper_bound
