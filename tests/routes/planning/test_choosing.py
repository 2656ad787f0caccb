"""Which spaces are planned with where there are many."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routes.planning.candidates import MOST_WEIGHED
from routes.planning.legs import quickest


@pytest.mark.django_db
@pytest.mark.usefixtures("town")
def test_of_many_spaces_the_nearest_are_weighed_and_what_must_be(
    make_space: Any, planned: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routes.planning.candidates.MOST_WEIGHED", 3)
    make_space("wisdom-places", "far-house", (100.0815, 7.65))
    make_space("wisdom-places", "shut-house", (100.0812, 7.617), age_groups=["older"])

    alone, wanted = planned(), planned(must=["far-house"])
    names = {row["space"] for row in alone["itineraries"][0]["omitted"]}

    assert MOST_WEIGHED > 3
    assert alone["candidates"] == 3
    assert "shut-house" in names  # nearer than the last of the three: looked at, and said why not
    assert "far-house" not in names | {stop["space"] for stop in alone["itineraries"][0]["stops"]}
    assert "far-house" in {stop["space"] for stop in wanted["itineraries"][0]["stops"]}


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 8), st.integers(0, 10_000))
def test_the_quickest_way_over_others_is_what_trying_all_finds(n: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    travel_s = np.where(dice.random((n, n)) < 0.5, -1, dice.integers(0, 100, (n, n)))
    first_s = np.where(dice.random((2, n)) < 0.5, np.inf, dice.integers(0, 100, (2, n)))

    least = first_s.copy()
    for _ in range(n):
        for a in range(n):
            for b in range(n):
                if travel_s[a, b] >= 0:
                    least[:, b] = np.minimum(least[:, b], least[:, a] + travel_s[a, b])

    assert np.array_equal(quickest(first_s, travel_s), least)
