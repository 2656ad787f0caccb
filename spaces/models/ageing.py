"""How places age: when a wall was last seen and how it looked, and on which days a space or a path is closed."""

import pgtrigger
from django.conf import settings
from django.contrib.gis.db import models as gis
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from geo.constraints import choice_law, geometry_laws
from geo.history import RETENTION_SETTING, counted
from geo.texts import Text
from spaces.models.changeset import Changeset
from spaces.models.choices import WallCondition
from spaces.models.registry import SpaceRegistry

_ENTERED_ONCE = f"""
    IF current_setting('{RETENTION_SETTING}', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'What somebody has seen is never changed.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


class WallSighting(models.Model):
    """Somebody stood before a wall: a line of its condition log. It counts once its changeset is applied."""

    wall = models.ForeignKey(SpaceRegistry, on_delete=models.PROTECT, related_name="sightings", verbose_name=_("wall"))
    seen_on = models.DateField(_("seen on"))
    condition = models.CharField(_("condition"), max_length=20, choices=WallCondition.choices)
    note = models.CharField(_("note"), max_length=500, blank=True)
    changeset = models.ForeignKey(
        Changeset, on_delete=models.PROTECT, related_name="sightings", verbose_name=_("changeset")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("sighting of a wall")
        verbose_name_plural = _("sightings of walls")
        ordering = ["wall", "-seen_on", "-id"]
        constraints = [choice_law("condition", WallCondition)]
        indexes = [models.Index(fields=["wall", "-seen_on"], name="spaces_wallsighting_newest")]
        triggers = [
            pgtrigger.Trigger(
                name="entered_once",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_ENTERED_ONCE,
            )
        ]

    def __str__(self) -> str:
        return f"{self.wall_id} {self.seen_on}: {self.condition}"


class Closure(models.Model):
    """Days on which a space, or a path drawn as a line, cannot be used. Both days count; without an end it lasts."""

    space = models.ForeignKey(
        SpaceRegistry,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="closures",
        verbose_name=_("space"),
    )
    geometry = gis.GeometryField(_("path"), srid=4326, null=True, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    reason_th = models.CharField(_("reason, Thai"), max_length=300)
    reason_en = models.CharField(_("reason, English"), max_length=300)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="closures", verbose_name=_("entered by")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="lifted_closures",
        verbose_name=_("lifted by"),
    )

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["-starts_on", "-id"]
        constraints = [
            *geometry_laws(["LineString"]),
            models.CheckConstraint(
                condition=Q(space__isnull=True, geometry__isnull=False) | Q(space__isnull=False, geometry__isnull=True),
                name="spaces_closure_space_or_path",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="spaces_closure_days_in_order",
            ),
        ]
        indexes = [models.Index(fields=["space", "starts_on"], name="spaces_closure_space")]
        triggers = [counted("closures", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.space_id or 'path'} {self.starts_on} – {self.ends_on or '…'}"

    @property
    def reason(self) -> Text:
        return Text(self.reason_th, self.reason_en)
