"""What a visitor does: choose, plan, share, look at the map, take the route along."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WISH = "party=primary&themes=old-towns&depart=2027-01-20T09:00:00%2B07:00"


def stops(page) -> list[str]:
    return page.locator(".itinerary .stop").evaluate_all("found => found.map(stop => stop.dataset.place)")


def choose_and_plan(page) -> None:
    page.check('input[name="party"][value="primary"]', force=True)
    page.check('input[name="themes"][value="old-towns"]', force=True)
    page.fill('input[name="day"]', "2027-01-20")
    page.click(".wish .button")
    page.wait_for_url("**/plan/**")


def test_the_form_and_the_itinerary_work_without_javascript(visit):
    with visit(java_script_enabled=False) as watched:
        page = watched.go("/th/")
        choose_and_plan(page)

        assert len(stops(page)) >= 3
        assert "JavaScript" in (page.locator(".map-note").text_content() or "")
        assert page.locator("[data-print]").is_hidden()


def test_the_shared_link_gives_the_same_route_to_somebody_else(visit):
    with visit() as mine:
        page = mine.go("/th/")
        choose_and_plan(page)
        link, planned = page.url, stops(page)
    with visit(width=1280) as theirs:
        page = theirs.go(link.removeprefix(theirs.home))

        assert stops(page) == planned
        assert mine.faults + theirs.faults == []


def test_a_changed_wish_plans_again_without_leaving_the_page(visit):
    with visit(width=1280) as watched:
        page = watched.go(f"/en/plan/?{WISH}")
        before = stops(page)
        page.click(".change > summary")
        page.uncheck('input[name="themes"][value="old-towns"]', force=True)
        page.check('input[name="themes"][value="thale-noi"]', force=True)
        page.wait_for_url("**themes=thale-noi**")

        expect(page.locator("[data-live-status]")).to_have_text("The plan below is new.")
        expect(page.locator(".map canvas").first).to_be_visible()
        assert stops(page) != before
        assert watched.faults == []


def test_the_starts_count_their_stops_anew_when_the_wish_changes(visit):
    with visit() as watched:
        page = watched.go("/en/")
        option = page.locator('option[value="wat-khuha-sawan"]')
        before = option.text_content()
        with page.expect_response(re.compile("/plan/counts/")):
            page.check('input[name="themes"][value="street-art"]', force=True)

        expect(option).not_to_have_text(before or "")
        expect(option).to_have_text(re.compile(r" · \d+ stops?$"))


def test_map_and_list_mirror_each_other(visit):
    with visit(width=1280) as watched:
        page = watched.go(f"/en/plan/?{WISH}")
        first = page.locator(".itinerary .stop").first
        page.locator(".map canvas").first.wait_for()
        first.locator("a").focus()

        expect(first).to_have_class(re.compile(r"\blit\b"))
        page.keyboard.press("Tab")
        expect(first).not_to_have_class(re.compile(r"\blit\b"))


def test_the_map_draws_its_schematic_base_and_zooms_by_keyboard(visit):
    with visit(width=1280) as watched:
        page = watched.go(f"/th/plan/?{WISH}")
        page.locator(".map canvas").first.wait_for()
        scale = page.locator(".ol-scale-line-inner")
        before = scale.text_content()
        page.get_by_role("button", name="ขยาย").press("Enter")

        expect(scale).not_to_have_text(before or "")
        assert page.locator(".map .schematic").text_content() == "แผนผังอย่างง่าย ห้ามใช้นำทาง"
        assert any(request.endswith("/map/orientation.geojson") for request in resources(page))


def resources(page) -> list[str]:
    return page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")


def test_every_file_of_a_plan_arrives(visit):
    with visit() as watched:
        page = watched.go(f"/th/plan/?{WISH}")
        links = page.locator(".take-list a").evaluate_all("found => found.map(link => link.href)")
        answers = {link.rsplit("f=", 1)[1]: page.request.get(link) for link in links}

    assert "geojson" in answers
    assert all(answer.ok and len(answer.body()) > 300 for answer in answers.values())


def test_a_refusal_offers_plans_that_work(visit):
    wish = "party=early-childhood&mode=walk&themes=rice-palm&start=wat-tamot&depart=2027-01-20T09:00:00%2B07:00"
    with visit() as watched:
        page = watched.go(f"/th/plan/?{wish}")
        page.locator(".offer-list a").first.click()
        page.wait_for_load_state()

        assert len(stops(page)) >= 1


def test_print_shows_the_route_and_hides_what_cannot_be_pressed(visit):
    with visit(width=1280) as watched:
        page = watched.go(f"/th/plan/?{WISH}")
        page.emulate_media(media="print")

        assert page.locator(".honest").is_visible()
        assert page.locator(".itinerary .stop").first.is_visible()
        assert page.locator(".site-head").is_hidden()
        assert page.locator(".take").is_hidden()


def test_touch_targets_are_large_enough(visit):
    with visit(has_touch=True) as watched:
        page = watched.go("/th/")
        sizes = page.locator(".wish :is(.chip, button, select, input[type=date])").evaluate_all(
            "found => found.filter(e => e.offsetParent).map(e => e.getBoundingClientRect().height)"
        )

    assert sizes
    assert min(sizes) >= 44


def test_the_header_sets_a_policy_without_inline_code(visit, served):
    with visit() as watched:
        policy = watched.page.request.get(f"{served}/th/").headers["content-security-policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
