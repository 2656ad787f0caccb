"""Saving in the map editor: conflicts, being offline, an ended session, faults, findings; read back through the API."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, expect

from spaces.models import User
from tests.browser.editing import choose, opened, sign_in

pytestmark = pytest.mark.browser

Seat = Callable[..., Page]
SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>"
SOUTH = "demo-draft-south-quarter"
BOW_TIE = "100.10 7.60\n100.11 7.62\n100.11 7.60\n100.10 7.61"


@pytest.fixture
def seat(served: str, browser: Browser, django_db_blocker: Any) -> Iterator[Seat]:
    """`seat("ann")` gives the editor in a browser of its own; whoever sits there publishes unless told otherwise."""
    contexts: list[BrowserContext] = []

    def taken(username: str, role: str = "reviewer", address: str = "/en/editor/") -> Page:
        context = browser.new_context()
        contexts.append(context)
        sign_in(context, served, django_db_blocker, username, role)
        return opened(context, served + address)

    yield taken
    for context in contexts:
        context.close()


def stored(page: Page, served: str, collection: str, space: str) -> dict[str, Any]:
    answer = page.request.get(f"{served}/api/collections/{collection}/items/{space}", headers={"accept": "*/*"})
    properties: dict[str, Any] = answer.json()["properties"]
    return properties


def write(page: Page, label: str, value: str) -> None:
    """Fills a field of the selected space, in whichever section it stands."""
    page.locator(".ed-section:not([open]) > summary").evaluate_all("all => all.forEach((each) => each.click())")
    field = page.get_by_label(label)
    field.fill(value)
    field.press("Tab")


def save(page: Page, comment: str = "") -> None:
    if comment:
        page.get_by_label("What did you change, and why?").fill(comment)
    page.get_by_role("button", name="Save", exact=True).click()


def is_saved(page: Page) -> None:
    expect(page.locator(".ed-sync")).to_have_attribute("data-sync", "saved", timeout=15_000)


def clash(ann: Page, bob: Page, space: str, theirs: dict[str, str], mine: dict[str, str]) -> None:
    """Bob was faster: Ann learns of it when she saves."""
    for page, values in ((bob, theirs), (ann, mine)):
        choose(page, space)
        for label, value in values.items():
            write(page, label, value)
        save(page)
        if page is bob:
            is_saved(page)
    expect(ann.get_by_role("alertdialog")).to_be_visible()


def test_mine_on_top_keeps_what_only_they_changed(seat: Seat, served: str) -> None:
    ann, bob = seat("ann"), seat("bob")
    clash(ann, bob, "varni-krajood", {"English name": "Bob's", "Contact": "074 111"}, {"English name": "Ann's"})
    expect(ann.get_by_role("alertdialog")).to_contain_text("They also changed: Contact")

    ann.get_by_role("button", name="Keep mine on top").click()
    save(ann)
    is_saved(ann)

    found = stored(ann, served, "wisdom-places", "varni-krajood")
    assert (found["name_en"], found["contact"]) == ("Ann's", "074 111")


def test_each_other_way_out_of_a_conflict_leads_where_it_says(seat: Seat, served: str) -> None:
    ann, bob = seat("ann"), seat("bob")

    clash(ann, bob, "sao-no-le", {"English name": "Bob's", "Contact": "074 222"}, {"English name": "Ann's"})
    ann.get_by_role("button", name="Mine throughout").click()
    save(ann)
    is_saved(ann)
    found = stored(ann, served, "wisdom-places", "sao-no-le")
    assert found["name_en"] == "Ann's"
    assert found["contact"] != "074 222"

    clash(ann, bob, "lampam-beach", {"English name": "Bob's"}, {"English name": "Ann's"})
    ann.get_by_role("button", name="Take theirs").click()
    is_saved(ann)
    expect(ann.get_by_label("English name")).to_have_value("Bob's")

    both = ("English name", "Contact")
    clash(ann, bob, "lampam-canal-walk", dict.fromkeys(both, "b"), dict.fromkeys(both, "a"))
    ann.get_by_role("radio", name="Mine: English name").check()
    ann.get_by_role("radio", name="Theirs: Contact").check()
    ann.get_by_role("button", name="Done").click()
    save(ann)
    is_saved(ann)
    found = stored(ann, served, "wisdom-places", "lampam-canal-walk")
    assert (found["name_en"], found["contact"]) == ("a", "b")

    clash(ann, bob, "kanchanaphisek-park", {"English name": "Bob's"}, {"English name": "Ann's"})
    ann.get_by_role("alertdialog").get_by_role("button", name="Send as a proposal").click()
    expect(ann.locator(".ed-notice")).to_have_text("Sent as a proposal. A reviewer will look at it.")
    assert stored(ann, served, "wisdom-places", "kanchanaphisek-park")["name_en"] == "Bob's"


def test_what_they_deleted_lives_on_as_a_new_space(seat: Seat, served: str) -> None:
    ann, bob = seat("ann"), seat("bob")
    choose(bob, "demo-lampam-waterside-walk")
    bob.get_by_role("button", name="Delete this space").click()
    save(bob)
    is_saved(bob)
    choose(ann, "demo-lampam-waterside-walk")
    write(ann, "English name", "A walk that goes on")
    save(ann)
    expect(ann.get_by_role("alertdialog")).to_contain_text("was deleted meanwhile")

    ann.get_by_role("button", name="Keep mine as a new space").click()
    save(ann)
    is_saved(ann)

    found = stored(ann, served, "urban-design-zones", "a-walk-that-goes-on")
    assert (found["name_en"], found["version"]) == ("A walk that goes on", 1)


def test_what_was_saved_offline_is_sent_in_order(seat: Seat, served: str) -> None:
    ann = seat("ann")
    choose(ann, "rice-research-centre")
    ann.context.set_offline(True)
    for n, words in enumerate(("first", "second"), start=1):
        write(ann, "English name", words.title())
        save(ann, words)
        expect(ann.locator(".ed-queue")).to_contain_text(str(n))
    expect(ann.locator(".ed-sync")).to_have_attribute("data-sync", "offline")

    ann.context.set_offline(False)
    is_saved(ann)

    history = f"{served}/api/collections/wisdom-places/items/rice-research-centre/versions"
    versions = sorted(ann.request.get(history).json()["versions"], key=lambda each: int(each["version"]))
    assert [each["why"] for each in versions[-2:]] == ["first", "second"]
    assert stored(ann, served, "wisdom-places", "rice-research-centre")["name_en"] == "Second"


def test_a_window_that_was_closed_offline_leaves_its_work_to_be_sent(seat: Seat, served: str) -> None:
    ann = seat("ann")
    choose(ann, "college-of-dramatic-arts")
    context = ann.context
    context.set_offline(True)
    write(ann, "English name", "Sent after the crash")
    save(ann, "typed before the crash")
    expect(ann.locator(".ed-sync")).to_have_text("Offline, 1 kept in this browser")
    ann.close()
    context.set_offline(False)

    again = opened(context, f"{served}/en/editor/")
    again.get_by_role("button", name="Restore it").click()

    is_saved(again)
    assert stored(again, served, "wisdom-places", "college-of-dramatic-arts")["name_en"] == "Sent after the crash"


def test_two_windows_of_one_browser_keep_their_work_apart(seat: Seat, served: str) -> None:
    one = seat("ann")
    choose(one, "na-po-kae")
    write(one, "English name", "In the first window")
    expect(one.locator(".ed-change")).to_have_count(1)
    two = opened(one.context, f"{served}/en/editor/")
    expect(two.locator(".ed-change")).to_have_count(0)
    choose(two, "ban-ton-krajood")
    write(two, "English name", "In the second window")
    expect(two.locator(".ed-change")).to_have_count(1)

    one.reload()
    two.reload()

    expect(one.locator(".ed-change-name")).to_have_text("In the first window")
    expect(two.locator(".ed-change-name")).to_have_text("In the second window")


def test_an_ended_session_is_taken_up_in_place(seat: Seat, served: str, django_db_blocker: Any) -> None:
    ann = seat("ann")
    with django_db_blocker.unblock():
        user = User.objects.get(username="ann")
        user.set_password("long-boat-on-the-lake")
        user.save()
        connections.close_all()  # beside Playwright's loop this is a connection of its own
    ann.context.clear_cookies()
    choose(ann, "khuan-khanun-coconut-shell")
    write(ann, "English name", "Saved after logging in again")
    save(ann)

    dialog = ann.get_by_role("dialog")
    dialog.get_by_label("Password").fill("long-boat-on-the-lake")
    dialog.get_by_role("button", name="Log in").click()
    is_saved(ann)

    found = stored(ann, served, "wisdom-places", "khuan-khanun-coconut-shell")
    assert found["name_en"] == "Saved after logging in again"


def test_who_may_only_propose_is_told_so(seat: Seat, served: str) -> None:
    cho = seat("cho", role="planner")
    choose(cho, "bang-kaeo-shadow-puppets")
    write(cho, "English name", "A wish")

    expect(cho.get_by_role("button", name="Save", exact=True)).to_be_disabled()
    expect(cho.locator(".ed-save")).to_contain_text("You may propose these changes")
    cho.get_by_role("button", name="Send as a proposal").click()

    is_saved(cho)
    assert stored(cho, served, "wisdom-places", "bang-kaeo-shadow-puppets")["name_en"] != "A wish"


def test_the_server_names_a_fault_and_its_repair_is_one_step(seat: Seat) -> None:
    ann = seat("ann")
    choose(ann, "demo-civic-quarter")
    ann.get_by_text("Coordinates as text").click()
    ann.locator(".ed-ring textarea").first.fill(BOW_TIE)
    ann.keyboard.press("Tab")
    faults = ann.locator(".ed-faults")
    expect(faults).to_contain_text("The outline crosses itself.")
    expect(ann.get_by_role("button", name="Save", exact=True)).to_be_disabled()
    expect(faults).to_contain_text(re.compile(r"m² \([+-].*%\)"))

    faults.get_by_role("button", name="Show before and after").click()
    faults.get_by_role("button", name="Apply the repair").click()
    expect(ann.get_by_role("button", name="Save", exact=True)).to_be_enabled()
    ann.get_by_role("button", name="Undo").click()

    expect(faults).to_contain_text("The outline crosses itself.")


def test_the_walk_finds_the_faults_of_the_demonstration_and_mends_them(seat: Seat) -> None:
    ann = seat("ann")
    ann.get_by_role("tab", name="Checks").click()
    ann.get_by_role("button", name="Check all zones").click()
    expect(ann.locator(".ed-walk")).to_contain_text("1 of 2")
    finding = ann.locator(".ed-finding")
    expect(finding).to_contain_text("Gap between zones")
    ann.get_by_role("button", name="Next").click()
    expect(finding).to_contain_text("Overlap of zones")
    expect(finding).to_contain_text("m²")

    finding.get_by_role("button", name="Cut it out of “Draft with deliberate faults").click()
    finding.get_by_role("button", name="Apply").click()
    expect(ann.locator(".ed-checks [role=status]")).to_have_text("1 finding")
    ann.get_by_role("button", name="Give the gap to “Draft with deliberate faults").click()
    finding.get_by_role("button", name="Apply").click()

    expect(ann.locator(".ed-checks [role=status]")).to_contain_text("no gap, no overlap")
    ann.get_by_role("tab", name="Edit").click()
    expect(ann.locator(".ed-change")).not_to_have_count(0)


def test_filters_hold_for_counts_and_search_and_spare_what_is_changed(seat: Seat) -> None:
    ann = seat("ann")
    choose(ann, "wat-wang")
    write(ann, "English name", "Changed and in sight")
    ann.get_by_role("tab", name="Layers").click()

    ann.get_by_label("Status", exact=True).select_option("draft")

    expect(ann.locator(".ed-filters")).to_contain_text("1 filter is on")
    expect(ann.locator(".ed-layers li").first).to_contain_text(re.compile(r"1 of \d+"))
    expect(ann.get_by_role("tab", name="Layers").locator(".ed-badge")).to_have_text("1")
    ann.get_by_role("searchbox").fill("khuha")
    expect(ann.locator(".ed-found")).to_contain_text("No space of this name")
    ann.get_by_role("searchbox").fill("in sight")
    expect(ann.locator(".ed-found button")).to_have_count(1)


def listen(page: Page, said: list[str]) -> None:
    """Notes dialogs and errors: what a script that ran would leave."""

    def dismiss(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            said.append(message.text)

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", heard)


def test_script_in_a_name_is_only_ever_text(seat: Seat, served: str) -> None:
    bob = seat("bob")
    said: list[str] = []
    listen(bob, said)
    choose(bob, SOUTH)
    for label in ("Thai name", "English name", "Legal basis"):
        write(bob, label, SCRIPT)
    save(bob, SCRIPT)
    is_saved(bob)
    ann = seat("ann")
    listen(ann, said)

    ann.get_by_role("searchbox").fill("onerror")
    expect(ann.locator(".ed-found button")).to_have_text(SCRIPT)
    choose(ann, SOUTH)
    expect(ann.locator(".ed-form h2")).to_have_text(SCRIPT)
    ann.wait_for_timeout(300)  # the name is drawn on the map
    ann.get_by_role("tab", name="Checks").click()
    ann.get_by_role("button", name="Check all zones").click()
    expect(ann.locator(".ed-finding")).to_contain_text(SCRIPT)
    ann.get_by_role("tab", name="Edit").click()
    for page, words in ((bob, SCRIPT + "b"), (ann, SCRIPT + "a")):
        write(page, "English name", words)
        page.locator(".ed-change summary").click()
        expect(page.locator(".ed-change-fields")).to_contain_text(words)
        save(page)
    expect(ann.get_by_role("alertdialog")).to_contain_text(SCRIPT + "b")

    assert ann.locator("img[src=x]").count() == bob.locator("img[src=x]").count() == 0
    assert [each for each in said if "412" not in each] == []


def test_the_thai_form_shows_no_column_and_no_english(seat: Seat) -> None:
    page = seat("ann", address="/th/editor/")
    for space in ("wat-wang", "demo-civic-quarter", "lampam-beach"):
        choose(page, space)
        page.locator(".ed-section:not([open]) > summary").evaluate_all("all => all.forEach((each) => each.click())")
        said = page.locator(".ed-form").locator("label, legend, summary, .ed-help, .ed-unknown, option")

        texts = [" ".join(text.split()) for text in said.all_text_contents()]

        assert len(texts) > 40
        assert [text for text in texts if re.search("[a-z]_[a-z]", text)] == []
        assert [text for text in texts if text and not re.search("[ก-๙]", text)] == []
