import pytest
from django.utils.translation import override

from frontend.hours import hours_words


@pytest.mark.parametrize(
    ("text", "thai", "english"),
    [
        (
            "We-Su 09:00-12:00,13:00-16:00; PH off",
            "พ.–อา. 09:00–12:00, 13:00–16:00 · หยุดวันหยุดราชการ",
            "Wed–Sun 09:00–12:00, 13:00–16:00 · closed on public holidays",
        ),
        ("24/7", "ตลอดเวลา", "always"),
        ("Mo,Th off", "จ., พฤ. ปิด", "Mon, Thu closed"),
        ("sunrise-sunset", "sunrise–sunset", "sunrise–sunset"),
    ],
)
def test_opening_hours_read_like_speech(text, thai, english):
    with override("th"):
        assert hours_words(text) == thai
    with override("en"):
        assert hours_words(text) == english
