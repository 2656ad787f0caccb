"""What a check of geometries answers: every fault, each with its place in the document that was sent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.rest import writing as written
from geo.rest.collection import Collection, JsonObject, collections
from geo.rest.incoming import beside_geometry
from geo.texts import Text
from geo.validity import (
    ALL_TYPES,
    Examined,
    Fault,
    LayerFault,
    Repair,
    Rules,
    Severity,
    examine_all,
    layer_faults,
)

MOST_FAULTS = 1_000
MOST_REPAIRED_VERTICES = 20_000  # in all proposals of one answer


@dataclass
class Report:
    """The answer while it grows; bounded, and says how much it leaves out."""

    faults: list[JsonObject] = field(default_factory=list)
    notes: list[JsonObject] = field(default_factory=list)
    repairs: list[JsonObject] = field(default_factory=list)
    layer: list[JsonObject] = field(default_factory=list)
    errors: int = 0
    more: int = 0
    _vertices: int = MOST_REPAIRED_VERTICES

    def add(self, examined: Examined, pointer: str, feature: str | None) -> None:
        """What was found in the geometry at `pointer`."""
        self.errors += len(examined.errors)
        self.more += examined.more
        for fault in examined.faults:
            self._keep(self.faults, self._told(fault, pointer, feature))
        self.notes += [self._told(note, pointer, feature) for note in examined.notes[: MOST_FAULTS - len(self.notes)]]
        if examined.repair and (proposal := self._proposal(examined.repair)):
            self.repairs.append({"pointer": pointer, "feature": feature, **proposal})

    def add_attributes(self, found: Iterable[Any], pointer: str, feature: str | None) -> None:
        """Faults of the members beside the geometry."""
        for each in found:
            self.errors += 1
            words = {"code": each.code, "severity": Severity.ERROR, **each.text.as_dict()}
            where = {"at": None, "pointer": pointer + each.pointer, "feature": feature, "repair": None}
            self._keep(self.faults, {**words, **where})

    def _keep(self, listed: list[JsonObject], told: JsonObject) -> None:
        if len(listed) < MOST_FAULTS:
            listed.append(told)
        else:
            self.more += 1

    def _told(self, fault: Fault, pointer: str, feature: str | None) -> JsonObject:
        return {
            "code": fault.code,
            "severity": fault.severity,
            **fault.text.as_dict(),
            "at": rounded(fault.at),
            "pointer": pointer + fault.pointer,
            "feature": feature,
            "repair": self._proposal(fault.repair) if fault.repair else None,
        }

    def _proposal(self, repair: Repair) -> JsonObject | None:
        """The proposal written out, as long as the answer has room for it."""
        self._vertices -= _positions(repair.geometry["coordinates"])
        if self._vertices < 0:
            return None
        return {
            "geometry": repair.geometry,
            "area_change_m2": repair.area_change_m2,
            "area_change_percent": repair.area_change_percent,
            "valid": repair.is_valid,
        }

    def document(self, features: int) -> JsonObject:
        return {
            "valid": not self.errors,
            "features": features,
            "faults": self.faults,
            "notes": self.notes,
            "repairs": self.repairs,
            "layer": self.layer,
            "more": self.more,
        }


def of_document(document: Mapping[str, Any], collection: Collection | None) -> JsonObject:
    """The check of a geometry, a Feature, or a FeatureCollection, which is a layer.

    With a collection, by its rules, and the members beside the geometry too. Raises LayerTooTangled.
    """
    report, rules = Report(), rules_for(collection)
    kind = document.get("type")
    if kind == "FeatureCollection":
        features: list[Any] = document["features"]
        _features(report, features, [f"/features/{index}" for index in range(len(features))], collection, rules)
        return report.document(len(features))
    if kind == "Feature":
        _features(report, [document], [""], collection, rules)
    else:
        plain = {name: part for name, part in document.items() if name != "collection"}
        report.add(examine_all([plain], rules)[0], "", None)
    return report.document(1)


def _features(
    report: Report, features: Sequence[Any], pointers: Sequence[str], collection: Collection | None, rules: Rules
) -> None:
    geometries = [feature.get("geometry") if isinstance(feature, Mapping) else feature for feature in features]
    names = [_name(feature, index) for index, feature in enumerate(features)]
    found = examine_all(geometries, rules, repairs=len(features) <= MOST_FAULTS)
    for examined, pointer, name in zip(found, pointers, names, strict=True):
        report.add(examined, f"{pointer}/geometry", name)
    if collection is not None:
        for faults, pointer, name in zip(_beside(features, collection), pointers, names, strict=True):
            report.add_attributes(faults, pointer, name)
    add_layer(report, names, [examined.geometry for examined in found])


def _beside(features: Sequence[Any], collection: Collection) -> list[list[written.Fault]]:
    """Of each feature the faults beside its geometry: by the schema, then by the look-up tables, each asked once."""
    documents = [
        {key: part for key, part in feature.items() if key != "collection"} if isinstance(feature, Mapping) else {}
        for feature in features
    ]
    found = [beside_geometry(collection, document) for document in documents]
    if collection.unknown is None:
        return found
    fit = [_fitting(document.get("properties"), faults) for document, faults in zip(documents, found, strict=True)]
    for faults, unknown in zip(found, collection.unknown(fit), strict=True):
        for name, messages in unknown.items():
            faults += [_unknown(name, message) for message in messages]
    return found


def _fitting(properties: Any, faults: Sequence[written.Fault]) -> JsonObject:
    """The properties that fit the schema: only those can be looked up."""
    if not isinstance(properties, Mapping):
        return {}
    wrong = {fault.pointer.split("/")[2] for fault in faults if fault.pointer.startswith("/properties/")}
    return {name: value for name, value in properties.items() if name not in wrong}


def _unknown(name: str, message: str) -> written.Fault:
    return written.Fault(written.step("/properties", name), "unknown_id", Text(f"ไม่รู้จักหรือใช้ไม่ได้: {message}", message))


def _name(feature: Any, index: int) -> str:
    """The id of a feature; its place in the list stands in for one left out."""
    given = feature.get("id") if isinstance(feature, Mapping) else None
    return str(given)[:80] if isinstance(given, str | int) else str(index)


def add_layer(report: Report, names: Sequence[str], geometries: Sequence[BaseGeometry | None]) -> None:
    """Gaps, overlaps and near-misses between those features that are valid areas."""
    areas = [(name, area) for name, area in zip(names, geometries, strict=True) if area is not None and area.area > 0]
    checked = layer_faults([name for name, _ in areas], [area for _, area in areas])
    report.layer += [layer_fault(fault) for fault in checked.faults]
    report.more += checked.more


def layer_fault(fault: LayerFault) -> JsonObject:
    return {
        "code": fault.code,
        "severity": fault.severity,
        **fault.text.as_dict(),
        "at": rounded(fault.at),
        "features": list(fault.ids),
        "geometry": fault.geometry,
        "area_m2": fault.area_m2,
    }


def of_rows(names: Sequence[str], geometries: Sequence[BaseGeometry], rules: Rules) -> JsonObject:
    """The check of stored features: warnings of each, and how they lie to one another."""
    report = Report()
    drawn = [shapely.geometry.mapping(geometry) for geometry in geometries]
    for name, examined in zip(names, examine_all(drawn, rules, repairs=False), strict=True):
        report.add(examined, "/geometry", name)
    add_layer(report, names, geometries)
    return report.document(len(names))


def rules_for(collection: Collection | None) -> Rules:
    """The rules of a collection; without one, any type in the service area that the collections share."""
    if collection is not None:
        return collection.judged_by()
    ruled = next((each for each in collections() if each.rules), None)
    if ruled is None:
        return Rules()
    shared = ruled.judged_by()
    return Rules(types=ALL_TYPES, areas=shared.areas, max_width_deg=shared.max_width_deg)


def rounded(at: tuple[float, float] | None) -> list[float] | None:
    return None if at is None else [round(at[0], 7), round(at[1], 7)]


def _positions(coordinates: Any) -> int:
    if not coordinates or isinstance(coordinates[0], int | float):
        return 1
    return sum(map(_positions, coordinates))
