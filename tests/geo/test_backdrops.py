"""What an operator offers to lie under the editor's map."""

import json

import pytest

from geo.backdrops import BadBackdrops, read_backdrops
from geo.security import content_security_policy

WMS = {
    "kind": "wms",
    "url": "https://maps.example/wms?a=1",
    "layer": "ortho",
    "title_th": "ภาพถ่าย",
    "title_en": "Photo",
}


def test_nothing_is_offered_unless_set() -> None:
    assert read_backdrops("") == ()


def test_images_come_from_exactly_the_hosts_that_are_named() -> None:
    offered = read_backdrops(json.dumps([WMS, WMS | {"url": "http://tiles.example:8080/wms"}]))

    policy = content_security_policy("", tuple(each.origin for each in offered))

    assert "img-src 'self' data: blob: https://maps.example http://tiles.example:8080;" in policy
    assert "default-src 'self';" in policy


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": "wfs"}, "kind must be one of"),
        ({"layer": ""}, "a wms needs a layer"),
        ({"title_th": ""}, "title_th missing"),
        ({"colour": "red"}, "unknown colour"),
        ({"url": "ftp://maps.example/"}, "url must be http"),
        ({"url": "https://maps.example; script-src *"}, "url must be http"),
        ({"kind": "xyz"}, "needs {z}, {x} and {y}"),
    ],
)
def test_a_bad_entry_stops_the_start_and_is_named(changed: dict[str, str], said: str) -> None:
    with pytest.raises(BadBackdrops, match="entry 1") as refused:
        read_backdrops(json.dumps([WMS | changed]))

    assert said in str(refused.value)


@pytest.mark.parametrize("text", ["[", '{"kind": "wms"}', "[3]"])
def test_what_is_no_list_of_objects_is_refused(text: str) -> None:
    with pytest.raises(BadBackdrops, match="EDITOR_BACKDROPS"):
        read_backdrops(text)
