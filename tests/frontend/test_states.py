from django.utils.translation import override

from frontend.states import facts, kind_name, kinds, opening_now
from spaces.models import HeritageSite


def told(**known):
    with override("en"):
        return {fact.label: (fact.text, fact.state) for fact in facts(HeritageSite(**known))}


def test_what_nobody_looked_at_says_so():
    assert set(told().values()) == {("Not known yet", "unknown")}


def test_steps_are_told_as_a_barrier_and_a_ramp_as_none():
    known = told(steps="yes", ramp="yes", wheelchair="limited", capacity=40)

    assert known["Steps"] == ("Yes", "no")
    assert known["Ramp"] == ("Yes", "yes")
    assert known["Wheelchair"] == ("Partly", "limited")
    assert known["People at a time"] == ("40", "yes")


def test_unknown_hours_are_neither_open_nor_closed():
    assert opening_now(HeritageSite(opening_hours="unknown")).state == "unknown"
    assert opening_now(HeritageSite(opening_hours="24/7")).state == "open"


def test_every_kind_has_a_name_in_both_languages():
    with override("th"):
        thai = [kind_name(collection) for collection, _ in kinds()]
    with override("en"):
        english = [kind_name(collection) for collection, _ in kinds()]

    assert len(set(thai)) == len(set(english)) == 5
    assert not set(thai) & set(english)
