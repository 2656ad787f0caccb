"""The five kinds of learning space: one table each, typed columns, full history."""

from django.contrib.gis.db import models as gis
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.constraints import choice_law, geometry_laws
from spaces.models.choices import DesignStage, Known, WallCondition
from spaces.models.space import LearningSpace, known


class HeritageSite(LearningSpace):
    collection = "heritage-sites"
    geometry_types = ("Point", "MultiPolygon")

    period = models.CharField(_("period"), max_length=200, blank=True)
    heritage_type = models.CharField(_("heritage type"), max_length=80, blank=True)
    registration = models.CharField(_("registration"), max_length=200, blank=True)

    class Meta(LearningSpace.Meta):
        verbose_name = _("heritage site")
        verbose_name_plural = _("heritage sites")
        constraints = [*LearningSpace.laws(), *geometry_laws(["Point", "MultiPolygon"], of_a_space=True)]
        indexes = LearningSpace.lookups()
        triggers = LearningSpace.duties("heritage-sites")


class StreetArtWall(LearningSpace):
    collection = "street-art-walls"
    geometry_types = ("Point", "LineString")

    artist = models.CharField(_("artist"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year (CE)"), null=True, blank=True)
    condition = models.CharField(
        _("condition"), max_length=20, choices=WallCondition.choices, default=WallCondition.UNKNOWN
    )
    last_seen = models.DateField(_("last seen"), null=True, blank=True)
    artist_consent = known(_("artist's consent"))

    class Meta(LearningSpace.Meta):
        verbose_name = _("street-art wall")
        verbose_name_plural = _("street-art walls")
        constraints = [
            *LearningSpace.laws(),
            *geometry_laws(["Point", "LineString"], of_a_space=True),
            choice_law("condition", WallCondition),
            choice_law("artist_consent", Known),
        ]
        indexes = LearningSpace.lookups()
        triggers = LearningSpace.duties("street-art-walls")


class UrbanDesignZone(LearningSpace):
    """A zone of learning-space design. Never a legal plan zone: only the gazetted text is law."""

    collection = "urban-design-zones"
    geometry_types = ("MultiPolygon",)

    geometry = gis.MultiPolygonField(_("geometry"), srid=4326)
    design_stage = models.CharField(
        _("design stage"), max_length=20, choices=DesignStage.choices, default=DesignStage.UNKNOWN
    )
    zone_type = models.CharField(_("zone type"), max_length=80, blank=True)
    plan_edition = models.CharField(_("plan edition"), max_length=80, blank=True)
    plan_code = models.CharField(_("plan code"), max_length=40, blank=True)
    legal_basis = models.TextField(_("legal basis"), blank=True)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_to = models.DateField(_("in force to"), null=True, blank=True)
    palette_row = models.PositiveSmallIntegerField(_("palette row"), null=True, blank=True)

    class Meta(LearningSpace.Meta):
        verbose_name = _("urban-design zone")
        verbose_name_plural = _("urban-design zones")
        constraints = [
            *LearningSpace.laws(),
            *geometry_laws(["MultiPolygon"], of_a_space=True),
            choice_law("design_stage", DesignStage),
            models.CheckConstraint(
                condition=models.Q(in_force_to__isnull=True) | models.Q(in_force_to__gte=models.F("in_force_from")),
                name="spaces_urbandesignzone_in_force_order",
            ),
        ]
        indexes = LearningSpace.lookups()
        triggers = LearningSpace.duties("urban-design-zones")


class WisdomPlace(LearningSpace):
    """A place of local wisdom: craft, performing art, market, museum, library …"""

    collection = "wisdom-places"
    geometry_types = ("Point",)

    geometry = gis.PointField(_("geometry"), srid=4326)
    products_th = models.TextField(_("products, Thai"), blank=True)
    products_en = models.TextField(_("products, English"), blank=True)
    services_th = models.TextField(_("services, Thai"), blank=True)
    services_en = models.TextField(_("services, English"), blank=True)
    by_appointment = known(_("by appointment"))

    class Meta(LearningSpace.Meta):
        verbose_name = _("place of local wisdom")
        verbose_name_plural = _("places of local wisdom")
        constraints = [
            *LearningSpace.laws(),
            *geometry_laws(["Point"], of_a_space=True),
            choice_law("by_appointment", Known),
        ]
        indexes = LearningSpace.lookups()
        triggers = LearningSpace.duties("wisdom-places")


class Amenity(LearningSpace):
    """What a group needs on the way: toilet, water, shade, parking, station, hospital."""

    collection = "amenities"
    geometry_types = ("Point",)

    geometry = gis.PointField(_("geometry"), srid=4326)
    fee = known(_("fee"))

    class Meta(LearningSpace.Meta):
        verbose_name = _("amenity")
        verbose_name_plural = _("amenities")
        constraints = [*LearningSpace.laws(), *geometry_laws(["Point"], of_a_space=True), choice_law("fee", Known)]
        indexes = LearningSpace.lookups()
        triggers = LearningSpace.duties("amenities")


KINDS: tuple[type[LearningSpace], ...] = (HeritageSite, StreetArtWall, UrbanDesignZone, WisdomPlace, Amenity)
KIND_OF: dict[str, type[LearningSpace]] = {kind.collection: kind for kind in KINDS}
