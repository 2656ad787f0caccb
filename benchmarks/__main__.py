"""`make bench`: serving, then the planner on the public instances that `ARGS` names.

`make bench ARGS="--full"` measures the full sets; `make bench ARGS="FOLDER"` solves every instance in the folder too.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import optw
from benchmarks.serving.__main__ import main as measure_serving


def main(arguments: Sequence[str]) -> None:
    """Options go to the serving benchmark; files and folders are instances for the planner, one second each."""
    options = [each for each in arguments if each.startswith("-")]
    files = [str(file) for each in arguments if each not in options for file in instances(Path(each))]
    measure_serving(options)
    print("\nOrienteering with time windows")
    if not files:
        print(
            'The public instances are not part of this repository: make bench ARGS="FOLDER" solves those in a folder.'
        )
    else:
        optw.main([*files, "--seconds", "1"])


def instances(place: Path) -> list[Path]:
    """The files that a word of the command line names: itself, or all .txt below it."""
    return sorted(place.rglob("*.txt")) if place.is_dir() else [place]


if __name__ == "__main__":
    main(sys.argv[1:])
