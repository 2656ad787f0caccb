"""The changeset: who changed spaces, when, why. As in OpenStreetMap, nothing changes a space outside of one."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.history import RETENTION_SETTING, kept_forever
from spaces.models.people import Partner

_DECIDED_STAYS = f"""
    IF OLD.state <> 'proposed' AND NEW IS DISTINCT FROM OLD
       AND current_setting('{RETENTION_SETTING}', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'Changeset % is decided: it never changes again.', OLD.id
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
"""


class Changeset(models.Model):
    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        APPLIED = "applied", _("Applied")
        REJECTED = "rejected", _("Rejected")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="changesets",
        verbose_name=_("author"),
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="changesets", verbose_name=_("partner")
    )
    comment = models.CharField(_("comment"), max_length=500, blank=True)
    source = models.CharField(
        _("source"), max_length=200, blank=True, help_text=_("What sent it: fixtures, admin, api, import …")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.APPLIED)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)
    revision = models.PositiveIntegerField(
        _("revision"),
        default=1,
        help_text=_("Counts how often a proposal was replaced, so that a reviewer decides what was seen."),
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviewed_changesets",
        verbose_name=_("reviewed by"),
    )
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("changeset")
        verbose_name_plural = _("changesets")
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "-id"], name="spaces_changeset_state")]
        triggers = [
            pgtrigger.Trigger(
                name="decided_stays", operation=pgtrigger.Update, when=pgtrigger.Before, func=_DECIDED_STAYS
            ),
            kept_forever(),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.comment}".strip()
