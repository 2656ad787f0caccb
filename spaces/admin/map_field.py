"""The form field of a geometry: text is the truth, the map (our own, no outside request) draws the same text."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.gis.db.models import GeometryField as GeometryColumn
from django.contrib.gis.geos import GEOSGeometry
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_vite.core.asset_loader import DjangoViteAssetLoader

from geo.geometry import InvalidGeometry
from geo.validity import Rules
from spaces.admin.geometry_text import as_text, from_text
from spaces.models import KIND_OF
from spaces.validity import rules_of

MAP_SCRIPT = "src/admin/map-widget.ts"
GEOMETRY_HELP = gettext_lazy(
    "Longitude, latitude (WGS 84) for a point, such as 100.0810, 7.6170; GeoJSON for lines and areas. "
    "The map draws this text, and what you draw is written here."
)


class ViteModule:
    """The tags of a module that the front-end build made, asked for only when a page is rendered."""

    def __init__(self, entry: str) -> None:
        self.entry = entry

    def __html__(self) -> SafeString:
        return mark_safe(str(DjangoViteAssetLoader.instance().generate_vite_asset(self.entry)))  # noqa: S308

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ViteModule) and self.entry == other.entry

    def __hash__(self) -> int:
        return hash(self.entry)


class MapWidget(forms.Textarea):
    """A textarea, and above it, where JavaScript runs, a map to draw on."""

    template_name = "spaces/admin/map_widget.html"

    class Media:
        js = [ViteModule(MAP_SCRIPT)]

    def __init__(self, types: Sequence[str], attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 3, "cols": 80, "spellcheck": "false", "dir": "ltr", **(attrs or {})})
        self.types = types

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"] |= {
            "types": ",".join(self.types),
            "orientation": reverse("orientation"),
            "basemap": settings.BASEMAP_URL,
            "words": map_words(),
        }
        return context


def map_words() -> dict[str, str]:
    """What the map says, in the language of the page."""
    return {
        "map": _("Map for drawing. The text below holds the same coordinates and can be edited instead."),
        "schematic": _("Schematic map"),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "fit": _("Show all of it"),
        "Point": _("Set the point"),
        "LineString": _("Draw a line"),
        "Polygon": _("Draw an area"),
        "part": _("Add another area"),
        "undo": _("Undo"),
        "clear": _("Clear"),
        "hintPoint": _("Click on the map where it is."),
        "hintLineString": _("Click for each vertex; double-click at the end. Esc cancels."),
        "hintPolygon": _("Click for each corner; double-click at the last. Esc cancels."),
        "hintModify": _("Drag a point to move it. Alt and click removes a vertex."),
        "unread": _("The map cannot draw this text yet."),
    }


class GeometryTextField(forms.Field):
    """Takes text, gives a GEOSGeometry that every law of the database accepts. `types` are GeoJSON names.

    `rules` say what else is asked of it, such as the service area. Every fault is told, each with its place.
    """

    def __init__(self, *, types: Sequence[str], rules: Callable[[], Rules] | None = None, **options: Any) -> None:
        super().__init__(**{"widget": MapWidget(types), "help_text": GEOMETRY_HELP, **options})
        self.types, self.rules = types, rules

    def prepare_value(self, value: Any) -> Any:
        return as_text(value) if isinstance(value, GEOSGeometry) else value

    def to_python(self, value: Any) -> GEOSGeometry | None:
        if value is None or not str(value).strip():
            return None
        try:
            return from_text(str(value), self.types, self.rules() if self.rules else None)
        except InvalidGeometry as refused:
            told = [ValidationError(fault.sentence.in_language(), code=fault.code) for fault in refused.faults]
            raise ValidationError(told) from refused

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            now = self.to_python(data)
        except ValidationError:
            return True
        if initial is None or now is None:
            return bool(initial is not now)
        return not initial.equals_exact(now)


class MapForms:
    """An admin (or inline) whose geometry is edited as text and on the map."""

    geometry_types: Sequence[str] = ()

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest, **options: Any
    ) -> forms.Field | None:
        if isinstance(db_field, GeometryColumn):
            kind = getattr(db_field.model, "collection", None)
            return GeometryTextField(
                types=self.geometry_types,
                rules=partial(rules_of, kind) if kind in KIND_OF else None,
                label=capfirst(db_field.verbose_name),
                required=not db_field.blank,
            )
        return super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc, no-any-return]
