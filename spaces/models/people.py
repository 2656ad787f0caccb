"""Who uses the map, for which partner, and with which token."""

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from knox.models import AbstractAuthToken

from geo.constraints import choice_law
from geo.history import counted
from spaces.models.choices import Helix, Role


class User(AbstractUser):  # type: ignore[django-manager-missing]  # knox brings no types
    """An account. Children have none: visitors need no account for anything."""

    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.VISITOR)

    class Meta(AbstractUser.Meta):
        constraints = [choice_law("role", Role)]


class Partner(models.Model):
    """An organisation that keeps spaces, by its sector of the quintuple helix."""

    id = models.SlugField(_("id"), primary_key=True, max_length=80)
    name_th = models.CharField(_("Thai name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    helix = models.CharField(_("sector"), max_length=20, choices=Helix.choices)
    role = models.CharField(_("role in the project"), max_length=200, blank=True)
    source = models.TextField(_("source"), blank=True)
    members = models.ManyToManyField(User, through="Membership", related_name="partners", verbose_name=_("members"))

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["helix", "id"]
        constraints = [choice_law("helix", Helix)]
        triggers = [counted("partners", has_changesets=False)]

    def __str__(self) -> str:
        return self.name_th


class Membership(models.Model):
    """A person who works for a partner; with `may_publish`, their edits of its spaces apply at once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("user"))
    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("partner")
    )
    may_publish = models.BooleanField(_("may publish"), default=False)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [models.UniqueConstraint(fields=["user", "partner"], name="spaces_membership_once")]
        triggers = [counted("memberships", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.user} – {self.partner_id}"


class ApiToken(AbstractAuthToken):  # type: ignore[misc]
    """A token for programs: only its hash is stored, it expires, and it may do no more than its scopes."""

    label = models.CharField(_("label"), max_length=100, blank=True)
    scopes = ArrayField(models.CharField(max_length=40), verbose_name=_("scopes"), default=list, blank=True)

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
