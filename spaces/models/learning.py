"""What there is to learn and to take home: activities and offerings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.constraints import choice_law
from geo.history import counted
from spaces.models.choices import Phase, Review
from spaces.models.lookups import AgeGroup, CurriculumOutcome, Subkind, Theme
from spaces.models.people import Partner
from spaces.models.registry import SpaceRegistry


class Activity(models.Model):
    """Something to do before, at, or after a visit: for one space, or for a subkind or theme × age group."""

    id = models.SlugField(_("id"), primary_key=True, max_length=120)
    space = models.ForeignKey(
        SpaceRegistry,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("space"),
    )
    subkind = models.ForeignKey(
        Subkind, on_delete=models.CASCADE, null=True, blank=True, related_name="activities", verbose_name=_("subkind")
    )
    theme = models.ForeignKey(
        Theme, on_delete=models.CASCADE, null=True, blank=True, related_name="activities", verbose_name=_("theme")
    )
    age_group = models.ForeignKey(
        AgeGroup,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("age group"),
    )
    phase = models.CharField(_("phase"), max_length=10, choices=Phase.choices, default=Phase.ON_SITE)
    text_th = models.TextField(_("Thai text"))
    text_en = models.TextField(_("English text"))
    outcome = models.ForeignKey(
        CurriculumOutcome,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("curriculum outcome"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Review.choices, default=Review.DRAFT)
    demonstration = models.BooleanField(_("demonstration"), default=False)

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["id"]
        constraints = [
            choice_law("phase", Phase),
            choice_law("status", Review),
            models.CheckConstraint(
                condition=models.Q(space__isnull=False)
                | models.Q(subkind__isnull=False)
                | models.Q(theme__isnull=False),
                name="spaces_activity_about_something",
            ),
        ]
        triggers = [counted("activities", has_changesets=False)]

    def __str__(self) -> str:
        return self.id


class Offering(models.Model):
    """A local product or service, so that makers gain from visitors."""

    id = models.SlugField(_("id"), primary_key=True, max_length=120)
    space = models.ForeignKey(
        SpaceRegistry,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offerings",
        verbose_name=_("space"),
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="offerings", verbose_name=_("partner")
    )
    name_th = models.CharField(_("Thai name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    description_th = models.TextField(_("Thai description"), blank=True)
    description_en = models.TextField(_("English description"), blank=True)
    season = models.CharField(_("season"), max_length=100, default="unknown")
    contact = models.CharField(_("contact"), max_length=200, default="unknown")
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("product or service")
        verbose_name_plural = _("products and services")
        ordering = ["id"]
        triggers = [counted("offerings", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.name_th} / {self.name_en}"
