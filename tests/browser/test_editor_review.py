"""Review and history in the editor: what is decided on the map is read back from the database and the API."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.gis.geos import Point
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, expect

from spaces.changesets import Action, Change
from spaces.models import Changeset, HeritageSite, User
from spaces.submitting import submit
from tests.browser.conftest import Watched
from tests.browser.editing import choose, loaded, sign_in
from tests.browser.test_every_page import violations

pytestmark = pytest.mark.browser

SPACE = "wat-khuha-sawan"


class Desk:
    """What happens behind the browser: others change and propose; what came of it is read back."""

    def __init__(self, blocker: Any) -> None:
        self.blocker = blocker

    def does(self, act: Callable[[], Any]) -> Any:
        with self.blocker.unblock():
            found = act()
            connections.close_all()  # beside Playwright's loop this is a connection of its own
        return found

    def change(self, username: str, role: str, *, propose: bool = False, **values: Any) -> Changeset:
        """Somebody changes the space, or proposes to."""

        def act() -> Changeset:
            user, _ = User.objects.get_or_create(username=username, defaults={"role": role})
            space = HeritageSite.objects.get(pk=SPACE)
            change = Change(Action.MODIFY, "heritage-sites", SPACE, values, space.version)
            done = submit([change], user=user, comment=f"By {username}", source="api", propose=propose)
            return done.changeset

        found: Changeset = self.does(act)
        return found

    def space(self) -> HeritageSite:
        found: HeritageSite = self.does(lambda: HeritageSite.objects.get(pk=SPACE))
        return found

    def moved(self, lon_deg: float) -> Point:
        """Where the space would be so much farther east."""
        here = self.space().geometry
        return Point(round(here.x + lon_deg, 7), here.y, srid=4326)

    def state(self, proposal: Changeset) -> Changeset:
        found: Changeset = self.does(lambda: Changeset.objects.get(pk=proposal.pk))
        return found


@pytest.fixture
def desk(served: str, django_db_blocker: Any) -> Desk:
    return Desk(django_db_blocker)


Opening = Callable[[str], Page]


@pytest.fixture
def reviewing(served: str, context: BrowserContext, django_db_blocker: Any) -> Iterator[Opening]:
    """Opens the editor as a reviewer; at the end nothing was asked of others, and no fault was logged."""
    sign_in(context, served, django_db_blocker, "judge", "reviewer")
    windows: list[Watched] = []

    def window(address: str) -> Page:
        watched = Watched(context.new_page(), served)
        watched.page.set_viewport_size({"width": 1280, "height": 800})
        watched.page.goto(f"{served}{address}")
        loaded(watched.page)
        windows.append(watched)
        return watched.page

    yield window
    for watched in windows:
        assert watched.faults == []


def history_of_the_space(page: Page) -> None:
    choose(page, SPACE)
    page.get_by_role("tab", name="History").click()


def test_a_coachs_proposal_is_compared_by_keyboard_and_applied(reviewing: Opening, desk: Desk) -> None:
    proposal = desk.change("walker", "coach", propose=True, geometry=desk.moved(0.001), contact="074-611222")
    page = reviewing(f"/en/editor/?proposal={proposal.pk}")

    expect(page.get_by_role("heading", name=f"Proposal {proposal.pk}")).to_be_visible()
    expect(page.get_by_role("row", name="Contact – 074-611222")).to_be_visible()
    expect(page.locator(".ed-legend")).to_contain_text("Its middle moved by 110")
    page.get_by_label("Before and after side by side").check()
    handle = page.get_by_role("slider", name="Before on the left")
    handle.press("PageUp")
    handle.press("ArrowLeft")
    expect(handle).to_have_attribute("aria-valuenow", "58")
    assert violations(page) == []

    page.get_by_label("Reason").fill("Walked there")
    page.get_by_role("button", name="Apply").click()

    expect(page.locator(".ed-state-applied")).to_be_visible()
    assert (desk.space().contact, desk.state(proposal).reason) == ("074-611222", "Walked there")
    expect(page.get_by_role("slider", name="Before on the left")).to_have_count(1)
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_text("No proposal is waiting.")).to_be_visible()
    expect(page.get_by_role("slider", name="Before on the left")).to_have_count(0)


def test_a_rejection_wants_its_reason(reviewing: Opening, desk: Desk) -> None:
    proposal = desk.change("walker", "coach", propose=True, name_en="Somewhere else")
    page = reviewing("/th/editor/")
    expect(page.get_by_role("tab", name="ทบทวน")).to_contain_text("1")
    page.get_by_role("tab", name="ทบทวน").click()
    page.get_by_role("button", name="By walker").click()
    assert violations(page) == []

    page.get_by_role("button", name="ไม่รับ").click()
    expect(page.get_by_role("alert")).to_contain_text("โปรดบอกเหตุผลที่ไม่รับ")
    page.get_by_label("เหตุผล").fill("ที่นี่ไม่ใช่ที่นั่น")
    page.get_by_role("button", name="ไม่รับ").click()

    expect(page.locator(".ed-state-rejected")).to_be_visible()
    assert (desk.state(proposal).state, desk.state(proposal).reason) == ("rejected", "ที่นี่ไม่ใช่ที่นั่น")
    assert desk.space().name_en != "Somewhere else"


def test_of_what_both_changed_the_reviewer_chooses(reviewing: Opening, desk: Desk) -> None:
    proposal = desk.change("walker", "coach", propose=True, contact="1111")
    desk.change("judge", "reviewer", contact="2222")
    page = reviewing(f"/en/editor/?proposal={proposal.pk}")
    expect(page.get_by_text("The space was changed since")).to_be_visible()

    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("alert")).to_contain_text("First choose")
    page.get_by_label("As proposed: 1111").check()
    page.get_by_role("button", name="Apply").click()

    expect(page.locator(".ed-state-applied")).to_be_visible()
    assert desk.space().contact == "1111"


def test_versions_are_compared_undone_and_restored(reviewing: Opening, desk: Desk) -> None:
    first = desk.space().version
    desk.change("judge", "reviewer", contact="before")
    desk.change("judge", "reviewer", contact="later", geometry=desk.moved(0.002))
    desk.change("judge", "reviewer", name_en="Renamed afterwards")
    page = reviewing("/en/editor/")
    history_of_the_space(page)

    page.get_by_label("Older version").select_option(str(first + 1))
    expect(page.get_by_role("row", name="Contact before later")).to_be_visible()
    expect(page.locator(".ed-legend")).to_contain_text("moved by 22")
    assert violations(page) == []

    page.get_by_text(f"Restore or undo version {first + 2}").click()
    page.get_by_role("button", name="Undo this change").and_(page.locator("details[open] button")).click()
    expect(page.get_by_role("row", name="Contact later before")).to_be_visible()
    page.get_by_role("button", name="Do it").click()
    expect(page.get_by_role("strong").filter(has_text=f"Version {first + 4}")).to_be_visible()
    assert (desk.space().contact, desk.space().name_en) == ("before", "Renamed afterwards")

    page.get_by_role("button", name="Restore this version").and_(page.locator("details[open] button")).click()
    page.get_by_role("button", name="Do it").click()
    expect(page.get_by_role("strong").filter(has_text=f"Version {first + 5}")).to_be_visible()
    assert desk.space().contact == "later"
    assert desk.space().name_en != "Renamed afterwards"


def test_what_others_changed_since_the_last_visit_is_counted_and_marked(
    reviewing: Opening, browser: Browser, desk: Desk
) -> None:
    page = reviewing("/en/editor/")
    page.get_by_role("tab", name="History").click()
    page.get_by_role("radio", name="Recent changes").check()
    expect(page.get_by_text("This is your first visit")).to_be_visible()
    desk.change("other", "reviewer", contact="while you were away")

    again = reviewing("/en/editor/")
    tab = again.get_by_role("tab", name="History")
    expect(tab).to_contain_text("1")
    tab.click()
    again.get_by_role("radio", name="Recent changes").check()
    expect(again.get_by_text("1 change since your last visit")).to_be_visible()
    newest = again.locator(".ed-version").first
    expect(newest).to_contain_text(re.compile(r"new other, .*By other\s*1 changed", re.S))
    expect(newest.get_by_role("separator")).to_contain_text("since your last visit")
    expect(tab.locator(".ed-badge")).to_have_count(0)
    assert violations(again) == []


def test_a_deleted_space_is_found_among_the_changes_and_brought_back(reviewing: Opening, desk: Desk) -> None:
    version = desk.space().version
    desk.change("other", "reviewer", status="deleted")
    page = reviewing("/en/editor/")
    page.get_by_role("tab", name="History").click()
    page.get_by_role("radio", name="Recent changes").check()

    page.locator(".ed-version").first.get_by_role("button", name=SPACE).click()
    page.get_by_text(f"Restore or undo version {version}", exact=True).click()
    page.get_by_role("button", name="Restore this version").and_(page.locator("details[open] button")).click()
    page.get_by_role("button", name="Do it").click()

    expect(page.get_by_role("strong").filter(has_text=f"Version {version + 2}")).to_be_visible()
    assert desk.space().status == "published"
    choose(page, SPACE)


def test_the_map_of_a_day_says_what_it_shows(reviewing: Opening) -> None:
    page = reviewing("/en/editor/")
    page.get_by_role("tab", name="History").click()
    page.get_by_role("radio", name="On a day").check()

    page.get_by_role("button", name="Show the map of that day").click()

    expect(page.get_by_text(re.compile(r"The map as it stood on .*: \d+ spaces"))).to_be_visible()
    page.get_by_role("button", name="Back to now").click()
    expect(page.get_by_text("The map as it stood on")).to_have_count(0)
