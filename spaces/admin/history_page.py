"""The History tab: every version with who, when, why and what changed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from spaces.admin.versions import events, story


class WithVersions:
    """Mixed into a ModelAdmin whose rows have a history table."""

    model: type[models.Model]
    admin_site: Any
    opts: Any

    def event_model(self) -> type[models.Model]:
        raise NotImplementedError

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        space = self.get_object(request, object_id)  # type: ignore[attr-defined]
        if space is None:
            raise Http404
        if not self.has_view_or_change_permission(request, space):  # type: ignore[attr-defined]
            raise PermissionDenied
        key = self.opts.pk.attname if self.opts.pk.is_relation else self.opts.pk.name
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %s") % space,
            "subtitle": None,
            "opts": self.opts,
            "object": space,
            "versions": story(events(self.event_model(), key, space.pk)),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "spaces/admin/history.html", context)
