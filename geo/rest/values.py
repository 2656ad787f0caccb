"""Whether a value fits its published schema: the same schema that `/schema` and OpenAPI show, so both are one law."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from geo.rest.writing import Fault, step
from geo.texts import Text

# XML (KML, GPX) can hold no other control characters than tab and line ends, and no non-characters.
_STORABLE = re.compile("[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]*")
_WORDS = {
    "string": Text("ข้อความ", "a text"),
    "integer": Text("จำนวนเต็ม", "a whole number"),
    "number": Text("ตัวเลข", "a number"),
    "boolean": Text("true หรือ false", "true or false"),
    "object": Text("วัตถุ", "an object"),
    "array": Text("รายการ", "a list"),
    "null": Text("null", "null"),
}

UNKNOWN = Text("ไม่รู้จักชื่อนี้", "This member is unknown here.")

Faults = Iterator[Fault]


def faults(value: Any, schema: Mapping[str, Any], pointer: str = "") -> Faults:
    """Every way in which `value` breaks `schema`."""
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    kind = next((kind for kind in kinds if _IS[kind](value)), None)
    if kinds and kind is None:
        wanted = [_WORDS[kind] for kind in kinds]
        thai, english = " หรือ ".join(text.th for text in wanted), " or ".join(text.en for text in wanted)
        yield Fault(pointer, "wrong_type", Text(f"ต้องเป็น{thai}", f"This is to be {english}."))
    elif "enum" in schema and value not in schema["enum"]:
        listed = ", ".join(str(each) for each in schema["enum"] if each is not None)
        yield Fault(pointer, "not_offered", Text(f"เป็นได้แค่ {listed}", f"This is one of {listed}."))
    elif kind in _LAWS:
        yield from _LAWS[kind](value, schema, pointer)


def _is_whole(value: Any) -> bool:
    return not isinstance(value, bool) and (isinstance(value, int) or (isinstance(value, float) and value.is_integer()))


_IS: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": _is_whole,
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "null": lambda value: value is None,
}


def _of_text(value: str, schema: Mapping[str, Any], pointer: str) -> Faults:
    most, least = schema.get("maxLength"), schema.get("minLength", 0)
    if most is not None and len(value) > most:
        yield Fault(pointer, "too_long", Text(f"ยาวเกิน {most} ตัวอักษร", f"Longer than {most} characters."))
    elif len(value) < least:
        yield Fault(pointer, "too_short", Text("ต้องไม่ว่าง", "This is not to be empty."))
    elif not _STORABLE.fullmatch(value):
        yield Fault(pointer, "control_character", Text("มีอักขระควบคุม", "The text holds a control character."))
    elif schema.get("format") in _FORMATS and not _FORMATS[schema["format"]](value):
        yield Fault(pointer, "malformed", _malformed(schema["format"]))
    elif "pattern" in schema and not _compiled(schema["pattern"]).search(value):
        yield Fault(pointer, "malformed", _malformed(schema["pattern"]))


def _malformed(wanted: str) -> Text:
    return Text(f"ต้องเป็นรูปแบบ {wanted}", f"The text does not have the form {wanted}.")


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _is_date(value: str) -> bool:
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


_FORMATS: Mapping[str, Callable[[str], bool]] = {"date": _is_date}


def _of_number(value: float, schema: Mapping[str, Any], pointer: str) -> Faults:
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and value < least:
        yield Fault(pointer, "too_small", Text(f"ต้องไม่น้อยกว่า {least}", f"This is to be {least} or more."))
    if most is not None and value > most:
        yield Fault(pointer, "too_large", Text(f"ต้องไม่เกิน {most}", f"This is to be {most} or less."))


def _of_list(value: list[Any], schema: Mapping[str, Any], pointer: str) -> Faults:
    most = schema.get("maxItems")
    if most is not None and len(value) > most:
        yield Fault(pointer, "too_many", Text(f"เกิน {most} รายการ", f"More than {most} elements."))
        return
    if len(value) < schema.get("minItems", 0):
        yield Fault(pointer, "too_few", Text("รายการว่างเปล่า", "The list is too short."))
    for index, part in enumerate(value):
        yield from faults(part, schema.get("items", {}), f"{pointer}/{index}")


def _of_object(value: dict[str, Any], schema: Mapping[str, Any], pointer: str) -> Faults:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    for name in schema.get("required", ()):
        if name not in value:
            yield Fault(step(pointer, name), "required", Text("ต้องมีค่านี้", "This is required."))
    for name, part in value.items():
        law = known.get(name, others)
        if isinstance(law, Mapping):
            yield from faults(part, law, step(pointer, name))
        elif not law:
            yield Fault(step(pointer, name), "unknown_member", UNKNOWN)


_LAWS: Mapping[str | None, Callable[[Any, Mapping[str, Any], str], Faults]] = {
    "string": _of_text,
    "integer": _of_number,
    "number": _of_number,
    "array": _of_list,
    "object": _of_object,
}
