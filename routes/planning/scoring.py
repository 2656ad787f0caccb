"""What a stop is worth, in milli-points: simple sums that can be told to a teacher.

10 points for a space of the wish. On top: 2 for each further wished theme it belongs to; 2 when somebody verified it
on site; 1 when its hours are known; 1 when its position is known within 500 m; 1 when local makers offer something
there. With step-free access wished: 3 when it is known to be (partly) accessible, minus 5 while nobody knows.
Variety: the first space of a kind (temple, mural …) brings 2 more, the second 1; of several spaces at one point only
the first brings the 1 point of a new place.

For a party that has to rest: 1 when seats are known there or within 300 m, so that rests are taken where one can sit.

Murals fade: 1 more for a wall that somebody saw within a year, 1 less when nobody did for three years or it is known
to have faded. Outdoors in the months of the heaviest rain 2 less. Riding costs 0.3 for each kilometre, and an outdoor
stop between 11:30 and 14:00 costs who needs shade 3, unless shade is known: those two depend on the route.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from routes.planner.problem import Group
from routes.planner.requirements import IntMatrix, Window
from routes.planning.candidates import Stoppable
from routes.planning.known_spaces import KnownSpace
from routes.planning.limits import Party
from spaces.models import Known, Wheelchair

POINT = 1_000  # milli-points
WISHED = 10 * POINT
FURTHER_THEME = 2 * POINT
VERIFIED = 2 * POINT
HOURS_KNOWN = 1 * POINT
WELL_LOCATED = 1 * POINT
WELL_LOCATED_M = 500
OFFERING = 1 * POINT
SEATED = 1 * POINT
ACCESSIBLE = 3 * POINT
ACCESS_UNKNOWN = 5 * POINT
NEW_KIND = (2 * POINT, 1 * POINT)
NEW_PLACE = (1 * POINT,)
SAME_POINT_DECIMALS = 4  # about 10 m
FRESH, STALE = 1 * POINT, 1 * POINT
FRESH_DAYS, STALE_DAYS = 365, 3 * 365
RAINED_ON = 2 * POINT
RAIN_MONTHS = (11, 12)  # the north-east monsoon brings the east coast of the south most of its rain then
RIDE_PER_KM = 300  # milli-points: 10 km there and back are worth half a stop
MIDDAY_HEAT = 3 * POINT
MIDDAY = (time(11, 30), time(14, 0))


def score_of(stop: Stoppable, access: str, day: date) -> int:
    """What the stop brings by itself on a day."""
    space = stop.space
    score = WISHED + FURTHER_THEME * max(0, len(stop.themes) - 1)
    score += VERIFIED * bool(space.row.verified)
    score += HOURS_KNOWN * stop.hours_known
    score += WELL_LOCATED * (space.accuracy_m <= WELL_LOCATED_M)
    score += OFFERING * space.has_offering
    score += freshness(space, day)
    score -= RAINED_ON * (space.outdoor == Known.YES and day.month in RAIN_MONTHS)
    return max(0, score + access_score(space.row.wheelchair, access))


def freshness(space: KnownSpace, day: date) -> int:
    """What is known of how a wall looks today; nothing where nobody ever saw it."""
    if space.faded:
        return -STALE
    if space.last_seen is None:
        return 0
    days = (day - space.last_seen).days
    return FRESH * (days <= FRESH_DAYS) - STALE * (days > STALE_DAYS)


def ride_cost(ride_m: IntMatrix) -> IntMatrix:
    """Milli-points lost on each way by riding so many metres."""
    return ride_m * RIDE_PER_KM // 1000


def heat_cost(stop: Stoppable, party: Party) -> int:
    """What a visit at midday loses."""
    exposed = stop.space.outdoor == Known.YES and stop.space.row.shade != Known.YES
    return MIDDAY_HEAT * (exposed and party.needs("shade"))


def midday(depart: datetime) -> Window | None:
    """The first midday heat after the departure, in seconds after it."""
    for later in range(2):
        day = depart.date() + timedelta(days=later)
        begins, ends = (round((datetime.combine(day, hour, depart.tzinfo) - depart).total_seconds()) for hour in MIDDAY)
        if ends > 0:
            return max(0, begins), ends
    return None


def access_score(wheelchair: str, access: str) -> int:
    """Known before unknown, where it matters."""
    if access == "any":
        return 0
    return -ACCESS_UNKNOWN if wheelchair == Wheelchair.UNKNOWN else ACCESSIBLE


def variety(stops: Sequence[Stoppable]) -> tuple[Group, ...]:
    """New kinds and new places; one that stands alone is a group of one."""
    kinds = grouped((stop.space.row.subkind, stop.id) for stop in stops)
    places = grouped((point_of(stop), stop.id) for stop in stops)
    return tuple(Group(ids, gains=NEW_KIND) for ids in kinds) + tuple(
        Group(ids, gains=NEW_PLACE) for ids in places if len(ids) > 1
    )


def alone_score(stops: Sequence[Stoppable]) -> dict[str, int]:
    """The point of a new place for spaces that share theirs with nobody: no group is needed for them."""
    places = grouped((point_of(stop), stop.id) for stop in stops)
    return {id_: NEW_PLACE[0] for ids in places if len(ids) == 1 for id_ in ids}


def point_of(stop: Stoppable) -> tuple[float, float]:
    lon, lat = stop.space.lonlat
    return round(lon, SAME_POINT_DECIMALS), round(lat, SAME_POINT_DECIMALS)


def grouped(pairs: Iterable[tuple[object, str]]) -> list[frozenset[str]]:
    found: dict[object, set[str]] = defaultdict(set)
    for key, id_ in pairs:
        found[key].add(id_)
    return [frozenset(ids) for ids in found.values()]
