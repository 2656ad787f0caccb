"""What directions say, in Thai and English."""

from __future__ import annotations

from typing import NamedTuple

from routes.streets.traits import FERRY, Traits


class Words(NamedTuple):
    th: str
    en: str


HEADINGS = (
    Words("ทิศเหนือ", "north"),
    Words("ทิศตะวันออกเฉียงเหนือ", "north-east"),
    Words("ทิศตะวันออก", "east"),
    Words("ทิศตะวันออกเฉียงใต้", "south-east"),
    Words("ทิศใต้", "south"),
    Words("ทิศตะวันตกเฉียงใต้", "south-west"),
    Words("ทิศตะวันตก", "west"),
    Words("ทิศตะวันตกเฉียงเหนือ", "north-west"),
)
TURNS = {
    "straight": Words("ตรงไป", "Go straight on"),
    "slight-right": Words("เบี่ยงขวา", "Bear right"),
    "right": Words("เลี้ยวขวา", "Turn right"),
    "sharp-right": Words("เลี้ยวขวาหักศอก", "Turn sharp right"),
    "u-turn": Words("กลับหลัง", "Turn back"),
    "sharp-left": Words("เลี้ยวซ้ายหักศอก", "Turn sharp left"),
    "left": Words("เลี้ยวซ้าย", "Turn left"),
    "slight-left": Words("เบี่ยงซ้าย", "Bear left"),
}
UNNAMED = {
    "footway": Words("ทางเท้า", "the footway"),
    "pedestrian": Words("ถนนคนเดิน", "the pedestrian street"),
    "path": Words("ทางเดิน", "the path"),
    "track": Words("ทางเกษตร", "the farm track"),
    "cycleway": Words("ทางจักรยาน", "the cycle track"),
    "service": Words("ทางเข้าออก", "the access road"),
    "living_street": Words("ซอย", "the lane"),
    "steps": Words("บันได", "the steps"),
    "elevator": Words("ลิฟต์", "the lift"),
    "platform": Words("ชานชาลา", "the platform"),
    "pier": Words("ท่าเรือ", "the pier"),
    "corridor": Words("ทางเดินในอาคาร", "the corridor"),
    FERRY: Words("เรือข้ามฟาก", "the ferry"),
    "bridleway": Words("ทางเดิน", "the path"),
}
STREET = Words("ถนน", "the street")
SURFACES = {
    "unpaved": Words("ทางไม่ลาดยาง", "unpaved"),
    "compacted": Words("ทางลูกรังบดอัด", "compacted gravel"),
    "fine_gravel": Words("ทางกรวดละเอียด", "fine gravel"),
    "gravel": Words("ทางกรวด", "gravel"),
    "dirt": Words("ทางดิน", "earth"),
    "earth": Words("ทางดิน", "earth"),
    "ground": Words("ทางดิน", "bare ground"),
    "laterite": Words("ทางลูกรัง", "laterite"),
    "grass": Words("ทางหญ้า", "grass"),
    "sand": Words("ทางทราย", "sand"),
    "mud": Words("ทางโคลน", "mud"),
    "wood": Words("ทางไม้", "boards"),
    "cobblestone": Words("ทางปูหิน", "cobblestones"),
    "sett": Words("ทางปูหิน", "stone setts"),
    "unhewn_cobblestone": Words("ทางปูหินขรุขระ", "rough cobblestones"),
    "pebblestone": Words("ทางหินกรวด", "pebbles"),
    "rock": Words("ทางหิน", "rock"),
    "stone": Words("ทางหิน", "stone"),
}
"""Only what is worth telling: asphalt and concrete are what everybody expects."""
STONES = frozenset({"cobblestone", "sett", "unhewn_cobblestone"})

CROSSINGS = {
    "signals": Words("ที่สัญญาณไฟ", "at the traffic lights"),
    "marked": Words("ที่ทางม้าลาย", "at the zebra crossing"),
    "unmarked": Words("(ไม่มีทางม้าลาย)", "(no zebra crossing)"),
    "yes": Words("ที่ทางข้าม", "at the crossing"),
}
BARRIERS = {
    "steps": Words("บันได", "steps"),
    "kerb": Words("ขอบทางสูง", "a high kerb"),
    "gate": Words("สิ่งกั้นทาง", "a barrier in the way"),
    "cattle_grid": Words("ตะแกรงกันวัว", "a cattle grid"),
    "ford": Words("ทางน้ำตัดผ่าน", "a ford"),
    "surface": Words("พื้นขรุขระหรืออ่อน", "a rough or soft surface"),
    "steep": Words("ทางลาดชันเกินไป", "too steep a slope"),
    "narrow": Words("ทางแคบเกินไป", "too narrow a way"),
    "ferry": Words("เรือข้ามฟาก", "a ferry"),
    "not_accessible": Words("ทางที่รถเข็นผ่านไม่ได้", "a way that wheelchairs cannot use"),
}
VERBS = {
    "walk": Words("เดิน", "walk"),
    "step-free": Words("", "go"),
    "bicycle": Words("ปั่น", "cycle"),
    "vehicle": Words("ขับ", "drive"),
}


def street(traits: Traits) -> Words:
    """The name on the sign, or what kind of way it is."""
    if traits.name_th or traits.name_en:
        return Words(traits.name_th or traits.name_en, traits.name_en or traits.name_th)
    return UNNAMED.get(traits.kind, STREET)


def length(metres: float) -> Words:
    """Whole metres below ten, tens below a kilometre, tenths of a kilometre above."""
    if metres < 995:
        shown = max(1, round(metres)) if metres < 10 else round(metres, -1)
        return Words(f"{shown:.0f} ม.", f"{shown:.0f} m")
    return Words(f"{metres / 1000:.1f} กม.", f"{metres / 1000:.1f} km")


def heading(bearing_deg: float) -> Words:
    return HEADINGS[round(bearing_deg / 45) % 8]


def turn_of(before_deg: float, after_deg: float) -> str:
    """The turn between two bearings, a key of TURNS."""
    angle = (after_deg - before_deg + 180) % 360 - 180
    size = abs(angle)
    if size < 20:
        return "straight"
    if size > 165:
        return "u-turn"
    side = "right" if angle > 0 else "left"
    return f"slight-{side}" if size < 50 else side if size < 125 else f"sharp-{side}"
