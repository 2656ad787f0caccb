"""Tiles that an operator offers to lie under the editor's map: `EDITOR_BACKDROPS`, read and judged at the start."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

KINDS = ("xyz", "wmts", "wms")
_TEXTS = {"kind", "url", "layer", "title_th", "title_en", "attribution", "matrix_set", "format"}


class BadBackdrops(ImproperlyConfigured):
    """EDITOR_BACKDROPS is not what `docs/operator.md` says it is."""


@dataclass(frozen=True)
class OfferedBackdrop:
    """One source of tiles in Web Mercator."""

    kind: str
    url: str
    title_th: str
    title_en: str
    layer: str = ""
    attribution: str = ""
    matrix_set: str = "WebMercatorQuad"
    format: str = "image/png"

    @property
    def origin(self) -> str:
        """Scheme and host, as a content security policy names them."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


def read_backdrops(text: str) -> tuple[OfferedBackdrop, ...]:
    """The backdrops of a JSON list; nothing for an empty text. Raises BadBackdrops."""
    if not text.strip():
        return ()
    try:
        rows = json.loads(text)
    except ValueError as error:
        raise BadBackdrops(f"EDITOR_BACKDROPS is not JSON: {error}") from error
    if not isinstance(rows, list):
        raise BadBackdrops("EDITOR_BACKDROPS must be a JSON list.")
    return tuple(_read(number, row) for number, row in enumerate(rows, 1))


def _read(number: int, row: Any) -> OfferedBackdrop:
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise BadBackdrops(f"EDITOR_BACKDROPS, entry {number}: an object of texts is wanted, not {row!r}.")
    if unknown := sorted(set(row) - _TEXTS):
        raise BadBackdrops(f"EDITOR_BACKDROPS, entry {number}: unknown {', '.join(unknown)}.")
    if missing := sorted({"kind", "url", "title_th", "title_en"} - {name for name, value in row.items() if value}):
        raise BadBackdrops(f"EDITOR_BACKDROPS, entry {number}: {', '.join(missing)} missing.")
    found = OfferedBackdrop(**row)
    if found.kind not in KINDS:
        raise BadBackdrops(f"EDITOR_BACKDROPS, entry {number}: kind must be one of {', '.join(KINDS)}.")
    if found.kind != "xyz" and not found.layer:
        raise BadBackdrops(f"EDITOR_BACKDROPS, entry {number}: a {found.kind} needs a layer.")
    _check_url(number, found)
    return found


def _check_url(number: int, found: OfferedBackdrop) -> None:
    """The host goes into a header: nothing may stand in it that means something there."""
    parts = urlsplit(found.url)
    plain = bool(parts.netloc) and not set(parts.netloc) & set(" ;,'\"*@{}")
    if parts.scheme not in ("http", "https") or not plain:
        raise BadBackdrops(f"EDITOR_BACKDROPS, entry {number}: url must be http(s)://host/…, not {found.url!r}.")
    if found.kind == "xyz" and not all(part in found.url for part in ("{z}", "{x}", "{y}")):
        raise BadBackdrops(f"EDITOR_BACKDROPS, entry {number}: the url of an xyz needs {{z}}, {{x}} and {{y}}.")
