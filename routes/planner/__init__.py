"""The planner: the best learning route through candidates, under limits (see `problem.py` for the definitions)."""

from routes.planner.check import Violation, check
from routes.planner.errors import InvalidProblem, NoFeasibleItinerary
from routes.planner.problem import ANY_TIME, Candidate, Group, Limits, Problem, Route, Solutions, Visit
from routes.planner.solving import solve

__all__ = [
    "ANY_TIME",
    "Candidate",
    "Group",
    "InvalidProblem",
    "Limits",
    "NoFeasibleItinerary",
    "Problem",
    "Route",
    "Solutions",
    "Violation",
    "Visit",
    "check",
    "solve",
]
