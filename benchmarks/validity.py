"""How long a layer of 10 000 zones takes to check: `python -m benchmarks.validity` prints one JSON line.

The zones adjoin and share their corners (20 each); a given number of them have one corner pulled away.
"""

import argparse
import json
import time
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping

from geo.utm import PHATTHALUNG
from geo.validity import Rules, examine_all, layer_faults

SIDE_M = 100.0
EDGES = 5  # of each side
SERVICE_AREA = shapely.box(99.5, 6.5, 101.0, 8.5)
ORIGIN = (610_000.0, 842_000.0)


def zones(rows: int, broken: int, seed: int, origin: tuple[float, float] = ORIGIN) -> list[shapely.Polygon]:
    """rows × rows zones of 100 m with crooked borders, `broken` of them with one corner 3.6 m away.

    `origin` is their south-western corner in EPSG:32647.
    """
    random = np.random.default_rng(seed)
    steps = np.arange(rows * EDGES + 1) * SIDE_M / EDGES
    east, north = np.meshgrid(origin[0] + steps, origin[1] + steps, indexing="ij")
    crooked = [each + random.uniform(-4, 4, each.shape) for each in (east, north)]
    corners = np.round(PHATTHALUNG.degrees(np.column_stack([each.ravel() for each in crooked])), 7)
    grid = corners.reshape(*east.shape, 2)
    found = [grid[_outline(row, column)] for row in range(rows) for column in range(rows)]
    for index in random.choice(len(found), broken, replace=False):
        found[index][random.integers(1, 4 * EDGES - 1)] += (3e-5, 1e-5)
    return [shapely.Polygon(np.round(ring, 7)) for ring in found]


def _outline(row: int, column: int) -> tuple[list[int], list[int]]:
    """The places in the grid of a zone's corners, in order."""
    along = list(range(EDGES))
    south = [(row * EDGES + step, column * EDGES) for step in along]
    east = [((row + 1) * EDGES, column * EDGES + step) for step in along]
    north = [((row + 1) * EDGES - step, (column + 1) * EDGES) for step in along]
    west = [(row * EDGES, (column + 1) * EDGES - step) for step in along]
    corners = [*south, *east, *north, *west]
    return [x for x, _ in corners], [y for _, y in corners]


def measured(rows: int, broken: int, seed: int) -> dict[str, Any]:
    """Seconds of processor and of the clock, to judge each zone and to compare neighbours."""
    drawn = zones(rows, broken, seed)
    sent = json.loads(json.dumps([mapping(zone) for zone in drawn]))
    clock, started = time.perf_counter(), time.process_time()
    examined = examine_all(sent, Rules(areas=(SERVICE_AREA,), max_width_deg=3.0))
    judged = time.process_time()
    layer = layer_faults([str(index) for index in range(len(drawn))], drawn)
    return {
        "zones": len(drawn),
        "vertices": int(shapely.get_num_coordinates(drawn).sum()),
        "zone_faults": sum(len(each.faults) for each in examined),
        "layer_faults": len(layer.faults) + layer.more,
        "judging_cpu_s": round(judged - started, 2),
        "layer_cpu_s": round(time.process_time() - judged, 2),
        "clock_s": round(time.perf_counter() - clock, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--broken", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    print(json.dumps(measured(**vars(parser.parse_args()))))


if __name__ == "__main__":
    main()
