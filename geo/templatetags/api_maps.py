"""The map on a page of the API. The front end draws it; `geo` knows its module by a setting (API_MAP_MODULE)."""

import json
from typing import Any

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django_vite.core.asset_loader import DjangoViteAssetLoader
from django_vite.core.exceptions import DjangoViteAssetNotFoundError, DjangoViteManifestError

register = template.Library()


@register.simple_tag
def map_module() -> SafeString:
    """The tags of the module that draws the maps; none where the front end was not built: the tables say the same."""
    try:
        tags = DjangoViteAssetLoader.instance().generate_vite_asset(settings.API_MAP_MODULE)
    except (DjangoViteAssetNotFoundError, DjangoViteManifestError):
        return SafeString()
    return mark_safe(str(tags))  # noqa: S308


@register.inclusion_tag("geo/rest/parts/map.html")
def features_map(address: str) -> dict[str, Any]:
    """A map of the GeoJSON that `address` answers with, in WGS 84."""
    return {"address": address, "basemap": settings.BASEMAP_URL, "labels": json.dumps(_labels(), ensure_ascii=False)}


def _labels() -> dict[str, str]:
    """What the map says, in the language of the page."""
    return {
        "map": _("Map of the spaces on this page. The table says the same in words."),
        "schematic": _("Schematic map"),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "fit": _("Show all of it"),
    }
