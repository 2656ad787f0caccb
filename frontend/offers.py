"""Ready requests that do succeed, as links: what changes stands on the button."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from frontend.presenting import words
from routes.planning import PlanRequest


@dataclass(frozen=True)
class Offer:
    label: str
    address: str


def offers(nearest: list[dict[str, Any]]) -> list[Offer]:
    """Up to three; each row holds a whole `request` and says in both languages what it changes."""
    return [Offer(words(row) or gettext("Try this"), address_of(row)) for row in nearest[:3]]


def address_of(row: dict[str, Any]) -> str:
    return f"{reverse('plan')}?{PlanRequest.from_json(row['request']).as_query()}"
