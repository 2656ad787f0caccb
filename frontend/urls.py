"""The pages, each under `/th/` and `/en/`."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from frontend.views import catalogue, counts, coverage, editor, home, plan, propose, spaces, story, trust

urlpatterns = [
    path("", home.home, name="home"),
    path("plan/", plan.plan_page, name="plan"),
    path("plan/edit/", plan.edit_page, name="plan-edit"),
    path("plan/counts/", counts.counts, name="counts"),
    path("routes/", catalogue.routes, name="routes"),
    path("routes/<slug:route_id>/", catalogue.route, name="route"),
    path("spaces/", spaces.spaces, name="spaces"),
    path("spaces/<slug:space_id>/", spaces.space, name="space"),
    path("stories/<slug:story_id>/", story.story, name="story"),
    path("editor/", editor.editor, name="editor"),
    path("editor/coverage/", coverage.coverage, name="coverage"),
    path("propose/", propose.propose, name="propose"),
    path("propose/thanks/", propose.thanks, name="propose-thanks"),
    path("trust/", trust.trust, name="trust"),
    path(
        "login/", LoginView.as_view(template_name="frontend/login.html", redirect_authenticated_user=True), name="login"
    ),
    path("logout/", LogoutView.as_view(), name="logout"),
]
