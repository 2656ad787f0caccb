"""What holds over all kinds: the registry of ids, the view of every space, and exact positions kept apart."""

from django.contrib.gis.db import models as gis
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.constraints import geometry_laws
from geo.history import append_only, counted, kept_forever, versioned
from spaces.models.changeset import Changeset
from spaces.models.space import CommonFields


class SpaceRegistry(models.Model):
    """Every id that was ever given, with its kind. Filled by trigger; an id is never used again."""

    id = models.CharField(_("id"), primary_key=True, max_length=80, db_collation="C")
    collection = models.CharField(_("kind"), max_length=40)
    uid = models.UUIDField(_("uid"), unique=True)

    class Meta:
        verbose_name = _("registered id")
        verbose_name_plural = _("space registry")
        triggers = [append_only(purgeable=False)]

    def __str__(self) -> str:
        return f"{self.collection}/{self.id}"


class AnySpace(CommonFields):
    """A row of the view `learning_spaces`: the common columns of all five kinds. Read only."""

    collection = models.CharField(_("kind"), max_length=40)

    class Meta(CommonFields.Meta):
        managed = False
        db_table = "learning_spaces"
        ordering = ["id"]
        verbose_name = _("learning space")
        verbose_name_plural = _("learning spaces")


class ExactPosition(models.Model):
    """Where a sensitive space really is. Its own table, its own permission, its own history.

    The space's `geometry` is blurred and is all that tiles, exports, legs and queries ever see.
    """

    space = models.OneToOneField(
        SpaceRegistry,
        primary_key=True,
        on_delete=models.PROTECT,
        related_name="exact_position",
        db_column="space_id",
        verbose_name=_("space"),
    )
    geometry = gis.GeometryField(_("geometry"), srid=4326)
    accuracy_m = models.PositiveIntegerField(_("accuracy (± m)"))
    source = models.TextField(_("source"), blank=True)
    version = models.PositiveIntegerField(_("version"), editable=False, default=1)
    changeset = models.ForeignKey(
        Changeset, on_delete=models.PROTECT, editable=False, related_name="exact_positions", verbose_name=_("changeset")
    )
    created_at = models.DateTimeField(_("created"), editable=False, auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), editable=False, auto_now=True)

    class Meta:
        verbose_name = _("exact position")
        verbose_name_plural = _("exact positions")
        permissions = [("view_exact", "May see where a sensitive space really is")]
        constraints = geometry_laws(["Point", "LineString", "MultiPolygon"])
        triggers = [versioned(key="space_id"), counted("exact-positions"), kept_forever()]

    def __str__(self) -> str:
        return str(self.space_id)
