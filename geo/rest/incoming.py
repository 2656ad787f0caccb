"""A feature as a client sends it, turned into values that may be written.

The serializer is the contract: its fields are the properties, their published schemas the law. All faults of a body are
told at once, each with its JSON pointer. What the server says of a feature (version, dates …) may be sent back as it
was read, so that a client can read, change and replace; another value there is a fault, never quietly left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from geo.geometry import InvalidGeometry, at_entry
from geo.rest import schemas, values
from geo.rest.collection import Collection, JsonObject
from geo.rest.placing import in_degrees
from geo.rest.reference_systems import CRS84, ReferenceSystem
from geo.rest.writing import Fault, InvalidFeature, step
from geo.texts import Text

_MEMBERS = frozenset({"type", "id", "geometry", "properties"})
_IGNORED = frozenset({"links", "bbox"})  # ours, or derived: they come back with what was read
_MISSING = object()

Stored = Mapping[str, Any]  # a feature as the API gives it, in CRS84


@dataclass(frozen=True, eq=False)
class Contract:
    """What may be written to a collection."""

    collection: Collection

    @cached_property
    def laws(self) -> dict[str, JsonObject]:
        return schemas.properties(self.collection)

    @cached_property
    def read_only(self) -> frozenset[str]:
        return frozenset(name for name, field in self.collection.fields.items() if field.read_only)

    @cached_property
    def required(self) -> tuple[str, ...]:
        return tuple(name for name, field in self.collection.fields.items() if field.required)

    @cached_property
    def defaults(self) -> JsonObject:
        """The value of each property that may be left out, as JSON."""
        meta: Any = self.collection.serializer.Meta  # type: ignore[attr-defined]
        columns = {
            name: meta.model._meta.get_field(str(field.source)) for name, field in self.collection.fields.items()
        }
        apart = self.read_only.union(self.required)
        return {name: _plain(column.get_default()) for name, column in columns.items() if name not in apart}


@lru_cache(maxsize=64)
def contract_of(collection: Collection) -> Contract:
    return Contract(collection)


def created(collection: Collection, document: Any, system: ReferenceSystem) -> tuple[str | None, JsonObject]:
    """The id (None: not given) and the values of a new feature. Raises InvalidFeature."""
    reading = _Reading(contract_of(collection), None, system)
    found = reading.values(document)
    return document.get("id"), found


def replaced(collection: Collection, document: Any, stored: Stored, system: ReferenceSystem) -> JsonObject:
    """The values by which a whole feature differs from the stored one. Raises InvalidFeature."""
    return _Reading(contract_of(collection), stored, system).values(document)


def updated(collection: Collection, patch: Any, stored: Stored, system: ReferenceSystem) -> JsonObject:
    """The values that a merge patch (RFC 7396) changes. Raises InvalidFeature."""
    reading = _Reading(contract_of(collection), stored, system)
    return reading.values(merged({**stored, "geometry": _unmoved(patch, stored)}, patch))


def merged(target: Any, patch: Any) -> Any:
    """RFC 7396 section 2."""
    if not isinstance(patch, dict):
        return patch
    found = dict(target) if isinstance(target, dict) else {}
    for name, part in patch.items():
        if part is None:
            found.pop(name, None)
        else:
            found[name] = merged(found.get(name), part)
    return found


def _unmoved(patch: Any, stored: Stored) -> Any:
    """The stored geometry; only its type where coordinates come anew, for they may come in another system."""
    new = patch.get("geometry", _MISSING) if isinstance(patch, dict) else _MISSING
    return stored["geometry"] if new is _MISSING else {"type": stored["geometry"]["type"]}


@dataclass
class _Reading:
    contract: Contract
    stored: Stored | None
    system: ReferenceSystem

    def values(self, document: Any) -> JsonObject:
        """The values to write. Raises InvalidFeature with every fault."""
        if not isinstance(document, dict) or document.get("type") != "Feature":
            raise InvalidFeature([Fault("/type", "not_geojson", Text("ต้องเป็น Feature ของ GeoJSON", _FEATURE_WANTED))])
        faults = [*self.around(document), *self.properties(document.get("properties"))]
        geometry = None
        try:
            geometry = self.geometry(document)
        except InvalidGeometry as fault:
            faults += list(of_geometry(fault))
        if faults:
            raise InvalidFeature(faults)
        found = {name: self.python(name, value) for name, value in self.changed(document["properties"]).items()}
        return found if geometry is None else {**found, "geometry": geometry}

    def around(self, document: Mapping[str, Any]) -> Iterator[Fault]:
        for name in document:
            if name not in _MEMBERS | _IGNORED:
                yield Fault(step("", name), "unknown_member", values.UNKNOWN)
        given = document.get("id", _MISSING)
        if self.stored is not None and given not in (_MISSING, self.stored["id"]):
            yield Fault("/id", "read_only", Text("รหัสเปลี่ยนไม่ได้", "An id never changes."))
        elif self.stored is None and given is not _MISSING:
            yield from values.faults(given, {"type": "string", "pattern": "^[a-z0-9-]{1,80}\\Z"}, "/id")

    def properties(self, given: Any) -> Iterator[Fault]:
        """The faults of the properties."""
        if not isinstance(given, dict):
            yield Fault("/properties", "wrong_type", Text("ต้องเป็นวัตถุ", "This is to be an object."))
            return
        laws = self.contract.laws
        for name in self.contract.required:
            if name not in given:
                yield Fault(step("/properties", name), "required", Text("ต้องมีค่านี้", "This is required."))
        for name, value in given.items():
            at = step("/properties", name)
            if name not in laws:
                yield Fault(at, "unknown_member", values.UNKNOWN)
            elif self.is_stored(name, value):
                continue
            elif name in self.contract.read_only:
                yield Fault(at, "read_only", Text("ค่านี้ระบบเป็นผู้กำหนด", "This is the server's to say."))
            else:
                yield from values.faults(value, laws[name], at)

    def changed(self, given: Mapping[str, Any]) -> JsonObject:
        """The properties to write: all that are given for a new feature, else those that differ from what is stored."""
        if self.stored is None:
            return dict(given)
        whole = {**self.contract.defaults, **given}
        return {name: value for name, value in whole.items() if not self.is_stored(name, value)}

    def is_stored(self, name: str, value: Any) -> bool:
        if self.stored is None:
            return False
        there = self.stored["properties"].get(name, _MISSING)
        return type(there) is type(value) and bool(there == value)

    def python(self, name: str, value: Any) -> Any:
        law = self.contract.laws[name]
        if isinstance(value, str) and law.get("format") == "date":
            return date.fromisoformat(value)
        if isinstance(value, float) and "integer" in law.get("type", ()):
            return int(value)
        return value

    def geometry(self, document: Mapping[str, Any]) -> Any:
        """The geometry to write; None where the stored one stays. Raises InvalidGeometry."""
        given = document.get("geometry")
        if given is None:
            raise InvalidGeometry("required", Text("ต้องมีรูปทรง", "A geometry is required."))
        if self.stored is not None and given == self.stored["geometry"]:
            return None
        collection = self.contract.collection
        return at_entry(in_degrees(given, self.system), collection.geometry_types, collection.judged_by())


def beside_geometry(collection: Collection, document: Mapping[str, Any]) -> list[Fault]:
    """The faults of a feature that is yet to be made, but for those of its geometry."""
    reading = _Reading(contract_of(collection), None, CRS84)
    return [*reading.around(document), *reading.properties(document.get("properties"))]


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value  # not a member of an enumeration


def of_geometry(fault: InvalidGeometry) -> Iterator[Fault]:
    """Every fault that was found in a geometry."""
    for each in getattr(fault, "faults", None) or [fault]:
        yield Fault(f"/geometry{getattr(each, 'pointer', '')}", each.code, each.text, each.at)


_FEATURE_WANTED = "A GeoJSON object of the type Feature is wanted."
