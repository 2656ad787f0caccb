"""Changesets: who changed what, when and why. Read only."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from spaces.admin.read_only import ReadOnlyAdmin
from spaces.admin.seeing import changesets_of
from spaces.admin.showing import space_address
from spaces.models import EVENT_OF, Changeset

MOST_SHOWN = 500


@admin.register(Changeset)
class ChangesetAdmin(ReadOnlyAdmin):
    list_display = ["id", "author", "comment", "source", "partner", "state", "created_at", "reviewed_by"]
    list_display_links = ["id", "comment"]
    list_filter = ["state", "source", ("author", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["author", "partner", "reviewed_by"]
    search_fields = ["comment", "author__username"]
    date_hierarchy = "created_at"
    fields = [
        "author",
        "partner",
        "comment",
        "source",
        "state",
        "created_at",
        "applied_at",
        ("reviewed_by", "reviewed_at"),
        "reason",
        "proposed",
        "spaces",
    ]
    readonly_fields = ["proposed", "spaces"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Changeset]:
        return changesets_of(request, super().get_queryset(request))

    @admin.display(description=_("proposed changes"))
    def proposed(self, changeset: Changeset) -> SafeString | str:
        """What it wanted to change, and where its differences are shown."""
        rows = [(str(change),) for change in changeset.proposed_changes.all()[:MOST_SHOWN]]
        if not rows:
            return "–"
        listed = format_html_join("", "<li>{}</li>", rows)
        where = f"/{get_language() or 'th'}/editor/?proposal={changeset.pk}"
        return format_html('<ul>{}</ul><a href="{}">{}</a>', listed, where, _("What differs"))

    @admin.display(description=_("spaces"))
    def spaces(self, changeset: Changeset) -> SafeString:
        """Each space with the version that this changeset made, linked."""
        rows = list(_touched(changeset))
        return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a> v{}</li>', rows))


def _touched(changeset: Changeset) -> Iterator[tuple[str, str, Any]]:
    for collection, event_model in EVENT_OF.items():
        rows: Any = event_model._default_manager.filter(changeset=changeset).order_by("id", "version")
        for row in rows[:MOST_SHOWN]:
            yield space_address(collection, row.id), f"{row.name_th} / {row.name_en}", row.version
