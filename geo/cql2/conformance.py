"""The conformance classes that an API offering these filters may declare."""

_FILTERING = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf"
_CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf"

# Part 3: the parameters `filter`, `filter-lang` and `filter-crs` on a collection's items, and `/queryables`.
FILTERING = tuple(f"{_FILTERING}/{name}" for name in ("queryables", "filter", "features-filter"))

CQL2 = tuple(
    f"{_CQL2}/{name}"
    for name in (
        "cql2-text",
        "cql2-json",
        "basic-cql2",
        "advanced-comparison-operators",
        "case-insensitive-comparison",
        "basic-spatial-functions",
        "basic-spatial-functions-plus",
        "spatial-functions",
        "temporal-functions",
        "array-functions",
        "property-property",
    )
)

CLASSES = FILTERING + CQL2
