"""Somebody stood before a wall: the condition log, from which the wall's own condition and last day follow."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from spaces.changesets import Action, Change
from spaces.models import Changeset, StreetArtWall, User, WallSighting
from spaces.submitting import Submitted, submit

SOURCE = "sighting"


def change_of_sighting(wall: StreetArtWall, seen_on: date, condition: str) -> Change:
    """What a sighting makes of the wall: the newest says how it is now, an older one only fills the log."""
    is_newest = wall.last_seen is None or seen_on >= wall.last_seen
    values: dict[str, Any] = {"condition": condition, "last_seen": seen_on} if is_newest else {}
    return Change(Action.MODIFY, wall.collection, wall.pk, values, wall.version)


@transaction.atomic
def report(wall: StreetArtWall, *, user: User, seen_on: date, condition: str, note: str = "") -> Submitted:
    """Enters a sighting and what follows from it: at once by who may publish, else as a proposal.

    Raises NotAllowed or a ChangeRefused.
    """
    change = change_of_sighting(wall, seen_on, condition)
    comment = f"{wall.pk}: {condition}, {seen_on}"
    done = submit([change], user=user, comment=comment, source=SOURCE, partner=wall.partner)
    keep(done.changeset, wall.pk, seen_on=seen_on, condition=condition, note=note)
    return done


def keep(changeset: Changeset, wall_id: str, *, seen_on: date, condition: str, note: str) -> WallSighting:
    return WallSighting.objects.create(
        wall_id=wall_id, seen_on=seen_on, condition=condition, note=note, changeset=changeset
    )


def log_of(wall_id: str) -> QuerySet[WallSighting]:
    """The sightings that count, newest first: those whose changeset is applied."""
    applied = WallSighting.objects.filter(wall=wall_id, changeset__state=Changeset.State.APPLIED)
    return applied.select_related("changeset__author").order_by("-seen_on", "-pk")
