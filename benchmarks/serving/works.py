"""What is compared: who is asked for what, and that all answers are the same before any is timed."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from benchmarks.serving import mvt
from benchmarks.serving.client import connected, get
from benchmarks.serving.data import POINTS, TOWN_TILE, ZONES, town
from benchmarks.serving.servers import Server
from benchmarks.serving.statements import PAGE
from geo.rest import cursor
from geo.rest.parameters import SortKey
from geo.tiles.matrix import Tile, tile_at

Other = tuple[Server, Callable[[str], str]]
"""Another server, and the address of its page of a collection."""

OURS, ANEW = "ours", "ours, made anew"
LARGE, SMALL = "large", "small"
TILES = {LARGE: TOWN_TILE, SMALL: tile_at(100.08, 7.617, 16)}
LARGE_BYTES = 30 * 1024
_OURS = "/api/collections"


class DifferentAnswers(RuntimeError):
    """Two servers that are to be compared do not say the same."""


@dataclass(frozen=True)
class Contender:
    """Who is asked for what; `content(body)` is what must be the same from all."""

    label: str
    server: Server
    path: str
    content: Callable[[bytes], Any]


@dataclass(frozen=True)
class Ours:
    """The project as it serves, and the same with no memory of what it answered: everything is `made anew`."""

    kept: Server
    anew: Server

    def contenders(self, path: str, content: Callable[[bytes], Any]) -> tuple[Contender, Contender]:
        return Contender(OURS, self.kept, path, content), Contender(ANEW, self.anew, path, content)


@dataclass(frozen=True)
class Work:
    """One thing to measure: the same answer from several contenders, or the same question in several states."""

    name: str
    size: int
    contenders: tuple[Contender, ...]
    same: bool = True
    at_least: int = 1

    def verify(self) -> dict[str, int]:
        """The size of each body in bytes. Raises DifferentAnswers when bodies do not agree, or are too small."""
        bodies = {each.label: _body(each) for each in self.contenders}
        contents = [each.content(bodies[each.label]) for each in self.contenders]
        if self.same and any(content != contents[0] for content in contents):
            raise DifferentAnswers(f"{self.name}: {[each.label for each in self.contenders]} differ.")
        if any(not content for content in contents) or min(map(len, bodies.values())) < self.at_least:
            raise DifferentAnswers(f"{self.name}: a body is empty or smaller than {self.at_least} bytes.")
        return {label: len(body) for label, body in bodies.items()}


def _body(contender: Contender) -> bytes:
    with connected(contender.server.port) as connection:
        return get(connection, contender.path)


def features(body: bytes) -> list[Any]:
    """Every feature whole."""
    return list(json.loads(body)["features"])


def identities(body: bytes) -> list[tuple[str, Any]]:
    """Id and geometry type of every feature: what programs with other property formats have in common."""
    return [(_id(feature), feature["geometry"]["type"]) for feature in features(body)]


def _id(feature: Any) -> str:
    return str(feature["id"] if str(feature.get("id", "")).startswith("bench-") else feature["properties"]["id"])


def page_works(size: int, ours: Ours, raw: Server, others: Sequence[Other]) -> list[Work]:
    """Pages of points and of zones: ours and bare SQL feature by feature, the others by id."""
    return [
        work
        for collection, name in ((POINTS, "points"), (ZONES, "zones"))
        for work in (
            Work(
                f"page of {PAGE} {name}",
                size,
                (
                    Contender("raw SQL", raw, f"/page/{collection}", features),
                    *ours.contenders(f"{_OURS}/{collection}/items", features),
                ),
            ),
            *(
                Work(
                    f"page of {PAGE} {name} vs {other.name}",
                    size,
                    (
                        *ours.contenders(f"{_OURS}/{collection}/items", identities),
                        Contender(other.name, other, path(collection), identities),
                    ),
                )
                for other, path in others
            ),
        )
    ]


def tile_works(size: int, ours: Ours, raw: Server) -> list[Work]:
    """A tile of at least `LARGE_BYTES` and a small one, of points and of zones."""
    return [
        Work(
            f"{bulk} tile of {name}",
            size,
            (
                Contender("raw SQL", raw, f"/tile/{bulk}/{collection}", mvt.ids),
                *ours.contenders(_tile_path(collection, tile), mvt.ids),
            ),
            at_least=LARGE_BYTES if bulk == LARGE else 1,
        )
        for bulk, tile in TILES.items()
        for collection, name in ((POINTS, "points"), (ZONES, "zones"))
    ]


def _tile_path(collection: str, tile: Tile) -> str:
    return f"{_OURS}/{collection}/tiles/WebMercatorQuad/{tile.zoom}/{tile.row}/{tile.column}"


def bbox_work(small: tuple[int, Server], large: tuple[int, Server]) -> Work:
    """The same box with the same features in a small and in a large collection."""
    box = town()
    width, height = (box.east - box.west) / 3, (box.north - box.south) / 3
    corners = (box.west + width, box.south + height, box.east - width, box.north - height)
    query = urlencode({"bbox": ",".join(f"{number:.6f}" for number in corners), "limit": 1000})
    path = f"{_OURS}/{POINTS}/items?{query}"
    contenders = [Contender(f"of {size}", server, path, identities) for size, server in (small, large)]
    return Work("bbox, made anew", large[0], tuple(contenders))


def paging_work(size: int, ours: Server, behind: str) -> Work:
    """The first and the last page; the last one begins behind the id `behind`."""
    keys = (SortKey("id"),)
    last = cursor.written(f"collections/{POINTS}/items", keys, json.dumps([behind]))
    path = f"{_OURS}/{POINTS}/items"
    return Work(
        "keyset page, made anew",
        size,
        (
            Contender("first", ours, path, lambda body: len(features(body))),
            Contender("last", ours, f"{path}?{urlencode({'cursor': last})}", lambda body: len(features(body))),
        ),
    )
