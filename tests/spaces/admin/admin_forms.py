"""Addresses of the administration, and what a browser would send for its forms."""

from typing import Any

from django.test import Client

from spaces.models import LearningSpace


def address(kind: str, space_id: str = "", page: str = "change") -> str:
    return f"/admin/spaces/{kind}/{space_id}/{page}/" if space_id else f"/admin/spaces/{kind}/add/"


def form_of(client: Client, url: str) -> dict[str, Any]:
    """What the browser would send for the form at `url` if nobody touched it."""
    form = client.get(url).context["adminform"].form
    data: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if bound.name == "visit_minutes":
            data |= {f"visit_minutes_{group}": str(minutes) for group, minutes in (value or {}).items()}
        elif value not in (None, False):
            data[bound.name] = value
    return data


def edited(client: Client, space: LearningSpace, **values: Any) -> dict[str, Any]:
    return form_of(client, address(space._meta.model_name or "", space.id)) | values
