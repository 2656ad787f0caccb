"""Just enough of the Mapbox Vector Tile format to say which features a tile holds."""

from collections.abc import Iterator

_LAYER, _FEATURE, _TAGS, _KEY, _VALUE, _TEXT = 3, 2, 2, 3, 4, 1
_VARINT, _DOUBLE, _BYTES, _FLOAT = 0, 1, 2, 5
_FIXED = {_DOUBLE: 8, _FLOAT: 4}


def ids(tile: bytes) -> list[str]:
    """The property `id` of every feature, in order."""
    found: list[str] = []
    for number, layer in _fields(tile):
        if number == _LAYER and isinstance(layer, bytes):
            found += _ids(layer)
    return sorted(found)


def _ids(layer: bytes) -> Iterator[str]:
    parts = list(_fields(layer))
    keys = [part for number, part in parts if number == _KEY]
    values = [dict(_fields(part)).get(_TEXT) for number, part in parts if number == _VALUE and isinstance(part, bytes)]
    wanted = keys.index(b"id")
    for number, feature in parts:
        if number == _FEATURE and isinstance(feature, bytes):
            tags = list(_varints(bytes(dict(_fields(feature))[_TAGS])))
            text = values[dict(zip(tags[::2], tags[1::2], strict=True))[wanted]]
            yield bytes(text or b"").decode()


def _fields(data: bytes) -> Iterator[tuple[int, "bytes | int"]]:
    """The fields of a protocol-buffer message: number, and bytes or a whole number."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        if key & 7 == _VARINT:
            value, at = _varint(data, at)
            yield key >> 3, value
            continue
        length, at = _varint(data, at) if key & 7 == _BYTES else (_FIXED[key & 7], at)
        yield key >> 3, data[at : at + length]
        at += length


def _varints(data: bytes) -> Iterator[int]:
    at = 0
    while at < len(data):
        value, at = _varint(data, at)
        yield value


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
