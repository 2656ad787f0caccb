"""`python -m benchmarks.serving`: a look in about a minute; `--full` and `--million` are what the docs show."""

import argparse
import os
import sys
from collections.abc import Sequence

import django


def main(arguments: Sequence[str]) -> None:
    """Read the command line, measure, print the table; only `--full` renews `benchmarks/results/serving.json`."""
    parser = argparse.ArgumentParser(prog="benchmarks.serving", description=__doc__)
    parser.add_argument("--full", action="store_true", help="1k, 10k and 100k features, more rounds")
    parser.add_argument(
        "--million", action="store_true", help="1M features too, for bbox, paging, export (with --full)"
    )
    parser.add_argument("--rivals", metavar="PYTHON", default=sys.executable, help="the Python with tipg and pygeoapi")
    parser.add_argument("--docs", action="store_true", help="put the table of --full into docs/performance.md")
    wishes = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geo.settings")
    django.setup()
    from benchmarks.serving.running import FULL, MILLION, SMALL, run

    run(MILLION if wishes.million else FULL if wishes.full else SMALL, rivals=wishes.rivals, docs=wishes.docs)


if __name__ == "__main__":
    main(sys.argv[1:])
