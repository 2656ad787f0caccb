"""The planners' map editor: one page whose data block says who works, on what, with which words; the rest is asked of
the API."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db.models import Field
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.translation import get_language

from frontend.presenting import words
from geo.backdrops import OfferedBackdrop
from geo.rest.collection import Collection, collections
from spaces.field_words import CODES
from spaces.models import (
    KIND_OF,
    AgeGroup,
    Boundary,
    BoundaryLevel,
    CurriculumOutcome,
    LearningSpace,
    Partner,
    Subkind,
    Theme,
)
from spaces.permissions import may_propose, publishes_everything, publishes_for

# Where the map opens, in degrees: the town, Lampam and Khao Ok Thalu.
HOME = (100.03, 7.57, 100.16, 7.68)
MOST_BOUNDARIES = 100


@login_required
def editor(request: HttpRequest) -> HttpResponse:
    return render(request, "frontend/editor.html", {"data": page_data(request)})


def page_data(request: HttpRequest) -> dict[str, Any]:
    """What `src/editor/page-data.ts` reads."""
    language = get_language() or "th"
    user: Any = request.user
    return {
        "language": language,
        "other_language": translate_url(request.get_full_path(), "en" if language == "th" else "th"),
        "user": {
            "name": user.get_full_name() or user.get_username(),
            "login": user.get_username(),
            "role": str(user.get_role_display()),
        },
        "rights": {
            "publish": publishes_everything(user),
            "publish_for": sorted(publishes_for(user)),
            "propose": may_propose(user),
        },
        "csrf": get_token(request),
        "collections": [_collection(each, may_propose(user)) for each in collections() if each.id in KIND_OF],
        "boundaries": _boundaries(),
        "orientation": reverse("orientation"),
        "basemap": str(settings.BASEMAP_URL),
        "backdrops": [_backdrop(number, each, language) for number, each in enumerate(settings.EDITOR_BACKDROPS)],
        "log_out": reverse("logout"),
        "coverage": reverse("coverage"),
        "home": HOME,
    }


def _boundaries() -> list[dict[str, str]]:
    """Areas of offices to which a space can be clipped; the service area is always one, and has words of its own."""
    rows = Boundary.objects.exclude(level=BoundaryLevel.SERVICE_AREA).defer("geometry")[:MOST_BOUNDARIES]
    return [{"id": row.pk, "title": words(row, "name")} for row in rows]


def _backdrop(number: int, offered: OfferedBackdrop, language: str) -> dict[str, str]:
    """What the editor asks for its tiles. The id names what this browser remembers of it."""
    return {
        "id": f"offered-{offered.kind}-{offered.layer or number}",
        "kind": offered.kind,
        "url": offered.url,
        "layer": offered.layer,
        "matrix_set": offered.matrix_set,
        "format": offered.format,
        "title": offered.title_th if language == "th" else offered.title_en,
        "attribution": offered.attribution,
    }


def _collection(collection: Collection, may_write: bool) -> dict[str, Any]:
    kind = KIND_OF[collection.id]
    return {
        "id": collection.id,
        "title": collection.title.in_language(),
        "geometry_types": kind.geometry_types,
        "may_write": may_write,
        "choices": _look_ups(collection.id) | dict(_closed(kind)) | dict(_coded(kind)),
    }


def _look_ups(collection: str) -> dict[str, list[dict[str, str]]]:
    """The choices that are rows of a table."""
    tables = {
        "subkind": Subkind.objects.filter(collection=collection),
        "themes": Theme.objects.all(),
        "age_groups": AgeGroup.objects.filter(is_modifier=False),
        "partner": Partner.objects.all(),
    }
    found = {name: [{"value": row.pk, "label": words(row, "name")} for row in rows] for name, rows in tables.items()}
    found["outcomes"] = [
        {"value": outcome.code, "label": f"{outcome.code} {words(outcome, 'text')}"}
        for outcome in CurriculumOutcome.objects.all()
    ]
    return found


def _coded(kind: type[LearningSpace]) -> list[tuple[str, list[dict[str, str]]]]:
    """The names of the codes that stand in free columns."""
    columns = {field.name for field in kind._meta.fields}
    return [
        (name, [{"value": code, "label": text.in_language()} for code, text in codes.items()])
        for name, codes in CODES.items()
        if name in columns
    ]


def _closed(kind: type[LearningSpace]) -> list[tuple[str, list[dict[str, str]]]]:
    """The choices that the code knows, in the reader's language."""
    fields: list[Field[Any, Any]] = [field for field in kind._meta.fields if field.choices]
    return [
        (field.name, [{"value": str(value), "label": str(label)} for value, label in field.flatchoices])
        for field in fields
    ]
