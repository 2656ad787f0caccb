"""The tables that spaces refer to: themes, age groups, subkinds, visit lengths, outcomes, outlines."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from spaces.admin.generic import Admin, Tabular
from spaces.admin.map_field import MapForms
from spaces.models import AgeGroup, Boundary, CurriculumOutcome, Subkind, Theme, VisitMinutes


class LookupAdmin(Admin):
    """A row with a stable id: it is chosen once."""

    search_fields = ["id", "name_th", "name_en"]
    list_per_page = 100

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        return [] if obj is None else [self.opts.pk.name]


@admin.register(Theme)
class ThemeAdmin(LookupAdmin):
    list_display = ["id", "name_th", "name_en", "status", "order"]
    list_filter = ["status"]


@admin.register(AgeGroup)
class AgeGroupAdmin(LookupAdmin):
    list_display = [
        "id",
        "name_th",
        "name_en",
        "is_modifier",
        "walking_speed_mps",
        "max_leg_m",
        "max_walk_total_m",
        "max_outing_minutes",
    ]
    list_filter = ["is_modifier"]
    fieldsets = [
        (
            None,
            {"fields": ["id", ("name_th", "name_en"), "order", "is_modifier", ("age_min", "age_max"), "thai_basis"]},
        ),
        (
            _("Walking"),
            {
                "fields": [
                    "walking_speed_mps",
                    "walking_speed_evidence",
                    "walking_speed_source",
                    ("max_leg_m", "max_walk_total_m"),
                    ("max_leg_without_seat_m", "max_leg_without_seat_source"),
                    ("max_slope_percent", "max_slope_source"),
                ],
                "description": _("Every limit says where it comes from; the planner keeps to it."),
            },
        ),
        (
            _("Time"),
            {
                "fields": [
                    ("max_stop_minutes", "max_session_minutes", "rest_every_minutes"),
                    "attention_source",
                    ("max_outing_minutes", "max_ride_minutes"),
                    "outing_source",
                ]
            },
        ),
        (_("Bicycle"), {"fields": [("bicycle_speed_mps", "max_bicycle_leg_m")]}),
        (_("Safety and needs"), {"fields": ["must_be_accompanied", "safety_source", "avoid", "needs", "rule"]}),
    ]


class VisitMinutesInline(Tabular):
    model = VisitMinutes
    extra = 0


@admin.register(Subkind)
class SubkindAdmin(LookupAdmin):
    list_display = ["id", "name_th", "name_en", "collection", "outdoor", "order"]
    list_filter = ["collection", "outdoor"]
    inlines = [VisitMinutesInline]


@admin.register(VisitMinutes)
class VisitMinutesAdmin(Admin):
    list_display = ["subkind", "age_group", "minutes", "source"]
    list_filter = ["age_group", "subkind__collection"]
    list_select_related = ["subkind", "age_group"]
    search_fields = ["subkind__id", "subkind__name_th", "subkind__name_en"]


@admin.register(CurriculumOutcome)
class CurriculumOutcomeAdmin(LookupAdmin):
    list_display = ["code", "edition", "grade_band", "subject_th", "subject_en", "status", "demonstration"]
    list_filter = ["status", "edition", "grade_band", "demonstration"]
    search_fields = ["code", "subject_th", "subject_en", "text_th", "text_en"]


@admin.register(Boundary)
class BoundaryAdmin(MapForms, LookupAdmin):
    geometry_types = ("MultiPolygon",)
    list_display = ["id", "name_th", "name_en", "level", "code", "parent"]
    list_filter = ["level"]
    list_select_related = ["parent"]
    autocomplete_fields = ["parent"]
