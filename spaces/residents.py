"""What residents propose without an account: a missing space, or something that has changed at one.

It waits as any proposal does, with the source `resident`, and nobody but reviewers reads it. What a resident writes in
their own words may name people: it is erased when the proposal is decided. So is a contact they chose to leave, after
90 days at the latest.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.gis.geos import GEOSGeometry
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from spaces.changesets import Action, Change
from spaces.models import Changeset, LearningSpace, ResidentContact, Status, StreetArtWall
from spaces.proposing import propose
from spaces.sightings import change_of_sighting, keep
from spaces.trying import Limit, count

SOURCE = "resident"
KINDS = ("street-art-walls", "wisdom-places", "heritage-sites", "amenities")
SAID_BY = "ผู้อยู่อาศัยเสนอ / proposed by a resident"
CONTACT_DAYS = 90
POINTED_M, NEARBY_M = 100, 2500  # how exact a typed position, or "near there", is taken to be
PER_HOUR = Limit("resident-hour", most=5, window=timedelta(hours=1))
PER_DAY = Limit("resident-day", most=10, window=timedelta(days=1))
OF_ALL = Limit("residents-day", most=300, window=timedelta(days=1))


@dataclass(frozen=True)
class Told:
    """What a resident wrote beside the facts: a note for the reviewer, and perhaps how to reach them.

    `about` is where they came from, such as a chapter of a story; it stands in the history.
    """

    note: str
    contact: str = ""
    about: str = ""

    @property
    def comment(self) -> str:
        return " · ".join(part for part in (SAID_BY, self.about) if part)


@dataclass(frozen=True)
class Missing:
    """A space that the map lacks. `geometry` is a point in WGS 84, known to `accuracy_m` metres."""

    collection: str
    subkind: str
    name_th: str
    name_en: str
    geometry: GEOSGeometry
    accuracy_m: int
    descriptions: Mapping[str, str] = field(default_factory=dict)


def may_send(address: str) -> None:
    """Raises TooManyTries when so many came from this address lately, or from everywhere together."""
    count(PER_HOUR, address)
    count(PER_DAY, address)
    count(OF_ALL, "everybody")


@transaction.atomic
def propose_missing(missing: Missing, told: Told) -> Changeset:
    """The proposal of a draft, to be completed by reviewers before anybody sees it. Raises a ChangeRefused."""
    values = {
        "name_th": missing.name_th,
        "name_en": missing.name_en,
        "subkind": missing.subkind,
        "geometry": missing.geometry,
        "accuracy_m": missing.accuracy_m,
        "coordinate_source": SAID_BY,
        "source": SAID_BY,
        "status": Status.DRAFT,
        **missing.descriptions,
    }
    change = Change(Action.CREATE, missing.collection, _free_id(missing.name_en), values)
    return _stored(propose([change], {}, author=None, comment=told.comment, source=SOURCE), told)


@transaction.atomic
def propose_changed(space: LearningSpace, values: Mapping[str, Any], told: Told) -> Changeset:
    """The proposal to change a space; without `values` the note alone says what. Raises a ChangeRefused."""
    change = Change(Action.MODIFY, space.collection, space.pk, dict(values), space.version)
    rows = {(space.collection, space.pk): space}
    return _stored(propose([change], rows, author=None, comment=told.comment, source=SOURCE), told)


@transaction.atomic
def propose_seen(
    wall: StreetArtWall, seen_on: date, condition: str, values: Mapping[str, Any], told: Told
) -> Changeset:
    """As `propose_changed`, with a line for the wall's condition log."""
    seen = change_of_sighting(wall, seen_on, condition).values
    proposal = propose_changed(wall, {**values, **seen}, told)
    keep(proposal, wall.pk, seen_on=seen_on, condition=condition, note="")
    return proposal


def _stored(proposal: Changeset, told: Told) -> Changeset:
    if told.note or told.contact:
        until = timezone.now() + timedelta(days=CONTACT_DAYS)
        ResidentContact.objects.create(changeset=proposal, note=told.note, contact=told.contact, expires_at=until)
    return proposal


def forget_contact(proposal: Changeset) -> None:
    """Erases the words of the resident of this proposal, and every contact that was kept long enough."""
    ResidentContact.objects.filter(changeset=proposal).delete()
    ResidentContact.objects.filter(expires_at__lt=timezone.now()).update(contact="")


def _free_id(name: str) -> str:
    """An id from the English name, with digits of chance: ids are never given twice."""
    return f"{slugify(name)[:60] or 'place'}-{secrets.token_hex(3)}"
