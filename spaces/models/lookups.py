"""The look-up tables that spaces refer to by id."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from geo.constraints import choice_law
from geo.history import counted
from spaces.models.choices import Known, Review, Status


class Bilingual(models.Model):
    """A row with a stable id and a name in both languages."""

    id = models.SlugField(primary_key=True, max_length=80)
    order = models.PositiveSmallIntegerField(default=0)
    name_th = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"{self.name_th} / {self.name_en}"


class Theme(Bilingual):
    """A subject that runs through the province: old towns, lake life, crafts …"""

    description_th = models.TextField(blank=True)
    description_en = models.TextField(blank=True)
    icon = models.SlugField(max_length=40, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PUBLISHED)

    class Meta(Bilingual.Meta):
        constraints = [choice_law("status", Status)]
        triggers = [counted("themes", has_changesets=False)]


class AgeGroup(Bilingual):
    """How far, how fast and how long a group of this age goes; each number with where it comes from.

    A modifier (`is_modifier`) combines with any age group and tightens its limits. Metres, minutes, metres a second.
    """

    is_modifier = models.BooleanField(default=False)
    age_min = models.PositiveSmallIntegerField(null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(null=True, blank=True)
    thai_basis = models.TextField(blank=True)
    walking_speed_mps = models.FloatField()
    walking_speed_evidence = models.TextField(blank=True)
    walking_speed_source = models.TextField(blank=True)
    max_leg_m = models.PositiveIntegerField(null=True, blank=True)
    max_walk_total_m = models.PositiveIntegerField(null=True, blank=True)
    max_stop_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    max_session_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    max_outing_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    max_ride_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    rest_every_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    bicycle_speed_mps = models.FloatField(null=True, blank=True)
    max_bicycle_leg_m = models.PositiveIntegerField(null=True, blank=True)
    must_be_accompanied = models.BooleanField(default=False)
    avoid = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    needs = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    max_leg_without_seat_m = models.PositiveIntegerField(null=True, blank=True)
    max_slope_percent = models.FloatField(null=True, blank=True)
    attention_source = models.TextField(blank=True)
    outing_source = models.TextField(blank=True)
    safety_source = models.TextField(blank=True)
    max_leg_without_seat_source = models.TextField(blank=True)
    max_slope_source = models.TextField(blank=True)
    rule = models.TextField(blank=True)

    class Meta(Bilingual.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(walking_speed_mps__gt=0, walking_speed_mps__lte=3), name="spaces_agegroup_speed"
            )
        ]
        triggers = [counted("age-groups", has_changesets=False)]


class Subkind(Bilingual):
    """A finer kind within a collection: temple, mural, craft …"""

    collection = models.SlugField(max_length=40)
    outdoor = models.CharField(max_length=10, choices=Known.choices, default=Known.UNKNOWN)

    class Meta(Bilingual.Meta):
        constraints = [choice_law("outdoor", Known)]
        triggers = [counted("subkinds", has_changesets=False)]


class VisitMinutes(models.Model):
    """How long a group of an age stays at a space of a subkind: an assumption until teachers measured it."""

    subkind = models.ForeignKey(Subkind, on_delete=models.CASCADE, related_name="visit_minutes")
    age_group = models.ForeignKey(AgeGroup, on_delete=models.CASCADE, related_name="visit_minutes")
    minutes = models.PositiveSmallIntegerField()
    source = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "visit minutes"
        constraints = [
            models.UniqueConstraint(fields=["subkind", "age_group"], name="spaces_visitminutes_once"),
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="spaces_visitminutes_positive"),
        ]
        triggers = [counted("visit-minutes", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.subkind_id} × {self.age_group_id}: {self.minutes} min"


class CurriculumOutcome(models.Model):
    """What a learner can do afterwards, by the edition of the local curriculum that says so."""

    code = models.CharField(primary_key=True, max_length=40)
    edition = models.CharField(max_length=80)
    grade_band = models.CharField(max_length=40)
    subject_th = models.CharField(max_length=200)
    subject_en = models.CharField(max_length=200)
    text_th = models.TextField()
    text_en = models.TextField()
    status = models.CharField(max_length=10, choices=Review.choices, default=Review.DRAFT)
    demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ["code"]
        constraints = [choice_law("status", Review)]
        triggers = [counted("outcomes", has_changesets=False)]

    def __str__(self) -> str:
        return self.code


class LoadedRow(models.Model):
    """A row as the fixture files last gave it: tells an update of the files from an edit by a person."""

    table = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    row = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="spaces_loadedrow_once")]

    def __str__(self) -> str:
        return f"{self.table} {self.key}"
