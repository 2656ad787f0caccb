"""Where a sensitive space really is: only for people with the permission `spaces.view_exact`."""

from typing import Any

from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from geo.history import write_under
from spaces.admin.generic import Admin
from spaces.admin.history_page import WithVersions
from spaces.admin.map_field import MapForms
from spaces.admin.saving import SOURCE
from spaces.admin.space_form import VersionedForm
from spaces.models import Changeset, ExactPosition, ExactPositionHistory


class Stale(Exception):
    """`theirs` is the position as it is stored now."""

    def __init__(self, theirs: ExactPosition) -> None:
        super().__init__(f"version {theirs.version} is stored")
        self.theirs = theirs


class ExactPositionForm(VersionedForm):
    theirs: ExactPosition | None = None  # set on the class made for one request

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.theirs is not None:
            self.show_conflict(self.theirs, ExactPositionHistory)


@admin.register(ExactPosition)
class ExactPositionAdmin(WithVersions, MapForms, Admin):
    form = ExactPositionForm
    change_form_template = "spaces/admin/space_form.html"
    geometry_types = ("Point", "LineString", "MultiPolygon")
    fields = ["space", "geometry", "accuracy_m", "source", "changeset_comment", "version_seen"]
    list_display = ["space", "accuracy_m", "source", "version", "updated_at"]
    list_select_related = ["space"]
    autocomplete_fields = ["space"]
    search_fields = ["space__id"]

    def get_readonly_fields(self, request: HttpRequest, obj: ExactPosition | None = None) -> list[str]:
        return ["space"] if obj else []

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **options)
        except Stale as refusal:
            request.theirs = refusal.theirs  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **options)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form_class: Any = super().get_form(request, obj, change=change, **options)
        form_class.theirs = getattr(request, "theirs", None)
        return form_class

    def save_model(self, request: HttpRequest, obj: ExactPosition, form: Any, change: bool) -> None:
        with transaction.atomic():
            position = self._to_write(obj, form) if change else obj
            author: Any = request.user
            changeset = Changeset.objects.create(
                author=author,
                comment=form.cleaned_data["changeset_comment"],
                source=SOURCE,
                applied_at=timezone.now(),
            )
            write_under(changeset.pk)
            position.changeset = changeset
            position.save(force_insert=not change)

    def _to_write(self, obj: ExactPosition, form: VersionedForm) -> ExactPosition:
        """The locked row with the new values, if nobody was faster."""
        stored = ExactPosition.objects.select_for_update(of=("self",)).get(pk=obj.pk)
        if stored.version != form.cleaned_data.get("version_seen"):
            raise Stale(stored)
        for name, value in form.written().items():
            setattr(stored, name, value)
        return stored

    def event_model(self) -> type[models.Model]:
        return ExactPositionHistory

    # --- who

    def has_module_permission(self, request: HttpRequest) -> bool:
        return _may_see(request) and super().has_module_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_see(request) and super().has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return _may_see(request) and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_see(request) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Rows with a history are never deleted."""
        return False


def _may_see(request: HttpRequest) -> bool:
    return request.user.has_perm("spaces.view_exact")
