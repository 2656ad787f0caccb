"""The learning space: what every kind of place has in common."""

import uuid
from typing import Any, ClassVar

from django.contrib.gis.db import models as gis
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.constraints import choice_law, slug_array, text_law
from geo.history import counted, kept_forever, versioned
from geo.texts import Text
from spaces.models.changeset import Changeset
from spaces.models.choices import UNKNOWN, Known, Status, Wheelchair
from spaces.models.people import Partner
from spaces.models.triggers import FILL_SEARCH_TEXT, INSIDE_SERVICE_AREA, register_ids
from spaces.querysets import LOCATED_M, LearningSpaceManager

SLUG_PATTERN = "^[a-z0-9-]{1,80}$"

TRIED = ("steps", "ramp", "seats", "toilet", "shade", "water", "takes_school_groups")


def known(label: Any) -> models.CharField:  # type: ignore[type-arg]
    """Yes, no, or unknown until somebody looked."""
    return models.CharField(label, max_length=10, choices=Known.choices, default=Known.UNKNOWN)


class CommonFields(models.Model):
    """The columns of every kind, and of the view over all of them. Positions are WGS 84, lengths metres."""

    collection: ClassVar[Any]

    id = models.CharField(
        _("id"),
        primary_key=True,
        max_length=80,
        db_collation="C",
        validators=[RegexValidator(SLUG_PATTERN)],
        help_text=_("a-z 0-9 -"),
    )
    uid = models.UUIDField(_("uid"), default=uuid.uuid4, editable=False)
    name_th = models.CharField(_("Thai name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    description_th = models.TextField(_("Thai description"), blank=True)
    description_en = models.TextField(_("English description"), blank=True)
    subkind = models.SlugField(_("subkind"), max_length=80)
    themes = slug_array(_("themes"))
    age_groups = slug_array(_("age groups"))
    outcomes = slug_array(_("curriculum outcomes"))
    geometry = gis.GeometryField(_("geometry"), srid=4326)
    accuracy_m = models.PositiveIntegerField(_("accuracy (± m)"))
    coordinate_source = models.TextField(_("source of the position"), blank=True)
    sensitive = models.BooleanField(_("blurred on purpose"), default=False)
    opening_hours = models.CharField(
        _("opening hours"), max_length=255, default=UNKNOWN, help_text=_("OSM syntax, or unknown")
    )
    wheelchair = models.CharField(
        _("wheelchair"), max_length=10, choices=Wheelchair.choices, default=Wheelchair.UNKNOWN
    )
    access_note_th = models.TextField(_("access note, Thai"), blank=True)
    access_note_en = models.TextField(_("access note, English"), blank=True)
    steps = known(_("steps"))
    ramp = known(_("ramp"))
    seats = known(_("seats"))
    toilet = known(_("toilet"))
    shade = known(_("shade"))
    water = known(_("drinking water"))
    takes_school_groups = known(_("takes school groups"))
    capacity = models.PositiveIntegerField(_("capacity (people)"), null=True, blank=True, help_text=_("empty: unknown"))
    visit_minutes = models.JSONField(_("visit minutes by age group"), default=dict, blank=True)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    district_code = models.CharField(_("district code"), max_length=10, blank=True)
    district_th = models.CharField(_("district, Thai"), max_length=80, blank=True)
    district_en = models.CharField(_("district, English"), max_length=80, blank=True)
    subdistrict_code = models.CharField(_("subdistrict code"), max_length=10, blank=True)
    subdistrict_th = models.CharField(_("subdistrict, Thai"), max_length=80, blank=True)
    subdistrict_en = models.CharField(_("subdistrict, English"), max_length=80, blank=True)
    source = models.TextField(_("source"), blank=True)
    verified = models.BooleanField(_("verified on site"), default=False)
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    demonstration = models.BooleanField(_("demonstration"), default=False)
    partner = models.ForeignKey(
        Partner,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=True,
        related_name="%(class)ss",
        verbose_name=_("partner"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    search_text = models.TextField(
        _("search text"), editable=False, default="", help_text="Filled by the database: names and places, folded"
    )
    version = models.PositiveIntegerField(_("version"), editable=False, default=1)
    changeset = models.ForeignKey(
        Changeset, on_delete=models.PROTECT, editable=False, related_name="%(class)ss", verbose_name=_("changeset")
    )
    created_at = models.DateTimeField(_("created"), editable=False, auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), editable=False, auto_now=True)

    objects = LearningSpaceManager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.name_th} / {self.name_en}"

    @property
    def name(self) -> Text:
        return Text(self.name_th, self.name_en)

    @property
    def is_located(self) -> bool:
        """Known well enough to be suggested as a stop."""
        return self.accuracy_m <= LOCATED_M


class LearningSpace(CommonFields):
    """The base of the five kinds. The database keeps its laws: CHECK constraints and triggers, not this class."""

    geometry_types: ClassVar[tuple[str, ...]] = ()

    class Meta(CommonFields.Meta):
        abstract = True
        ordering = ["id"]

    @classmethod
    def laws(cls) -> list[models.BaseConstraint]:
        """CHECK constraints every kind shares; each kind adds those of its own columns and geometry types."""
        return [
            text_law("id", SLUG_PATTERN, "slug"),
            text_law("name_th", r"\S", "present"),
            text_law("name_en", r"\S", "present"),
            text_law("opening_hours", r"\S", "present"),
            choice_law("status", Status),
            choice_law("wheelchair", Wheelchair),
            *(choice_law(column, Known) for column in TRIED),
            models.CheckConstraint(
                condition=models.Q(capacity__isnull=True) | models.Q(capacity__gt=0),
                name="%(app_label)s_%(class)s_capacity_positive",
            ),
            models.UniqueConstraint(fields=["uid"], name="%(app_label)s_%(class)s_uid_once"),
        ]

    @staticmethod
    def lookups() -> list[models.Index]:
        return [
            GinIndex(fields=["themes"], name="%(class)s_themes"),
            GinIndex(fields=["age_groups"], name="%(class)s_ages"),
            GinIndex(fields=["outcomes"], name="%(class)s_outcomes"),
            GinIndex(OpClass("search_text", name="gin_trgm_ops"), name="%(class)s_search"),
            models.Index(fields=["status", "id"], name="%(class)s_status_id"),
            models.Index(fields=["id"], condition=models.Q(sensitive=True), name="%(class)s_sensitive"),
        ]

    @staticmethod
    def duties(collection: str) -> list[Any]:
        """The triggers of a kind: version and changeset, service area, registry, counter, nothing ever deleted."""
        return [
            versioned(before_compare=FILL_SEARCH_TEXT + INSIDE_SERVICE_AREA),
            register_ids(collection),
            counted(collection),
            kept_forever(),
        ]
