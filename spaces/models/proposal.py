"""What somebody proposes: changes that wait for a reviewer, and what is said about them.

A proposal is a changeset in the state *proposed*; here stand its changes. Nothing of it is visible in any collection.
"""

import pgtrigger
from django.conf import settings
from django.contrib.gis.db import models as gis
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from geo.history import RETENTION_SETTING
from spaces.models.changeset import Changeset
from spaces.models.people import Partner

_DECIDED_STAYS = f"""
    PERFORM 1 FROM spaces_changeset WHERE id = OLD.changeset_id AND state <> 'proposed';
    IF FOUND AND current_setting('{RETENTION_SETTING}', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'Proposal % is decided: it never changes again.', OLD.changeset_id
        USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""

_SAID_IS_SAID = f"""
    IF current_setting('{RETENTION_SETTING}', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION 'A comment is never changed.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


class ProposedChange(models.Model):
    """One change of a proposal, as `spaces.changesets.Change` will take it: names of columns, geometry apart."""

    changeset = models.ForeignKey(
        Changeset, on_delete=models.PROTECT, related_name="proposed_changes", verbose_name=_("changeset")
    )
    index = models.PositiveIntegerField(_("place in the list"))
    action = models.CharField(_("action"), max_length=10)
    collection = models.CharField(_("kind"), max_length=40)
    space = models.CharField(_("space"), max_length=80, db_collation="C")
    base_version = models.PositiveIntegerField(_("version it was made on"), null=True, blank=True)
    values = models.JSONField(_("values"), default=dict, encoder=DjangoJSONEncoder)
    geometry = gis.GeometryField(_("geometry"), srid=4326, null=True, blank=True)
    partner = models.ForeignKey(
        Partner,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposed_changes",
        verbose_name=_("partner"),
        help_text=_("Whose space it is: its publishers may decide."),
    )

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["changeset", "index"]
        constraints = [models.UniqueConstraint(fields=["changeset", "index"], name="spaces_proposedchange_once")]
        indexes = [models.Index(fields=["collection", "space"], name="spaces_proposed_space")]
        triggers = [
            pgtrigger.Trigger(
                name="decided_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_DECIDED_STAYS,
            )
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.collection}/{self.space}"


class ProposalComment(models.Model):
    """What a reviewer or the author says about a proposal. Said is said: the database keeps it as it is."""

    changeset = models.ForeignKey(
        Changeset, on_delete=models.PROTECT, related_name="comments", verbose_name=_("changeset")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="proposal_comments", verbose_name=_("author")
    )
    text = models.CharField(_("text"), max_length=2000)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("comment on a proposal")
        verbose_name_plural = _("comments on proposals")
        ordering = ["id"]
        triggers = [
            pgtrigger.Trigger(
                name="said_is_said",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=_SAID_IS_SAID,
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


class ResidentContact(models.Model):
    """What the resident who proposed wrote beside the facts. Read in review only, erased when it is decided."""

    changeset = models.OneToOneField(
        Changeset,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="resident_contact",
        verbose_name=_("changeset"),
    )
    note = models.CharField(_("note"), max_length=500, blank=True)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    expires_at = models.DateTimeField(_("kept until"))

    class Meta:
        verbose_name = _("resident's contact")
        verbose_name_plural = _("residents' contacts")

    def __str__(self) -> str:
        return f"#{self.changeset_id}"
