"""How each value of a plan request is read. A reader takes the JSON value and gives ours, or raises Wrong."""

import math
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from geo.geometry import round_coordinate
from geo.texts import Text
from spaces.opening import BANGKOK

LonLat = tuple[float, float]
Where = str | LonLat | None
Reader = Callable[[Any], Any]

YEARS = range(2000, 2101)
MOST_MINUTES = 24 * 60
_ID = re.compile(r"[A-Za-z0-9_-]{1,80}\Z")
_CODE = re.compile(r"[A-Za-z0-9._/-]{1,40}\Z")


class Wrong(ValueError):
    """`code` names the fault, `text` says what is wanted, `step` is the place inside the value (`/3`)."""

    def __init__(self, code: str, text: Text, step: str = "") -> None:
        super().__init__(text.en)
        self.code, self.text, self.step = code, text, step


def shown(value: Any) -> str:
    """What came, short enough to be told."""
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}…"


def identifier(value: Any) -> str:
    """An id of a gateway, space, theme or group."""
    if not isinstance(value, str) or not _ID.match(value):
        raise Wrong("not_an_id", Text(f"ต้องเป็นรหัส ไม่ใช่ {shown(value)}", f"An id is wanted, not {shown(value)}."))
    return value


def optional_identifier(value: Any) -> str | None:
    return None if value is None else identifier(value)


def outcome_code(value: Any) -> str:
    """A code of the curriculum."""
    if not isinstance(value, str) or not _CODE.match(value):
        text = Text(f"ต้องเป็นรหัสผลการเรียนรู้ ไม่ใช่ {shown(value)}", f"An outcome code is wanted, not {shown(value)}.")
        raise Wrong("not_a_code", text)
    return value


def listed(item: Reader, most: int, least: int = 0) -> Reader:
    """A list of `least` to `most` values, each once."""

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise Wrong(
                "not_a_list", Text(f"ต้องเป็นรายการ ไม่ใช่ {shown(value)}", f"A list is wanted, not {shown(value)}.")
            )
        if len(value) > most:
            text = Text(f"มี {len(value)} รายการ รับได้มากที่สุด {most}", f"{len(value)} entries; at most {most} are taken.")
            raise Wrong("too_many", text)
        if len(value) < least:
            raise Wrong("too_few", Text(f"ต้องมีอย่างน้อย {least} รายการ", f"At least {least} is needed."))
        return tuple(dict.fromkeys(read_item(item, index, part) for index, part in enumerate(value)))

    return read


def read_item(item: Reader, index: int, value: Any) -> Any:
    """One entry of a list; its fault says which."""
    try:
        return item(value)
    except Wrong as fault:
        raise Wrong(fault.code, fault.text, f"/{index}{fault.step}") from None


def whole(low: int, high: int) -> Reader:
    """A whole number from `low` to `high`."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise Wrong(
                "not_a_number",
                Text(f"ต้องเป็นจำนวนเต็ม ไม่ใช่ {shown(value)}", f"A whole number is wanted, not {shown(value)}."),
            )
        if not low <= value <= high:
            text = Text(f"ต้องอยู่ระหว่าง {low} ถึง {high}", f"{low} to {high} is wanted, not {shown(value)}.")
            raise Wrong("out_of_range", text)
        return value

    return read


def optional(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def one_of(*choices: str) -> Reader:
    """One of a few words."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in choices:
            names = ", ".join(choices)
            raise Wrong("not_a_choice", Text(f"เลือกได้: {names}", f"One of {names} is wanted, not {shown(value)}."))
        return value

    return read


def where(value: Any) -> Where:
    """An id, or a position as [lon, lat] in WGS 84 degrees; None where nothing was said."""
    if value is None:
        return None
    return position(value) if isinstance(value, list | tuple) else identifier(value)


def position(value: list[Any] | tuple[Any, ...]) -> LonLat:
    """(lon, lat), finite and on the globe."""
    numbers = [part for part in value if isinstance(part, int | float) and not isinstance(part, bool)]
    if len(value) != 2 or len(numbers) != 2:
        raise Wrong(
            "not_a_position", Text("ตำแหน่งต้องเป็น [ลองจิจูด, ละติจูด]", f"[lon, lat] is wanted, not {shown(value)}.")
        )
    if not all(on_globe(number, limit) for number, limit in zip(numbers, (180, 90), strict=True)):
        text = Text(
            "ลองจิจูดต้องอยู่ใน ±180 และละติจูดใน ±90 องศา",
            f"Longitude within ±180, latitude within ±90 degrees; not {shown(value)}.",
        )
        raise Wrong("out_of_range", text)
    return round_coordinate(float(numbers[0])), round_coordinate(float(numbers[1]))


def on_globe(number: float, limit: int) -> bool:
    """Whether `number` is finite and within the limit; a whole number may be beyond any float."""
    return (isinstance(number, int) or math.isfinite(number)) and abs(number) <= limit


def moment(value: Any) -> datetime:
    """A date and time with its offset from UTC, on the clocks of Bangkok."""
    try:
        when = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        when = None
    if when is None or "T" not in value.upper():
        example = "2027-01-20T09:00:00+07:00"
        text = Text(
            f"ต้องเป็นวันเวลาเช่น {example} ไม่ใช่ {shown(value)}", f"A time like {example} is wanted, not {shown(value)}."
        )
        raise Wrong("not_a_time", text)
    if when.utcoffset() is None:
        text = Text("ต้องบอกเขตเวลา เช่น +07:00", "The offset from UTC is missing, such as +07:00.")
        raise Wrong("no_offset", text)
    if when.year not in YEARS:
        raise Wrong("out_of_range", Text("ปีต้องอยู่ระหว่าง ค.ศ. 2000 ถึง 2100", "A year from 2000 to 2100 is wanted."))
    return when.astimezone(BANGKOK)
