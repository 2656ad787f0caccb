"""Wishes that bind the whole route: outcomes to cover, a story to walk, how many of a kind."""

from collections.abc import Sequence

from routes.planner.problem import Group
from routes.planning.activities import Activities, load_activities
from routes.planning.candidates import Stoppable
from routes.planning.errors import ImpossiblePlanRequest, NoStopPossible, NotOfferedYet
from routes.planning.messages import say
from routes.planning.request import PlanRequest
from routes.planning.world import World
from routes.streets.estimate import great_circle_m, positions
from spaces.models import CurriculumOutcome

STORY_WALLS = 3  # a story is walked when so many of its walls are known …
STORY_RADIUS_M = 150  # … and lie within so many metres of one of them, each known that exactly


def story_walls(request: PlanRequest, world: World) -> tuple[str, ...]:
    """The walls of the story in the order of its chapters; those that nobody has located are passed over."""
    if request.story is None:
        return ()
    story = world.stories.get(request.story)
    if story is None:
        raise ImpossiblePlanRequest("unknown_story", say("unknown_story", id=request.story), "/story")
    walls = dict.fromkeys(chapter.wall_id for chapter in story.chapters.all() if chapter.wall_id)
    known = [wall for wall in walls if located(wall, world)]
    near = largest_cluster(known, world)
    if len(near) < STORY_WALLS:
        text = say("story_not_located", known=len(known), wanted=STORY_WALLS, metres=STORY_RADIUS_M)
        raise NotOfferedYet("story_not_located", text, "/story")
    return tuple(known)


def located(wall: str, world: World) -> bool:
    """Whether a wall still stands and somebody knows where, within the radius."""
    space = world.spaces.get(wall)
    return space is not None and not space.gone and space.accuracy_m <= STORY_RADIUS_M


def largest_cluster(walls: Sequence[str], world: World) -> list[str]:
    """The most walls that lie within the radius of one of them."""
    if not walls:
        return []
    points = positions([world.spaces[wall].lonlat for wall in walls])
    near = great_circle_m(points, points) <= STORY_RADIUS_M
    centre = max(range(len(walls)), key=lambda index: int(near[index].sum()))
    return [wall for index, wall in enumerate(walls) if near[centre, index]]


def outcome_groups(request: PlanRequest, stops: Sequence[Stoppable], party: Sequence[str]) -> tuple[Group, ...]:
    """For each wished outcome the stops that cover it, of which at least one must be.

    Raises ImpossiblePlanRequest for a code that no curriculum has, NoStopPossible where no stop covers it.
    """
    if not request.outcomes:
        return ()
    require_known_outcomes(request.outcomes)
    activities = load_activities(stops, party)
    covering = {stop.id: outcomes_at(stop, activities) for stop in stops}
    groups = []
    for index, code in enumerate(request.outcomes):
        ids = frozenset(id_ for id_, codes in covering.items() if code in codes)
        if not ids:
            raise NoStopPossible("outcome_not_covered", say("outcome_not_covered", outcome=code), f"/outcomes/{index}")
        groups.append(Group(ids, at_least=1))
    return tuple(groups)


def require_known_outcomes(codes: Sequence[str]) -> None:
    known = set(CurriculumOutcome.objects.filter(pk__in=codes).values_list("pk", flat=True))
    for index, code in enumerate(codes):
        if code not in known:
            raise ImpossiblePlanRequest("unknown_outcome", say("unknown_outcome", id=code), f"/outcomes/{index}")


def outcomes_at(stop: Stoppable, activities: Activities) -> set[str]:
    """The outcomes that the space itself names, and those of everything that can be done there."""
    return {*stop.space.row.outcomes, *(row.outcome_id for row in activities.all_at(stop) if row.outcome_id)}


def kind_groups(request: PlanRequest, stops: Sequence[Stoppable], must: Sequence[str]) -> tuple[Group, ...]:
    """At most so many spaces of a kind; what must be visited is not counted away."""
    most = request.most_of_a_kind
    if most is None:
        return ()
    kinds: dict[str, set[str]] = {}
    for stop in stops:
        kinds.setdefault(stop.space.row.subkind, set()).add(stop.id)
    return tuple(
        Group(frozenset(ids), at_most=max(most, len(ids & set(must)))) for ids in kinds.values() if len(ids) > most
    )


def all_of(stops: Sequence[Stoppable]) -> tuple[Group, ...]:
    """One stop at least: without it, a short way could be worth less than staying at home."""
    return (Group(frozenset(stop.id for stop in stops), at_least=1),) if stops else ()
