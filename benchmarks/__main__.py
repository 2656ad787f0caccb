"""`make bench`: serving, plan requests, streets, then orienteering instances: the own ones and those `ARGS` names.

`make bench ARGS="--full"` measures the full sets; `make bench ARGS="FOLDER"` solves every instance in the folder too.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import optw
from benchmarks.serving.__main__ import main as measure_serving

OWN = Path(__file__).parent / "instances"


def main(arguments: Sequence[str]) -> None:
    """Options go to the serving benchmark; files and folders are instances for the planner, one second each."""
    options = [each for each in arguments if each.startswith("-")]
    named = [Path(each) for each in arguments if each not in options]
    measure_serving(options)
    print("\nThe planner: whole requests, proofs, checked answers")
    planner = [sys.executable, "-m", "benchmarks.planner", *(["--full"] if "--full" in options else [])]
    subprocess.run(planner, check=True)
    print("\nStreets: loading, lengths between 60 places, directions")
    subprocess.run([sys.executable, "-m", "benchmarks.streets"], check=True)
    print("\nOrienteering with time windows; the public instances are not part of this repository: name their folder")
    files = [str(file) for place in [OWN, *named] for file in instances(place)]
    optw.main([*files, "--seconds", "1"])


def instances(place: Path) -> list[Path]:
    """The files that a word of the command line names: itself, or all .txt below it."""
    return sorted(place.rglob("*.txt")) if place.is_dir() else [place]


if __name__ == "__main__":
    main(sys.argv[1:])
