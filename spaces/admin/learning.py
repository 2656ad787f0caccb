"""What there is to learn and to take home."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from spaces.admin.lookups import LookupAdmin
from spaces.models import Activity, Offering


@admin.register(Activity)
class ActivityAdmin(LookupAdmin):
    list_display = ["id", "space", "subkind", "theme", "age_group", "phase", "status", "demonstration"]
    list_filter = ["status", "phase", "age_group", "theme", "demonstration"]
    list_select_related = ["space", "subkind", "theme", "age_group"]
    search_fields = ["id", "text_th", "text_en", "space__id"]
    autocomplete_fields = ["space", "outcome"]
    fieldsets = [
        (None, {"fields": ["id", "phase", ("text_th", "text_en"), "outcome"]}),
        (
            _("Where and for whom"),
            {
                "fields": ["space", "subkind", "theme", "age_group"],
                "description": _(
                    "For one space, or for every space of a subkind or theme. One of the three is needed."
                ),
            },
        ),
        (
            _("Review"),
            {
                "fields": ["status", "demonstration"],
                "description": _("A draft until a teacher has gone over it."),
            },
        ),
    ]


@admin.register(Offering)
class OfferingAdmin(LookupAdmin):
    list_display = ["id", "name_th", "name_en", "space", "partner", "season", "contact"]
    list_filter = ["partner"]
    list_select_related = ["space", "partner"]
    autocomplete_fields = ["space", "partner"]
