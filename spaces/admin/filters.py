"""The filters beside a list of spaces."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from geo.texts import Text
from spaces.admin.generic import Admin
from spaces.admin.visit_minutes import age_group_names
from spaces.models import Status, Subkind, Theme

Choices = list[tuple[Any, Any]]


class StatusFilter(admin.SimpleListFilter):
    """Everything but the deleted, unless asked for."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Admin) -> Choices:
        return [*Status.choices, ("all", _("All, with the deleted"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        everything, *others = super().choices(changelist)
        yield {**everything, "display": _("All but the deleted")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        wanted = self.value()
        if wanted is None:
            return queryset.exclude(status=Status.DELETED)
        return queryset if wanted == "all" else queryset.filter(status=wanted)


class ThemeFilter(admin.SimpleListFilter):
    title = _("themes")
    parameter_name = "theme"

    def lookups(self, request: HttpRequest, model_admin: Admin) -> Choices:
        return _names(Theme.objects.values_list("id", "name_th", "name_en"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(themes__contains=[self.value()]) if self.value() else queryset


class AgeGroupFilter(admin.SimpleListFilter):
    title = _("age groups")
    parameter_name = "age_group"

    def lookups(self, request: HttpRequest, model_admin: Admin) -> Choices:
        return list(age_group_names().items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(age_groups__contains=[self.value()]) if self.value() else queryset


class SubkindFilter(admin.SimpleListFilter):
    title = _("subkind")
    parameter_name = "subkind"

    def lookups(self, request: HttpRequest, model_admin: Admin) -> Choices:
        rows = Subkind.objects.filter(collection=model_admin.model.collection)
        return _names(rows.values_list("id", "name_th", "name_en"))

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(subkind=self.value()) if self.value() else queryset


class DistrictFilter(admin.SimpleListFilter):
    title = _("district")
    parameter_name = "district"

    def lookups(self, request: HttpRequest, model_admin: Admin) -> Choices:
        rows = model_admin.model._default_manager.exclude(district_code="").order_by("district_code")
        return _names(rows.values_list("district_code", "district_th", "district_en").distinct())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(district_code=self.value()) if self.value() else queryset


class AccuracyFilter(admin.SimpleListFilter):
    """How far the position may be off, in bands of metres."""

    title = _("accuracy of the position")
    parameter_name = "accuracy"
    bands = {"25": (0, 25), "100": (26, 100), "500": (101, 500), "2000": (501, 2000), "rough": (2001, None)}

    def lookups(self, request: HttpRequest, model_admin: Admin) -> Choices:
        return [
            ("25", _("up to 25 m: measured on site")),
            ("100", _("26 to 100 m")),
            ("500", _("101 to 500 m")),
            ("2000", _("501 to 2,000 m")),
            ("rough", _("over 2,000 m: never an automatic stop")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        least, most = self.bands.get(self.value() or "", (0, None))
        at_least = queryset.filter(accuracy_m__gte=least)
        return at_least if most is None else at_least.filter(accuracy_m__lte=most)


def _names(rows: Iterable[tuple[str, str, str]]) -> Choices:
    return [(key, Text(thai, english).in_language()) for key, thai, english in rows]
