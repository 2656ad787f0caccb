from django.http import QueryDict

from frontend.wish import Wish, canonical, needs_canonical, plan_query
from routes.planning import PlanRequest

FORM = "party=older&party=primary&themes=faith&day=2027-01-20&clock=09:30&minutes=&mode=auto&access=any&people="


def test_what_the_form_sends_becomes_one_address_to_share():
    address = canonical(QueryDict(FORM))

    assert address == "party=older,primary&themes=faith&mode=auto&access=any&depart=2027-01-20T09:30:00%2B07:00"


def test_an_address_to_share_stays_as_it_is():
    address = QueryDict(canonical(QueryDict(FORM)))

    assert needs_canonical(QueryDict(FORM))
    assert not needs_canonical(address)
    assert canonical(address) == canonical(QueryDict(FORM))


def test_the_planner_reads_the_address_as_the_visitor_meant_it():
    wanted = PlanRequest.from_query(QueryDict(canonical(QueryDict(FORM))))

    assert wanted.party == ("older", "primary")
    assert wanted.depart.isoformat() == "2027-01-20T09:30:00+07:00"
    assert wanted.minutes is None


def test_a_link_without_a_day_gets_one_so_that_it_means_the_same_next_week():
    assert needs_canonical(QueryDict("party=primary"))
    assert "depart=" in canonical(QueryDict("party=primary"))


def test_nobody_chosen_means_a_family():
    assert "party=family" in canonical(QueryDict("themes=faith"))
    assert "party" not in canonical(QueryDict("age_group=older"))


def test_the_form_shows_the_wish_of_an_address_again():
    wish = Wish.read(
        QueryDict("party=primary,older&themes=faith,lake-life&depart=2027-01-20T02:00:00%2B00:00&mode=walk")
    )

    assert wish.party == ("primary", "older")
    assert wish.themes == ("faith", "lake-life")
    assert (wish.day, wish.clock, wish.mode) == ("2027-01-20", "09:00", "walk")


def test_a_broken_date_is_left_for_the_planner_to_name():
    address = canonical(QueryDict("party=primary&day=tomorrow&clock=nine"))

    assert "depart=tomorrowTnine" in address
    assert not needs_canonical(QueryDict(address))


def test_which_card_is_open_is_not_the_planners_business():
    assert plan_query(QueryDict("party=primary&show=2&depart=x")) == "party=primary&depart=x"


def test_changing_the_plan_keeps_the_wishes_that_only_a_link_can_hold():
    wish = Wish.read(QueryDict("party=primary&must=wat-wang&avoid=ko-mak&alternatives=1&themes=faith"))

    assert wish.carried == (("must", "wat-wang"), ("avoid", "ko-mak"), ("alternatives", "1"))
