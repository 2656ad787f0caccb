from datetime import date, datetime

import pytest
from django.utils.translation import override

from frontend import presenting


@pytest.mark.parametrize(
    ("minutes", "thai", "english"),
    [(144, "2 ชม. 24 นาที", "2 h 24 min"), (60, "1 ชม.", "1 h"), (7, "7 นาที", "7 min"), (0, "0 นาที", "0 min")],
)
def test_a_duration_reads_naturally_in_both_languages(minutes, thai, english):
    with override("th"):
        assert presenting.duration(minutes) == thai
    with override("en"):
        assert presenting.duration(minutes) == english


def test_thai_days_count_in_the_buddhist_era_and_english_days_do_not():
    with override("th"):
        assert presenting.calendar_day(date(2027, 1, 20)) == "วันพุธที่ 20 มกราคม 2570"
    with override("en"):
        assert presenting.calendar_day("2027-01-20") == "Wednesday 20 January 2027"


def test_clock_and_length_agree_to_the_minute():
    with override("en"):
        assert presenting.clock("2027-01-20T10:25:01+07:00") == "10:26"
        assert presenting.clock("2027-01-20T23:59:30+07:00") == "00:00"
        assert presenting.clock("2027-01-20T10:25:00+07:00") == "10:25"


def test_a_moment_in_utc_is_told_on_the_clocks_of_bangkok():
    with override("en"):
        assert presenting.clock("2027-01-20T02:00:00+00:00") == "09:00"
        assert (
            presenting.calendar_day(datetime.fromisoformat("2027-01-19T23:30:00+00:00")) == "Wednesday 20 January 2027"
        )
    with override("th"):
        assert presenting.clock("2027-01-20T09:00:00+07:00") == "09.00 น."


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 1700, "0–1.7 km"),
        (410, 460, "410–460 m"),
        (412, 408, "410 m"),
        (1700, 200, "0.2–1.7 km"),
        (6400, 8300, "6.4–8.3 km"),
        (990, 1004, "1.0 km"),
    ],
)
def test_a_range_is_no_finer_than_what_is_known(low, high, words):
    with override("en"):
        assert presenting.distance_range(low, high) == words


@pytest.mark.parametrize(
    ("metres", "word"), [(10, "Surveyed"), (30, "Surveyed"), (31, "Good"), (501, "Rough"), (2001, "Area only")]
)
def test_accuracy_is_said_in_words(metres, word):
    with override("en"):
        assert presenting.accuracy(metres).startswith(word)


def test_a_text_in_the_language_of_the_page_wins_and_one_text_is_better_than_none():
    both = {"name_th": "วัดวัง", "name_en": "Wat Wang"}
    with override("en"):
        assert presenting.words(both, "name") == "Wat Wang"
        assert presenting.words({"th": "มีแต่ไทย", "en": ""}) == "มีแต่ไทย"
    with override("th"):
        assert presenting.words(both, "name") == "วัดวัง"


def test_a_text_in_two_languages_gives_the_half_of_the_page():
    with override("th"):
        assert presenting.either("ต้นรัตนโกสินทร์ / early Rattanakosin") == "ต้นรัตนโกสินทร์"
    with override("en"):
        assert presenting.either("ต้นรัตนโกสินทร์ / early Rattanakosin") == "early Rattanakosin"
        assert presenting.either("1889") == "1889"


def test_an_unheard_of_certainty_is_never_taken_for_surveyed():
    with override("en"):
        assert presenting.certainty("splendid") == presenting.certainty("approximate")
