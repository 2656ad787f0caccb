"""All kinds in one list; first of all the places that nobody has verified, the roughest position first."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from geo.texts import Text
from spaces.admin.filters import AccuracyFilter, AgeGroupFilter, Choices, DistrictFilter, StatusFilter, ThemeFilter
from spaces.admin.read_only import ReadOnlyAdmin
from spaces.admin.seeing import seen_by
from spaces.admin.showing import metres, space_address, space_link
from spaces.models import KIND_OF, KINDS, AnySpace


class VerifiedFilter(admin.SimpleListFilter):
    """The unverified, unless asked for others."""

    title = _("verified on site")
    parameter_name = "verified"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [("yes", _("Verified")), ("all", _("All"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        unverified, *others = super().choices(changelist)
        yield {**unverified, "display": _("Unverified")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "all":
            return queryset
        return queryset.filter(verified=self.value() == "yes")


class KindFilter(admin.SimpleListFilter):
    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        return [(kind.collection, capfirst(kind._meta.verbose_name_plural)) for kind in KINDS]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(collection=self.value()) if self.value() else queryset


@admin.register(AnySpace)
class AnySpaceAdmin(ReadOnlyAdmin):
    list_display = ["name", "kind", "accuracy", "district", "status", "updated_at"]
    list_display_links = None
    list_filter = [
        VerifiedFilter,
        KindFilter,
        StatusFilter,
        AccuracyFilter,
        DistrictFilter,
        ThemeFilter,
        AgeGroupFilter,
    ]
    list_per_page = 100
    ordering = ["-accuracy_m", "id"]
    search_fields = ["search_text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return seen_by(request, super().get_queryset(request))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return (queryset.matching(search_term), False)  # type: ignore[attr-defined]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = _("Places of all kinds, the roughest position first")
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """A row of the view is looked at where it is stored."""
        space = self.get_object(request, object_id)
        if space is None:
            return HttpResponseRedirect(reverse("admin:spaces_anyspace_changelist"))
        return HttpResponseRedirect(space_address(space.collection, space.pk))

    @admin.display(description=_("name"), ordering="name_th")
    def name(self, space: AnySpace) -> SafeString:
        return space_link(space.collection, space.pk, str(space))

    @admin.display(description=_("kind"), ordering="collection")
    def kind(self, space: AnySpace) -> str:
        return str(capfirst(KIND_OF[space.collection]._meta.verbose_name))

    @admin.display(description=_("accuracy"), ordering="accuracy_m")
    def accuracy(self, space: AnySpace) -> str:
        return metres(space.accuracy_m)

    @admin.display(description=_("district"), ordering="district_code")
    def district(self, space: AnySpace) -> str:
        return Text(space.district_th, space.district_en).in_language()
