"""A path in the pieces that are told: stretches that a walker takes for one way, short bits given to a neighbour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from routes.streets.barriers import STEEPEST_PERCENT
from routes.streets.network import Network
from routes.streets.path import Path, Stretch
from routes.streets.profiles import VEHICLE
from routes.streets.spheroid import bearing_deg, segments_m
from routes.streets.tag_rules import ROADS
from routes.streets.traits import FERRY, Traits
from routes.streets.words import STONES, SURFACES, Words, street, turn_of

LOOK_M = 15.0  # a turn is judged by where one comes from and goes to over this length
MOST_LOOKED_AT = 20  # positions
TOLD_APART = ("steps", FERRY)
SHORT_M = 50.0  # another surface for less than this is not told
ISLAND_M = 20.0  # straight on for less than this, between two crossings or ways, is not told
CLEAREST = ("signals", "marked", "yes", "unmarked")  # what one looks out for at a crossing of several parts


@dataclass(frozen=True)
class Piece:
    """Stretches that are told as one, with their line; `first` is its index in the leg's line."""

    traits: Traits
    stretches: tuple[Stretch, ...]
    line: NDArray[np.float64]
    first: int

    @property
    def metres(self) -> float:
        return sum(one.metres for one in self.stretches)

    @property
    def kind(self) -> str:
        if self.traits.kind in TOLD_APART:
            return self.traits.kind
        return "crossing" if self.traits.crossing else "way"

    def with_next(self, other: Piece, traits: Traits) -> Piece:
        """Both as one."""
        return Piece(traits, self.stretches + other.stretches, np.vstack([self.line, other.line[1:]]), self.first)


def pieces_of(path: Path, network: Network, profile: str) -> list[Piece]:
    """The pieces of a path, as few as say what matters."""
    told: list[Piece] = []
    for piece in alike_pieces(path, network, profile):
        whole = as_one(told[-1], piece, network) if told else None
        if whole:
            told[-1] = whole
        else:
            told.append(piece)
    return told


def alike_pieces(path: Path, network: Network, profile: str) -> Iterator[Piece]:
    """Stretches in a row that are alike."""
    gathered: list[Stretch] = []
    offset = 1 if path.origin.away_m > 0.01 else 0
    for one in path.stretches:
        if gathered and not alike(gathered[-1].traits(network), one.traits(network), profile):
            yield piece_of(gathered, network, offset, profile)
            offset += positions(gathered, network) - 1
            gathered = []
        gathered.append(one)
    if gathered:
        yield piece_of(gathered, network, offset, profile)


def piece_of(stretches: Sequence[Stretch], network: Network, first: int, profile: str) -> Piece:
    lines = [one.line(network) for one in stretches]
    line = np.vstack([lines[0], *(part[1:] for part in lines[1:])])
    traits = stretches[0].traits(network)
    smooth = traits if surface_of(traits, profile) else replace(traits, surface="")
    return Piece(smooth, tuple(stretches), line, first)


def positions(stretches: Sequence[Stretch], network: Network) -> int:
    return sum(len(one.line(network)) - 1 for one in stretches) + 1


def alike(one: Traits, other: Traits, profile: str) -> bool:
    """Whether no word is needed between the two."""
    return sort_of(one, profile) == sort_of(other, profile) and street(one) == street(other)


def sort_of(traits: Traits, profile: str) -> tuple[object, ...]:
    """What makes a difference to whoever goes along, the name aside."""
    return traits.kind in TOLD_APART, traits.crossing, surface_of(traits, profile), slope_of(traits)


def surface_of(traits: Traits, profile: str) -> Words | None:
    """What is worth telling of the surface; stones are nothing to a vehicle."""
    return None if profile == VEHICLE and traits.surface in STONES else SURFACES.get(traits.surface)


def slope_of(traits: Traits) -> Words | None:
    """A slope worth telling: steeper than a wheelchair may be asked to climb."""
    rise = traits.incline
    if rise is None or abs(rise) <= STEEPEST_PERCENT or traits.kind == "steps":
        return None
    if rise > 0:
        return Words(f"ขึ้นเนินชัน {rise:.0f}%", f"uphill, {rise:.0f} %")
    return Words(f"ลงเนินชัน {-rise:.0f}%", f"downhill, {-rise:.0f} %")


def as_one(piece: Piece, following: Piece, network: Network) -> Piece | None:
    """Both as one where nobody needs a word between them: parts of a crossing, islands, a short change of surface."""
    turn = turn_of(bearing_at_end(piece.line), bearing_at_start(following.line))
    if piece.kind == following.kind == "crossing" and turn.endswith(("straight", "slight-left", "slight-right")):
        return whole_crossing(piece, following, network)
    if turn != "straight" or following.kind != "way" or piece.kind not in ("way", "crossing"):
        return None
    if slope_of(piece.traits) != slope_of(following.traits):
        return None
    if following.metres < ISLAND_M and (piece.kind == "crossing" or not is_named(following.traits)):
        return piece.with_next(following, piece.traits)
    same = piece.kind == "way" and street(piece.traits) == street(following.traits)
    smooth = SURFACES.get(piece.traits.surface) == SURFACES.get(following.traits.surface)
    if same and (smooth or min(piece.metres, following.metres) < SHORT_M):
        return piece.with_next(following, max(piece, following, key=lambda one: one.metres).traits)
    return None


def whole_crossing(piece: Piece, following: Piece, network: Network) -> Piece | None:
    """Two parts of a crossing as one, unless each crosses a street with a name of its own."""
    names = {words for one in (piece, following) if (words := crossed_street(one, network)) and words.named}
    if len(names) > 1:
        return None
    traits = min((piece.traits, following.traits), key=lambda one: CLEAREST.index(one.crossing))
    return piece.with_next(following, traits)


def is_named(traits: Traits) -> bool:
    return bool(traits.name_th or traits.name_en)


@dataclass(frozen=True)
class Crossed:
    """The street that a crossing leads over; `named` where it has a name."""

    words: Words
    named: bool


def crossed_street(piece: Piece, network: Network) -> Crossed:
    """The road that meets the crossing, the named one first."""
    ends = {int(node) for one in piece.stretches for node in network.ends(one.edge)}
    meets = {edge for node in ends for edge in network.meeting(node)}
    roads = [traits for edge in sorted(meets) if (traits := network.traits_at(edge)).kind in ROADS]
    roads.sort(key=lambda traits: not is_named(traits))
    return Crossed(street(roads[0]), is_named(roads[0])) if roads else Crossed(Words("ถนน", "the street"), False)


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
