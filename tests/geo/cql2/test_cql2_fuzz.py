"""Whatever comes in: a condition that PostGIS executes, or InvalidFilter."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.cql2.errors import InvalidFilter
from geo.cql2.parsing import Language
from geo.cql2.queryables import Queryable, queryables_of
from geo.cql2.translating import condition
from geo.rest.reference_systems import SYSTEMS
from spaces.models import AnySpace, StreetArtWall
from tests.geo.cql2 import trees
from tests.geo.cql2.conftest import ASKED

pytestmark = pytest.mark.usefixtures("walls")
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
OWN = {"artist", "year", "condition", "last_seen"}
COMMON = queryables_of(AnySpace, {name: name for name in ASKED if name not in OWN})
CRS84, *_ = SYSTEMS

WORDS = [
    *("year", "artist", "geometry", "themes", "last_seen", "updated_at", "verified", "nothing", '"id"', "=", "<>", "<"),
    *(">=", "(", ")", "(", ")", ",", "AND", "OR", "NOT", "IS", "NULL", "LIKE", "IN", "BETWEEN", "'x%'", "'", '"', "''"),
    *(
        "1",
        "-1",
        "2.5e3",
        "TRUE",
        "CASEI(",
        "S_INTERSECTS(",
        "POINT(100 7)",
        "BBOX(100,7,101,8)",
        "POLYGON((",
        "T_AFTER(",
    ),
    *(
        "DATE(",
        "'2027-01-01'",
        "INTERVAL('..','2027-01-01')",
        "A_CONTAINS(",
        "('murals')",
        "+",
        "*",
        "EMPTY",
        "\\",
        ";",
    ),
    *("TIMESTAMP('2027-01-01T00:00:00Z')", "--", "%", "ก", "\x00", "\U0001f600"),
]


def counted(text: str, language: Language, queryables: dict[str, Queryable], system: str = CRS84) -> int | None:
    """How many walls a filter finds; None when it is refused."""
    try:
        asked = condition(text, queryables, language=language, system=SYSTEMS[system])
    except InvalidFilter:
        return None
    model = AnySpace if queryables is COMMON else StreetArtWall
    return model._default_manager.filter(asked).count()


@MANY
@given(tree=trees.sound)
def test_a_sound_tree_is_answered(queryables: dict[str, Queryable], tree: Any):
    text = json.dumps(tree)

    assert counted(text, Language.JSON, queryables) in range(6)
    assert counted(text, Language.JSON, COMMON) in range(6)


@MANY
@given(tree=trees.sound)
def test_a_tree_and_its_negation_never_find_more_than_there_is(queryables: dict[str, Queryable], tree: Any):
    true = counted(json.dumps(tree), Language.JSON, queryables)
    false = counted(json.dumps({"op": "not", "args": [tree]}), Language.JSON, queryables)

    assert true is not None
    assert false is not None
    assert true + false <= 5


@MANY
@given(tree=trees.wild, system=st.sampled_from([*SYSTEMS]))
def test_any_tree_is_answered_or_refused(queryables: dict[str, Queryable], tree: Any, system: str):
    assert counted(json.dumps(tree), Language.JSON, queryables, system) in {None, *range(6)}


@MANY
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), system=st.sampled_from([*SYSTEMS]))
def test_any_words_are_answered_or_refused(queryables: dict[str, Queryable], words: list[str], system: str):
    assert counted(" ".join(words), Language.TEXT, queryables, system) in {None, *range(6)}


@MANY
@given(text=st.text(), language=st.sampled_from(Language))
def test_any_text_is_answered_or_refused(queryables: dict[str, Queryable], text: str, language: Language):
    assert counted(text, language, queryables) in {None, *range(6)}


@MANY
@given(value=st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_text_is_found_as_itself(queryables: dict[str, Queryable], value: str):
    quoted = value.replace("'", "''")
    escaped = quoted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")

    equal = counted(f"'{quoted}' = '{quoted}'", Language.TEXT, queryables)
    alike = counted(f"'{quoted}' LIKE '{escaped}'", Language.TEXT, queryables)

    assert (equal, alike) == ((None, None) if "\x00" in value else (5, 5))
