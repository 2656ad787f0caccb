import io

import pytest
from rest_framework.exceptions import ParseError

from geo.rest.parsers import BodyTooLarge, StrictJSONParser


def parse(body: bytes):
    return StrictJSONParser().parse(io.BytesIO(body))


def test_json_is_read():
    assert parse('{"name": "วัด", "n": [1, 2.5, null]}'.encode()) == {"name": "วัด", "n": [1, 2.5, None]}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'"\\ud800"',
        b'"a\\u0000b"',
        b'{"a\\u0000": 1}',
        b"NaN",
        b"[Infinity]",
        b"1e999",
        b"9" * 5000,
        b"[" * 100_000,
        b'{"a":' * 50_000,
    ],
)
def test_what_json_or_the_database_cannot_hold_is_refused(body):
    with pytest.raises(ParseError):
        parse(body)


def test_more_bytes_than_the_limit_are_refused_before_they_are_read():
    class Small(StrictJSONParser):
        most_bytes = 4

    sent = io.BytesIO(b'"123456789"')
    with pytest.raises(BodyTooLarge):
        Small().parse(sent)
    assert sent.tell() == 5
    assert Small().parse(io.BytesIO(b'"12"')) == "12"
