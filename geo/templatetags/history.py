"""Moments and values of history, as people read them."""

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from geo.rest import words
from geo.thai import BUDDHIST_OFFSET

register = template.Library()


@register.filter
def moment(text: str) -> str:
    """A moment of the API in the service's own time: 22/11/2569 18.26 น., or 2026-11-22 18:26."""
    there = timezone.localtime(datetime.fromisoformat(text))
    if (get_language() or "th").startswith("th"):
        return f"{there:%-d/%-m}/{there.year + BUDDHIST_OFFSET} {there:%H.%M} น."
    return f"{there:%Y-%m-%d %H:%M}"


@register.filter
def shown(value: Any) -> str:
    """A property as text; a dash for nothing."""
    return words.value(value)
