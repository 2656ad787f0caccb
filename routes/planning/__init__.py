"""From a wish to a route: request, candidates, ways, the planner, the answer."""

from routes.planning.edit_request import EditRequest
from routes.planning.editing import evaluate
from routes.planning.errors import ImpossiblePlanRequest, InvalidPlanRequest, NoStopPossible, NotOfferedYet, PlanRefused
from routes.planning.plan import plan
from routes.planning.request import PlanRequest

__all__ = [
    "EditRequest",
    "ImpossiblePlanRequest",
    "InvalidPlanRequest",
    "NoStopPossible",
    "NotOfferedYet",
    "PlanRefused",
    "PlanRequest",
    "evaluate",
    "plan",
]
