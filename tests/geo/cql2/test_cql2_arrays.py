"""Arrays are sets."""

import pytest

from geo.cql2.errors import InvalidFilter
from geo.cql2.parsing import Language
from tests.geo.cql2.conftest import Found


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("A_CONTAINS(themes, ('murals'))", {"train", "boat"}),
        ("A_CONTAINS(themes, 'murals')", {"train", "boat"}),
        ("A_CONTAINS(themes, ('crafts','murals'))", {"train"}),
        ("A_CONTAINEDBY(themes, ('murals'))", {"fish", "boat"}),
        ("A_OVERLAPS(themes, ('murals','other'))", {"train", "boat"}),
        ("A_EQUALS(themes, ('crafts','murals'))", {"train"}),
        ("A_EQUALS(themes, ('murals','murals'))", {"boat"}),
        ("A_CONTAINS(('murals','other'), themes)", {"fish", "boat"}),
        ("NOT A_OVERLAPS(themes, ('crafts'))", {"fish", "boat"}),
        ("A_EQUALS(themes, age_groups)", set()),
        ("A_OVERLAPS(themes, ('it''s', '{a,b}', 'NULL', '\\'))", set()),
    ],
)
def test_array_operators(found: Found, text: str, ids: set[str]):
    assert found(text) == ids


def test_the_empty_array(found: Found):
    text = '{"op": "a_equals", "args": [{"property": "themes"}, []]}'

    assert found(text, Language.JSON) == {"fish"}


@pytest.mark.parametrize(
    "text",
    [
        "A_CONTAINS(themes, (1, 2))",
        "A_CONTAINS(year, ('murals'))",
        "A_CONTAINS(themes, (CASEI('murals')))",
        "A_CONTAINS(themes, (id))",
        "A_CONTAINS(themes)",
        "A_OVERLAPS(themes, (('a','b'),'c'))",
    ],
)
def test_other_arrays_are_refused(found: Found, text: str):
    with pytest.raises(InvalidFilter):
        found(text)
