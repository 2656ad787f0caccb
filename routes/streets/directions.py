"""A path told step by step: turns, street names, steps, crossings, surfaces; in Thai and English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routes.streets.barriers import STEEPEST_PERCENT
from routes.streets.network import Network
from routes.streets.path import Path, Stretch
from routes.streets.spheroid import bearing_deg, segments_m
from routes.streets.tag_rules import ROADS
from routes.streets.traits import FERRY, Traits
from routes.streets.words import (
    CROSSINGS,
    SURFACES,
    TURNS,
    VERBS,
    Words,
    heading,
    length,
    street,
    turn_of,
)

LOOK_M = 15.0  # a turn is judged by where one comes from and goes to over this length
MOST_LOOKED_AT = 20  # positions
TOLD_APART = ("steps", FERRY)
BESIDE_M = 5.0  # nearer than this a place stands at the street


@dataclass(frozen=True)
class Step:
    """One instruction. `kind`: start, turn, steps, crossing, ferry or arrive; `first` its index in the leg's line."""

    kind: str
    turn: str
    words: Words
    metres: int
    first: int
    traits: Traits | None
    lonlat: tuple[float, float]


@dataclass(frozen=True)
class Piece:
    """Stretches that are told as one, with their line."""

    traits: Traits
    stretches: tuple[Stretch, ...]
    line: NDArray[np.float64]
    first: int

    @property
    def metres(self) -> float:
        return sum(one.metres for one in self.stretches)

    @property
    def kind(self) -> str:
        if self.traits.kind == FERRY:
            return "ferry"
        return "steps" if self.traits.kind == "steps" else "crossing" if self.traits.crossing else "way"


def line_of(path: Path, network: Network, start: tuple[float, float], end: tuple[float, float]) -> NDArray[np.float64]:
    """(n, 2) the whole way from place to place, with the steps to the street and from it."""
    parts = [np.array([start]), *(one.line(network) for one in path.stretches), np.array([end])]
    if not path.stretches:
        parts.insert(1, np.array([path.origin.lonlat]))
    whole = np.vstack(parts)
    moves = np.ones(len(whole), dtype=np.bool_)
    moves[1:] = (np.abs(np.diff(whole, axis=0)) > 1e-8).any(axis=1)
    return whole[moves] if moves.sum() > 1 else whole[[0, -1]]


def told(path: Path, network: Network, profile: str, end: tuple[float, float]) -> list[Step]:
    """The steps of a path to a place at `end`; none where start and end share a point of a street."""
    pieces = list(pieces_of(path, network))
    steps: list[Step] = []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else None
        steps.append(step_of(piece, before, network, profile))
    if steps:
        steps.append(arrival(pieces[-1], path, end))
    return steps


def pieces_of(path: Path, network: Network) -> Iterator[Piece]:
    """Stretches side by side that a walker takes for one way."""
    gathered: list[Stretch] = []
    offset = 1 if path.origin.away_m > 0.01 else 0
    for one in path.stretches:
        if gathered and not alike(gathered[-1].traits(network), one.traits(network)):
            yield piece_of(gathered, network, offset)
            offset += positions(gathered, network) - 1
            gathered = []
        gathered.append(one)
    if gathered:
        yield piece_of(gathered, network, offset)


def piece_of(stretches: Sequence[Stretch], network: Network, first: int) -> Piece:
    lines = [one.line(network) for one in stretches]
    line = np.vstack([lines[0], *(part[1:] for part in lines[1:])])
    return Piece(stretches[0].traits(network), tuple(stretches), line, first)


def positions(stretches: Sequence[Stretch], network: Network) -> int:
    return sum(len(one.line(network)) - 1 for one in stretches) + 1


def alike(one: Traits, other: Traits) -> bool:
    """Whether no word is needed between the two."""
    return sort_of(one) == sort_of(other) and street(one) == street(other)


def sort_of(traits: Traits) -> tuple[object, ...]:
    """What makes a difference to whoever goes along, the name aside."""
    return traits.kind in TOLD_APART, traits.crossing, SURFACES.get(traits.surface), slope_of(traits)


def slope_of(traits: Traits) -> Words | None:
    """A slope worth telling: steeper than a wheelchair may be asked to climb."""
    rise = traits.incline
    if rise is None or abs(rise) <= STEEPEST_PERCENT or traits.kind == "steps":
        return None
    if rise > 0:
        return Words(f"ขึ้นเนินชัน {rise:.0f}%", f"uphill, {rise:.0f} %")
    return Words(f"ลงเนินชัน {-rise:.0f}%", f"downhill, {-rise:.0f} %")


def step_of(piece: Piece, before: Piece | None, network: Network, profile: str) -> Step:
    """What to do at the beginning of a piece."""
    lonlat = (float(piece.line[0, 0]), float(piece.line[0, 1]))
    turn = turn_of(bearing_at_end(before.line), bearing_at_start(piece.line)) if before else ""
    kind = piece.kind if piece.kind != "way" else "turn" if before else "start"
    words = {"steps": told_steps, "crossing": told_crossing, "ferry": told_ferry}.get(piece.kind, told_way)(
        piece, turn, network, profile
    )
    return Step(kind, turn, words, round(piece.metres), piece.first, piece.traits, lonlat)


def told_way(piece: Piece, turn: str, network: Network, profile: str) -> Words:
    """Turn left into Ramet Road and walk 120 m (earth)."""
    name, far, verb = street(piece.traits), length(piece.metres), VERBS[profile]
    notes = [note for note in (SURFACES.get(piece.traits.surface), slope_of(piece.traits)) if note]
    th, en = (f" ({', '.join(note[language] for note in notes)})" if notes else "" for language in (0, 1))
    if not turn:
        way = heading(bearing_at_start(piece.line))
        return Words(
            f"เริ่มจาก{named_th(name).rstrip()} {verb.th}ไปทาง{way.th} {far.th}{th}",
            f"Start along {name.en}, heading {way.en}, and {verb.en} {far.en}{en}",
        )
    into = Words("ตาม" if turn == "straight" else "เข้า", "along" if turn == "straight" else "into")
    return Words(
        f"{TURNS[turn].th}{into.th}{named_th(name).rstrip()} {verb.th}ต่อ {far.th}{th}",
        f"{TURNS[turn].en} {into.en} {name.en} and {verb.en} {far.en}{en}",
    )


def named_th(name: Words) -> str:
    """Thai sets no spaces round a Thai name, and some round any other."""
    before = "" if "ก" <= name.th[:1] <= "๙" else " "
    after = "" if "ก" <= name.th[-1:] <= "๙" else " "
    return f"{before}{name.th}{after}"


def told_steps(piece: Piece, turn: str, network: Network, profile: str) -> Words:
    """Go up the steps (24 steps, 12 m)."""
    rise = piece.traits.incline
    way = Words("ขึ้น", "Go up") if rise and rise > 0 else Words("ลง", "Go down") if rise else Words("ใช้", "Take")
    count = sum(one.traits(network).steps or 0 for one in piece.stretches)
    far = length(piece.metres)
    how_many = Words(f"{count} ขั้น, ", f"{count} steps, ") if count else Words("", "")
    side = Words(f"{TURNS[turn].th}แล้ว", f"{TURNS[turn].en}, then ") if turn not in ("", "straight") else Words("", "")
    verb = way.en.lower() if side.en else way.en
    return Words(f"{side.th}{way.th}บันได ({how_many.th}{far.th})", f"{side.en}{verb} the steps ({how_many.en}{far.en})")


def told_crossing(piece: Piece, turn: str, network: Network, profile: str) -> Words:
    """Cross Nivas Road at the zebra crossing."""
    crossed, how = crossed_street(piece, network), CROSSINGS[piece.traits.crossing]
    return Words(f"ข้าม{named_th(crossed)}{how.th}", f"Cross {crossed.en} {how.en}")


def told_ferry(piece: Piece, turn: str, network: Network, profile: str) -> Words:
    """Take the ferry Lam Pam - Ko Mak (600 m, 20 minutes)."""
    name, far = Words(piece.traits.name_th, piece.traits.name_en), length(piece.metres)
    minutes = max(1, round(piece.metres * piece.traits.pace_s_km / 60_000))
    plural = "" if minutes == 1 else "s"
    th = f"ลงเรือข้ามฟาก{f' {name.th}' if name.th else ''} ({far.th} ราว {minutes} นาที)"
    en = f"Take the ferry{f' {name.en}' if name.en else ''} ({far.en}, about {minutes} minute{plural})"
    return Words(th, en)


def crossed_street(piece: Piece, network: Network) -> Words:
    """The road that meets the crossing, the named one first."""
    ends = {int(node) for one in piece.stretches for node in network.ends(one.edge)}
    meets = {edge for node in ends for edge in network.meeting(node)}
    roads = [traits for edge in sorted(meets) if (traits := network.traits_at(edge)).kind in ROADS]
    roads.sort(key=lambda traits: not (traits.name_th or traits.name_en))
    return street(roads[0]) if roads else Words("ถนน", "the street")


def arrival(last: Piece, path: Path, end: tuple[float, float]) -> Step:
    """You have arrived; how far from the street and on which side the place lies."""
    lonlat = (float(end[0]), float(end[1]))
    away = path.destination.away_m
    first = last.first + len(last.line) - 1
    if away < BESIDE_M:
        return Step("arrive", "", Words("ถึงจุดหมาย", "You have arrived"), 0, first, None, lonlat)
    angle = (bearing_deg(path.destination.lonlat, end) - bearing_at_end(last.line)) % 360
    side = Words("ขวา", "right") if angle < 180 else Words("ซ้าย", "left")
    far = length(away)
    words = Words(
        f"ถึงจุดหมาย อยู่ทาง{side.th} ห่างจากถนน {far.th}", f"You have arrived: {far.en} from the street, on the {side.en}"
    )
    return Step("arrive", side.en, words, round(away), first, None, lonlat)


def bearing_at_start(line: NDArray[np.float64]) -> float:
    """Where one looks over the first metres of a line."""
    return bearing_deg(line[0], line[reach(line)])


def bearing_at_end(line: NDArray[np.float64]) -> float:
    """Where one looks over the last metres."""
    back = line[::-1]
    return bearing_deg(back[reach(back)], back[0])


def reach(line: NDArray[np.float64]) -> int:
    """The index of the last position within LOOK_M along the line, at least 1."""
    reached = np.cumsum(segments_m(line[:MOST_LOOKED_AT]))
    return max(1, int(np.searchsorted(reached, LOOK_M, side="right")))
