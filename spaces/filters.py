"""Query parameters turned into the questions of the queryset."""

import re
from collections.abc import Callable
from typing import cast

from geo.rest import times
from geo.rest.collection import Filter, JsonObject, Rows
from geo.rest.parameters import MAX_WORDS, words_pattern
from geo.rest.problems import BadParameter
from geo.texts import Text
from spaces.models import Known, Wheelchair
from spaces.opening import state_at
from spaces.querysets import LearningSpaceQuerySet

_SLUG = re.compile("[a-z0-9-]{1,80}")
_CODE = re.compile("[A-Za-z0-9._-]{1,80}")


Question = Callable[[LearningSpaceQuerySet, list[str]], Rows]


def _list(name: str, pattern: re.Pattern[str], question: Question, what: str) -> Filter:
    """A parameter of ids with commas between them."""

    def narrow(rows: Rows, text: str) -> Rows:
        ids = text.split(",")
        if not all(map(pattern.fullmatch, ids)):
            raise BadParameter(
                name, Text(f"{name} เป็นรหัสคั่นด้วยจุลภาค", f"{name} is a list of ids with commas between them.")
            )
        return question(cast(LearningSpaceQuerySet, rows), ids)

    items: JsonObject = {"type": "string", "pattern": f"^{pattern.pattern}$"}
    return Filter(name, what, {"type": "array", "items": items, "minItems": 1}, narrow)


def _one_of(name: str, values: list[str], what: str) -> Filter:
    """A parameter of a closed vocabulary, compared with the column of the same name."""

    def narrow(rows: Rows, text: str) -> Rows:
        if text not in values:
            listed = ", ".join(values)
            raise BadParameter(name, Text(f"{name} เป็นได้แค่ {listed}", f"{name} is one of {listed}."))
        return rows.filter(**{name: text})

    return Filter(name, what, {"type": "string", "enum": values}, narrow)


def _words(rows: Rows, text: str) -> Rows:
    if len(text.split()) > MAX_WORDS:
        raise BadParameter("q", Text(f"ไม่เกิน {MAX_WORDS} คำ", f"q holds at most {MAX_WORDS} words."))
    return cast(LearningSpaceQuerySet, rows).matching(text)


def _open_at(rows: Rows, text: str) -> Rows:
    """Spaces known to be open at the moment: unknown hours are never "open"."""
    moment = times.moment("open_at", text)
    written = rows.order_by().values_list("opening_hours", flat=True).distinct()
    return rows.filter(opening_hours__in=[hours for hours in written if state_at(hours, moment) == "open"])


FILTERS = (
    Filter(
        "q",
        "Words of names, descriptions, districts, Thai or English; all must be there.",
        {"type": "string", "pattern": words_pattern(least=0)},
        _words,
    ),
    _list("theme", _SLUG, lambda rows, ids: rows.on_themes(ids), "Spaces of at least one of these themes."),
    _list("age_group", _SLUG, lambda rows, ids: rows.for_age_groups(ids), "Spaces that suit all of these age groups."),
    _list("outcome", _CODE, lambda rows, ids: rows.filter(outcomes__overlap=ids), "At least one of these outcomes."),
    _list("subkind", _SLUG, lambda rows, ids: rows.filter(subkind__in=ids), "Spaces of one of these subkinds."),
    _list("partner", _SLUG, lambda rows, ids: rows.filter(partner__in=ids), "Spaces of one of these partners."),
    _list("district_code", _CODE, lambda rows, ids: rows.filter(district_code__in=ids), "Spaces in these districts."),
    _one_of("wheelchair", list(Wheelchair.values), "How far a wheelchair gets; unknown is a value of its own."),
    _one_of("toilet", list(Known.values), "Whether there is a toilet."),
    _one_of("shade", list(Known.values), "Whether there is shade."),
    Filter(
        "open_at",
        "Spaces known to be open at this moment (RFC 3339).",
        {"type": "string", "format": "date-time"},
        _open_at,
    ),
)
