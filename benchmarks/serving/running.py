"""One run: databases, servers, rounds, report."""

import os
import platform
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.serving import exports, report, rivals, works
from benchmarks.serving.data import POINTS
from benchmarks.serving.databases import filled, libpq
from benchmarks.serving.goals import findings, goals
from benchmarks.serving.rounds import Measured, measure
from benchmarks.serving.servers import ANEW, NAIVE, OURS, ROOT, NotReady, Server, raw, running
from benchmarks.serving.statements import PAGE, all_statements
from benchmarks.serving.works import Ours, Work
from geo.settings import env

RESULTS = ROOT / "benchmarks" / "results" / "serving.json"
PAGE_OF_DOCS = ROOT / "docs" / "performance.md"
SMALL_RESULTS = ROOT / ".local" / "bench" / "serving.json"
EXPORTS = 3  # rounds: each takes seconds
NAIVE_PATH = "/{collection}/"


@dataclass(frozen=True)
class Plan:
    """How much to measure: which sizes, how many rounds, how many seconds a batch lasts.

    `largest` is for questions that should not notice how many there are. Only a set that is `shown` takes the place of
    the results and the table in the repository.
    """

    name: str
    sizes: tuple[int, ...]
    largest: int
    rounds: int
    batch_s: float
    shown: bool = True

    @property
    def results(self) -> Path:
        return RESULTS if self.shown else SMALL_RESULTS


SMALL = Plan("small", (1_000, 10_000), 10_000, rounds=3, batch_s=0.1, shown=False)
FULL = Plan("full", (1_000, 10_000, 100_000), 100_000, rounds=7, batch_s=0.25)
MILLION = replace(FULL, name="million", largest=1_000_000)


def run(plan: Plan, *, rivals: str, docs: bool) -> None:
    """Measure everything of the plan, print and write it. `rivals` is the Python to look for tipg and pygeoapi in."""
    url = env.required("DATABASE_URL", "`make db` starts a private PostGIS.")
    conditions = _conditions(plan, url)
    with filled(url, sorted({*plan.sizes, plan.largest})) as databases:
        measured = list(_measured(plan, databases, rivals))
    conditions["load_at_end"] = _load()
    found = findings(goals(plan.sizes[0], plan.largest), measured)
    table = report.as_table(found)
    report.write(plan.results, report.as_document(found, measured, conditions))
    if docs and plan.shown:
        report.put_into(PAGE_OF_DOCS, report.with_conditions(table, conditions))
    print(f"{table}\n\nWritten to {plan.results.relative_to(ROOT)}")


def _measured(plan: Plan, databases: Mapping[int, str], rivals_python: str) -> Iterator[Measured]:
    """Every work: each size with the servers to compare with, then what should cost the same however many there are."""
    for size in plan.sizes[1:]:
        with _servers(databases[size], rivals_python) as (ours, reference, others):
            yield from _each(plan, works.page_works(size, ours, reference, others))
            if size == plan.sizes[-1]:
                yield from _each(plan, works.tile_works(size, ours, reference))
                print(f"full export, {size:,} features …", flush=True)
                yield from exports.compared(size, ours.kept, reference, rounds=EXPORTS)
    with running(ANEW, databases[plan.sizes[0]]) as few, running(ANEW, databases[plan.largest]) as many:
        bbox = works.bbox_work((plan.sizes[0], few), (plan.largest, many))
        yield from _each(plan, [bbox, works.paging_work(plan.largest, many, last_but_a_page(databases[plan.largest]))])
    if plan.largest not in plan.sizes:
        with running(OURS, databases[plan.largest]) as many:
            print(f"full export, {plan.largest:,} features …", flush=True)
            yield from exports.alone(plan.largest, many, rounds=1)


def _each(plan: Plan, wanted: Sequence[Work]) -> Iterator[Measured]:
    for work in wanted:
        print(f"{work.name}, {work.size:,} features …", flush=True)
        yield measure(work, rounds=plan.rounds, batch_s=plan.batch_s)


@contextmanager
def _servers(url: str, rivals_python: str) -> Iterator[tuple[Ours, Server, list[works.Other]]]:
    """Ours, the reference, and the others with the address of their page."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        statements = folder / "statements.json"
        report.write(statements, all_statements(works.TILES))
        ours = Ours(stack.enter_context(running(OURS, url)), stack.enter_context(running(ANEW, url)))
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
        "sizes": sorted({*plan.sizes, plan.largest}),
        "rounds": plan.rounds,
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "cores": os.cpu_count(),
        "load_at_start": _load(),
        "python": platform.python_version(),
        "postgresql": postgresql,
        "postgis": postgis,
        "collection": POINTS,
        "unit": "CPU milliseconds per request: server processes and PostgreSQL backends, user and system",
    }


def _load() -> float:
    """How busy the machine was in the last minute: 1 is one core."""
    return round(os.getloadavg()[0], 1)
