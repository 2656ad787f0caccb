"""The catalogue: for each age group and theme, in each walk area, the best route a coach may start from.

Over the gateways, a Saturday and a Wednesday at nine. Walked within one session where that is possible, else with
rides, else with rides over the whole outing. A route has at least three stops at three distinct points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from geo.texts import Text
from routes.planner import Route
from routes.planning.errors import PlanRefused
from routes.planning.gateways import counts_in
from routes.planning.plan import solved
from routes.planning.question import Question, question_of
from routes.planning.request import PlanRequest
from routes.planning.scoring import point_of
from routes.planning.stops import stoppable
from routes.planning.world import World
from spaces.models import AgeGroup, Theme

ENOUGH_STOPS = 3
TO_WEDNESDAY = timedelta(days=4)
ELSEWHERE = "province"  # gateways in no walk area
FAR_RIDE_M = 30_000  # more riding than this is no route of an area; it is suggested only where a pair has no other


@dataclass(frozen=True)
class Suggestion:
    """A route found, and the question it answers."""

    question: Question
    route: Route

    @property
    def places(self) -> int:
        """Distinct points it stops at."""
        return len({point_of(stoppable(self.question, visit)) for visit in self.route.stops})

    @property
    def worth(self) -> tuple[int, int, int]:
        """More places first, then more points, then less time."""
        return self.places, self.route.score, -self.route.finish_s


@dataclass(frozen=True)
class Pair:
    """An age group and a theme: the best route in each area, or why there is none."""

    age: AgeGroup
    theme: Theme
    found: dict[str, Suggestion]
    reason: Text | None


def pairs(world: World, saturday: datetime) -> Iterator[Pair]:
    """All pairs, in the order of the look-ups."""
    ages = sorted((one for one in world.age_groups.values() if not one.is_modifier), key=lambda one: one.order)
    for age in ages:
        for theme in sorted(world.themes.values(), key=lambda one: one.order):
            yield pair_of(age, theme, world, saturday)


def pair_of(age: AgeGroup, theme: Theme, world: World, saturday: datetime) -> Pair:
    """The best suggestion of each area."""
    wish = PlanRequest((age.id,), saturday, themes=(theme.id,), alternatives=1)
    best = {area: best_in(gateways, wish, age, world) for area, gateways in by_area(world).items()}
    found = worthwhile({area: suggestion for area, suggestion in best.items() if suggestion})
    return Pair(age, theme, found, None if found else why_none(wish, world))


def worthwhile(best: dict[str, Suggestion]) -> dict[str, Suggestion]:
    """Those with little riding, else the one with least; the same stops are not suggested from two areas."""
    order = sorted(best, key=lambda area: (best[area].route.ride_m, area))
    kept: dict[str, Suggestion] = {}
    for area in order:
        stops = [set(one.route.ids) for one in kept.values()]
        if not kept or (best[area].route.ride_m <= FAR_RIDE_M and set(best[area].route.ids) not in stops):
            kept[area] = best[area]
    return kept


def by_area(world: World) -> dict[str, list[str]]:
    """Gateway ids by walk area."""
    areas: dict[str, list[str]] = {}
    for gateway in world.gateways.values():
        areas.setdefault(gateway.area_id or ELSEWHERE, []).append(gateway.id)
    return areas


def best_in(gateways: Sequence[str], wish: PlanRequest, age: AgeGroup, world: World) -> Suggestion | None:
    """The best route from one of the gateways, by the gentlest way of going that gives one."""
    for way in ways_of_going(wish, age):
        wednesday = replace(way, depart=way.depart + TO_WEDNESDAY)
        options = [*from_each(gateways, way, world), *from_each(gateways, wednesday, world)]
        if options:
            return max(options, key=lambda option: option.worth)
    return None


def ways_of_going(wish: PlanRequest, age: AgeGroup) -> Iterator[PlanRequest]:
    """On foot within a session, with rides within a session, with rides over the whole outing."""
    session = age.max_session_minutes
    yield replace(wish, mode="walk", minutes=session)
    yield replace(wish, minutes=session)
    yield replace(wish, minutes=None)


def from_each(gateways: Sequence[str], wish: PlanRequest, world: World) -> Iterator[Suggestion]:
    """The routes from these gateways that have enough stops."""
    reached = counts_in(wish, world)
    for gateway in gateways:
        suggestion = tried(replace(wish, start=gateway), world) if reached[gateway] >= ENOUGH_STOPS else None
        if suggestion and suggestion.places >= ENOUGH_STOPS:
            yield suggestion


def tried(request: PlanRequest, world: World) -> Suggestion | None:
    try:
        question = question_of(request, world)
        return Suggestion(question, solved(question).best)
    except PlanRefused:
        return None


def why_none(wish: PlanRequest, world: World) -> Text:
    """How many spaces the theme has, how many are located well enough, how many one route reaches at most."""
    on_theme = [space for space in world.spaces.values() if set(wish.themes) & set(space.row.themes)]
    suited = [space for space in on_theme if set(wish.party) <= set(space.row.age_groups)]
    located = [space for space in suited if space.is_located]
    reached = max(counts_in(wish, world).values(), default=0)
    return Text(
        f"หัวข้อนี้มี {len(on_theme)} แห่ง เหมาะกับวัยนี้ {len(suited)} แห่ง ทราบตำแหน่งแล้ว {len(located)} แห่ง "
        f"ไปถึงได้จากจุดเริ่มเดียวมากที่สุด {reached} แห่ง",
        f"{len(on_theme)} spaces on the theme, {len(suited)} for this age, {len(located)} of them located; "
        f"at most {reached} within reach of one gateway",
    )
