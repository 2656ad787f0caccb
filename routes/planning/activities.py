"""What to do before, at and after the stops: the most fitting activity that is written down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from geo.texts import Text
from routes.planning.candidates import Stoppable
from spaces.models import Activity, Phase


@dataclass(frozen=True)
class Activities:
    """Activities that may fit a plan, and the age groups it is for."""

    rows: tuple[Activity, ...]
    party: tuple[str, ...]

    def at(self, stop: Stoppable, wished: Sequence[str] = ()) -> Activity | None:
        """For a wished outcome, else for this space, its subkind, one of its themes; own age before any."""
        themes = [*stop.themes, *stop.space.row.themes]
        return min(self.all_at(stop), key=lambda row: (row.outcome_id not in wished, rank(row, themes)), default=None)

    def all_at(self, stop: Stoppable) -> list[Activity]:
        """Everything that can be done at the stop."""
        themes = [*stop.themes, *stop.space.row.themes]
        return [row for row in self.rows if row.phase == Phase.ON_SITE and fits(row, stop, themes)]

    def around(self, themes: Iterable[str], phase: str) -> list[dict[str, Any]]:
        """What to do before or after, for each of the themes."""
        wanted = list(dict.fromkeys(themes))
        rows = [row for row in self.rows if row.phase == phase and row.theme_id in wanted and row.space_id is None]
        return [as_json(row) for row in sorted(rows, key=lambda row: (wanted.index(row.theme_id or ""), row.id))]


def fits(row: Activity, stop: Stoppable, themes: Sequence[str]) -> bool:
    """Whether the activity can be done at the stop."""
    if row.space_id is not None:
        return bool(row.space_id == stop.id)
    if row.subkind_id is not None:
        return bool(row.subkind_id == stop.space.row.subkind)
    return row.theme_id in themes


def rank(row: Activity, themes: Sequence[str]) -> tuple[bool, bool, int, bool, str]:
    """The lower, the more specific."""
    theme = themes.index(row.theme_id) if row.theme_id in themes else len(themes)
    return row.space_id is None, row.subkind_id is None, theme, row.age_group_id is None, row.id


def as_json(row: Activity) -> dict[str, Any]:
    return {**Text(row.text_th, row.text_en).as_dict(), "outcome": row.outcome_id, "reviewed": row.status == "reviewed"}


def load_activities(stops: Sequence[Stoppable], party: Sequence[str]) -> Activities:
    """One query for all stops of an answer."""
    themes = {theme for stop in stops for theme in stop.space.row.themes}
    about = Q(space__in=[stop.id for stop in stops])
    about |= Q(space=None, subkind__in={stop.space.row.subkind for stop in stops})
    about |= Q(space=None, subkind=None, theme__in=themes)
    for_whom = Q(age_group=None) | Q(age_group__in=party)
    return Activities(tuple(Activity.objects.filter(about, for_whom).order_by("id")), tuple(party))
