"""How the admin writes spaces: through `spaces.changesets.apply`, and a refusal comes back to the form."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from spaces.changesets import Action, Change, ChangeRefused, StaleVersion, apply
from spaces.models import LearningSpace

SOURCE = "admin"


class ThroughChangesets:
    """Mixed into a ModelAdmin of a kind of space. Nothing here writes a row but `apply`."""

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        """A refused change rolls everything back; the form comes again, with the reason and all that was typed."""
        try:
            return super().changeform_view(request, *args, **options)  # type: ignore[misc, no-any-return]
        except ChangeRefused as refusal:
            request.refusal = refusal  # type: ignore[attr-defined]
            return super().changeform_view(request, *args, **options)  # type: ignore[misc, no-any-return]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form_class = super().get_form(request, obj, change=change, **options)  # type: ignore[misc]
        form_class.refusal = getattr(request, "refusal", None)
        return form_class

    def save_model(self, request: HttpRequest, obj: LearningSpace, form: Any, change: bool) -> None:
        wanted = form.change()
        if wanted is None:
            messages.info(request, _("Nothing was different, so nothing was saved."))
            return
        author: Any = request.user
        apply([wanted], author=author, comment=form.cleaned_data["changeset_comment"], source=SOURCE)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)  # type: ignore[misc, no-any-return]
        except StaleVersion as refusal:
            changeset = refusal.theirs.changeset
            messages.error(
                request,
                _("Not deleted: %(who)s changed it meanwhile (version %(version)s). Look at it again first.")
                % {"who": changeset.author or _("the system"), "version": refusal.theirs.version},
            )
            return HttpResponseRedirect("../change/")

    def delete_model(self, request: HttpRequest, obj: LearningSpace) -> None:
        """`version_seen` is what the confirmation page showed."""
        seen = request.POST.get("version_seen", "")
        self._delete(request, [_deletion(obj, int(seen) if seen.isdecimal() else None)])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[LearningSpace]) -> None:
        with transaction.atomic():
            locked = queryset.select_for_update(of=("self",))
            self._delete(request, [_deletion(space, space.version) for space in locked])

    def _delete(self, request: HttpRequest, changes: list[Change]) -> None:
        author: Any = request.user
        apply(changes, author=author, comment=request.POST.get("changeset_comment", "")[:500], source=SOURCE)


def _deletion(space: LearningSpace, seen: int | None) -> Change:
    return Change(Action.DELETE, space.collection, space.pk, base_version=seen)
