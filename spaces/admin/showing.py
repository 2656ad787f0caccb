"""What lists show alike: the way to a space, and metres."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from spaces.models import KIND_OF


def space_address(collection: str, space_id: str) -> str:
    """The change page of a space, whatever its kind."""
    return reverse(f"admin:spaces_{KIND_OF[collection]._meta.model_name}_change", args=[space_id])


def space_link(collection: str, space_id: str, text: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', space_address(collection, space_id), text)


def metres(accuracy_m: int) -> str:
    return _("± %(metres)s m") % {"metres": f"{accuracy_m:,}"}
