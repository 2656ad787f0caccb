"""The report as rows in one language, for a page and for a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from geo.formats.csv import BOM, Cell, neutral
from geo.texts import Text
from spaces.zone_reports.report import Document

Row = tuple[str, str, Cell]  # section, what, value

SECTIONS = {
    "size": Text("ขนาด", "Size"),
    "by_kind": Text("พื้นที่เรียนรู้ในย่าน ตามชนิด", "Spaces inside, by kind"),
    "by_theme": Text("ตามหัวข้อ", "By theme"),
    "by_age_group": Text("ตามช่วงวัย", "By age group"),
    "unknown": Text("ข้อมูลที่ยังไม่ทราบ (จำนวนแห่ง)", "Not known yet (number of spaces)"),
    "reach": Text("ใครเดินมาถึงใน 10 นาที", "Who comes here in 10 minutes' walk"),
    "neighbours": Text("ย่านข้างเคียงและขอบร่วม (ม.)", "Neighbours and common border (m)"),
    "notice": Text("หมายเหตุ", "Notice"),
}
NAMES = {
    "area_m2": Text("เนื้อที่ (ตร.ม.)", "Area (m²)"),
    "perimeter_m": Text("เส้นรอบรูป (ม.)", "Perimeter (m)"),
    "total": Text("รวม", "Total"),
    "wheelchair": Text("รถเข็นเข้าถึง", "Wheelchair access"),
    "steps": Text("ขั้นบันได", "Steps"),
    "seats": Text("ที่นั่ง", "Seats"),
    "toilet": Text("ห้องน้ำ", "Toilet"),
    "shade": Text("ร่มเงา", "Shade"),
    "water": Text("น้ำดื่ม", "Drinking water"),
    "opening_hours": Text("เวลาเปิด", "Opening hours"),
    "capacity": Text("จำนวนคนที่รับได้", "Capacity"),
    "not_verified": Text("ยังไม่ได้ตรวจสอบในพื้นที่", "Not verified on site"),
    "basis": Text("ที่มา", "Basis"),
}
_FROM = Text(
    "ระยะ {metres} ม.: จาก {starts} จุดเริ่มต้น และพื้นที่เรียนรู้อื่น {spaces} แห่ง",
    "{metres} m: from {starts} starting points and {spaces} other spaces",
)


def rows(document: Document, language: str) -> Iterator[Row]:
    """Every figure of the report, under its section."""
    for name in ("area_m2", "perimeter_m"):
        yield _section("size", language), NAMES[name].in_language(language), document[name]
    yield from _inside(document, language)
    yield from _reach(document["reach"], language)
    for each in document["neighbours"]:
        yield _section("neighbours", language), each[f"name_{_key(language)}"], each["border_m"]
    yield _section("notice", language), "", document["notice"][_key(language)]


def _inside(document: Document, language: str) -> Iterator[Row]:
    yield _section("by_kind", language), NAMES["total"].in_language(language), document["spaces"]["total"]
    for name in ("by_kind", "by_theme", "by_age_group"):
        for each in document["spaces"][name]:
            yield _section(name, language), each[_key(language)], each["count"]
    for name, count in document["unknown"].items():
        yield _section("unknown", language), NAMES[name].in_language(language), count


def _reach(reach: Document, language: str) -> Iterator[Row]:
    basis = f"{reach[_key(language)]} {reach['attribution']}".strip()
    yield _section("reach", language), NAMES["basis"].in_language(language), basis
    for group in reach["groups"]:
        facts = {"metres": group["metres"], "starts": len(group["starting_points"]), "spaces": group["spaces"]}
        yield _section("reach", language), group[_key(language)], _FROM.in_language(language).format(**facts)


def _section(name: str, language: str) -> str:
    return SECTIONS[name].in_language(language)


def as_csv(document: Document, language: str) -> bytes:
    """The rows as UTF-8 with BOM, so that Excel reads Thai."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["section", "what", "value"])
    writer.writerows([neutral(cell) for cell in row] for row in rows(document, language))
    return (BOM + table.getvalue()).encode()


def sections(document: Document, language: str) -> list[dict[str, Any]]:
    """The rows grouped by section, in order."""
    found: dict[str, list[tuple[str, Cell]]] = {}
    for name, what, value in rows(document, language):
        found.setdefault(name, []).append((what, value))
    return [{"name": name, "rows": lines} for name, lines in found.items()]


def _key(language: str) -> str:
    return "th" if language.startswith("th") else "en"
