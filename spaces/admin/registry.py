"""The registry of ids: looked at, and asked by every form that refers to a space."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from spaces.admin.read_only import ReadOnlyAdmin
from spaces.admin.showing import space_link
from spaces.models import AnySpace, SpaceRegistry


@admin.register(SpaceRegistry)
class SpaceRegistryAdmin(ReadOnlyAdmin):
    list_display = ["id", "collection", "uid"]
    list_filter = ["collection"]
    ordering = ["id"]
    fields = ["id", "collection", "uid", "space"]
    readonly_fields = ["space"]
    search_fields = ["id"]
    search_help_text = _("Names, descriptions and districts, in Thai or English, however it was typed.")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        if not search_term.strip():
            return (queryset, False)
        return (queryset.filter(pk__in=AnySpace.objects.matching(search_term).values("pk")), False)

    @admin.display(description=_("space"))
    def space(self, registered: SpaceRegistry) -> SafeString | str:
        stored = AnySpace.objects.filter(pk=registered.pk).first()
        return space_link(registered.collection, registered.pk, str(stored)) if stored else "–"
