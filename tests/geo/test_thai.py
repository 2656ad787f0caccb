import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.thai import fold

THAI = st.text(
    alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.sampled_from("aZé \u200b\ufeff09"),
    max_size=30,
)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("นํ้าตก", "น้ำตก"),
        ("น้ํา", "น้ำ"),
        ("เเม่ขรี", "แม่ขรี"),
        ("พ.ศ. ๒๔๓๒", "พ.ศ. 2432"),
        ("วัด\u200bวัง", "วัดวัง"),
        ("Wat WANG", "wat wang"),
    ],
)
def test_one_spelling_whatever_the_keyboard_sent(typed, folded):
    assert fold(typed) == folded


@pytest.mark.django_db
@settings(max_examples=300, deadline=None)
@given(THAI)
def test_the_database_folds_as_python_does(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT fold_thai(%s)", [text])
        assert cursor.fetchone() == (fold(text),)


@given(THAI)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
