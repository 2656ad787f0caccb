"""How many learning spaces there are, for which age group and theme."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from routes.coverage.question import Question, Words
from routes.coverage.spaces import Space

Document = dict[str, Any]


def asked_about(spaces: Sequence[Space], question: Question) -> list[Space]:
    """Those of the age group and theme."""
    return [
        space
        for space in spaces
        if (not question.age_group or question.age_group in space.age_groups)
        and (not question.theme or question.theme in space.themes)
    ]


def counted(spaces: Sequence[Space], words: Words) -> Document:
    """`total`; of them `located` (± 2 000 m or better), at so many different `positions`; and by theme and age group.

    Every theme and group has its number: that there is nothing for somebody is news too.
    """
    located = [space for space in spaces if space.is_located]
    themes = Counter(theme for space in spaces for theme in space.themes)
    groups = Counter(group for space in spaces for group in space.age_groups)
    return {
        "total": len(spaces),
        "located": len(located),
        "positions": len({space.lonlat for space in located}),
        "by_theme": {theme.pk: themes[theme.pk] for theme in words.themes},
        "by_age_group": {group.pk: groups[group.pk] for group in words.groups},
    }
