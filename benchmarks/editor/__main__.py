"""`python -m benchmarks.editor`: load, pan, select and shared-corner drag of the map editor over 10,000 zones."""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import django

RESULTS = Path(__file__).resolve().parents[1] / "results" / "editor.json"
# What is measured: (goal, stretch, whether more is better).
GOALS = {
    "load_s": (2.0, 1.5, False),
    "pan_all_fps": (55, 60, True),
    "pan_near_fps": (55, 60, True),
    "select_ms": (50, 50, False),
    "drag_fps": (50, 60, True),
}


def main(arguments: Sequence[str]) -> None:
    """Measure, print one line for each work, keep them with `--keep`."""
    parser = argparse.ArgumentParser(prog="benchmarks.editor", description=__doc__)
    parser.add_argument("--side", type=int, default=100, help="side × side zones")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="write benchmarks/results/editor.json")
    wishes = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geo.settings")
    django.setup()
    document: dict[str, Any] = {"date": time.strftime("%Y-%m-%d"), "cores": os.cpu_count(), "load_at_start": _load()}
    document |= {"zones": wishes.side**2, "rounds": wishes.rounds, "measured": measured(wishes.side, wishes.rounds)}
    document["load_at_end"] = _load()
    print(f"load of the machine {document['load_at_start']} at the start, {document['load_at_end']} at the end")
    if wishes.keep:
        RESULTS.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def measured(side: int, rounds: int) -> dict[str, Any]:
    """Median, lowest and highest of every work, beside its goal."""
    from benchmarks.editor.rounds import measure
    from benchmarks.editor.zones import zoned
    from benchmarks.serving.numbers import Spread
    from benchmarks.serving.servers import OURS, running

    subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"], check=True)
    found: dict[str, Any] = {}
    with zoned(os.environ.get("DATABASE_URL") or _url(), side) as url, running(OURS, url) as server:
        for name, values in measure(f"http://127.0.0.1:{server.port}", side, rounds).items():
            goal, stretch, more = GOALS[name]
            spread = Spread.of(values)
            met = spread.median >= goal if more else spread.median <= goal
            found[name] = {**spread.rounded(2), "goal": goal, "stretch": stretch, "met": met}
            print(f"{name:14} {spread.median:8.2f}  ({spread.low:.2f} to {spread.high:.2f})  goal {goal}  {met}")
    return found


def _url() -> str:
    from geo.settings import env

    return env.required("DATABASE_URL", "")


def _load() -> float:
    return round(os.getloadavg()[0], 2)


if __name__ == "__main__":
    main(sys.argv[1:])
