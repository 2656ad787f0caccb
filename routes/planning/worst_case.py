"""Whether an itinerary still keeps every limit if all positions are as wrong as they may be."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from routes.planner import Problem, Route, Visit, check
from routes.planning.legs import BICYCLE, VEHICLE, WALK
from routes.planning.lengths import IntMatrix
from routes.planning.question import Question


def fits_in_worst_case(question: Question, route: Route) -> bool:
    """The same stops, rests and modes over ways of `metres_high`: judged by the planner's independent checker."""
    node = question.problem.node
    order = np.array([0, *(node[id_] for id_ in route.ids), len(node) + 1])
    problem = worst_problem(question, order)
    if cycles_too_far(question, order):
        return False
    return not check(problem, replayed(problem, route))


def worst_problem(question: Question, order: IntMatrix) -> Problem:
    """The problem of these nodes only, every way at its longest."""
    ways, square = question.ways, np.ix_(order, order)
    metres, mode = ways.lengths.metres_high[square], ways.mode[square]
    chosen = (question.problem.candidates[number - 1] for number in order[1:-1])
    candidates = tuple(replace(candidate, hot=0) for candidate in chosen)  # limits are judged, not points
    return Problem(
        candidates,
        ways.high_s[square],
        np.where(mode == WALK, metres, 0),
        np.where(mode == VEHICLE, np.maximum(metres, 1), 0),
        question.problem.limits,
    )


def cycles_too_far(question: Question, order: IntMatrix) -> bool:
    """A limit that the planner does not know, because candidates are chosen by it."""
    most = question.party.get("max_bicycle_leg_m")
    legs = list(pairwise(order.tolist()))
    high, mode = question.ways.lengths.metres_high, question.ways.mode
    return most is not None and any(mode[leg] == BICYCLE and high[leg] > most for leg in legs)


def replayed(problem: Problem, route: Route) -> Route:
    """The route with its rests, as late as the problem makes it."""
    visits: list[Visit] = []
    now_s = 0
    for node, (visit, candidate) in enumerate(zip(route.stops, problem.candidates, strict=True)):
        arrive_s = now_s + int(problem.travel_s[node, node + 1])
        wait_s = visit.start_s - visit.arrive_s
        opens = [max(opens, arrive_s) for opens, latest in candidate.windows if latest >= arrive_s]
        needed_s = rest_needed(problem, wait_s)
        start_s = max(opens[0] if opens else arrive_s, arrive_s + needed_s)
        now_s = start_s + candidate.visit_s + visit.rest_s
        visits.append(Visit(visit.id, arrive_s, start_s, now_s, visit.rest_s))
    legs = list(pairwise(range(len(visits) + 2)))
    score = sum(candidate.score for candidate in problem.candidates)
    return replace(
        route,
        stops=tuple(visits),
        score=score,
        finish_s=now_s + int(problem.travel_s[legs[-1]]),
        walk_m=sum(int(problem.walk_m[leg]) for leg in legs),
        ride_m=sum(int(problem.ride_m[leg]) for leg in legs),
        proved_optimal=False,
        upper_bound=score,
    )


def rest_needed(problem: Problem, wait_s: int) -> int:
    """A wait that counted as a rest stays one."""
    rest_s = problem.limits.rest_s
    return rest_s if rest_s is not None and wait_s >= rest_s else 0
