"""The planner: the best learning route through candidates, under limits (see `problem.py` for the definitions)."""

from routes.planner.check import check
from routes.planner.check_facts import Violation
from routes.planner.check_several import check_fleet, check_groups
from routes.planner.errors import InvalidProblem, NoFeasibleItinerary
from routes.planner.explaining import Omission, explain
from routes.planner.problem import ANY_TIME, Candidate, Group, Limits, Problem, Route, Solutions, Visit
from routes.planner.replaying import replay
from routes.planner.solving import solve
from routes.planner.team import Crowd, solve_fleet, solve_groups
from routes.planner.warming import warm

__all__ = [
    "ANY_TIME",
    "Candidate",
    "Crowd",
    "Group",
    "InvalidProblem",
    "Limits",
    "NoFeasibleItinerary",
    "Omission",
    "Problem",
    "Route",
    "Solutions",
    "Violation",
    "Visit",
    "check",
    "check_fleet",
    "check_groups",
    "explain",
    "replay",
    "solve",
    "solve_fleet",
    "solve_groups",
    "warm",
]
