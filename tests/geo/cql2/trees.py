"""Trees of CQL2 JSON for property tests: `sound` ones have the right types and must be answered, `wild` ones not."""

from typing import Any

from hypothesis import strategies as st

Trees = st.SearchStrategy[Any]


def named(*names: str) -> Trees:
    return st.sampled_from(names).map(lambda name: {"property": name})


def called(names: list[str], *arguments: Trees) -> Trees:
    return st.builds(lambda name, *args: {"op": name, "args": list(args)}, st.sampled_from(names), *arguments)


def cased(text: Trees) -> Trees:
    return text.map(lambda value: {"op": "casei", "args": [value]})


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
patterns = st.lists(st.sampled_from(["%", "_", "\\%", "\\_", "\\\\", "a", "ก", "'"]), max_size=6).map("".join)
numbers = st.one_of(st.integers(-(10**12), 10**12), st.floats(allow_nan=False, allow_infinity=False))
days = st.dates().map(lambda day: {"date": day.isoformat()})
moments = st.datetimes().map(lambda moment: {"timestamp": f"{moment.isoformat()}Z"})
lon, lat = st.floats(99, 101), st.floats(7, 8)
positions = st.tuples(lon, lat).map(list)

a_text = st.one_of(words, named("id", "uid", "name_th", "partner"), cased(st.one_of(words, named("name_en"))))
a_number = st.one_of(numbers, named("accuracy_m", "capacity", "version"))
a_flag = st.one_of(st.booleans(), named("verified", "sensitive"))
a_day = st.one_of(days, named("verified_on"))
a_moment = st.one_of(moments, named("updated_at", "created_at"))
a_span = st.one_of(
    a_day, a_moment, st.just({"interval": ["..", ".."]}), a_day.map(lambda day: {"interval": [day, ".."]})
)
an_array = st.one_of(st.lists(words, max_size=3), named("themes", "age_groups"))
a_geometry = st.one_of(
    named("geometry"),
    positions.map(lambda at: {"type": "Point", "coordinates": at}),
    st.lists(positions, min_size=1, max_size=3).map(lambda points: {"type": "MultiPoint", "coordinates": points}),
    st.tuples(lon, lat).map(lambda at: {"bbox": [*at, at[0] + 0.5, at[1] + 0.5]}),
    st.tuples(lon, lat).map(lambda at: {"type": "LineString", "coordinates": [[99, 7], [at[0] + 2, at[1]]]}),
    st.tuples(lon, lat).map(
        lambda at: {"type": "Polygon", "coordinates": [[[98, 6], [at[0] + 1, 6], [99, at[1] + 1], [98, 6]]]}
    ),
)

_orders = ["=", "<>", "<", ">", "<=", ">="]
_scalars = (a_text, a_number, a_day, a_moment)
predicates = st.one_of(
    *(called(_orders, scalar, scalar) for scalar in _scalars),
    *(called(["between"], scalar, scalar, scalar) for scalar in _scalars),
    *(called(["in"], scalar, st.lists(scalar, min_size=1, max_size=3)) for scalar in (*_scalars, a_flag)),
    called(["=", "<>"], a_flag, a_flag),
    called(["like"], a_text, st.one_of(patterns, cased(patterns))),
    called(["isNull"], named("capacity", "geometry", "themes", "partner", "verified_on")),
    called(["t_after", "t_during", "T_DISJOINT", "t_metBy", "t_starts", "t_overlaps"], a_span, a_span),
    called(["s_intersects", "s_within", "S_EQUALS", "s_crosses"], a_geometry, a_geometry),
    called(["s_overlaps", "s_touches", "s_contains", "s_disjoint"], a_geometry, a_geometry),
    called(["a_contains", "a_equals", "a_overlaps", "a_containedBy"], an_array, an_array),
    a_flag,
)
sound = st.recursive(
    predicates, lambda part: st.one_of(called(["and", "or"], part, part), called(["not"], part)), max_leaves=6
)

_odd = st.one_of(
    st.none(),
    st.text(max_size=4),
    named("nothing", "partner__name_th", "visit_minutes"),
    st.floats(),
    st.lists(st.floats(-1e308, 1e308), max_size=7).map(lambda numbers: {"bbox": numbers}),
    st.lists(st.lists(st.floats(), max_size=4), max_size=5).map(lambda at: {"type": "LineString", "coordinates": at}),
    st.lists(a_geometry, max_size=3).map(lambda parts: {"type": "GeometryCollection", "geometries": parts}),
    st.lists(st.text(max_size=3), max_size=3).map(lambda ends: {"interval": ends}),
    st.sampled_from([{"date": "2027-13-01"}, {"timestamp": "x"}, {"date": 3}, {"op": "f", "args": []}]),
)
_anything = st.one_of(a_text, a_number, a_flag, a_span, an_array, a_geometry, _odd)
_operators = [
    *("=", "<", "like", "isNull", "between", "in", "and", "or", "not", "casei", "+", "t_equals", "t_meets"),
    *("s_within", "s_intersects", "a_contains", "a_equals"),
]
wild = st.recursive(
    st.one_of(_anything, predicates),
    lambda part: st.builds(
        lambda name, args: {"op": name, "args": args}, st.sampled_from(_operators), st.lists(part, max_size=3)
    ),
    max_leaves=6,
)
