"""The History tab: every version with who, when, why and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from spaces.admin.differences import Difference, differences
from spaces.history import PAST_OF


@dataclass(frozen=True)
class VersionStory:
    """One version, and what it changed against the one before it."""

    event: Any
    changes: Sequence[Difference]


def story(rows: Sequence[Any]) -> list[VersionStory]:
    """The versions of one row, which come oldest first, newest first."""
    told = [VersionStory(rows[0], [])] if rows else []
    told += [VersionStory(newer, differences(older, newer)) for older, newer in pairwise(rows)]
    return told[::-1]


class WithVersions:
    """Mixed into a ModelAdmin whose rows have a history table."""

    model: type[models.Model]
    admin_site: Any
    opts: Any

    def event_model(self) -> type[models.Model]:
        raise NotImplementedError

    def versions_for(self, request: HttpRequest, row: models.Model) -> Any:
        """The versions that this person may see; where a space was before it was blurred is for few."""
        rows = self.event_model()._default_manager.filter(**{self.opts.pk.attname: row.pk})
        past = PAST_OF.get(getattr(row, "collection", ""))
        if past is None or request.user.has_perm("spaces.view_exact"):
            return rows
        return past.without_secrets(rows)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        space = self.get_object(request, object_id)  # type: ignore[attr-defined]
        if space is None:
            raise Http404
        if not self.has_view_or_change_permission(request, space):  # type: ignore[attr-defined]
            raise PermissionDenied
        versions = self.versions_for(request, space).select_related("changeset__author").order_by("version")
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %s") % space,
            "subtitle": None,
            "opts": self.opts,
            "object": space,
            "versions": story(list(versions)),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "spaces/admin/history.html", context)
