"""The analysis as a table for spreadsheets, and its gaps as GeoJSON."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

import shapely

from geo.formats.csv import BOM, Cell, neutral
from geo.utm import PHATTHALUNG
from routes.coverage.counting import Document
from routes.coverage.gaps import Gap
from routes.coverage.report import Analysis

GRID_DEG = 1e-7
COLUMNS = (
    "by",
    "area",
    "area_th",
    "area_en",
    "measure",
    "theme",
    "age_group",
    "minutes",
    "value",
    "unit",
    "source",
)
COUNTS = ("total", "located", "positions")


def as_csv(document: Document) -> bytes:
    """One figure a row, so that a pivot table can be made of it. UTF-8 with BOM, so that Excel reads Thai."""
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows({name: neutral(cell) for name, cell in row.items()} for row in rows(document))
    return (BOM + table.getvalue()).encode()


def rows(document: Document) -> Iterator[dict[str, Cell]]:
    """Counts of all, of each area and subdistrict, then the gaps, then the notes."""
    filters = {"theme": document["theme"] or "", "age_group": document["age_group"] or ""}
    yield from counts(document["spaces"], {"by": "all", **filters})
    for area in document["areas"]:
        yield from counts(area, {**place(area, document["by"]), **filters})
        for within in area.get("subdistricts", ()):
            yield from counts(within, {**place(within, "subdistrict"), **filters})
    for area in document["gaps"]["areas"]:
        yield from gaps(area, document)
    for note in document["notes"]:
        yield {"by": "note", "area": note["code"], "area_th": note["th"], "area_en": note["en"]}


def place(area: Document, by: str) -> dict[str, Cell]:
    return {"by": by, "area": area["id"], "area_th": area["name_th"], "area_en": area["name_en"]}


def counts(found: Document, head: Mapping[str, Cell]) -> Iterator[dict[str, Cell]]:
    for name in COUNTS:
        if name in found:
            yield {**head, "measure": name, "value": found[name], "unit": "spaces"}
    for name in ("theme", "age_group"):
        for id_, number in found.get(f"by_{name}", {}).items():
            yield {**head, "measure": "total", name: id_, "value": number, "unit": "spaces"}


def gaps(area: Document, document: Document) -> Iterator[dict[str, Cell]]:
    by = "gap"
    head = {**place(area, by), "theme": document["theme"] or "", "minutes": document["minutes"]}
    head["source"] = document["gaps"]["source"]
    yield {**head, "measure": "area", "value": area["area_km2"], "unit": "km2"}
    for group in area["groups"]:
        yield {**head, "measure": "gap", "age_group": group["id"], "value": group["gap_km2"], "unit": "km2"}
        yield {**head, "measure": "gap_share", "age_group": group["id"], "value": group["gap_share"], "unit": "1"}


def as_geojson(found: Analysis) -> bytes:
    """A feature for each area and age group: from there the group reaches no learning space in time."""
    document = found.document
    collection = {
        "type": "FeatureCollection",
        "features": [feature(gap, document) for gap in found.gaps],
        "source": document["gaps"]["source"],
        "attribution": document["gaps"]["attribution"],
        "notes": document["notes"],
    }
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode()


def feature(gap: Gap, document: Document) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{gap.area.id}-{gap.group.pk}-{document['minutes']}",
        "geometry": shape(gap),
        "properties": {
            "area": gap.area.id,
            "name_th": gap.area.name.th,
            "name_en": gap.area.name.en,
            "age_group": gap.group.pk,
            "theme": document["theme"],
            "minutes": document["minutes"],
            "area_km2": round(gap.area_km2, 3),
            "gap_km2": round(gap.km2, 3),
            "gap_share": round(gap.share, 4),
            "source": document["gaps"]["source"],
        },
    }


def shape(gap: Gap) -> dict[str, Any] | None:
    """A MultiPolygon in WGS 84 by the right-hand rule; None where everything is reached."""
    degrees = shapely.set_precision(PHATTHALUNG.unproject(gap.geometry), GRID_DEG)
    polygons = [one for one in shapely.get_parts(shapely.orient_polygons(degrees)) if one.geom_type == "Polygon"]
    if not any(one.area for one in polygons):
        return None
    return {"type": "MultiPolygon", "coordinates": [rings(one) for one in polygons]}


def rings(polygon: Any) -> list[list[list[float]]]:
    found = [polygon.exterior, *polygon.interiors]
    return [[[round(lon, 7), round(lat, 7)] for lon, lat in shapely.get_coordinates(ring).tolist()] for ring in found]
