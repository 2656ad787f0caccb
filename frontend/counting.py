"""How many stops each start offers for a wish."""

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from frontend.wish import canonical, plan_query
from routes.planning import PlanRefused, PlanRequest
from routes.planning.gateways import counts
from spaces.models import User


def stops_by_gateway(query: QueryDict, user: User | AnonymousUser) -> dict[str, int]:
    """Stops within reach by gateway id; empty when the wish cannot be read, for a form is half filled at times."""
    try:
        return counts(PlanRequest.from_query(QueryDict(plan_query(QueryDict(canonical(query))))), user)
    except PlanRefused:
        return {}
