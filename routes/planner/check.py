"""The independent checker: is this route what it claims to be?

Written from the definitions in `problem.py`, in plain Python, sharing no code with the solver. One function per rule;
each yields violations under one code, so that a broken route names the rule it breaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from routes.planner.check_clocks import far_toilets, long_sessions, long_stretches
from routes.planner.check_facts import Violation, legs_of, visit_seconds
from routes.planner.problem import Group, Problem, Route, Visit


def check(problem: Problem, route: Route) -> list[Violation]:
    """Every rule that the route breaks; empty when it keeps all of them."""
    unknown = list(unknown_candidates(problem, route))
    if unknown:
        return unknown  # nothing else can be measured
    return [violation for rule in RULES for violation in rule(problem, route)]


def unknown_candidates(problem: Problem, route: Route) -> Iterator[Violation]:
    known = {candidate.id for candidate in problem.candidates}
    for visit in route.stops:
        if visit.id not in known:
            yield Violation("unknown_candidate", visit.id, "not among the candidates")


def duplicates(problem: Problem, route: Route) -> Iterator[Violation]:
    seen: set[str] = set()
    for visit in route.stops:
        if visit.id in seen:
            yield Violation("duplicate", visit.id, "visited more than once")
        seen.add(visit.id)


def missing_musts(problem: Problem, route: Route) -> Iterator[Violation]:
    for missing in sorted(problem.must - set(route.ids)):
        yield Violation("must_missing", missing, "a must-stop is not visited")


def crowded_groups(problem: Problem, route: Route) -> Iterator[Violation]:
    for group in problem.groups:
        visited = members_visited(group, route)
        if group.at_most is not None and visited > group.at_most:
            yield Violation("at_most", "route", f"{visited} of a group that allows {group.at_most}")


def thin_groups(problem: Problem, route: Route) -> Iterator[Violation]:
    for group in problem.groups:
        visited = members_visited(group, route)
        if visited < group.at_least:
            yield Violation("at_least", "route", f"{visited} of a group that wants {group.at_least}")


def members_visited(group: Group, route: Route) -> int:
    return sum(visit.id in group.ids for visit in route.stops)


def wrong_order(problem: Problem, route: Route) -> Iterator[Violation]:
    place = {visit.id: index for index, visit in enumerate(route.stops)}
    for first, second in problem.before:
        if first in place and second in place and place[first] > place[second]:
            yield Violation("order", first, f"comes after {second}")


def forbidden_legs(problem: Problem, route: Route) -> Iterator[Violation]:
    for leg in legs_of(problem, route):
        if leg.travel_s < 0:
            yield Violation("forbidden_leg", leg.to, "no way leads there from the stop before")


def long_walks(problem: Problem, route: Route) -> Iterator[Violation]:
    limit = problem.limits.max_leg_m
    for leg in legs_of(problem, route):
        if limit is not None and not leg.ridden and leg.walk_m > limit:
            yield Violation("leg_too_long", leg.to, f"{leg.walk_m} m walked, at most {limit} m")


def long_rides(problem: Problem, route: Route) -> Iterator[Violation]:
    limit = problem.limits.max_ride_s
    for leg in legs_of(problem, route):
        if limit is not None and leg.ridden and leg.travel_s > limit:
            yield Violation("ride_too_long", leg.to, f"{leg.travel_s} s ridden, at most {limit} s")


def too_much_walking(problem: Problem, route: Route) -> Iterator[Violation]:
    limit = problem.limits.max_walk_total_m
    walked = sum(leg.walk_m for leg in legs_of(problem, route))
    if limit is not None and walked > limit:
        yield Violation("walk_total", "route", f"{walked} m walked, at most {limit} m")


def closed_visits(problem: Problem, route: Route) -> Iterator[Violation]:
    windows = {candidate.id: candidate.windows for candidate in problem.candidates}
    for visit in route.stops:
        if not any(opens <= visit.start_s <= closes for opens, closes in windows[visit.id]):
            yield Violation("window", visit.id, f"starts at {visit.start_s} s, outside {windows[visit.id]}")


def long_waits(problem: Problem, route: Route) -> Iterator[Violation]:
    limit = problem.limits.max_wait_s
    for visit in route.stops:
        waited = visit.start_s - visit.arrive_s
        if limit is not None and waited > limit:
            yield Violation("wait", visit.id, f"{waited} s of waiting, at most {limit} s")


def late_finish(problem: Problem, route: Route) -> Iterator[Violation]:
    limit = problem.limits.budget_s
    if limit is not None and route.finish_s > limit:
        yield Violation("budget", "end", f"arrives at {route.finish_s} s, at most {limit} s")


def inconsistent_times(problem: Problem, route: Route) -> Iterator[Violation]:
    """Each arrival is the last departure plus the leg, each departure the visit and the rest later."""
    visit_s = visit_seconds(problem)
    left_s = 0
    legs = legs_of(problem, route)
    for leg, visit in zip(legs, route.stops, strict=False):
        if not consistent(visit, left_s + leg.travel_s, visit_s[visit.id]):
            yield Violation("times_inconsistent", visit.id, f"{visit} after leaving at {left_s} s")
        left_s = visit.leave_s
    if route.finish_s != left_s + legs[-1].travel_s:
        yield Violation("times_inconsistent", "end", f"arrives at {route.finish_s} s after leaving at {left_s} s")


def consistent(visit: Visit, due_s: int, visit_s: int) -> bool:
    return (
        visit.arrive_s == due_s
        and visit.start_s >= visit.arrive_s
        and visit.rest_s >= 0
        and visit.leave_s == visit.start_s + visit_s + visit.rest_s
    )


def wrong_score(problem: Problem, route: Route) -> Iterator[Violation]:
    scores = {candidate.id: candidate.score for candidate in problem.candidates}
    earned = sum(scores[visit.id] for visit in route.stops)
    earned += sum(sum(group.gains[: members_visited(group, route)]) for group in problem.groups)
    earned -= sum(leg.cost for leg in legs_of(problem, route)) + lost_to_heat(problem, route)
    if route.score != earned:
        yield Violation("score_wrong", "route", f"claims {route.score}, earns {earned}")


def lost_to_heat(problem: Problem, route: Route) -> int:
    """What visits lose of which a second falls into midday."""
    if problem.midday is None:
        return 0
    begins, ends = problem.midday
    by_id = {candidate.id: candidate for candidate in problem.candidates}
    hot = [by_id[v.id].hot for v in route.stops if in_heat(v, by_id[v.id].visit_s, begins, ends)]
    return sum(hot)


def in_heat(visit: Visit, visit_s: int, begins: int, ends: int) -> bool:
    return visit_s > 0 and visit.start_s < ends and visit.start_s + visit_s > begins


def wrong_totals(problem: Problem, route: Route) -> Iterator[Violation]:
    legs = legs_of(problem, route)
    for name, claimed, true in (
        ("walk_m", route.walk_m, sum(leg.walk_m for leg in legs)),
        ("ride_m", route.ride_m, sum(leg.ride_m for leg in legs)),
    ):
        if claimed != true:
            yield Violation("totals_wrong", "route", f"claims {name} {claimed}, the legs give {true}")


def wrong_bound(problem: Problem, route: Route) -> Iterator[Violation]:
    """The bound holds for this route itself, and a proved route reaches it."""
    if route.upper_bound < route.score or (route.proved_optimal and route.upper_bound != route.score):
        yield Violation("bound_wrong", "route", f"score {route.score}, upper bound {route.upper_bound}")


Rule = Callable[[Problem, Route], Iterator[Violation]]
RULES: tuple[Rule, ...] = (
    duplicates,
    missing_musts,
    crowded_groups,
    thin_groups,
    wrong_order,
    forbidden_legs,
    long_walks,
    long_rides,
    too_much_walking,
    closed_visits,
    long_waits,
    late_finish,
    long_sessions,
    long_stretches,
    far_toilets,
    inconsistent_times,
    wrong_score,
    wrong_totals,
    wrong_bound,
)
