import pytest
from django.core import signing

from geo.rest import cursor
from geo.rest.parameters import SortKey
from geo.rest.problems import BadParameter

KEYS = (SortKey("name_th"), SortKey("id"))


def test_a_cursor_gives_back_what_was_put_in():
    text = cursor.written("items", KEYS, '["วัด", "wat-wang"]')

    assert cursor.read(text, "items", KEYS) == ["วัด", "wat-wang"]


@pytest.mark.parametrize(
    "change", [lambda text: text[:-1], lambda text: text + "A", lambda text: "x" + text, lambda _: ""]
)
def test_a_tampered_cursor_is_refused(change):
    text = cursor.written("items", KEYS, '["วัด", "wat-wang"]')

    with pytest.raises(BadParameter):
        cursor.read(change(text), "items", KEYS)


def test_a_cursor_holds_for_its_own_resource_and_order_only():
    text = cursor.written("items", KEYS, '["วัด", "wat-wang"]')

    with pytest.raises(BadParameter):
        cursor.read(text, "other", KEYS)
    with pytest.raises(BadParameter):
        cursor.read(text, "items", (SortKey("name_th", descending=True), SortKey("id")))


def test_something_else_that_we_signed_is_no_cursor():
    with pytest.raises(BadParameter):
        cursor.read(signing.dumps("hello", salt="another"), "items", KEYS)
