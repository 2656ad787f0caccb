"""The analysis as a document, with the gaps as geometries; kept while nothing it depends on has changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from geo import counters
from geo.rest.caching import rights
from geo.texts import Text
from geo.turns import Turns
from routes.coverage import areas as places
from routes.coverage.areas import Area
from routes.coverage.counting import Document, asked_about, counted
from routes.coverage.gaps import Gap, Gaps, gaps, goals_of, walk_m
from routes.coverage.notes import notes
from routes.coverage.question import Question, Words
from routes.coverage.spaces import MOST_SPACES, Space, load_spaces
from routes.networks.current import streets_in_use
from routes.planning.known_spaces import STOP_COLLECTIONS
from routes.streets.streets import Streets
from spaces.models import AgeGroup

COUNTERS = (*STOP_COLLECTIONS, "urban-design-zones", "age-groups", "themes", "boundaries", "memberships")
MOST_KEPT = 32
ESTIMATE, STREETS = Text("ค่าประมาณ", "estimate"), Text("ตามถนน", "along streets")

# One analysis at a time in a process, one more waits: of its four threads two are always left.
ANALYSING = Turns(at_once=1, in_line=2, wait_s=10.0)


@dataclass(frozen=True, eq=False)
class Analysis:
    """`document` is what the API answers; `gaps` by area and age group; `spaces` those that were counted."""

    document: Document
    gaps: tuple[Gap, ...]
    spaces: tuple[Space, ...]


class Kept:
    """The analyses asked for last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[object, ...], Analysis] = OrderedDict()

    def get(self, key: tuple[object, ...]) -> Analysis | None:
        with self._lock:
            if found := self._known.get(key):
                self._known.move_to_end(key)
            return found

    def put(self, key: tuple[object, ...], analysis: Analysis) -> None:
        with self._lock:
            self._known[key] = analysis
            if len(self._known) > MOST_KEPT:
                self._known.popitem(last=False)


_kept = Kept()


def state() -> str:
    """Everything an analysis depends on, beside the question and who asks. Two small queries."""
    streets = streets_in_use()
    return f"{counters.now(COUNTERS)} {streets.version if streets else ''}"


def analysis(question: Question, words: Words, user: Any, now: str) -> Analysis:
    """The answer for this person; `now` is the `state()` from before anything else was read.

    Raises TooManyAtOnce where others are being answered.
    """
    if connection.in_atomic_block:  # its own changes are not counted yet
        return analysed(question, words, user)
    key = (question, rights(user), now)
    if found := _kept.get(key):
        return found
    with ANALYSING.turn():
        made = _kept.get(key) or analysed(question, words, user)
    _kept.put(key, made)
    return made


def analysed(question: Question, words: Words, user: Any) -> Analysis:
    """Reads, counts and measures."""
    spaces = asked_about(load_spaces(user), question)
    streets = streets_in_use()
    compared, measured, zones = compared_and_measured(question, spaces, user)
    groups = [group for group in words.groups if question.age_group in ("", group.pk)]
    found = gaps(question.by, measured, groups, goals_of(spaces, groups, question.minutes), streets)
    said = notes(
        question,
        spaces,
        streets=streets is not None,
        shaped=bool(found.gaps) or not groups,
        own_outlines=question.by == "zone" or any(area.outline is not None for area in compared),
        zones=zones,
    )
    document = {
        "by": question.by,
        "minutes": question.minutes,
        "age_group": question.age_group or None,
        "theme": question.theme or None,
        "themes": [named(theme.pk, Text(theme.name_th, theme.name_en)) for theme in words.themes],
        "groups": [told(group, question, spaces) for group in words.groups],
        "spaces": counted(spaces, words),
        "areas": [counted_in(area, words) for area in compared],
        "gaps": measured_in(found, groups, streets),
        "complete": len(spaces) < MOST_SPACES and zones <= places.MOST_ZONES,
        "notes": [{"code": code, **text.as_dict()} for code, text in said],
    }
    return Analysis(document, found.gaps, tuple(spaces))


def compared_and_measured(question: Question, spaces: Sequence[Space], user: Any) -> tuple[list[Area], list[Area], int]:
    """The areas to count in, those to measure gaps over, and how many zones there are in all."""
    if question.by == "zone":
        rows = places.zones_seen(user)
        zones = places.zones(rows, spaces)
        return zones, zones, rows.count()
    districts = places.districts(spaces)
    return districts, districts if any(area.outline is not None for area in districts) else places.served(), 0


def named(id_: str, name: Text) -> Document:
    return {"id": id_, "name_th": name.th, "name_en": name.en}


def told(group: AgeGroup, question: Question, spaces: Sequence[Space]) -> Document:
    """A group, how far it walks in the time, and how many of its located spaces are known less exactly than that."""
    most_m = walk_m(group, question.minutes)
    own = [space for space in spaces if space.is_located and group.pk in space.age_groups]
    return {
        **named(group.pk, Text(group.name_th, group.name_en)),
        "walking_speed_mps": group.walking_speed_mps,
        "metres": round(most_m),
        "located": len(own),
        "less_exact_than_the_walk": sum(space.accuracy_m > most_m for space in own),
    }


def counted_in(area: Area, words: Words) -> Document:
    """An area with its counts, a district with its subdistricts."""
    found = {**named(area.id, area.name), **counted(area.spaces, words)}
    if area.status:
        return {**found, "status": area.status, "demonstration": area.demonstration}
    within = [
        {**named(one.id, one.name), **{name: counted(one.spaces, words)[name] for name in ("total", "located")}}
        for one in places.subdistricts(area.spaces)
    ]
    return {**found, "subdistricts": within}


def measured_in(found: Gaps, groups: Sequence[AgeGroup], streets: Streets | None) -> Document:
    """The gaps of each area and group: km² in EPSG:32647, and which part of the area that is."""
    rows: dict[str, Document] = {}
    for gap in found.gaps:
        row = rows.setdefault(
            gap.area.id, {**named(gap.area.id, gap.area.name), "area_km2": round(gap.area_km2, 3), "groups": []}
        )
        row["groups"].append({"id": gap.group.pk, "gap_km2": round(gap.km2, 3), "gap_share": round(gap.share, 4)})
    return {
        "source": "streets" if streets else "estimate",
        **(STREETS if streets else ESTIMATE).as_dict(),
        "attribution": streets.attribution if streets else "",
        "estimated_share": round(found.estimated_share, 4),
        "cell_m": found.cell_m,
        "groups": [group.pk for group in groups],
        "areas": list(rows.values()),
    }
