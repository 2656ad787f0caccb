"""The independent checker's rules about what adds up along the way: session, stretch, toilet."""

from __future__ import annotations

from collections.abc import Iterator

from routes.planner.check_facts import Violation, legs_of, visit_seconds
from routes.planner.problem import Problem, Route


def long_sessions(problem: Problem, route: Route) -> Iterator[Violation]:
    limit = problem.limits.max_session_s
    if limit is None:
        return
    for where, seconds in session_peaks(problem, route):
        if seconds > limit:
            yield Violation("session", where, f"{seconds} s of walking and visiting without rest, at most {limit} s")


def session_peaks(problem: Problem, route: Route) -> Iterator[tuple[str, int]]:
    """The session's length after each leg and each visit."""
    visit_s = visit_seconds(problem)
    seconds = 0
    legs = legs_of(problem, route)
    for leg, visit in zip(legs, route.stops, strict=False):
        seconds = 0 if leg.ridden else seconds + leg.travel_s
        yield visit.id, seconds
        seconds = 0 if is_rest(problem, visit.start_s - visit.arrive_s) else seconds
        seconds += visit_s[visit.id]
        yield visit.id, seconds
        seconds = 0 if is_rest(problem, visit.rest_s) else seconds
    yield "end", 0 if legs[-1].ridden else seconds + legs[-1].travel_s


def long_stretches(problem: Problem, route: Route) -> Iterator[Violation]:
    """Walking without sitting down: a seat, a ride and a rest end the stretch."""
    limit = problem.limits.max_stretch_s
    if limit is None:
        return
    seats = {candidate.id for candidate in problem.candidates if candidate.seat}
    legs, seconds = legs_of(problem, route), 0
    for index, leg in enumerate(legs):
        seconds = 0 if leg.ridden else seconds + leg.travel_s
        if seconds > limit:
            yield Violation("stretch", leg.to, f"{seconds} s of walking without a seat, at most {limit} s")
        if index < len(route.stops):
            visit = route.stops[index]
            idle = (visit.start_s - visit.arrive_s, visit.rest_s)
            seconds = 0 if visit.id in seats or any(is_rest(problem, one) for one in idle) else seconds


def far_toilets(problem: Problem, route: Route) -> Iterator[Violation]:
    """Travelling and visiting between two toilets."""
    limit = problem.limits.max_toilet_s
    if limit is None:
        return
    visit_s = visit_seconds(problem)
    toilets = {"end", *(candidate.id for candidate in problem.candidates if candidate.toilet)}
    seconds = 0
    for leg in legs_of(problem, route):
        seconds += leg.travel_s
        peak = seconds if leg.to in toilets else seconds + visit_s[leg.to]
        if peak > limit:
            yield Violation("toilet", leg.to, f"{peak} s since the last toilet, at most {limit} s")
        seconds = 0 if leg.to in toilets else peak


def is_rest(problem: Problem, idle_s: int) -> bool:
    return problem.limits.rest_s is not None and idle_s >= problem.limits.rest_s
