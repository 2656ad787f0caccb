import pytest

from geo.rest.media import GEOJSON, HTML, JSON, OPENAPI, chosen
from geo.rest.problems import BadParameter, NotAcceptable

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
GDAL = "application/geo+json, application/json"


@pytest.mark.parametrize(
    ("accept", "medium"),
    [
        ("", GEOJSON),
        ("*/*", GEOJSON),
        (BROWSER, HTML),
        (GDAL, GEOJSON),
        ("application/json", GEOJSON),
        ("application/*", GEOJSON),
        ("text/html;q=0.1, application/geo+json;q=0.9", GEOJSON),
        ("text/html, */*;q=0.1", HTML),
        ("garbage", GEOJSON),
        (";;;,,,q=", GEOJSON),
        ("application/geo+json;q=abc", GEOJSON),
        ("application/geo+json;q=nan, text/html;q=0.5", GEOJSON),
    ],
)
def test_accept_chooses_the_medium(accept, medium):
    assert chosen(None, accept, (GEOJSON, HTML)) is medium


def test_f_beats_accept():
    assert chosen("json", BROWSER, (GEOJSON, HTML)) is GEOJSON
    assert chosen("geojson", BROWSER, (GEOJSON, HTML)) is GEOJSON
    assert chosen("html", GDAL, (GEOJSON, HTML)) is HTML


def test_media_parameters_do_not_matter():
    assert chosen(None, "application/vnd.oai.openapi+json;version=3.0", (OPENAPI,)) is OPENAPI


def test_what_is_not_offered_is_refused():
    with pytest.raises(NotAcceptable):
        chosen(None, "image/png", (JSON, HTML))
    with pytest.raises(NotAcceptable):
        chosen(None, "text/html;q=0, application/json;q=0", (JSON, HTML))
    with pytest.raises(BadParameter):
        chosen("gml", "", (JSON, HTML))
    with pytest.raises(BadParameter):
        chosen("", "", (JSON, HTML))
