"""How long a ferry takes, by its tag `duration` (wiki.openstreetmap.org/wiki/Key:duration); waiting is part of it."""

from __future__ import annotations

import re
from dataclasses import replace

from routes.streets.access import Tags
from routes.streets.traits import FERRY, Traits

SLOWEST_S_KM = 36_000  # a hundred metres an hour: what says more is a mistake
_CLOCK = re.compile(r"^(?:(\d{1,2}):)?(\d{1,3})(?::\d{2})?$")
_ISO = re.compile(r"^PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?(?:\d+S)?$")


def duration_s(tags: Tags) -> int | None:
    """Seconds of "20", "00:20", "1:05:00", "PT20M"; None for everything else."""
    value = tags.get("duration", "").strip().upper()
    found = _CLOCK.match(value) or _ISO.match(value)
    if not found:
        return None
    return 60 * (60 * int(found[1] or 0) + int(found[2] or 0)) or None


def timed(traits: Traits, tags: Tags, metres: float) -> Traits:
    """The traits of a ferry of this length with the time it takes; others as they are."""
    seconds = duration_s(tags) if traits.kind == FERRY else None
    if seconds is None or metres <= 0:
        return traits
    return replace(traits, pace_s_km=min(SLOWEST_S_KM, max(1, round(seconds / metres * 1000))))
