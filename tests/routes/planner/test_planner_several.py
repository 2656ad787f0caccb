"""Several routes: class groups that take turns, and teams that share places out."""

from dataclasses import replace
from itertools import product

import pytest
from small_problems import all_routes, equally_far, on_a_line, random_problem, score_of

from routes.planner import (
    Crowd,
    Group,
    Limits,
    NoFeasibleItinerary,
    Visit,
    check,
    check_fleet,
    check_groups,
    replay,
    solve,
    solve_fleet,
    solve_groups,
)
from routes.planner.team import cut, roomy

LINE = on_a_line([(10, 5, 20), (20, 5, 20)], limits=Limits(budget_s=500, rest_s=15))
FIRST, SECOND = replay(LINE, "ab"), replay(LINE, "ba")


def later(seconds):
    """a then b, so many seconds later at a."""
    stops = (Visit("a", 10, 10 + seconds, 30 + seconds), Visit("b", 40 + seconds, 40 + seconds, 60 + seconds))
    return replace(FIRST, stops=stops, finish_s=80 + seconds)


ROOM = {"a": 20, "b": 20}
CROWDED = [
    (LINE, (FIRST, FIRST), (11, 10), ROOM),
    (LINE, (FIRST, later(19)), (11, 10), ROOM),
    (LINE, (later(19), FIRST), (11, 10), ROOM),
    (LINE, (FIRST, later(20)), (12, 10), ROOM),
    (LINE, (FIRST, replace(later(20), finish_s=1)), (11, 10), ROOM),
]
ROOMY = [
    (LINE, (FIRST, FIRST), (10, 10), ROOM),
    (LINE, (FIRST, later(20)), (11, 10), ROOM),
    (LINE, (later(20), FIRST), (11, 10), ROOM),
]
TEAMS = [(LINE, (FIRST, SECOND)), (LINE, (replay(LINE, "a"), replay(LINE, "b")))]


@pytest.mark.parametrize(
    ("case", "code"), zip(CROWDED, ["crowded", "crowded", "crowded", "uneven", "times_inconsistent"], strict=True)
)
def test_what_groups_break_together_is_named(case, code):
    assert {violation.code for violation in check_groups(*case)} == {code}


@pytest.mark.parametrize("case", ROOMY)
def test_groups_may_follow_each_other_at_once_and_be_together_where_there_is_room(case):
    assert check_groups(*case) == []


def test_groups_take_turns_where_there_is_no_room_for_both():
    crowd = Crowd((11, 10), ROOM)

    routes = solve_groups(LINE, crowd)

    assert [route.score for route in routes] == [10, 10]
    assert check_groups(LINE, routes, crowd.sizes, crowd.room) == []
    assert routes[0].ids != routes[1].ids


def test_groups_stay_together_where_there_is_room():
    routes = solve_groups(LINE, Crowd((10, 10), ROOM))

    assert routes[0].stops == routes[1].stops


def test_a_place_too_small_for_a_group_is_none_of_its_stops():
    routes = solve_groups(LINE, Crowd((21, 20), {"a": 20, "b": 41}))

    assert [route.ids for route in routes] == [("b",), ("a", "b")] or [route.ids for route in routes] == [
        ("b",),
        ("b", "a"),
    ]


def test_groups_that_do_not_fit_are_refused():
    problem = on_a_line([(10, 5, 30)], limits=Limits(budget_s=60), must=frozenset("a"))

    with pytest.raises(NoFeasibleItinerary):
        solve_groups(problem, Crowd((20, 20), {"a": 20}))


@pytest.mark.parametrize("seed", range(12))
def test_two_groups_do_nearly_as_well_as_any_pair_of_routes(seed):
    problem = equally_far(3, apart=3, visit_s=7 + seed % 3, limits=Limits(budget_s=26 + seed, rest_s=2))
    crowd = Crowd((10, 10), {candidate.id: 10 for candidate in problem.candidates})

    routes = solve_groups(problem, crowd)
    best = max(pair_scores(problem, crowd))

    assert check_groups(problem, routes, crowd.sizes, crowd.room) == []
    assert best - 5 <= sum(route.score for route in routes) <= best + waits_worth(problem)


def pair_scores(problem, crowd):
    """The sums of all pairs of routes without waits that keep the room."""
    alone = [replay(problem, ids) for ids in {ids for ids, _ in all_routes(problem, False)}]
    for pair in product(alone, repeat=2):
        if check_groups(problem, [replace(r, upper_bound=r.score) for r in pair], crowd.sizes, crowd.room) == []:
            yield sum(route.score for route in pair)


def waits_worth(problem):
    """Groups may also wait for each other, which the pairs above never do."""
    return max(candidate.score for candidate in problem.candidates)


@pytest.mark.parametrize("seed", range(40))
def test_groups_keep_every_rule_of_random_problems(seed):
    problem = random_problem(seed, 6, span=20)
    crowd = Crowd(
        (7, 7, 6), {candidate.id: 6 + 4 * (number % 4) for number, candidate in enumerate(problem.candidates)}
    )

    try:
        routes = solve_groups(problem, crowd, iterations=60)
    except NoFeasibleItinerary:
        return

    assert check_groups(problem, routes, crowd.sizes, crowd.room) == []


def test_starts_are_cut_where_others_leave_no_room():
    candidate = replace(LINE.candidates[0], windows=((0, 100),))

    assert roomy(candidate, [(40, 60, 10)], 9).windows == ((0, 20), (60, 100))
    assert roomy(candidate, [(40, 60, 10)], 10).windows == ((0, 100),)
    assert roomy(candidate, [(40, 60, 10), (50, 70, 10)], 10).windows == ((0, 30), (60, 100))
    assert roomy(candidate, [], -1).windows == ()
    assert cut((5, 9), 5, 9) == []


def test_a_team_shares_places_out():
    problem = on_a_line([(-20, 5, 10), (20, 5, 10), (21, 1, 10)], limits=Limits(budget_s=62))

    routes = solve_fleet(problem, 2, iterations=300)

    assert sorted(route.score for route in routes) == [5, 6]
    assert check_fleet(problem, routes) == []
    assert solve(problem).best.score == 6


def test_a_team_of_one_is_a_route():
    problem = equally_far(20, limits=Limits(budget_s=200))

    assert solve_fleet(problem, 1, iterations=500)[0].ids == solve(problem, iterations=500).best.ids


@pytest.mark.parametrize("seed", range(20))
def test_teams_keep_every_rule_of_random_problems(seed):
    problem = replace(random_problem(seed, 12, span=30), must=frozenset(), groups=(), before=())

    try:
        routes = solve_fleet(problem, 3, iterations=200)
    except NoFeasibleItinerary:
        return

    assert check_fleet(problem, routes) == []


def test_must_stops_may_be_on_any_route_of_a_team():
    problem = on_a_line([(-20, 5, 10), (20, 5, 10)], limits=Limits(budget_s=51), must=frozenset("ab"))

    assert {id_ for route in solve_fleet(problem, 2, iterations=200) for id_ in route.ids} == {"a", "b"}
    with pytest.raises(NoFeasibleItinerary):
        solve(problem)


def test_a_stop_on_two_routes_of_a_team_is_a_violation():
    route = replay(LINE, "ab")

    assert {violation.code for violation in check_fleet(LINE, [replace(route, upper_bound=10), route])} >= {"duplicate"}


def test_what_no_route_can_keep_is_replayed_all_the_same():
    problem = replace(LINE, limits=Limits(budget_s=50))

    route = replay(problem, "ab")

    assert (route.ids, route.finish_s) == (("a", "b"), 80)
    assert "budget" in {violation.code for violation in check(problem, route)}
    assert score_of(problem, route.ids) == route.score


def test_groups_that_count_are_kept_by_all_alike():
    problem = replace(LINE, groups=(Group(frozenset("ab"), at_least=1),))

    assert all(route.stops for route in solve_groups(problem, Crowd((5, 5), ROOM)))
