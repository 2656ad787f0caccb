"""The admin that all kinds of space share."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from spaces.admin.fieldsets import fieldsets
from spaces.admin.filters import (
    AccuracyFilter,
    AgeGroupFilter,
    DistrictFilter,
    StatusFilter,
    SubkindFilter,
    ThemeFilter,
)
from spaces.admin.generic import Admin
from spaces.admin.history_page import WithVersions
from spaces.admin.map_field import MapForms
from spaces.admin.saving import ThroughChangesets
from spaces.admin.seeing import seen_by
from spaces.admin.showing import metres
from spaces.admin.space_form import SpaceForm
from spaces.models import EVENT_OF, LearningSpace, Subkind


class SpaceAdmin(WithVersions, ThroughChangesets, MapForms, Admin):
    form = SpaceForm
    own_fields: ClassVar[list[Any]] = []

    change_list_template = "spaces/admin/space_list.html"
    change_form_template = "spaces/admin/space_form.html"
    delete_confirmation_template = "spaces/admin/delete_confirmation.html"
    delete_selected_confirmation_template = "spaces/admin/delete_selected.html"
    list_display = [
        "name_th",
        "name_en",
        "subkind_name",
        "status",
        "verified",
        "accuracy",
        "district",
        "version",
    ]
    list_display_links = ["name_th", "name_en"]
    list_filter = [
        StatusFilter,
        "verified",
        AccuracyFilter,
        SubkindFilter,
        ThemeFilter,
        AgeGroupFilter,
        DistrictFilter,
        "wheelchair",
        ("partner", admin.RelatedOnlyFieldListFilter),
        "demonstration",
    ]
    list_per_page = 50
    search_fields = ["search_text"]
    search_help_text = _("Names, descriptions and districts, in Thai or English, however it was typed.")
    ordering = ["id"]
    save_on_top = True
    view_on_site = False

    # --- lists

    def get_queryset(self, request: HttpRequest) -> QuerySet[LearningSpace]:
        name = "name_th" if is_thai() else "name_en"
        subkind = Subkind.objects.filter(pk=OuterRef("subkind")).values(name)[:1]
        spaces: QuerySet[LearningSpace] = seen_by(request, super().get_queryset(request))
        return spaces.annotate(subkind_shown=Coalesce(Subquery(subkind), F("subkind"), output_field=models.CharField()))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return (queryset.matching(search_term), False)  # type: ignore[attr-defined]

    @admin.display(description=_("subkind"), ordering="subkind_shown")
    def subkind_name(self, space: Any) -> str:
        return str(space.subkind_shown)

    @admin.display(description=_("accuracy"), ordering="accuracy_m")
    def accuracy(self, space: LearningSpace) -> str:
        return metres(space.accuracy_m)

    @admin.display(description=_("district"), ordering="district_code", empty_value="–")
    def district(self, space: LearningSpace) -> str:
        return space.district_th if is_thai() else space.district_en

    # --- one space

    def get_fieldsets(self, request: HttpRequest, obj: LearningSpace | None = None) -> Any:
        title = _("Only for this kind: %s") % self.opts.verbose_name
        return fieldsets(title, self.own_fields, is_new=obj is None)

    def get_readonly_fields(self, request: HttpRequest, obj: LearningSpace | None = None) -> list[str]:
        stamps = ["version", "updated_at", "last_change"]
        return stamps if obj is None else ["id", *stamps]

    @admin.display(description=_("last change"))
    def last_change(self, space: LearningSpace) -> SafeString:
        address = reverse("admin:spaces_changeset_change", args=[space.changeset_id])
        return format_html('<a href="{}">{}</a>', address, space.changeset)

    def event_model(self) -> type[models.Model]:
        kind: Any = self.model
        return EVENT_OF[kind.collection]


def is_thai() -> bool:
    return (get_language() or "th").startswith("th")
