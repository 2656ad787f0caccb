"""A path told step by step: turns, street names, steps, crossings, surfaces; in Thai and English."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from routes.streets.network import Network
from routes.streets.path import Path
from routes.streets.pieces import Piece, bearing_at_end, bearing_at_start, crossed_street, pieces_of, slope_of
from routes.streets.spheroid import bearing_deg
from routes.streets.traits import Traits
from routes.streets.words import CROSSINGS, SURFACES, TURNS, VERBS, Words, heading, length, street, turn_of

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
    pieces = pieces_of(path, network, profile)
    steps: list[Step] = []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1] if number else None
        steps.append(step_of(piece, before, network, profile))
    if steps:
        steps.append(arrival(pieces[-1], path, end))
    return steps


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
    if turn == "straight" and verb.en == "go":
        return Words(
            f"ตรงไปตาม{named_th(name).rstrip()} {far.th}{th}", f"Go straight on along {name.en} for {far.en}{en}"
        )
    into = Words("ตาม" if turn == "straight" else "เข้า", "along" if turn == "straight" else "into")
    return Words(
        f"{TURNS[turn].th}{into.th}{named_th(name).rstrip()} {verb.th or 'ไป'}ต่อ {far.th}{th}",
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
    crossed, how = crossed_street(piece, network).words, CROSSINGS[piece.traits.crossing]
    return Words(f"ข้าม{named_th(crossed)}{how.th}", f"Cross {crossed.en} {how.en}")


def told_ferry(piece: Piece, turn: str, network: Network, profile: str) -> Words:
    """Take the ferry Lam Pam - Ko Mak (600 m, 20 minutes)."""
    name, far = Words(piece.traits.name_th, piece.traits.name_en), length(piece.metres)
    minutes = max(1, round(piece.metres * piece.traits.pace_s_km / 60_000))
    plural = "" if minutes == 1 else "s"
    th = f"ลงเรือข้ามฟาก{f' {name.th}' if name.th else ''} ({far.th} ราว {minutes} นาที)"
    en = f"Take the ferry{f' {name.en}' if name.en else ''} ({far.en}, about {minutes} minute{plural})"
    return Words(th, en)


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
