"""`python -m benchmarks.streets [FILE.osm.pbf]`: reading, building, lengths and directions, on one page of figures.

Without a file a town is made: a grid of 158 × 158 junctions, a fifth of its blocks missing, as the goal of the design
(a matrix of 60 × 60 over 25 000 nodes in 200 ms) wants it. Memory is read in a process of its own for each file.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import osmium
from osmium.osm import mutable

from routes.streets.building import built
from routes.streets.clipping import Clip
from routes.streets.network import Network
from routes.streets.osm_reading import Found, read_osm
from routes.streets.profiles import PROFILES
from routes.streets.streets import Streets
from routes.streets.warming import warm_search

SIDE = 158
PLACES = 60
WEST, SOUTH, STEP = 100.0, 7.5, 0.0009
FILLERS = (1_000_000, 4_000_000)


def grid_file(path: Path, fillers: int = 0) -> Path:
    """The town as a file; `fillers` nodes of no street lie far off, as in the extract of a country."""
    dice = np.random.default_rng(1)
    with osmium.SimpleWriter(str(path), overwrite=True) as writer:
        for row in range(SIDE):
            for column in range(SIDE):
                lon, lat = np.array([WEST + column * STEP, SOUTH + row * STEP]) + dice.uniform(-STEP / 5, STEP / 5, 2)
                writer.add_node(mutable.Node(id=row * SIDE + column + 1, location=(lon, lat)))
        for number in range(fillers):
            lonlat = (90 + number % 1000 / 1000, 10 + number // 1000 / 1e6)
            writer.add_node(mutable.Node(id=10_000_000 + number, location=lonlat))
        for number, (here, there) in enumerate(blocks(dice), start=1):
            writer.add_way(mutable.Way(id=number, nodes=[here, there], tags={"highway": "tertiary"}))
    return path


def blocks(dice: np.random.Generator) -> list[tuple[int, int]]:
    """Neighbouring junctions, four of five pairs."""
    ids = np.arange(1, SIDE * SIDE + 1).reshape(SIDE, SIDE)
    across = np.column_stack([ids[:, :-1].ravel(), ids[:, 1:].ravel()])
    upwards = np.column_stack([ids[:-1].ravel(), ids[1:].ravel()])
    pairs = np.vstack([across, upwards])
    return [(int(here), int(there)) for here, there in pairs[dice.random(len(pairs)) < 0.8]]


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """The result, and the milliseconds of a processor it took: others may be at work beside it."""
    begun = time.process_time()
    result = work()
    return result, (time.process_time() - begun) * 1000


def measure(path: Path) -> dict[str, Any]:
    """Figures of one network."""
    with tempfile.TemporaryDirectory() as folder:
        found, read_ms = timed(lambda: read_osm(path, Path(folder)))
    network, build_ms = timed(lambda: built_network(found))
    streets = Streets(network, path.name)
    dice = np.random.default_rng(2)
    low, high = np.quantile(network.lonlat, (0.02, 0.98), axis=0)
    places = [(float(lon), float(lat)) for lon, lat in dice.uniform(low, high, (PLACES, 2))]
    return {
        "file": path.name,
        "nodes_read": found.nodes_read,
        "read_ms": round(read_ms),
        "build_ms": round(build_ms),
        "nodes": network.nodes,
        "edges": network.edges,
        "profiles": {profile: profile_figures(streets, profile, places) for profile in PROFILES},
    }


def built_network(found: Found) -> Network:
    whole = built(found.ways, found.rules, found.turns)
    return Network.of(whole.edges, whole.turns)


def profile_figures(streets: Streets, profile: str, places: list[tuple[float, float]]) -> dict[str, float]:
    """Milliseconds: the graph, the matrix cold and warm, one leg with directions."""
    matrix, graph_ms = timed(lambda: streets.matrix(profile))
    _, tree_ms = timed(lambda: matrix.graph.tree)
    _, cold_ms = timed(lambda: streets.lengths(profile, places))
    _, warm_ms = timed(lambda: streets.lengths(profile, places))
    pairs = list(zip(places[:20], places[20:40], strict=True))
    _, legs_ms = timed(lambda: [streets.leg(profile, *pair) for pair in pairs])
    figures = {"graph_ms": graph_ms + tree_ms, "matrix_cold_ms": cold_ms, "matrix_warm_ms": warm_ms}
    return {name: round(value, 2) for name, value in {**figures, "leg_ms": legs_ms / len(pairs)}.items()}


def read_alone(path: str, answers: Any) -> None:
    """Peak memory and time of reading a file clipped to the town, in this process."""
    before = peak_kb()
    clip = Clip((WEST - 0.1, SOUTH - 0.1, WEST + 0.5, SOUTH + 0.5))
    with tempfile.TemporaryDirectory() as folder:
        found, took_ms = timed(lambda: read_osm(Path(path), Path(folder), clip))
    answers.put(
        {
            "nodes": found.nodes_read,
            "nodes_per_s": round(found.nodes_read / took_ms * 1000),
            "grown_kb": peak_kb() - before,
        }
    )


def peak_kb() -> int:
    """The most memory this process has held, the index on disk included while it is mapped."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.split("VmHWM:", 1)[1].split(None, 1)[0])


def memory(folder: Path) -> list[dict[str, int]]:
    """What reading costs as the file grows and the town in it does not."""
    found = []
    context = multiprocessing.get_context("spawn")
    for fillers in FILLERS:
        path = grid_file(folder / f"{fillers}.osm.pbf", fillers)
        answers = context.Queue()
        reader = context.Process(target=read_alone, args=(str(path), answers))
        reader.start()
        found.append(answers.get(timeout=300))
        reader.join()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="*", type=Path)
    asked = parser.parse_args()
    warm_search()  # compiled at set-up
    with tempfile.TemporaryDirectory() as folder:
        for path in asked.file or [grid_file(Path(folder) / "grid.osm.pbf")]:
            print(json.dumps(measure(path)))
        if not asked.file:
            print(json.dumps({"reading": memory(Path(folder))}))


if __name__ == "__main__":
    main()
