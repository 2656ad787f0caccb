"""Features as a table for spreadsheets: UTF-8 with BOM, a row each, the geometry as WKT, and where it is.

A text that a spreadsheet would run as a formula gets an apostrophe in front. So does one that begins with apostrophes
and then such a sign: taking one apostrophe off where such a sign follows gives back every text exactly. Numbers, dates
and truth values are none of these texts and stay as they are, minus sign and all.
"""

import csv
import io
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, TextField

from geo.formats.copied import Copied, Shown
from geo.formats.csv import BOM, FORMULA_STARTS
from geo.rest.features import column, geometry_sql
from geo.rest.media import Media
from geo.rest.properties import kind_of, text_sql
from geo.rest.reference_systems import CRS84

MEDIA = Media("text/csv; charset=utf-8", ("csv",))
BETWEEN = ";"  # the values of a list; ids and codes never hold it

_STARTS = ", ".join(str(ord(sign)) for sign in FORMULA_STARTS)
_NEUTRAL = f"CASE WHEN ascii(ltrim({{text}}, ' ''')) IN ({_STARTS}) THEN '''' || {{text}} ELSE {{text}} END"
_POSITION = ("lon", "lat", "wkt")


def _columns(shown: Shown) -> str:
    meta = shown.model._meta
    serializer: Any = shown.collection.serializer
    identifier, geometry = (meta.get_field(name) for name in (serializer.Meta.id_field, serializer.Meta.geo_field))
    cells = [_cell(identifier), *(_cell(field) for field in shown.fields().values())]
    if notice := shown.notice():
        cells.append("'" + notice.replace("'", "''").replace("%", "%%") + "'")
    return ", ".join([*cells, *_position(geometry, shown)])


def _cell(field: Any) -> str:
    """A column as text that cannot be taken for a formula."""
    kind, stored = kind_of(field), column(field)
    if isinstance(kind, ArrayField):
        stored = f"array_to_string({stored}, '{BETWEEN}')"
    return (
        _NEUTRAL.format(text=stored)
        if isinstance(kind, CharField | TextField | ArrayField)
        else text_sql(field, stored)
    )


def _position(geometry: Any, shown: Shown) -> list[str]:
    """Longitude and latitude in WGS 84 (the middle of what is no point), and the geometry in the system asked for."""
    degrees = geometry_sql(geometry, CRS84)
    middle = degrees if geometry.geom_type == "POINT" else f"ST_Centroid({degrees})"
    decimals = CRS84.decimals
    numbers = [f"round(ST_{axis}({middle})::numeric, {decimals})::float8" for axis in "XY"]
    return [*numbers, f"ST_AsText({geometry_sql(geometry, shown.system)}, {shown.system.decimals})"]


def _head(shown: Shown) -> bytes:
    line = io.StringIO()
    notice = ["notice"] if shown.notice() else []
    csv.writer(line, lineterminator="\n").writerow(["id", *shown.names, *notice, *_POSITION])
    return (BOM + line.getvalue()).encode()


TABLE = Copied(MEDIA, "csv", "FORMAT csv", _columns, _head, lambda number: b"")
