"""The measurements for programs (JSON) and for people (a table in Markdown)."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.serving.goals import Finding
from benchmarks.serving.numbers import Spread
from benchmarks.serving.rounds import Measured

NOT_YET = ("import of 100k features vs bulk_create and vs ogr2ogr",)
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_MS = 1000
_HEAD = (
    "| work | features | ratio (low to high) | goal | stretch | met | CPU per request: median (lowest) |\n"
    "|---|--:|--:|--:|--:|---|---|"
)


def as_document(
    found: Sequence[Finding], measured: Sequence[Measured], conditions: Mapping[str, Any]
) -> dict[str, Any]:
    """Everything: conditions, each work with its contenders, each goal with its ratio."""
    return {
        "conditions": dict(conditions),
        "works": [_work(each) for each in measured],
        "goals": [_goal(each) for each in found],
        "not_yet": list(NOT_YET),
    }


def _work(measured: Measured) -> dict[str, Any]:
    unit, found = (measured.unit, measured.cpu_s) if measured.unit else ("cpu_ms", _in_ms(measured))
    contenders = {
        label: {unit: Spread.of(values).rounded(6), "bytes": measured.body_bytes[label]}
        for label, values in found.items()
    }
    return {"work": measured.work.name, "features": measured.work.size, "contenders": contenders}


def _goal(found: Finding) -> dict[str, Any]:
    goal = found.goal
    return {
        "work": goal.work,
        "features": found.measured.work.size,
        "measured": goal.measured,
        "reference": goal.reference,
        "ratio": found.ratio.rounded(3),
        "goal": f"{goal.sign} {goal.goal:g}",
        "stretch": f"{goal.sign} {goal.stretch:g}",
        "met": found.met,
    }


def _in_ms(measured: Measured) -> dict[str, list[float]]:
    return {label: [value * _MS for value in values] for label, values in measured.cpu_s.items()}


def as_table(found: Sequence[Finding]) -> str:
    """One line for each goal and size, then what cannot be measured yet."""
    lines = [_HEAD, *map(_line, found)]
    lines += [f"| {name} | | not yet | | | | the feature does not exist yet |" for name in NOT_YET]
    return "\n".join(lines)


def _line(found: Finding) -> str:
    goal, spread = found.goal, found.ratio
    cells = (
        f"{goal.work}: {goal.measured} / {goal.reference}" if goal.reference else goal.work,
        f"{found.measured.work.size:,}",
        f"{spread.median:.2f} ({spread.low:.2f} to {spread.high:.2f})",
        f"{goal.sign} {goal.goal:g}",
        f"{goal.sign} {goal.stretch:g}",
        "yes" if found.met else "**no**",
        _cost(found) if goal.reference else "",
    )
    return f"| {' | '.join(cells)} |"


def with_conditions(table: str, conditions: Mapping[str, Any]) -> str:
    """The table under a line that says when and on what it was measured."""
    words = (
        "{date}, {cores} cores, load {load_at_start} at the start and {load_at_end} at the end, PostgreSQL {postgresql}"
    )
    return f"Measured {words.format(**conditions)}, PostGIS {conditions['postgis']}.\n\n{table}"


def _cost(found: Finding) -> str:
    """Median and smallest of each: the smallest is what least else disturbed."""
    spreads = {label: Spread.of(values) for label, values in _in_ms(found.measured).items()}
    return "; ".join(f"{label} {each.median:.2f} ({each.low:.2f}) ms" for label, each in spreads.items())


def write(path: Path, document: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def put_into(page: Path, table: str) -> None:
    """The table in place of what stands between the two marks of the page."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")
