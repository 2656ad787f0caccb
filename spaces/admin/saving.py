"""How the admin writes spaces: through `spaces.submitting.submit`, as everybody does.

A refusal comes back to the form; what its writer may not publish waits as a proposal, and the page says so.
"""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from spaces.changesets import Action, Change, ChangeRefused, StaleVersion
from spaces.models import LearningSpace
from spaces.submitting import submit

SOURCE = "admin"


class ThroughChangesets:
    """Mixed into a ModelAdmin of a kind of space. Nothing here writes a row but `submit`."""

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
        self._submit(request, [wanted], form.cleaned_data["changeset_comment"])

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
        self._submit(request, changes, request.POST.get("changeset_comment", "")[:500])

    def _submit(self, request: HttpRequest, changes: list[Change], comment: str) -> None:
        user: Any = request.user
        done = submit(changes, user=user, comment=comment, source=SOURCE)
        if not done.applied:
            request.proposed = True  # type: ignore[attr-defined]
            number = {"number": done.changeset.pk}
            messages.warning(request, _("Not changed yet: it waits for a reviewer as proposal %(number)s.") % number)

    # --- what Django would say of a change that only waits

    def message_user(
        self, request: HttpRequest, message: Any, level: Any = messages.INFO, *args: Any, **more: Any
    ) -> None:
        if not (_is_proposed(request) and level == messages.SUCCESS):
            super().message_user(request, message, level, *args, **more)  # type: ignore[misc]

    def log_addition(self, request: HttpRequest, *args: Any) -> Any:
        return None if _is_proposed(request) else super().log_addition(request, *args)  # type: ignore[misc]

    def log_change(self, request: HttpRequest, *args: Any) -> Any:
        return None if _is_proposed(request) else super().log_change(request, *args)  # type: ignore[misc]

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        if _is_proposed(request):  # there is no page of it yet
            return HttpResponseRedirect("../")
        return super().response_add(request, obj, post_url_continue)  # type: ignore[misc, no-any-return]


def _is_proposed(request: HttpRequest) -> bool:
    return getattr(request, "proposed", False)


def _deletion(space: LearningSpace, seen: int | None) -> Change:
    return Change(Action.DELETE, space.collection, space.pk, base_version=seen)
