"""Rules of the API that OpenAPI has no words for: what schemathesis makes of them by chance is put right here.

Only requests that ought to succeed are touched; those that break the document go out as they are.
"""

from typing import Any

import schemathesis

A_FILTER = {"cql2-text": "name_th IS NOT NULL", "cql2-json": '{"op":"isNull","args":[{"property":"name_th"}]}'}
DEGREES = "7.5,99.9,7.9,100.3"  # within the globe, whichever axis comes first
METRES = "600000,830000,640000,870000"


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """A filter is CQL2, a cursor comes from a link, a box begins with its lower corner, an interval with its start, and
    no past lies in the future.
    """
    if not case.query or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    query = case.query
    query.pop("cursor", None)
    if "as_of" in query:
        query["as_of"] = "2026-01-01"
    if "filter" in query:
        query["filter"] = A_FILTER[query.get("filter-lang", "cql2-text")]
    if "bbox" in query:
        in_degrees = query.get("bbox-crs", "CRS84").endswith(("CRS84", "4326"))
        query["bbox"] = DEGREES if in_degrees else METRES
    if "/" in str(query.get("datetime", "")):
        query["datetime"] = "2027-01-01/.."
