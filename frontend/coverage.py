"""The analysis of coverage as a page shows it: heat tables, bars, gaps, and what to draw on the map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any
from urllib.parse import urlencode

import numpy as np
from django.urls import reverse
from django.utils.translation import gettext

from frontend.itineraries import map_labels
from frontend.presenting import words
from geo.utm import PHATTHALUNG
from routes.coverage.question import BY, MINUTES, Question
from routes.coverage.question import Words as LookUps
from routes.coverage.report import Analysis

Document = dict[str, Any]
DARKEST = 4


@dataclass(frozen=True)
class Cell:
    """A number and how dark it is drawn: 0 for none, 1 to DARKEST for its part of the largest."""

    number: int
    level: int


@dataclass(frozen=True)
class Row:
    """An area of a heat table."""

    name: str
    total: int
    located: int
    cells: tuple[Cell, ...]
    tag: str = ""


@dataclass(frozen=True)
class Bar:
    """`width` is in percent of the longest, as SVG wants it written."""

    name: str
    shown: str
    width: str


@dataclass(frozen=True)
class Missing:
    """What of an area is a gap: km², percent, and in which of four steps."""

    km2: str
    percent: str
    step: str


@dataclass(frozen=True)
class Link:
    label: str
    address: str
    chosen: bool


def read_leniently(asked: Mapping[str, str], look_ups: LookUps) -> Question:
    """The question of a page; a value that means nothing is as if it were not there."""
    offered = {
        "by": BY,
        "minutes": tuple(map(str, MINUTES)),
        "age_group": tuple(group.pk for group in look_ups.groups),
        "theme": tuple(theme.pk for theme in look_ups.themes),
    }
    found = {name: asked[name] for name, values in offered.items() if asked.get(name) in values}
    return Question(**{**found, "minutes": int(found.get("minutes", MINUTES[0]))})  # type: ignore[arg-type]


def query_of(question: Question, **more: str) -> str:
    """The question as the API takes it."""
    asked = {"by": question.by, "minutes": str(question.minutes)}
    asked |= {name: value for name, value in (("age_group", question.age_group), ("theme", question.theme)) if value}
    return urlencode(asked | more)


def shown(found: Analysis, question: Question, group: str) -> dict[str, Any]:
    """Everything the template says. `group` is the age group that the map is to show."""
    document = found.document
    drawn = group_drawn(document, question.age_group or group)
    return {
        "document": document,
        "estimated": document["gaps"]["source"] == "estimate",
        "by_theme": heat(document["areas"], document["themes"], "by_theme"),
        "by_age_group": heat(document["areas"], document["groups"], "by_age_group"),
        "theme_sums": sums(document, "themes", "by_theme"),
        "group_sums": sums(document, "groups", "by_age_group"),
        "theme_names": [words(theme, "name") for theme in document["themes"]],
        "group_names": [words(one, "name") for one in document["groups"]],
        "gap_names": [words(one, "name") for one in groups_measured(document)],
        "gaps": [
            (words(area, "name"), kilometres(area["area_km2"]), missing(area)) for area in areas_measured(document)
        ],
        "subdistricts": [(words(area, "name"), area["subdistricts"]) for area in document["areas"] if within(area)],
        "theme_bars": bars(
            {words(one, "name"): document["spaces"]["by_theme"][one["id"]] for one in document["themes"]}
        ),
        "group_bars": bars(
            {words(one, "name"): document["spaces"]["by_age_group"][one["id"]] for one in document["groups"]}
        ),
        "reach_bars": bars(reach(document), kilometres),
        "notes": [words(note) for note in document["notes"]],
        "drawn": drawn,
        "map_links": map_links(document, question, drawn),
        "map_source": f"{reverse('coverage-api')}?{gap_query(question, drawn)}",
        "map_data": map_data(found, drawn),
        "files": [
            (name, f"{reverse('coverage-api')}?{query_of(question, f=name)}") for name in ("csv", "geojson", "json")
        ],
    }


def within(area: Document) -> bool:
    return bool(area.get("subdistricts"))


def areas_measured(document: Document) -> Sequence[Document]:
    found: Sequence[Document] = document["gaps"]["areas"]
    return found


def groups_measured(document: Document) -> list[Document]:
    return [one for one in document["groups"] if one["id"] in document["gaps"]["groups"]]


def heat(areas: Sequence[Document], columns: Sequence[Document], counts: str) -> list[Row]:
    """A row for each area, a cell for each column."""
    most = max((area[counts][column["id"]] for area in areas for column in columns), default=0)
    return [
        Row(
            words(area, "name"),
            area["total"],
            area["located"],
            tuple(Cell(number := area[counts][column["id"]], level(number, most)) for column in columns),
            gettext("draft") if area.get("status") == "draft" else "",
        )
        for area in areas
    ]


def sums(document: Document, columns: str, counts: str) -> list[int]:
    """What a whole heat table adds up to; of zones nothing, for a space may stand in several or in none."""
    return [] if document["by"] == "zone" else [document["spaces"][counts][one["id"]] for one in document[columns]]


def level(number: int, most: int) -> int:
    return ceil(DARKEST * number / most) if number else 0


def bars(numbers: Mapping[str, float], said: Any = str) -> list[Bar]:
    longest = max(numbers.values(), default=0) or 1
    return [Bar(name, said(number), f"{100 * number / longest:.2f}") for name, number in numbers.items()]


def reach(document: Document) -> dict[str, float]:
    """km² from which each group reaches a learning space, over all areas; zones that overlap are no sum of anything."""
    if document["by"] == "zone":
        return {}
    return {
        words(group, "name"): sum(
            area["area_km2"] - one["gap_km2"]
            for area in areas_measured(document)
            for one in area["groups"]
            if one["id"] == group["id"]
        )
        for group in groups_measured(document)
    }


def kilometres(km2: float) -> str:
    """Whole km² from ten on, tenths from one on, below a tenth thousandths."""
    digits = 0 if km2 >= 10 else 1 if km2 >= 1 else 2 if km2 >= 0.1 else 3
    return f"{km2:,.{digits}f}"


def missing(area: Document) -> list[Missing]:
    return [
        Missing(kilometres(one["gap_km2"]), percent(one["gap_share"]), step(one["gap_share"])) for one in area["groups"]
    ]


def percent(share: float) -> str:
    """Whole percent, but never 0 or 100 for what is only nearly so."""
    if 0 < share < 0.01:
        return "< 1"
    return "> 99" if 0.99 < share < 1 else f"{100 * share:.0f}"


def step(share: float) -> str:
    if share in (0, 1):
        return "all" if share else "none"
    return "most" if share > 0.5 else "some"


def group_drawn(document: Document, wanted: str) -> Document | None:
    """The group whose gaps the map draws: the one wanted, else the one that reaches least."""
    groups = groups_measured(document)
    left = {
        group["id"]: sum(
            one["gap_km2"] for area in areas_measured(document) for one in area["groups"] if one["id"] == group["id"]
        )
        for group in groups
    }
    chosen = [group for group in groups if group["id"] == wanted] or sorted(groups, key=lambda one: -left[one["id"]])
    return chosen[0] if chosen else None


def gap_query(question: Question, drawn: Document | None) -> str:
    narrowed = Question(question.by, question.minutes, drawn["id"] if drawn else question.age_group, question.theme)
    return query_of(narrowed, f="geojson")


def map_links(document: Document, question: Question, drawn: Document | None) -> list[Link]:
    """The same page with the gaps of each group on the map."""
    groups = groups_measured(document)
    return [
        Link(words(one, "name"), f"?{query_of(question, map=one['id'])}#gaps", one is drawn)
        for one in groups
        if len(groups) > 1
    ]


def map_data(found: Analysis, drawn: Document | None) -> dict[str, Any]:
    """The located spaces that suit the group; the gaps are asked of the API."""
    spots = [
        {
            "id": space.id,
            "name": space.name.in_language(),
            "lonlat": list(space.lonlat),
            "accuracy_m": 0,
            "address": reverse("space", args=[space.id]),
            "outline": [],
        }
        for space in found.spaces
        if space.is_located and (drawn is None or drawn["id"] in space.age_groups)
    ]
    labels = map_labels() | {
        "map": gettext("Map of the gaps. The table says the same in words."),
        "fit": gettext("Show all of it"),
    }
    attribution = found.document["gaps"]["attribution"]
    return {
        "stops": [],
        "legs": [],
        "ends": [],
        "spots": spots,
        "attribution": attribution,
        "labels": labels,
        "frame": frame(found),
    }


def frame(found: Analysis) -> list[list[float]]:
    """Two corners, WGS 84, of the box around all areas over which gaps were measured."""
    boxes = np.array([gap.bounds for gap in found.gaps]).reshape(-1, 4)
    if not len(boxes):
        return []
    corners = np.array([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])
    degrees: list[list[float]] = np.round(PHATTHALUNG.degrees(corners), 5).tolist()
    return degrees
