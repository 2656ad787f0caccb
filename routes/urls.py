"""Addresses under `/api/routes/`."""

from django.urls import path

from routes.check_views import RouteCheckView
from routes.views import EvaluateView, KeptRouteView, PlanView

urlpatterns = [
    path("plan", PlanView.as_view(), name="plan-api"),
    path("evaluate", EvaluateView.as_view(), name="evaluate-api"),
    path("<slug:route_id>/check", RouteCheckView.as_view()),
    path("<slug:route_id>", KeptRouteView.as_view(), name="route-api"),
]
