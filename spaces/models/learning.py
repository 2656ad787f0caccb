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

    id = models.SlugField(primary_key=True, max_length=120)
    space = models.ForeignKey(SpaceRegistry, on_delete=models.PROTECT, null=True, blank=True, related_name="activities")
    subkind = models.ForeignKey(Subkind, on_delete=models.CASCADE, null=True, blank=True, related_name="activities")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, blank=True, related_name="activities")
    age_group = models.ForeignKey(AgeGroup, on_delete=models.CASCADE, null=True, blank=True, related_name="activities")
    phase = models.CharField(max_length=10, choices=Phase.choices, default=Phase.ON_SITE)
    text_th = models.TextField()
    text_en = models.TextField()
    outcome = models.ForeignKey(
        CurriculumOutcome, on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    status = models.CharField(max_length=10, choices=Review.choices, default=Review.DRAFT)
    demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = _("activities")
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

    id = models.SlugField(primary_key=True, max_length=120)
    space = models.ForeignKey(SpaceRegistry, on_delete=models.PROTECT, null=True, blank=True, related_name="offerings")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="offerings")
    name_th = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    description_th = models.TextField(blank=True)
    description_en = models.TextField(blank=True)
    season = models.CharField(max_length=100, default="unknown")
    contact = models.CharField(max_length=200, default="unknown")
    source = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        triggers = [counted("offerings", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.name_th} / {self.name_en}"
