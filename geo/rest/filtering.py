"""The parameters `filter`, `filter-lang` and `filter-crs` (OGC API – Features Part 3) on a collection's items."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from geo.cql2.errors import InvalidFilter
from geo.cql2.limits import MAX_BYTES
from geo.cql2.parsing import Language
from geo.cql2.queryables import Queryable, queryables_of
from geo.cql2.translating import condition
from geo.rest import parameters, problems
from geo.rest.collection import Collection, JsonObject, Rows
from geo.rest.describing import crs_parameter, parameter
from geo.rest.problems import BadParameter
from geo.texts import Text

problems.register(InvalidFilter, 400, "invalid-filter", Text("ตัวกรองไม่ถูกต้อง", "Invalid filter"))


@lru_cache(maxsize=64)
def queryables(collection: Collection) -> Mapping[str, Queryable]:
    """What a filter may ask about: the id, the geometry, and the properties whose columns CQL2 can compare."""
    meta: Any = collection.serializer.Meta  # type: ignore[attr-defined]
    own = {"id": meta.id_field, "geometry": meta.geo_field}
    return queryables_of(meta.model, own | {name: str(field.source) for name, field in collection.fields.items()})


def filtered(collection: Collection, rows: Rows, asked: Mapping[str, str]) -> Rows:
    """`rows` under the filter, if there is one. Raises InvalidFilter, or BadParameter for what goes with it."""
    language = _language(asked.get("filter-lang"))
    system = parameters.reference_system("filter-crs", asked.get("filter-crs"))
    if "filter" not in asked:
        return rows
    return rows.filter(condition(asked["filter"], queryables(collection), language=language, system=system))


def _language(text: str | None) -> Language:
    try:
        return Language(text) if text is not None else Language.TEXT
    except ValueError:
        known = ", ".join(Language)
        raise BadParameter(
            "filter-lang", Text(f"filter-lang ที่ใช้ได้: {known}", f"filter-lang is one of {known}.")
        ) from None


def filter_parameters() -> list[JsonObject]:
    """The three parameters as OpenAPI describes them."""
    return [
        parameter(
            "filter",
            "A condition in CQL2 over the queryables: comparisons, LIKE, BETWEEN, IN, IS NULL, CASEI, S_…, T_…, A_…. "
            f"At most {MAX_BYTES} bytes.",
            {"type": "string", "minLength": 1},
        ),
        parameter(
            "filter-lang",
            "The encoding of filter.",
            {"type": "string", "enum": list(map(str, Language)), "default": str(Language.TEXT)},
        ),
        crs_parameter("filter-crs", "The reference system of the coordinates in filter; CRS84 unless given."),
    ]
