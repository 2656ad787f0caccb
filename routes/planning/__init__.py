"""From a wish to a route: request, candidates, ways, the planner, the answer."""

from routes.planning.errors import ImpossiblePlanRequest, InvalidPlanRequest, NoStopPossible, NotOfferedYet, PlanRefused
from routes.planning.plan import plan
from routes.planning.request import PlanRequest

__all__ = [
    "ImpossiblePlanRequest",
    "InvalidPlanRequest",
    "NoStopPossible",
    "NotOfferedYet",
    "PlanRefused",
    "PlanRequest",
    "plan",
]
