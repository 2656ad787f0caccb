"""What every page shows around its content: where the visitor is, the other language, the stories to read."""

from django import template
from django.conf import settings
from django.template.context import RequestContext
from django.urls import translate_url
from django.utils.safestring import SafeString, mark_safe

from routes.models import Story
from spaces.models import Status

register = template.Library()


@register.simple_tag(takes_context=True)
def current_page(context: RequestContext, *names: str) -> SafeString:
    """`aria-current` when the request is for one of these pages."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    return mark_safe(' aria-current="page"' if match and match.url_name in names else "")  # noqa: S308


@register.simple_tag(takes_context=True)
def language_links(context: RequestContext) -> list[tuple[str, str]]:
    """(code, address) of this very page in each language; the front door where a page has no twin."""
    request = context.get("request")
    here = request.get_full_path() if request else "/"
    return [(code, _twin(here, code)) for code, _name in settings.LANGUAGES]


def _twin(here: str, code: str) -> str:
    there = translate_url(here, code)
    return there if there.startswith(f"/{code}/") else f"/{code}/"


@register.simple_tag
def published_stories() -> list[Story]:
    return list(Story.objects.filter(status=Status.PUBLISHED))


@register.simple_tag
def basemap_url() -> str:
    """The operator's own raster tiles, or nothing."""
    return str(settings.BASEMAP_URL)


@register.filter
def of(key: str, table: dict[str, object]) -> object:
    """The row of a look-up: `space.subkind|of:subkinds`."""
    return table.get(key, "")
