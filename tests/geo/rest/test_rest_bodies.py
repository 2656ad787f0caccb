import pytest
from django.test import RequestFactory
from rest_framework.exceptions import ParseError

from geo.rest.bodies import FEATURE, MANY, MOST_DEPTH, BodyTooLarge, Limits, UnreadableType, must_be_readable, parse

HOSTILE = {
    "nothing": b"",
    "half": b'{"a": 1',
    "two": b"{} {}",
    "a comma too many": b'{"a": 1,}',
    "a comment": b"{/* */}",
    "single quotes": b"{'a': 1}",
    "NaN": b'{"a": NaN}',
    "Infinity": b'{"a": Infinity}',
    "minus Infinity": b'{"a": -Infinity}',
    "beyond a double": b'{"a": 1e999}',
    "five thousand digits": b"9" * 5000,
    "a byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "UTF-16 without a mark": '{"a": 1}'.encode("utf-16-be"),
    "UTF-32": '{"a": 1}'.encode("utf-32"),
    "TIS-620": '{"a": "วัด"}'.encode("tis-620"),
    "an overlong encoding": b'{"a": "\xc0\xaf"}',
    "an encoded surrogate": b'{"a": "\xed\xa0\x80"}',
    "a lone surrogate": b'{"a": "\\ud800"}',
    "a lone surrogate as a name": b'{"\\udc00": 1}',
    "NUL": b'{"a": "x\\u0000y"}',
    "NUL as a name": b'{"\\u0000": 1}',
    "a bare NUL": b'{"a": "\x00"}',
    "a bare line end": b'{"a": "\n"}',
    "a name twice": b'{"a": 1, "b": {"c": 1, "c": 2}}',
    "the same name by escape": b'{"a": 1, "\\u0061": 2}',
    "depth": b"[" * (MOST_DEPTH + 1) + b"]" * (MOST_DEPTH + 1),
    "great depth": b"[" * 150_000,
    "great depth of objects": b'{"a":' * 150_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_json_here_is_refused(body):
    with pytest.raises(ParseError):
        parse(body, FEATURE)


def test_ordinary_json_is_read():
    assert parse('{"name": "วัด \\u0e01 \\ud83d\\ude00", "n": [1, -2.5e3, null, true]}'.encode(), FEATURE) == {
        "name": "วัด ก 😀",
        "n": [1, -2500.0, None, True],
    }
    assert parse(b"[" * MOST_DEPTH + b"]" * MOST_DEPTH, FEATURE)


@pytest.mark.parametrize(
    "body", [b"[" + b"1," * 50 + b"1]", b"[" + b"[]," * 50 + b"[]]", b'{"a": "' + b"x" * 99 + b'"}']
)
def test_what_would_unfold_too_far_is_refused_before_it_is(body):
    with pytest.raises(BodyTooLarge):
        parse(body, Limits(most_bytes=100 if b"x" in body else 1000, most_values=40))


def test_the_most_vertices_of_a_geometry_fit_even_with_a_number_a_line():
    vertex = b"            [\n              100.1234567,\n              7.1234567\n            ],\n"

    assert len(vertex) * 50_000 < FEATURE.most_bytes
    assert 50_000 * 3 + 1000 < FEATURE.most_values < MANY.most_values


def asked(content_type="application/json", **headers):
    return RequestFactory().generic("POST", "/", b"{}", content_type, headers=headers)


@pytest.mark.parametrize(
    "content_type", ["application/json", "Application/JSON; charset=UTF-8", 'application/json;charset="utf-8"']
)
def test_a_type_is_known_with_its_character_set(content_type):
    must_be_readable(asked(content_type), ["application/json"], FEATURE)


@pytest.mark.parametrize(
    ("content_type", "headers"),
    [
        ("", {}),
        ("text/plain", {}),
        ("multipart/form-data; boundary=x", {}),
        ("application/x-www-form-urlencoded", {}),
        ("application/json; charset=tis-620", {}),
        ("application/json; charset=utf-16", {}),
        ("application/json", {"content-encoding": "gzip"}),
        ("application/jsonx", {}),
    ],
)
def test_another_type_character_set_or_compression_is_refused(content_type, headers):
    with pytest.raises(UnreadableType) as refusal:
        must_be_readable(asked(content_type, **headers), ["application/json"], FEATURE)

    assert "application/json" in refusal.value.text.en


def test_an_announced_length_is_believed():
    request = asked()
    request.META["CONTENT_LENGTH"] = str(FEATURE.most_bytes + 1)

    with pytest.raises(BodyTooLarge):
        must_be_readable(request, ["application/json"], FEATURE)
