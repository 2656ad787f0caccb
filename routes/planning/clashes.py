"""When nothing is possible: the smallest set of wishes that cannot be met together, found by dropping them in turn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from geo.texts import Text
from routes.planning.errors import InvalidPlanRequest, PlanRefused
from routes.planning.grouping import one_group
from routes.planning.messages import say
from routes.planning.request import PlanRequest
from routes.planning.world import World

MOST_TRIALS, MOST_GROUP_TRIALS = 40, 10  # several groups take several plans each
LEAST_TRIALS, USUAL_SPACES = 4, 500  # the more spaces there are, the longer each trial takes
Count = Callable[[PlanRequest, World], int]


@dataclass(frozen=True)
class Wish:
    """One thing asked for: the field, its value, where it stands, and the words for it."""

    field: str
    value: Any
    pointer: str
    text: Text

    def as_json(self) -> dict[str, Any]:
        return {"wish": self.field, "value": self.value, "pointer": self.pointer, **self.text.as_dict()}


class Trials:
    """Asks whether some of the wishes can be met, a limited number of times."""

    def __init__(self, request: PlanRequest, world: World, count: Count) -> None:
        self.request, self.world, self.count = request, world, count
        most = MOST_TRIALS if request.groups == 1 else MOST_GROUP_TRIALS
        self.left = max(LEAST_TRIALS, min(most, MOST_TRIALS * USUAL_SPACES // max(1, len(world.spaces))))

    def possible(self, wishes: Sequence[Wish]) -> bool:
        """Whether a request with these wishes only has a stop; True when there are no trials left to find out."""
        if self.left == 0:
            return True
        self.left -= 1
        try:
            return self.count(only(self.request, wishes), self.world) > 0
        except InvalidPlanRequest:
            raise
        except PlanRefused:
            return False


def clash(request: PlanRequest, world: World, count: Count) -> dict[str, Any] | None:
    """The smallest clashing set, None where the request is impossible without any wish, too."""
    wishes = list(wishes_of(request, world))
    trials = Trials(request, world, count)
    if not wishes or not trials.possible(()):
        return None
    found = smallest(wishes, trials)
    texts = [wish.text for wish in found]
    what = {"what_th": " + ".join(text.th for text in texts), "what_en": " + ".join(text.en for text in texts)}
    return {"wishes": [wish.as_json() for wish in found], **say("clash", **what).as_dict()}


def smallest(wishes: Sequence[Wish], trials: Trials) -> list[Wish]:
    """One wish that is impossible alone, else two, else a set of which none can be left out."""
    for size in (1, 2) if len(wishes) < 7 else (1,):
        for some in combinations(wishes, size):
            if not trials.possible(some):
                return list(some)
    kept = list(wishes)
    for wish in wishes:
        without = [one for one in kept if one is not wish]
        if not trials.possible(without):
            kept = without
    return kept


def only(request: PlanRequest, wishes: Sequence[Wish]) -> PlanRequest:
    """The request with these of its wishes, all others as if nobody had said anything."""
    free = PlanRequest((), request.depart)
    fields = {name: getattr(free, name) for name in FIELDS}
    for name in ("must", "outcomes"):
        fields[name] = tuple(wish.value for wish in wishes if wish.field == name)
    fields |= {wish.field: wish.value for wish in wishes if wish.field not in ("must", "outcomes")}
    people = request.people if fields["groups"] == request.groups else one_group(request).people
    return replace(request, **fields, people=people, alternatives=1)


SINGLE = {
    "minutes": "minutes",
    "end": "end",
    "mode": "mode",
    "access": "access",
    "groups": "groups",
    "most_wait_minutes": "minutes",
    "most_of_a_kind": "most",
}
"""Fields of one value, and the name it has in the words for it."""

FIELDS = ("must", "outcomes", "story", *SINGLE)


def wishes_of(request: PlanRequest, world: World) -> Iterator[Wish]:
    """Everything asked for that could be asked less of; who goes, when and from where stand."""
    for index, id_ in enumerate(request.must):
        name = world.spaces[id_].name if id_ in world.spaces else Text(id_, id_)
        yield Wish("must", id_, f"/must/{index}", say("wish_must", name_th=name.th, name_en=name.en))
    for index, code in enumerate(request.outcomes):
        yield Wish("outcomes", code, f"/outcomes/{index}", say("wish_outcomes", outcome=code))
    if request.story in world.stories:
        story = world.stories[str(request.story)]
        text = say("wish_story", name_th=story.name_th, name_en=story.name_en)
        yield Wish("story", request.story, "/story", text)
    free = PlanRequest((), request.depart)
    for field, word in SINGLE.items():
        value = getattr(request, field)
        if value != getattr(free, field):
            yield Wish(field, value, f"/{field}", say(f"wish_{field}", **{word: value}))
