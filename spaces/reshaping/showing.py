"""What an act would do, or did, as a document: each area before and after, what that does to it, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.rest import validating
from geo.utm import plane_at
from geo.validity import LayerFault, examine, layer_faults
from geo.validity.repairing import area_m2
from spaces.models import User
from spaces.reshaping.zones import Reshaped, near
from spaces.validity import rules_of

Document = dict[str, Any]


@dataclass(frozen=True)
class Checked:
    """The faults of every result, and what lies between the results and their neighbours."""

    report: validating.Report
    new_overlaps: list[LayerFault]


def checked(done: Sequence[Reshaped], user: User, drawn: Mapping[str, BaseGeometry]) -> Checked:
    """Judges every area as it would be stored, and the layer around it; `drawn` stand for what is stored, by id."""
    report = validating.Report()
    for index, each in enumerate(done):
        if each.after is not None:
            examined = examine(dict(mapping(each.after)), rules_of(each.collection), repairs=False)
            report.add(examined, f"/changes/{index}", each.id)
    before, after = _around(done, user, drawn)
    layer = _between(after, {each.id for each in done})
    report.layer += [validating.layer_fault(fault) for fault in layer]
    known = {(fault.code, fault.ids) for fault in _between(before, {each.id for each in done})}
    fresh = [fault for fault in layer if fault.code == "overlap" and (fault.code, fault.ids) not in known]
    return Checked(report, fresh)


def _around(
    done: Sequence[Reshaped], user: User, drawn: Mapping[str, BaseGeometry]
) -> tuple[dict[str, BaseGeometry], dict[str, BaseGeometry]]:
    """The results with their neighbours of the same collection, as they were and as they would be."""
    collection = done[0].collection
    shapes = [area for each in done for area in (each.after, each.zone.area if each.zone else None) if area is not None]
    before = {zone.id: zone.area for zone in near(collection, shapes, user)} | dict(drawn)
    after = dict(before)
    for each in done:
        if each.after is None:
            after.pop(each.id, None)
        else:
            after[each.id] = each.after
    return before, after


def _between(zones: dict[str, BaseGeometry], concerned: set[str]) -> list[LayerFault]:
    valid = {name: area for name, area in zones.items() if area.is_valid and area.area > 0}
    found = layer_faults(list(valid), list(valid.values())).faults
    return [fault for fault in found if concerned.intersection(fault.ids)]


def document(act: str, done: Sequence[Reshaped], found: Checked, *, preview: bool) -> Document:
    """A FeatureCollection of the areas before and after, with a line for each change beside it."""
    changes = [_change(each) for each in done]
    return {
        "type": "FeatureCollection",
        "features": [feature for each in done for feature in _features(each)],
        "act": act,
        "preview": preview,
        "valid": not found.report.errors,
        "changes": changes,
        "area_change_m2": round(sum(change["area_change_m2"] for change in changes), 3),
        "faults": found.report.faults,
        "layer": found.report.layer,
    }


def _features(each: Reshaped) -> list[Document]:
    shapes = {"before": each.zone.area if each.zone else None, "after": each.after}
    return [
        {
            "type": "Feature",
            "id": each.id,
            "geometry": dict(mapping(area)),
            "properties": {"state": state, "collection": each.collection, "action": each.action},
        }
        for state, area in shapes.items()
        if area is not None
    ]


def _change(each: Reshaped) -> Document:
    before = area_m2(each.zone.area) if each.zone else 0.0
    after = area_m2(each.after) if each.after is not None else 0.0
    return {
        "action": each.action,
        "collection": each.collection,
        "id": each.id,
        "version": each.zone.version if each.zone else None,
        "area_m2": round(after, 2),
        "perimeter_m": round(_outline_m(each.after), 2),
        "area_change_m2": round(after - before, 3),
        "area_change_percent": round(100 * (after - before) / before, 6) if before else None,
    }


def _outline_m(area: BaseGeometry | None) -> float:
    if area is None or area.is_empty:
        return 0.0
    return float(shapely.length(plane_at(area.bounds[0]).project(area)))
