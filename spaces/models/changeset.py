"""The changeset: who changed spaces, when, why. As in OpenStreetMap, nothing changes a space outside of one."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.models.people import Partner


class Changeset(models.Model):
    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        APPLIED = "applied", _("Applied")
        REJECTED = "rejected", _("Rejected")

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

    class Meta:
        verbose_name = _("changeset")
        verbose_name_plural = _("changesets")
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "-id"], name="spaces_changeset_state")]

    def __str__(self) -> str:
        return f"#{self.pk} {self.comment}".strip()
