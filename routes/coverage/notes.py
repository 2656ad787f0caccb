"""What must be read beside the figures, in words."""

from collections.abc import Iterator, Sequence
from statistics import median

from geo.texts import Text
from routes.coverage.areas import MOST_ZONES
from routes.coverage.question import Question
from routes.coverage.spaces import MOST_SPACES, Space
from spaces.collections import NOT_LAW
from spaces.querysets import LOCATED_M

NOT_PEOPLE = Text(
    "ตัวเลขคือพื้นที่ ไม่ใช่จำนวนคน: ใครอาศัยอยู่ที่นั่นยังไม่ทราบ เพราะไม่มีข้อมูลประชากร พื้นที่นี้รวมทะเลสาบ นา และป่าด้วย",
    "This is area, not people: who lives there is unknown, for there are no population data. Lake, fields and forest "
    "are part of it.",
)
ESTIMATE = Text(
    "ค่าประมาณ: ระยะเดินคือเส้นตรง × 1.3 เพราะยังไม่ได้นำเข้าข้อมูลถนน",
    "Estimate: the way on foot is the straight line × 1.3, for no streets are loaded.",
)
ALONG_STREETS = Text(
    "คำนวณระยะเดินตามถนน จุดที่ห่างจากถนนทุกสายเกิน 300 เมตรใช้ค่าประมาณ (เส้นตรง × 1.3)",
    "Ways on foot follow the streets; a spot more than 300 m from every street is an estimate (straight line × 1.3).",
)
KINDS = Text(
    "นับแหล่งมรดก กำแพงศิลปะ และแหล่งภูมิปัญญาที่เผยแพร่แล้ว ไม่นับสิ่งอำนวยความสะดวก ย่านออกแบบ และกำแพงที่ยังไม่มีหรือไม่มีแล้ว",
    "Counted are published heritage sites, street-art walls and places of local wisdom; not amenities, design zones, "
    "or walls that are gone or only planned.",
)
NO_OUTLINES = Text(
    "ยังไม่มีเส้นเขตอำเภอในระบบ จำนวนรายอำเภอจึงนับตามรหัสอำเภอของแต่ละแห่ง และช่องว่างคิดทั้งพื้นที่ให้บริการรวมกัน "
    "อำเภอที่ไม่มีแหล่งใดเลยจะไม่ปรากฏ",
    "No district outlines are loaded: counts per district follow the district code of each space, gaps are measured "
    "over the whole service area, and a district without any space is not listed.",
)
NOWHERE = Text(
    "ยังไม่มีเส้นเขตใดให้คำนวณช่องว่าง",
    "There is no outline over which gaps could be measured.",
)
IN_ZONES = Text(
    "ในย่านนับเฉพาะแห่งที่ทราบตำแหน่ง ระยะเดินคิดถึงทุกแห่ง ทั้งในและนอกย่าน รวมย่านที่ยังเป็นร่างซึ่งคุณมองเห็น",
    "A zone counts only spaces whose position is known; ways lead to every space, within the zone or not. Drafts that "
    "you see are included.",
)


def notes(
    question: Question, spaces: Sequence[Space], *, streets: bool, shaped: bool, own_outlines: bool, zones: int
) -> Iterator[tuple[str, Text]]:
    """(code, words), what weighs most first."""
    yield "area_not_people", NOT_PEOPLE
    yield ("streets", ALONG_STREETS) if streets else ("estimate", ESTIMATE)
    if not shaped:
        yield "no_outlines", NOWHERE
    elif not own_outlines:
        yield "no_district_outlines", NO_OUTLINES
    yield from _positions(spaces)
    yield "kinds", KINDS
    if question.by == "zone":
        yield "in_zones", IN_ZONES
        yield "not_law", NOT_LAW
    yield from _cut(len(spaces), zones)


def _positions(spaces: Sequence[Space]) -> Iterator[tuple[str, Text]]:
    blurs = [space.accuracy_m for space in spaces if space.is_located]
    lost = len(spaces) - len(blurs)
    if blurs:
        half = round(median(blurs))
        yield (
            "positions",
            Text(
                f"ตำแหน่งครึ่งหนึ่งคลาดเคลื่อนได้ {half:,} เมตรหรือมากกว่า ควรอ่านแผนที่เป็นภาพรวม ไม่ใช่รายซอย",
                f"Half of the positions may be off by {half:,} m or more: read the map as a whole, not by the street.",
            ),
        )
    if lost:
        yield (
            "not_located",
            Text(
                f"อีก {lost:,} แห่งทราบตำแหน่งหยาบกว่า {LOCATED_M:,} เมตร จึงนับในตาราง แต่ไม่ใช้คิดระยะเดิน",
                f"{lost:,} more are known less exactly than {LOCATED_M:,} m: counted in tables; no way leads there.",
            ),
        )


def _cut(spaces: int, zones: int) -> Iterator[tuple[str, Text]]:
    if spaces >= MOST_SPACES:
        yield (
            "cut",
            Text(
                f"มีมากกว่าที่คำนวณได้: ใช้เพียง {MOST_SPACES:,} แห่งแรก",
                f"There are more than can be looked at: only the first {MOST_SPACES:,} spaces count.",
            ),
        )
    if zones > MOST_ZONES:
        yield (
            "zones_cut",
            Text(f"แสดง {MOST_ZONES} จาก {zones:,} ย่าน", f"{MOST_ZONES} of {zones:,} zones are shown."),
        )
