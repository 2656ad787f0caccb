"""How many learning spaces there are, for which age group and theme."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from routes.coverage.question import Question, Words
from routes.planning.known_spaces import KnownSpace

Document = dict[str, Any]


def asked_about(spaces: Sequence[KnownSpace], question: Question) -> list[KnownSpace]:
    """What there is to learn from, of the age group and theme. A wall that is gone or only planned teaches nobody."""
    return [
        space
        for space in spaces
        if not space.gone
        and (not question.age_group or question.age_group in space.row.age_groups)
        and (not question.theme or question.theme in space.row.themes)
    ]


def counted(spaces: Sequence[KnownSpace], words: Words) -> Document:
    """`total`; of them `located` (± 2 000 m or better), at so many different `positions`; and by theme and age group.

    Every theme and group has its number: that there is nothing for somebody is news too.
    """
    located = [space for space in spaces if space.is_located]
    themes = Counter(theme for space in spaces for theme in set(space.row.themes))
    groups = Counter(group for space in spaces for group in set(space.row.age_groups))
    return {
        "total": len(spaces),
        "located": len(located),
        "positions": len({space.lonlat for space in located}),
        "by_theme": {theme.pk: themes[theme.pk] for theme in words.themes},
        "by_age_group": {group.pk: groups[group.pk] for group in words.groups},
    }
