"""Where routes start, what they tell, and the ones that were kept."""

import json
from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from routes.checking import confirm, doubts, may_confirm
from routes.models import Gateway, LearningRoute, Story, StoryChapter, StreetNetwork, WalkArea
from spaces.admin.generic import Admin, Stacked
from spaces.admin.lookups import LookupAdmin
from spaces.admin.map_field import MapForms
from spaces.admin.read_only import ReadOnlyAdmin


class GatewayInline(MapForms, Stacked):
    model = Gateway
    geometry_types = ("Point",)
    extra = 0
    fields = ["id", ("name_th", "name_en"), "space"]
    readonly_fields = ["id", "name_th", "name_en", "space"]
    show_change_link = True
    can_delete = False
    max_num = 0


@admin.register(WalkArea)
class WalkAreaAdmin(LookupAdmin):
    list_display = ["id", "name_th", "name_en", "order"]
    inlines = [GatewayInline]


@admin.register(Gateway)
class GatewayAdmin(MapForms, LookupAdmin):
    geometry_types = ("Point",)
    list_display = ["id", "name_th", "name_en", "area", "default", "accuracy_m", "order"]
    list_filter = ["area", "default"]
    list_select_related = ["area"]
    autocomplete_fields = ["space", "area"]
    fields = ["id", ("name_th", "name_en"), ("area", "default", "order"), "space", "geometry", "accuracy_m"]


class ChapterInline(Stacked):
    model = StoryChapter
    extra = 0
    autocomplete_fields = ["wall"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fields = ["order", ("title_th", "title_en"), ("text_th", "text_en"), "wall", "audio_url", "source"]


@admin.register(Story)
class StoryAdmin(LookupAdmin):
    list_display = ["id", "name_th", "name_en", "located", "status", "order"]
    list_filter = ["status", "located"]
    inlines = [ChapterInline]
    fieldsets = [
        (None, {"fields": ["id", ("name_th", "name_en"), ("intro_th", "intro_en"), ("status", "order")]}),
        (
            _("Where it is"),
            {
                "fields": ["located", ("banner_th", "banner_en")],
                "description": _("The banner stands over the story until enough of its walls have a position."),
            },
        ),
        (_("Source"), {"fields": ["source"]}),
    ]


@admin.register(LearningRoute)
class LearningRouteAdmin(Admin):
    """A kept route is frozen: its names, its status and who walked it are all that changes."""

    list_display = ["id", "name_th", "theme", "age_group", "area", "certainty", "walked_on", "holds", "status"]
    list_filter = ["status", "certainty", "age_group", "theme", "area"]
    list_select_related = ["theme", "age_group", "area"]
    search_fields = ["id", "name_th", "name_en"]
    autocomplete_fields = ["walked_by"]
    readonly_fields = [
        "id",
        "theme",
        "age_group",
        "area",
        "stops",
        "certainty",
        "asked",
        "answered",
        "doubts_shown",
        "checked_on",
        "checked_by",
        "created_at",
        "updated_at",
    ]
    fieldsets = [
        (None, {"fields": ["id", ("name_th", "name_en"), "status"]}),
        (
            _("Walked on site"),
            {
                "fields": [("walked_on", "walked_by")],
                "description": _("Until somebody has walked it, the route carries the badge of a draft."),
            },
        ),
        (_("Does it still hold?"), {"fields": ["doubts_shown", ("checked_on", "checked_by")]}),
        (_("As it was planned"), {"fields": ["theme", "age_group", "area", "certainty", "stops", "asked", "answered"]}),
        (_("Stored"), {"fields": ["created_at", "updated_at"], "classes": ["collapse"]}),
    ]

    actions = ["say_it_holds"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Routes come from the planner."""
        return False

    @admin.action(description=_("Looked at: these routes hold"), permissions=["change"])
    def say_it_holds(self, request: HttpRequest, queryset: QuerySet[LearningRoute]) -> None:
        user: Any = request.user
        for route in queryset:
            confirm(route, user)

    def get_actions(self, request: HttpRequest) -> Any:
        found = super().get_actions(request)
        user: Any = request.user
        return found if may_confirm(user) else {name: one for name, one in found.items() if name != "say_it_holds"}

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The doubts of all routes on the page are asked for together."""
        page = super().get_changelist_instance(request)
        page.result_list = rows = list(page.result_list)
        found = doubts(rows)
        for route in rows:
            route.in_doubt = bool(found[route.pk])
        return page

    @admin.display(description=_("holds"), boolean=True)
    def holds(self, route: Any) -> bool:
        return not route.in_doubt

    @admin.display(description=_("in doubt"))
    def doubts_shown(self, route: LearningRoute) -> SafeString | str:
        found = doubts([route])[route.pk]
        rows = ((doubt.text.in_language(),) for doubt in found)
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", rows)) if found else "–"

    @admin.display(description=_("request"))
    def asked(self, route: LearningRoute) -> SafeString:
        return _pretty(route.request)

    @admin.display(description=_("itinerary"))
    def answered(self, route: LearningRoute) -> SafeString:
        return _pretty(route.itinerary)


@admin.register(StreetNetwork)
class StreetNetworkAdmin(ReadOnlyAdmin):
    """Networks come by `manage.py import_streets`, are switched by `manage.py streets`."""

    list_display = ["id", "file", "in_use", "kilometres", "edges", "source", "attribution", "created_at"]
    list_filter = ["source", "in_use"]
    fields = [
        "file",
        "in_use",
        "source",
        "attribution",
        "kilometres",
        "edges",
        "nodes",
        "base",
        "read",
        "sha256",
        "created_at",
    ]
    readonly_fields = ["kilometres", "read"]

    @admin.display(description=_("length (km)"), ordering="metres")
    def kilometres(self, network: StreetNetwork) -> str:
        return f"{network.metres / 1000:.0f}"

    @admin.display(description=_("report"))
    def read(self, network: StreetNetwork) -> SafeString:
        return _pretty(network.report)


def _pretty(content: Any) -> SafeString:
    return format_html('<pre class="frozen">{}</pre>', json.dumps(content, ensure_ascii=False, indent=2))
