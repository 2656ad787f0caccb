"""The limits a plan kept, in words, and whose each of them is: the gentlest of the party counts."""

from typing import Any

from django.utils.translation import gettext

from frontend.presenting import distance, duration, words


def limit_words(limits: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """(what, how much, whose) for the limits a visitor understands; the others stay in the API."""
    labels = {
        "max_leg_m": gettext("Longest leg on foot"),
        "max_walk_total_m": gettext("On foot in all"),
        "max_session_minutes": gettext("Walking and visiting without a rest"),
        "max_outing_minutes": gettext("Longest outing"),
        "max_ride_minutes": gettext("Longest ride"),
        "max_stop_minutes": gettext("Longest visit"),
    }
    known = [limit for limit in limits if limit["limit"] in labels]
    return [(labels[limit["limit"]], amount(limit), words(limit)) for limit in known]


def amount(limit: dict[str, Any]) -> str:
    return distance(limit["value"]) if limit["limit"].endswith("_m") else duration(limit["value"])
