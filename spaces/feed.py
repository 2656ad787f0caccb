"""What was changed, in the order in which it was committed: what `/api/changes` tells.

An entry is one changeset in one collection. Its place is the commit number n of that collection, and the changeset,
for one commit can hold several. A reader's place in the feed is one for each collection: nothing that commits later can
end up before it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.gis.db.models import Extent, GeometryField
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Func,
    Max,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
    Window,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Concat

from geo.models import ChangeLog
from geo.rest.collection import Person
from spaces.history import PAST_OF, PastOf

MOST_READ = 500  # versions of one changeset that an entry is made of
MOST_NAMED = 100  # spaces that it names
_WHOLE_COMMIT = 2**62  # past every changeset of a commit
Place = Mapping[str, Sequence[int]]
"""The last (commit number, changeset) that was read, by collection."""

ACTIONS = ("create", "modify", "delete")


@dataclass(frozen=True)
class Touched:
    """What a changeset did in a collection as one person sees it. `bbox` holds before and after, WGS 84 degrees.

    `complete` is false where it made more versions than were read: it did at least this.
    """

    counts: Mapping[str, int]
    named: Sequence[tuple[str, int, str]]
    bbox: tuple[float, float, float, float] | None
    complete: bool


@dataclass(frozen=True)
class Commit:
    """A line of the log."""

    collection: str
    n: int
    changeset_id: int
    when: datetime


def since(moment: datetime, collections: Iterable[str]) -> dict[str, Sequence[int]]:
    """The place in the feed after everything that was committed by `moment`."""
    log = ChangeLog.objects.filter(collection__in=collections, committed_at__lte=moment)
    last = log.values("collection").annotate(last=Max("n")).values_list("collection", "last")
    return {collection: (n, _WHOLE_COMMIT) for collection, n in last}


def commits(collections: Sequence[str], place: Place, limit: int) -> list[Commit]:
    """The next lines after `place`, in commit order within each collection; one more than `limit` if there is one."""
    later = Q()
    for collection in collections:
        n, changeset = place.get(collection, (0, 0))
        later |= Q(collection=collection, n__gt=n) | Q(collection=collection, n=n, changeset_id__gt=changeset)
    # A clock that was set back must not turn the order of a collection round: its latest moment so far counts.
    order = Window(Max("committed_at"), partition_by=[F("collection")], order_by=[F("n").asc()])
    rows = ChangeLog.objects.filter(later, changeset_id__gt=0).annotate(order=order)
    rows = rows.order_by("order", "collection", "n", "changeset_id")
    found = rows.values_list("collection", "n", "changeset_id", "committed_at")[: limit + 1]
    return [Commit(*row) for row in found]


def place_after(place: Place, read: Iterable[Commit]) -> dict[str, Sequence[int]]:
    """Where a reader of these lines goes on."""
    return {**place, **{commit.collection: (commit.n, commit.changeset_id) for commit in read}}


def touched(commits: Iterable[Commit], user: Person) -> dict[tuple[str, int], Touched]:
    """What each commit did, by (collection, changeset): only what this person may see, before or after."""
    ids: dict[str, set[int]] = {}
    for commit in commits:
        ids.setdefault(commit.collection, set()).add(commit.changeset_id)
    return {
        (collection, changeset): done
        for collection, changesets in ids.items()
        for changeset, done in _touched_in(PAST_OF[collection], changesets, user)
    }


def _touched_in(past: PastOf, changesets: set[int], user: Person) -> Iterable[tuple[int, Touched]]:
    rows = _seen_before_and_after(past, user).filter(pk__in=_some_of_each(past, changesets))
    named = Concat("did", Value(" "), Cast("version", CharField()), Value(" "), "id", output_field=TextField())
    counts = {action: Count("pk", filter=Q(did=action)) for action in ACTIONS}
    grouped = (
        rows.order_by()
        .values("changeset_id")
        .annotate(
            **counts,
            read=Count("pk"),
            named=_First(ArrayAgg(named, order_by="id", filter=~Q(did=""))),
            after_box=Extent("geometry", filter=Q(is_seen=True)),
            before_box=Extent("was_at", filter=Q(was_seen=True)),
        )
    )
    for row in grouped.filter(named__isnull=False):
        texts = [text.split(" ") for text in row["named"]]
        lines = [(id, int(version), did) for did, version, id in texts]
        box = _around(row["after_box"], row["before_box"])
        done = {action: row[action] for action in ACTIONS}
        yield row["changeset_id"], Touched(done, lines, box, complete=row["read"] <= MOST_READ)


def _some_of_each(past: PastOf, changesets: set[int]) -> RawSQL:
    """The first versions of each changeset: enough to tell, bounded whatever was imported at once."""
    sql = f"""
        SELECT few.pgh_id FROM unnest(%s::bigint[]) AS wanted (id) CROSS JOIN LATERAL (
            SELECT pgh_id FROM {past.events._meta.db_table} WHERE changeset_id = wanted.id LIMIT {MOST_READ + 1}
        ) AS few
    """  # noqa: S608  (a table of ours and a constant)
    return RawSQL(sql, [list(changesets)])  # noqa: S611


def _seen_before_and_after(past: PastOf, user: Person) -> Any:
    """Every version with `did`: what it was to this person, who may see the one before, this one, both or none."""
    before = past.shown(user).filter(id=OuterRef("id"), version=OuterRef("version") - 1)
    rows = past.rows().annotate(
        is_seen=past.was_shown(user),
        was_seen=Exists(before),
        was_at=Subquery(before.values("geometry")[:1], output_field=GeometryField(srid=4326)),
    )
    did = Case(
        When(is_seen=True, was_seen=True, then=Value("modify")),
        When(is_seen=True, then=Value("create")),
        When(was_seen=True, then=Value("delete")),
        default=Value(""),
        output_field=CharField(),
    )
    return rows.annotate(did=did)


class _First(Func):
    template = f"(%(expressions)s)[1:{MOST_NAMED}]"


def _around(*boxes: tuple[float, float, float, float] | None) -> tuple[float, float, float, float] | None:
    there = [box for box in boxes if box]
    if not there:
        return None
    west, south, east, north = zip(*there, strict=True)
    return min(west), min(south), max(east), max(north)
