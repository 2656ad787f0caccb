"""The look-up tables that spaces refer to by id."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.constraints import choice_law
from geo.history import counted
from spaces.models.choices import Known, Review, Status


class Bilingual(models.Model):
    """A row with a stable id and a name in both languages."""

    id = models.SlugField(_("id"), primary_key=True, max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    name_th = models.CharField(_("Thai name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)

    class Meta:
        abstract = True
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"{self.name_th} / {self.name_en}"


class Theme(Bilingual):
    """A subject that runs through the province: old towns, lake life, crafts …"""

    description_th = models.TextField(_("Thai description"), blank=True)
    description_en = models.TextField(_("English description"), blank=True)
    icon = models.SlugField(_("icon"), max_length=40, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.PUBLISHED)

    class Meta(Bilingual.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [choice_law("status", Status)]
        triggers = [counted("themes", has_changesets=False)]


class AgeGroup(Bilingual):
    """How far, how fast and how long a group of this age goes; each number with where it comes from.

    A modifier (`is_modifier`) combines with any age group and tightens its limits. Metres, minutes, metres a second.
    """

    is_modifier = models.BooleanField(_("modifier"), default=False)
    age_min = models.PositiveSmallIntegerField(_("youngest age (years)"), null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(_("oldest age (years)"), null=True, blank=True)
    thai_basis = models.TextField(_("basis in Thailand"), blank=True)
    walking_speed_mps = models.FloatField(_("walking speed (m/s)"))
    walking_speed_evidence = models.TextField(_("evidence of the walking speed"), blank=True)
    walking_speed_source = models.TextField(_("source of the walking speed"), blank=True)
    max_leg_m = models.PositiveIntegerField(_("longest walk between stops (m)"), null=True, blank=True)
    max_walk_total_m = models.PositiveIntegerField(_("longest walk altogether (m)"), null=True, blank=True)
    max_stop_minutes = models.PositiveSmallIntegerField(_("longest stop (minutes)"), null=True, blank=True)
    max_session_minutes = models.PositiveSmallIntegerField(
        _("longest session without a rest (minutes)"), null=True, blank=True
    )
    max_outing_minutes = models.PositiveSmallIntegerField(_("longest outing (minutes)"), null=True, blank=True)
    max_ride_minutes = models.PositiveSmallIntegerField(_("longest ride (minutes)"), null=True, blank=True)
    rest_every_minutes = models.PositiveSmallIntegerField(_("rest at least every (minutes)"), null=True, blank=True)
    bicycle_speed_mps = models.FloatField(_("cycling speed (m/s)"), null=True, blank=True)
    max_bicycle_leg_m = models.PositiveIntegerField(_("longest ride by bicycle (m)"), null=True, blank=True)
    must_be_accompanied = models.BooleanField(_("must be accompanied"), default=False)
    avoid = ArrayField(models.CharField(max_length=40), verbose_name=_("avoid"), default=list, blank=True)
    needs = ArrayField(models.CharField(max_length=40), verbose_name=_("needs"), default=list, blank=True)
    max_leg_without_seat_m = models.PositiveIntegerField(_("longest walk without a seat (m)"), null=True, blank=True)
    max_slope_percent = models.FloatField(_("steepest slope (%)"), null=True, blank=True)
    attention_source = models.TextField(_("source of the attention limits"), blank=True)
    outing_source = models.TextField(_("source of the outing limits"), blank=True)
    safety_source = models.TextField(_("source of the safety rule"), blank=True)
    max_leg_without_seat_source = models.TextField(_("source of the walk without a seat"), blank=True)
    max_slope_source = models.TextField(_("source of the slope"), blank=True)
    rule = models.TextField(_("rule"), blank=True)

    class Meta(Bilingual.Meta):
        verbose_name = _("age group")
        verbose_name_plural = _("age groups")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(walking_speed_mps__gt=0, walking_speed_mps__lte=3), name="spaces_agegroup_speed"
            )
        ]
        triggers = [counted("age-groups", has_changesets=False)]


class Subkind(Bilingual):
    """A finer kind within a collection: temple, mural, craft …"""

    collection = models.SlugField(_("kind"), max_length=40)
    outdoor = models.CharField(_("outdoors"), max_length=10, choices=Known.choices, default=Known.UNKNOWN)

    class Meta(Bilingual.Meta):
        verbose_name = _("subkind")
        verbose_name_plural = _("subkinds")
        constraints = [choice_law("outdoor", Known)]
        triggers = [counted("subkinds", has_changesets=False)]


class VisitMinutes(models.Model):
    """How long a group of an age stays at a space of a subkind: an assumption until teachers measured it."""

    subkind = models.ForeignKey(
        Subkind, on_delete=models.CASCADE, related_name="visit_minutes", verbose_name=_("subkind")
    )
    age_group = models.ForeignKey(
        AgeGroup, on_delete=models.CASCADE, related_name="visit_minutes", verbose_name=_("age group")
    )
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("visit length")
        verbose_name_plural = _("visit lengths")
        constraints = [
            models.UniqueConstraint(fields=["subkind", "age_group"], name="spaces_visitminutes_once"),
            models.CheckConstraint(condition=models.Q(minutes__gt=0), name="spaces_visitminutes_positive"),
        ]
        triggers = [counted("visit-minutes", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.subkind_id} × {self.age_group_id}: {self.minutes} min"


class CurriculumOutcome(models.Model):
    """What a learner can do afterwards, by the edition of the local curriculum that says so."""

    code = models.CharField(_("code"), primary_key=True, max_length=40)
    edition = models.CharField(_("edition"), max_length=80)
    grade_band = models.CharField(_("grade band"), max_length=40)
    subject_th = models.CharField(_("subject, Thai"), max_length=200)
    subject_en = models.CharField(_("subject, English"), max_length=200)
    text_th = models.TextField(_("Thai text"))
    text_en = models.TextField(_("English text"))
    status = models.CharField(_("status"), max_length=10, choices=Review.choices, default=Review.DRAFT)
    demonstration = models.BooleanField(_("demonstration"), default=False)

    class Meta:
        verbose_name = _("curriculum outcome")
        verbose_name_plural = _("curriculum outcomes")
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
