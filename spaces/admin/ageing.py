"""How places age: the condition log of walls, and closures. Entered through the API; looked at here."""

from django.contrib import admin

from spaces.admin.read_only import ReadOnlyAdmin
from spaces.models import Closure, WallSighting


@admin.register(WallSighting)
class WallSightingAdmin(ReadOnlyAdmin):
    list_display = ["wall", "seen_on", "condition", "note", "changeset"]
    list_filter = ["condition", "changeset__state"]
    list_select_related = ["wall", "changeset"]
    search_fields = ["wall__id", "note"]
    date_hierarchy = "seen_on"


@admin.register(Closure)
class ClosureAdmin(ReadOnlyAdmin):
    list_display = ["space", "starts_on", "ends_on", "reason_th", "reason_en", "author", "lifted_at"]
    list_filter = [("lifted_at", admin.EmptyFieldListFilter)]
    list_select_related = ["space", "author"]
    search_fields = ["space__id", "reason_th", "reason_en"]
    date_hierarchy = "starts_on"
    fields = [
        "space",
        "starts_on",
        "ends_on",
        "reason_th",
        "reason_en",
        "author",
        "created_at",
        "lifted_at",
        "lifted_by",
    ]
