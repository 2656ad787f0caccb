import pytest
from django.test import RequestFactory

from geo.rest import query
from geo.rest.problems import BadParameter


def read(raw: str) -> dict[str, str]:
    request = RequestFactory().get("/")
    request.META["QUERY_STRING"] = raw
    return query.read(request, {"q", "limit"})


def test_parameters_come_by_name():
    assert read("q=%E0%B8%A7%E0%B8%B1%E0%B8%94+a&limit=5") == {"q": "วัด a", "limit": "5"}


def test_raw_utf8_bytes_are_read_like_escaped_ones():
    assert read("q=วัด".encode().decode("latin-1")) == {"q": "วัด"}


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ("limt=5", "limt"),
        ("q=a&q=b", "q"),
        ("q=%zz", "q"),
        ("q=100%", "q"),
        ("q=%ff", "q"),
        ("q=%ED%A0%80", "q"),
        ("q=a%00b", "q"),
        ("q=" + "a" * 2001, "q"),
        ("Limit=5", "Limit"),
        ("=5", ""),
        ("%00=1", "%00"),
    ],
)
def test_what_is_unknown_repeated_or_garbled_is_refused_by_name(raw, named):
    with pytest.raises(BadParameter) as caught:
        read(raw)

    assert caught.value.extra == {"parameter": named}
