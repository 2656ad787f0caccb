"""Each page in both languages, on a small phone, a phone and a desk: readable by everybody, quiet, within its width."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

WISH = "party=primary&themes=old-towns&depart=2027-01-20T09:00:00%2B07:00"
PAGES = {
    "home": "/",
    "plan": f"/plan/?{WISH}",
    "routes": "/routes/",
    "route": "/routes/kept-for-the-tests/",
    "spaces": "/spaces/",
    "space": "/spaces/wang-chao-mueang/",
    "zone": "/spaces/?kind=urban-design-zones",
    "story": "/stories/khlong-nui/",
    "trust": "/trust/",
    "login": "/login/",
    "propose": "/propose/",
    "changed": "/propose/?space=wat-wang",
}
WIDTHS = (320, 390, 1280)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_quiet_and_within_its_width(visit, name, language):
    with visit() as watched:
        page = watched.go(f"/{language}{PAGES[name]}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width} px"
            assert violations(page) == []

    assert watched.faults == []


@pytest.mark.parametrize("name", ["home", "plan", "space"])
def test_page_keeps_its_contrast_in_the_dark(visit, name):
    with visit(color_scheme="dark") as watched:
        page = watched.go(f"/th{PAGES[name]}")

        assert violations(page) == []


def violations(page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
