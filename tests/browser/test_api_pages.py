"""The pages of the API in a browser: with a map of what they list, without JavaScript as a table, for everybody."""

import pytest

from tests.browser.test_every_page import violations

pytestmark = pytest.mark.browser

PAGES = {
    "landing": "/api/?f=html",
    "collection": "/api/collections/learning-spaces?f=html",
    "items": "/api/collections/heritage-sites/items?f=html",
    "item": "/api/collections/urban-design-zones/items/demo-learning-street?f=html",
    "tiles": "/api/collections/amenities/tiles/WebMercatorQuad?f=html",
}
WITH_A_MAP = sorted(PAGES.keys() - {"landing"})
NAMES = {"th": "แผนที่สังเขป", "en": "Schematic map"}


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_quiet_and_within_its_width(visit, name, language):
    with visit(locale=language) as watched:
        page = watched.go(PAGES[name])
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width} px"
            assert violations(page) == []
        if name in WITH_A_MAP:
            assert page.locator(".map canvas").count() > 0
            assert page.locator(".map .schematic").text_content() == NAMES[language]

    assert watched.faults == []


def test_the_map_draws_the_features_of_this_page(visit):
    with visit() as watched, watched.page.expect_response("**/items?*properties=*") as asked:
        page = watched.go(
            "/api/collections/amenities/items?f=html&limit=4&crs=http://www.opengis.net/def/crs/EPSG/0/24047"
        )
        drawn = [feature["id"] for feature in asked.value.json()["features"]]

        assert drawn == page.locator("[data-place]").evaluate_all("links => links.map(link => link.dataset.place)")
        assert len(drawn) == 4


def test_a_name_in_the_table_and_its_place_on_the_map_are_lit_together(visit):
    with visit(width=1280) as watched:
        page = watched.go(PAGES["items"])
        page.locator(".map canvas").first.wait_for()
        first = page.locator("[data-place]").first
        first.focus()

        assert "lit" in (first.get_attribute("class") or "")


def test_without_javascript_the_table_says_the_same(visit):
    with visit(java_script_enabled=False, locale="en") as watched:
        page = watched.go(PAGES["items"])

        assert "The table says the same in words" in page.locator(".map-note").inner_text()
        assert page.locator("tbody tr").count() == 50
