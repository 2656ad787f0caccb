"""The pages as a visitor without JavaScript meets them, on the real data."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from plan_sample import ITINERARY

from routes.models import LearningRoute
from routes.takeaway import OFFERED
from spaces.models import Closure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]

WISH = "party=primary&themes=old-towns&depart=2027-01-20T09:00:00%2B07:00"


@pytest.fixture
def client() -> Client:
    return Client()


def text(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize(
    ("languages", "target"), [("", "/th/"), ("en-GB,en;q=0.9", "/en/"), ("th", "/th/"), ("fr", "/th/")]
)
def test_the_front_door_speaks_the_visitors_language_and_thai_when_in_doubt(client, languages, target):
    response = client.get("/", headers={"accept-language": languages})

    assert response.status_code == 302
    assert response["Location"] == target


def test_home_asks_who_goes_what_about_and_from_where(client):
    page = text(client.get("/th/"))

    assert page.count('name="party"') == 6
    assert page.count('name="themes"') == 10
    assert page.count("data-name=") == 12
    assert re.search(r'value="wat-khuha-sawan"[^>]* selected', page)
    assert 'name="needs" value="mobility-impaired"' in page


def test_the_form_leads_to_an_address_that_reproduces_the_route(client):
    sent = {"party": ["primary"], "themes": ["old-towns"], "day": "2027-01-20", "clock": "09:00", "minutes": ""}
    response = client.get("/en/plan/", sent, follow=True)
    address = response.redirect_chain[-1][0]

    assert response.status_code == 200
    again = text(client.get(address))
    assert re.findall(r'data-place="([a-z0-9-]+)"', text(response)) == re.findall(r'data-place="([a-z0-9-]+)"', again)


def test_a_plan_says_how_far_it_can_be_trusted_in_both_languages(client):
    thai, english = text(client.get(f"/th/plan/?{WISH}")), text(client.get(f"/en/plan/?{WISH}"))

    assert "ระยะทางโดยประมาณ ยังไม่ได้สำรวจ ควรเดินดูเส้นทางก่อนพากลุ่มไป" in thai
    assert "Estimated, not surveyed: walk it before you take a group" in english


def test_a_plan_can_be_taken_away_in_every_format_there_is(client):
    page = text(client.get(f"/en/plan/?{WISH}"))

    kinds = {media.names[0] for media in OFFERED} - {"json"}
    assert "geojson" in kinds
    assert all(f"&amp;f={kind}" in page for kind in kinds)


def test_another_card_can_be_opened_by_its_link(client):
    wish = "party=older&themes=old-towns&minutes=240&depart=2027-01-20T09:00:00%2B07:00"
    first, second = (text(client.get(f"/en/plan/?{wish}&show={card}")) for card in (1, 2))

    assert re.findall(r'data-place="([a-z0-9-]+)"', first) != re.findall(r'data-place="([a-z0-9-]+)"', second)


def test_a_refused_plan_is_a_friendly_page_with_the_reason(client):
    response = client.get("/en/plan/?party=primary&start=nowhere-at-all&depart=2027-01-20T09:00:00%2B07:00")

    assert response.status_code in (400, 422)
    assert "nowhere-at-all" in text(response)
    assert 'name="party"' in text(response)


def test_a_space_says_what_is_known_and_what_is_not(client):
    page = text(client.get("/en/spaces/wang-chao-mueang/"))

    assert "Wed–Sun 09:00–12:00" in page
    assert "Rough: somewhere within 700 m" in page
    assert "Not known yet" in page


def test_a_zone_is_never_taken_for_law(client):
    zones = re.findall(r'href="(/en/spaces/[a-z0-9-]+/)"', text(client.get("/en/spaces/?kind=urban-design-zones")))

    assert zones
    assert all("Royal Gazette" in text(client.get(address)) for address in zones)


def test_an_unpublished_space_is_as_good_as_absent(client):
    assert client.get("/th/spaces/no-such-space/").status_code == 404


def test_spaces_are_found_by_words_kind_theme_and_age(client):
    assert "wat-wang/" in text(client.get("/th/spaces/?q=วัดวัง"))
    assert "wat-wang/" not in text(client.get("/th/spaces/?kind=amenities"))
    assert "Nothing fits" in text(client.get("/en/spaces/?q=zzzzzz"))


def test_the_story_says_that_nobody_knows_where_its_walls_are(client):
    page = text(client.get("/th/stories/khlong-nui/"))

    assert "ยังไม่ทราบตำแหน่งคลองนุ้ย" in page
    assert page.count('class="chapter card"') == 5


PATHS = ["", "routes/", "spaces/", "spaces/wat-wang/", "stories/khlong-nui/", "trust/", "login/"]
PATHS += ["propose/", "propose/?space=wat-wang", "propose/thanks/"]


@pytest.mark.parametrize("path", PATHS)
def test_no_page_mixes_its_languages(client, path):
    thai, english = text(client.get(f"/th/{path}")), text(client.get(f"/en/{path}"))

    assert '<html lang="th">' in thai
    assert '<html lang="en">' in english
    assert f'href="/en/{path}"' in thai
    outside_data = re.sub(r'<script[^>]*>.*?</script>|data-name="[^"]*"', "", english, flags=re.S)
    visible = re.sub(r"<[^>]+>", " ", outside_data).replace("ไทย", "")
    assert not re.search(r"[ก-๛]{4,}", visible)


@pytest.fixture
def kept_route(phatthalung):
    return LearningRoute.objects.create(
        id="kept-for-the-tests",
        name_th="เมืองเก่าสำหรับประถม",
        name_en="Old towns for primary school",
        theme_id="old-towns",
        age_group_id="primary",
        request={"party": ["primary"], "themes": ["old-towns"], "depart": ITINERARY["depart"]},
        itinerary=ITINERARY,
        stops=[stop["space"] for stop in ITINERARY["stops"]],
        status="published",
    )


def test_a_kept_route_stands_in_the_catalogue_as_a_draft_until_it_was_walked(client, kept_route):
    catalogue, page = text(client.get("/th/routes/")), text(client.get("/th/routes/kept-for-the-tests/"))

    assert "เมืองเก่าสำหรับประถม" in catalogue
    assert "ร่าง ยังไม่ได้เดินสำรวจ" in catalogue
    assert "ร่าง ยังไม่ได้เดินสำรวจ" in page
    assert "จุด wat-wang" in page


def test_the_badge_goes_when_a_coach_has_walked_the_route(client, kept_route):
    kept_route.walked_on = "2026-12-05"
    kept_route.save()
    page = text(client.get("/th/routes/kept-for-the-tests/"))

    assert "ร่าง ยังไม่ได้เดินสำรวจ" not in page
    assert "โค้ชเมืองเดินสำรวจเมื่อวันเสาร์ที่ 5 ธันวาคม 2569" in page


def test_a_route_whose_stop_closed_asks_to_be_checked(client, kept_route, reviewer):
    Closure.objects.create(
        space_id="wat-wang", author=reviewer, starts_on=timezone.localdate(), reason_th="ซ่อม", reason_en="Repairs"
    )

    assert "Check: something on the way has changed" in text(client.get("/en/routes/"))
    assert "Repairs" in text(client.get("/en/routes/kept-for-the-tests/"))
    assert "until further notice" in text(client.get("/en/spaces/wat-wang/"))


def test_the_catalogue_filters_by_age_group_and_theme(client, kept_route):
    assert "Old towns for" in text(client.get("/en/routes/?age_group=primary&theme=old-towns"))
    assert "Old towns for" not in text(client.get("/en/routes/?age_group=older"))


def test_a_space_names_the_routes_that_pass(client, kept_route):
    assert "/en/routes/kept-for-the-tests/" in text(client.get("/en/spaces/wat-wang/"))


def test_a_route_that_is_only_a_draft_is_as_good_as_absent(client, kept_route):
    kept_route.status = "draft"
    kept_route.save()

    assert client.get("/en/routes/kept-for-the-tests/").status_code == 404


def test_logging_in_tells_a_wrong_password_kindly(client, planner):
    wrong = client.post("/en/login/", {"username": "planner", "password": "nope"})
    right = client.post("/en/login/", {"username": "planner", "password": "planner-has-a-long-password"})

    assert "do not match" in text(wrong)
    assert right.status_code == 302


def test_the_list_of_spaces_costs_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get("/th/spaces/")


def test_the_base_map_is_ours_and_answers_not_modified(client):
    first = client.get("/map/orientation.geojson")
    again = client.get("/map/orientation.geojson", headers={"if-none-match": first["ETag"]})

    assert b'"lake"' in first.content
    assert again.status_code == 304


def test_the_form_carries_what_it_has_no_field_for(client):
    page = text(client.get(f"/en/plan/?{WISH}&avoid=wat-wang"))

    assert '<input type="hidden" name="avoid" value="wat-wang">' in page
