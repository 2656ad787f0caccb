"""One run: databases, servers, rounds, report."""

import os
import platform
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.serving import report, rivals, works
from benchmarks.serving.data import POINTS
from benchmarks.serving.databases import filled, libpq
from benchmarks.serving.goals import findings, goals
from benchmarks.serving.rounds import Measured, measure
from benchmarks.serving.servers import NAIVE, OURS, ROOT, NotReady, Server, raw, running
from benchmarks.serving.statements import PAGE, all_statements
from geo.settings import env

RESULTS = ROOT / "benchmarks" / "results" / "serving.json"
PAGE_OF_DOCS = ROOT / "docs" / "performance.md"
NAIVE_PATH = "/{collection}/"


@dataclass(frozen=True)
class Plan:
    """How much to measure: which sizes, how many rounds, how many seconds a batch lasts."""

    name: str
    sizes: tuple[int, ...]
    rounds: int
    batch_s: float


SMALL = Plan("small", (1_000, 10_000), rounds=5, batch_s=0.15)
FULL = Plan("full", (1_000, 10_000, 100_000), rounds=7, batch_s=0.25)
MILLION = Plan("million", (1_000, 10_000, 100_000, 1_000_000), rounds=7, batch_s=0.25)


def run(plan: Plan, *, rivals: str, docs: bool) -> None:
    """Measure everything of the plan, print and write it. `rivals` is the Python to look for tipg and pygeoapi in."""
    url = env.required("DATABASE_URL", "`make db` starts a private PostGIS.")
    conditions = _conditions(plan, url)
    with filled(url, plan.sizes) as databases:
        measured = list(_measured(plan, databases, rivals))
    found = findings(goals(plan.sizes[0], plan.sizes[-1]), measured)
    table = report.as_table(found)
    report.write(RESULTS, report.as_document(found, measured, conditions))
    if docs:
        report.put_into(PAGE_OF_DOCS, table)
    print(f"{table}\n\nWritten to {RESULTS.relative_to(ROOT)}")


def _measured(plan: Plan, databases: Mapping[int, str], rivals_python: str) -> Iterator[Measured]:
    """Every work, the larger collections last: with the servers of one size beside the smallest of ours."""
    with ExitStack() as stack:
        smallest = stack.enter_context(running(OURS, databases[plan.sizes[0]]))
        for size in plan.sizes[1:]:
            with _servers(databases[size], rivals_python) as (ours, reference, others):
                everything = works.page_works(size, ours, reference, others)
                if size == plan.sizes[-1]:
                    everything += works.tile_works(size, ours, reference)
                    everything.append(works.bbox_work((plan.sizes[0], smallest), (size, ours)))
                    everything.append(works.paging_work(size, ours, last_but_a_page(databases[size])))
                for work in everything:
                    print(f"{work.name}, {work.size:,} features …", flush=True)
                    yield measure(work, rounds=plan.rounds, batch_s=plan.batch_s)


@contextmanager
def _servers(url: str, rivals_python: str) -> Iterator[tuple[Server, Server, list[works.Other]]]:
    """Ours, the reference, and the others with the address of their page."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        statements = folder / "statements.json"
        report.write(statements, all_statements(works.TILES))
        ours = stack.enter_context(running(OURS, url))
        reference = stack.enter_context(running(raw(statements), url))
        others: list[works.Other]
        others = [(stack.enter_context(running(NAIVE, url)), partial(rivals.with_table, NAIVE_PATH))]
        for recipe, path in rivals.installed(rivals_python, folder, url):
            with suppress(NotReady):
                others.append((stack.enter_context(running(recipe, url)), partial(rivals.with_table, path)))
        yield ours, reference, others


def last_but_a_page(url: str) -> str:
    """The id behind which exactly one page of points is left."""
    statement = "SELECT id FROM spaces_wisdomplace WHERE status = 'published' ORDER BY id DESC OFFSET %s LIMIT 1"
    with psycopg.connect(libpq(url)) as database:
        row = database.execute(statement, [PAGE]).fetchone()
    return str(row[0]) if row else ""


def _conditions(plan: Plan, url: str) -> dict[str, Any]:
    with psycopg.connect(libpq(url)) as database:
        row = database.execute("SELECT current_setting('server_version'), postgis_lib_version()").fetchone()
    postgresql, postgis = row or ("", "")
    return {
        "set": plan.name,
        "sizes": list(plan.sizes),
        "rounds": plan.rounds,
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "cores": os.cpu_count(),
        "load_at_start": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        "postgresql": postgresql,
        "postgis": postgis,
        "collection": POINTS,
        "unit": "CPU milliseconds per request: server processes and PostgreSQL backends, user and system",
    }
