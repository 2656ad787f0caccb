"""Loads the fixture files. Doing it again changes nothing; what a person edited since stays as they left it."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.core.management.base import CommandError
from django.db import models, transaction

from geo.geometry import InvalidGeometry, at_entry
from spaces.changesets import Action, Change, ChangeRefused, apply
from spaces.models import KINDS, LearningSpace, LoadedRow
from spaces.validity import rules_of

Row = Mapping[str, Any]
SOURCE = "fixtures"


class BadFixture(CommandError):
    """A file, and the row in it, that cannot be loaded."""


@dataclass
class Tally:
    """What one file did to its table."""

    table: str
    created: int = 0
    updated: int = 0
    kept: int = 0

    def __str__(self) -> str:
        kept = f", {self.kept} kept as people edited them" if self.kept else ""
        return f"{self.table}: {self.created} new, {self.updated} updated{kept}"


@dataclass(frozen=True)
class LookupFile:
    """A file of rows for a look-up table. `key` names the fields that identify a row; `unfold` makes rows of a row."""

    file: str
    model: type[models.Model]
    key: tuple[str, ...] = ("id",)
    unfold: Callable[[Row], Iterable[Row]] = lambda row: [row]

    @property
    def table(self) -> str:
        return self.model._meta.label_lower

    def rows(self, folder: Path) -> Iterator[Row]:
        for row in read_rows(folder / self.file):
            yield from self.unfold(row)


def read_rows(path: Path) -> list[Row]:
    """The rows of a look-up file, or the features of a FeatureCollection as flat rows with `id` and `geometry`."""
    if not path.is_file():
        return []
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as fault:
        raise BadFixture(f"{path.name} is not JSON: {fault}") from fault
    if content.get("type") == "FeatureCollection":
        return [{"id": f["id"], **f["properties"], "geometry": f["geometry"]} for f in content["features"]]
    rows: list[Row] = content["rows"]
    return rows


# --- Look-up tables ---------------------------------------------------------------------------------------------------


@transaction.atomic
def load_lookup(lookup: LookupFile, folder: Path) -> Tally:
    tally = Tally(lookup.table)
    loaded = {record.key: record for record in LoadedRow.objects.filter(table=lookup.table)}
    for row in lookup.rows(folder):
        key = "/".join(str(row[name]) for name in lookup.key)
        record = loaded.get(key)
        if record is None or record.row != row:
            _load_row(lookup, row, key, record, tally)
    return tally


def _load_row(lookup: LookupFile, row: Row, key: str, record: LoadedRow | None, tally: Tally) -> None:
    values = _columns(lookup, row)
    identity = {name: values[name] for name in (_column(lookup.model, name) for name in lookup.key)}
    stored = lookup.model._default_manager.filter(**identity).first()
    if stored is not None and _edited(lookup, stored, record):
        tally.kept += 1
        return
    instance = stored or lookup.model()
    for name, value in values.items():
        setattr(instance, name, value)
    try:
        instance.full_clean(validate_unique=False, validate_constraints=False)
        instance.save()
    except Exception as fault:
        raise BadFixture(f"{lookup.file}, {key}: {fault}") from fault
    LoadedRow.objects.update_or_create(table=lookup.table, key=key, defaults={"row": row})
    tally.created += stored is None
    tally.updated += stored is not None


def _edited(lookup: LookupFile, stored: models.Model, record: LoadedRow | None) -> bool:
    """Whether the stored row differs from what the files last gave."""
    if record is None:
        return True
    return any(getattr(stored, name) != value for name, value in _columns(lookup, record.row).items())


def _columns(lookup: LookupFile, row: Row) -> dict[str, Any]:
    """Column values of a row; references by id, geometries checked."""
    values: dict[str, Any] = {}
    for name, value in row.items():
        column = _column(lookup.model, name)
        values[column] = at_entry(value, ("Point", "MultiPolygon")) if name == "geometry" else value
        if column != name and value == "":
            values[column] = None  # an empty reference
    return values


def _column(model: type[models.Model], name: str) -> str:
    try:
        model_field = model._meta.get_field(name)
    except FieldDoesNotExist:
        raise BadFixture(f"{model._meta.label} has no field {name!r}.") from None
    return str(getattr(model_field, "attname", name))


# --- Spaces -----------------------------------------------------------------------------------------------------------


def load_spaces(kind: type[LearningSpace], folder: Path) -> Tally:
    """One changeset for what is new or changed in the file of this kind; none when nothing is."""
    tally = Tally(kind.collection)
    rows = {row["id"]: row for row in read_rows(folder / f"{kind.collection}.geojson")}
    loaded = {r.key: r.row for r in LoadedRow.objects.filter(table=kind.collection)}
    fresh = {key: row for key, row in rows.items() if loaded.get(key) != row}
    stored = kind.objects.select_related("changeset").in_bulk(fresh)
    changes = list(filter(None, map(partial(_space_change, kind, stored, tally), fresh.values())))
    if changes:
        _apply_and_remember(kind, changes, fresh)
    return tally


def _space_change(
    kind: type[LearningSpace], stored: Mapping[str, LearningSpace], tally: Tally, row: Row
) -> Change | None:
    space = stored.get(row["id"])
    if space is not None and space.changeset.source != SOURCE:
        tally.kept += 1
        return None
    tally.created += space is None
    tally.updated += space is not None
    values = {name: value for name, value in row.items() if name != "id"}
    try:
        values["geometry"] = at_entry(row["geometry"], kind.geometry_types, rules_of(kind.collection))
    except InvalidGeometry as refused:
        faults = " ".join(fault.sentence.en for fault in refused.faults)
        raise BadFixture(f"{kind.collection}, {row['id']}: {faults}") from refused
    if space is None:
        return Change(Action.CREATE, kind.collection, row["id"], values)
    return Change(Action.MODIFY, kind.collection, row["id"], values, base_version=space.version)


@transaction.atomic
def _apply_and_remember(kind: type[LearningSpace], changes: list[Change], fresh: Mapping[str, Row]) -> None:
    try:
        apply(changes, author=None, comment=f"Load {kind.collection} from the fixtures", source=SOURCE)
    except ChangeRefused as fault:
        raise BadFixture(f"{kind.collection}: {fault}") from fault
    for change in changes:
        LoadedRow.objects.update_or_create(
            table=kind.collection, key=change.id, defaults={"row": dict(fresh[change.id])}
        )


def load_all_spaces(folder: Path) -> list[Tally]:
    return [load_spaces(kind, folder) for kind in KINDS]
