"""Outlines of areas: the service area, and the province, districts and subdistricts an operator loads."""

from django.contrib.gis.db import models as gis
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.constraints import choice_law, geometry_laws
from geo.history import counted
from spaces.models.choices import BoundaryLevel


class Boundary(models.Model):
    """An area in WGS 84. Polygons of the province include lake water: never show their area as land."""

    id = models.SlugField(_("id"), primary_key=True, max_length=80)
    level = models.CharField(_("level"), max_length=20, choices=BoundaryLevel.choices)
    code = models.CharField(_("code"), max_length=20, blank=True)
    name_th = models.CharField(_("Thai name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("lies in")
    )
    geometry = gis.MultiPolygonField(_("geometry"), srid=4326)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("boundary")
        verbose_name_plural = _("boundaries")
        ordering = ["level", "id"]
        constraints = [choice_law("level", BoundaryLevel), *geometry_laws(["MultiPolygon"])]
        triggers = [counted("boundaries", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.name_th} / {self.name_en}"
