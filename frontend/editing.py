"""An itinerary edited by hand, as a page whose every act is a link: the address holds the stops and the pins."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from frontend.itineraries import Itinerary, Stop, present
from frontend.presenting import words
from frontend.wish import SHOW, listed
from routes.planning import EditRequest, PlanRequest
from routes.planning.edit_request import MOST_STOPS, EditedStop

STOPS, PINS = "stops", "pins"

Answer = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A stop with what can be done to it; an address is empty where it cannot."""

    stop: Stop
    pinned: bool
    earlier: str
    later: str
    without: str
    pin: str


@dataclass(frozen=True)
class Edit:
    """The wish of an address without its edit, the stops in order, and which of them are to stay."""

    plan: QueryDict
    stops: tuple[str, ...]
    pins: tuple[str, ...]

    @classmethod
    def read(cls, query: QueryDict) -> "Edit":
        """What an address holds; stops beyond the most that are taken are left out."""
        stops, plan = listed(query, STOPS)[:MOST_STOPS], query.copy()
        for name in (STOPS, PINS, SHOW):
            plan.pop(name, None)
        return cls(plan, stops, tuple(pin for pin in listed(query, PINS) if pin in stops))

    def request(self) -> EditRequest:
        """The same for the planner; raises InvalidPlanRequest."""
        wish = PlanRequest.from_query(self.plan)
        return EditRequest(wish, tuple(EditedStop(stop, pinned=stop in self.pins) for stop in self.stops))

    def address(self, stops: Sequence[str], pins: Sequence[str]) -> str:
        """This edit with other stops or pins."""
        query = self.plan.copy()
        query[STOPS], query[PINS] = ",".join(stops), ",".join(pin for pin in pins if pin in stops)
        return f"{reverse('plan-edit')}?{query.urlencode(safe=',:')}"

    def rows(self, itinerary: Itinerary) -> list[Row]:
        """The stops of the itinerary drawn from this edit, in its order."""
        return [self.row(stop, index) for index, stop in enumerate(itinerary.stops)]

    def row(self, stop: Stop, index: int) -> Row:
        pinned = stop.space in self.pins
        pins = [pin for pin in self.pins if pin != stop.space] if pinned else [*self.pins, stop.space]
        return Row(
            stop,
            pinned,
            earlier=self.address(swapped(self.stops, index - 1), self.pins) if index else "",
            later=self.address(swapped(self.stops, index), self.pins) if index + 1 < len(self.stops) else "",
            without=self.address([one for one in self.stops if one != stop.space], self.pins),
            pin=self.address(self.stops, pins),
        )


def swapped(stops: Sequence[str], index: int) -> list[str]:
    """The stops with the one at `index` after its follower."""
    order = list(stops)
    order[index], order[index + 1] = order[index + 1], order[index]
    return order


def judged(answer: Answer, edit: Edit) -> dict[str, Any]:
    """What the page shows of an evaluation."""
    drawn, best = present(answer["itinerary"]), answer["best"]
    found = {"shown": drawn, "rows": edit.rows(drawn), "violations": [words(one) for one in answer["violations"]]}
    if best is None:
        return {**found, "best_refused": words(answer["best_refused"] or {})}
    better = present(best)
    return {**found, "best": better, "best_address": edit.address([stop.space for stop in better.stops], edit.pins)}
