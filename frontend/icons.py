"""The names in the icon sprite, read from the sprite itself."""

import re
from functools import cache
from pathlib import Path

SPRITE = Path(__file__).parent / "static" / "frontend" / "icons.svg"
FALLBACK = "spot"


@cache
def icon_names() -> frozenset[str]:
    return frozenset(re.findall(r'<symbol id="([a-z-]+)"', SPRITE.read_text(encoding="utf-8")))


def known_icon(name: str) -> str:
    """`name` when the sprite has it, else the plain spot: a new theme needs no drawing first."""
    return name if name in icon_names() else FALLBACK
