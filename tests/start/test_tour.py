"""The tour shows what a running service truly answers."""

import pytest

from scripts import tour
from scripts.steps import StartFailure


@pytest.mark.django_db
@pytest.mark.usefixtures("phatthalung")
@pytest.mark.parametrize("sight", tour.SIGHTS, ids=lambda sight: sight.asked)
def test_every_sight_has_something_to_show(sight, client):
    answer = client.get(sight.path)

    assert answer.status_code == 200
    lines = sight.lines(answer.getvalue())
    assert lines
    assert all(lines)


def test_a_tour_without_a_service_says_what_to_do():
    with pytest.raises(StartFailure, match="Nothing answers"):
        tour.fetch("http://127.0.0.1:9/")
