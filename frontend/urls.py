"""The pages, each under `/th/` and `/en/`."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.views.generic import TemplateView

from frontend.views import catalogue, home, plan, spaces, story

urlpatterns = [
    path("", home.home, name="home"),
    path("plan/", plan.plan_page, name="plan"),
    path("routes/", catalogue.routes, name="routes"),
    path("routes/<slug:route_id>/", catalogue.route, name="route"),
    path("spaces/", spaces.spaces, name="spaces"),
    path("spaces/<slug:space_id>/", spaces.space, name="space"),
    path("stories/<slug:story_id>/", story.story, name="story"),
    path("trust/", TemplateView.as_view(template_name="frontend/trust.html"), name="trust"),
    path("login/", LoginView.as_view(template_name="frontend/login.html", redirect_authenticated_user=True), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
]
