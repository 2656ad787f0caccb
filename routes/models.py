"""Where routes start, what they tell, and the ones that were kept."""

from django.conf import settings
from django.contrib.gis.db import models as gis
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.constraints import choice_law, geometry_laws
from geo.history import counted
from spaces.models import AgeGroup, SpaceRegistry, Status, Theme
from spaces.models.lookups import Bilingual


class Certainty(models.TextChoices):
    """How far the positions of a route can be trusted."""

    SURVEYED = "surveyed", _("Surveyed")
    APPROXIMATE = "approximate", _("Approximate")
    UNLOCATED = "unlocated", _("Not located")


class WalkArea(Bilingual):
    """A group of spaces within walking distance of each other."""

    class Meta(Bilingual.Meta):
        verbose_name = _("walk area")
        verbose_name_plural = _("walk areas")
        triggers = [counted("walk-areas", has_changesets=False)]


class Gateway(Bilingual):
    """A starting point offered to visitors, in a walk area or on its own. Position in WGS 84, accuracy in metres."""

    space = models.ForeignKey(SpaceRegistry, on_delete=models.PROTECT, related_name="gateways", verbose_name=_("space"))
    area = models.ForeignKey(
        WalkArea, on_delete=models.PROTECT, null=True, blank=True, related_name="gateways", verbose_name=_("walk area")
    )
    default = models.BooleanField(_("default"), default=False)
    geometry = gis.PointField(_("geometry"), srid=4326)
    accuracy_m = models.PositiveIntegerField(_("accuracy (± m)"))

    class Meta(Bilingual.Meta):
        verbose_name = _("starting point")
        verbose_name_plural = _("starting points")
        constraints = [
            *geometry_laws(["Point"]),
            models.UniqueConstraint(
                fields=["default"], condition=models.Q(default=True), name="routes_gateway_default"
            ),
        ]
        triggers = [counted("gateways", has_changesets=False)]


class Story(Bilingual):
    """A story told by walls in order. Not `located` until enough of its walls have a position."""

    intro_th = models.TextField(_("Thai introduction"), blank=True)
    intro_en = models.TextField(_("English introduction"), blank=True)
    banner_th = models.TextField(_("Thai banner"), blank=True)
    banner_en = models.TextField(_("English banner"), blank=True)
    located = models.BooleanField(_("located"), default=False)
    source = models.TextField(_("source"), blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)

    class Meta(Bilingual.Meta):
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        constraints = [choice_law("status", Status)]
        triggers = [counted("stories", has_changesets=False)]


class StoryChapter(models.Model):
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="chapters", verbose_name=_("story"))
    order = models.PositiveSmallIntegerField(_("order"))
    title_th = models.CharField(_("Thai title"), max_length=200)
    title_en = models.CharField(_("English title"), max_length=200)
    text_th = models.TextField(_("Thai text"))
    text_en = models.TextField(_("English text"))
    wall = models.ForeignKey(
        SpaceRegistry, on_delete=models.PROTECT, null=True, blank=True, related_name="chapters", verbose_name=_("wall")
    )
    audio_url = models.URLField(_("audio address"), blank=True)
    source = models.TextField(_("source"), blank=True)

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
        ordering = ["story", "order"]
        constraints = [models.UniqueConstraint(fields=["story", "order"], name="routes_storychapter_order")]
        triggers = [counted("stories", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.story_id} {self.order}: {self.title_en}"


class StreetSource(models.TextChoices):
    """Where streets come from."""

    OSM = "osm", _("OpenStreetMap")
    LINES = "lines", _("a layer of lines")
    GPX = "gpx", _("tracks walked by coaches")


class StreetNetwork(models.Model):
    """One version of the street network. It never changes once stored; at most one is in use."""

    file = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64)
    source = models.CharField(_("source"), max_length=10, choices=StreetSource.choices)
    attribution = models.CharField(_("attribution"), max_length=500, blank=True)
    base = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("added to")
    )
    nodes = models.PositiveIntegerField(_("junctions and ends"))
    edges = models.PositiveIntegerField(_("stretches of street"))
    metres = models.PositiveBigIntegerField(_("length (m)"))
    report = models.JSONField(_("report"), default=dict)
    in_use = models.BooleanField(_("in use"), default=False)
    created_at = models.DateTimeField(_("loaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("street network")
        verbose_name_plural = _("street networks")
        ordering = ["-id"]
        constraints = [
            choice_law("source", StreetSource),
            models.UniqueConstraint(
                fields=["in_use"], condition=models.Q(in_use=True), name="routes_streetnetwork_in_use"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.file}"


class StreetEdge(models.Model):
    """A stretch of street between two junctions, as `routes.streets.traits` describes it. Written by COPY."""

    network = models.ForeignKey(StreetNetwork, on_delete=models.CASCADE, related_name="stretches", db_index=False)
    number = models.PositiveIntegerField()
    origin = models.PositiveIntegerField()
    destination = models.PositiveIntegerField()
    geometry = gis.LineStringField(srid=4326)
    kind = models.CharField(max_length=40)
    forward = models.PositiveSmallIntegerField()
    backward = models.PositiveSmallIntegerField()
    name_th = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    surface = models.CharField(max_length=40, blank=True)
    steps = models.PositiveSmallIntegerField(null=True)
    incline = models.FloatField(null=True)
    crossing = models.CharField(max_length=20, blank=True)
    barrier = models.CharField(max_length=20, blank=True)
    speed_kmh = models.PositiveSmallIntegerField()
    pace_s_km = models.PositiveIntegerField(default=0)
    source = models.CharField(max_length=10)
    source_id = models.BigIntegerField()

    class Meta:
        verbose_name = _("stretch of street")
        verbose_name_plural = _("stretches of street")
        constraints = [
            *geometry_laws(["LineString"]),
            models.UniqueConstraint(fields=["network", "number"], name="routes_streetedge_number"),
        ]

    def __str__(self) -> str:
        return f"{self.network_id}/{self.number}"


class StreetTurn(models.Model):
    """From one stretch over a junction into another: a turn that signs forbid to the profiles of a mask."""

    network = models.ForeignKey(StreetNetwork, on_delete=models.CASCADE, related_name="turns")
    origin = models.PositiveIntegerField()
    node = models.PositiveIntegerField()
    destination = models.PositiveIntegerField()
    closed = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("forbidden turn")
        verbose_name_plural = _("forbidden turns")
        constraints = [
            models.UniqueConstraint(fields=["network", "origin", "node", "destination"], name="routes_streetturn_once")
        ]

    def __str__(self) -> str:
        return f"{self.network_id}: {self.origin} -> {self.destination}"


class LearningRoute(models.Model):
    """A route that was kept. It freezes its request, answer and a snapshot of its stops: nothing alters it later."""

    id = models.SlugField(_("id"), primary_key=True, max_length=120)
    name_th = models.CharField(_("Thai name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="routes", verbose_name=_("theme")
    )
    age_group = models.ForeignKey(
        AgeGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="routes", verbose_name=_("age group")
    )
    area = models.ForeignKey(
        WalkArea, on_delete=models.PROTECT, null=True, blank=True, related_name="routes", verbose_name=_("walk area")
    )
    stops = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("stops"),
        default=list,
        help_text=_("ids of its spaces, in order"),
    )
    request = models.JSONField(_("request"))
    itinerary = models.JSONField(_("itinerary"))
    certainty = models.CharField(
        _("certainty"), max_length=20, choices=Certainty.choices, default=Certainty.APPROXIMATE
    )
    walked_on = models.DateField(
        _("walked on"), null=True, blank=True, help_text=_("The day a coach walked it; until then a draft badge")
    )
    walked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="walked_routes",
        verbose_name=_("walked by"),
    )
    stop_versions = models.JSONField(
        _("versions of its stops"),
        default=dict,
        blank=True,
        help_text=_("by space: what the route was planned on, or last checked against"),
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="checked_routes",
        verbose_name=_("checked by"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("learning route")
        verbose_name_plural = _("learning routes")
        ordering = ["theme", "age_group", "id"]
        constraints = [choice_law("status", Status), choice_law("certainty", Certainty)]
        indexes = [GinIndex(fields=["stops"], name="routes_learningroute_stops")]
        triggers = [counted("learning-routes", has_changesets=False)]

    def __str__(self) -> str:
        return f"{self.name_th} / {self.name_en}"
