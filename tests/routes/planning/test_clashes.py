"""An impossible request names the smallest set of its wishes that clash."""

from typing import Any

import pytest

from routes.planning import NoStopPossible
from routes.planning.clashes import FIELDS, Wish, smallest

pytestmark = pytest.mark.usefixtures("town")


class Told:
    """Says which sets of wishes are possible."""

    def __init__(self, *clashing: set[str]) -> None:
        self.clashing, self.asked = clashing, 0

    def possible(self, wishes: Any) -> bool:
        self.asked += 1
        return not any(clash <= {wish.value for wish in wishes} for clash in self.clashing)


def wishes(names: str) -> list[Wish]:
    return [Wish("must", name, "", None) for name in names]  # type: ignore[arg-type]


CLASHES = [([{"b"}, {"a", "c"}], "b"), ([{"a", "c"}, {"a", "b", "d"}], "ac"), ([{"a", "b", "d"}], "abd")]


@pytest.mark.parametrize(("clashing", "found"), CLASHES)
def test_the_smallest_clash_is_found(clashing: list[set[str]], found: str) -> None:
    assert [wish.value for wish in smallest(wishes("abcd"), Told(*clashing))] == list(found)  # type: ignore[arg-type]


def test_of_many_wishes_a_set_of_which_none_can_be_left_out_is_found() -> None:
    told = Told({"b", "e", "h"})

    assert [wish.value for wish in smallest(wishes("abcdefghij"), told)] == list("beh")  # type: ignore[arg-type]
    assert told.asked <= 20


def test_musts_that_do_not_fit_the_time_are_named_with_it(planned: Any) -> None:
    with pytest.raises(NoStopPossible) as refusal:
        planned(must=["old-temple", "palace", "station-wall"], minutes=20, most_of_a_kind=5)

    clash = refusal.value.extra["clash"]
    assert "minutes" in {wish["wish"] for wish in clash["wishes"]}
    assert "most_of_a_kind" not in {wish["wish"] for wish in clash["wishes"]}
    assert all(wish["pointer"].startswith(f"/{wish['wish']}") for wish in clash["wishes"])
    assert {wish["wish"] for wish in clash["wishes"]} <= set(FIELDS)
    assert all(clash[language] for language in ("th", "en"))


def test_a_request_impossible_without_any_wish_names_none(planned: Any, town: dict[str, Any]) -> None:
    with pytest.raises(NoStopPossible) as refusal:
        planned(avoid=list(town))

    assert refusal.value.extra["clash"] is None
