"""The opaque cursor of the `next` link: the sort keys of the last feature sent, signed.

A cursor holds a position in the order, not a number of rows: rows added or removed meanwhile neither repeat nor skip
one.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.core import signing
from django.db.models import Q

from geo.rest.parameters import SortKey
from geo.rest.problems import BadParameter
from geo.texts import Text

_SALT = "geo.rest.cursor"


def written(place: str, keys: Sequence[SortKey], values: str) -> str:
    """`place` is the resource paged through, `values` a JSON array with one value for each key."""
    return signing.dumps([place, _order(keys), json.loads(values)], salt=_SALT, compress=True)


def read(text: str, place: str, keys: Sequence[SortKey]) -> list[Any]:
    """The values to go on after. Raises BadParameter for a cursor that is not ours, or of another resource or order."""
    try:
        paged, order, values = signing.loads(text, salt=_SALT)
    except (signing.BadSignature, ValueError):
        raise BadParameter("cursor", _NOT_OURS) from None
    if (paged, order) != (place, _order(keys)):
        raise BadParameter("cursor", _NOT_OURS)
    return list(values)


def after(keys: Sequence[SortKey], values: Sequence[Any]) -> Q:
    """Rows that come behind `values` in the order of `keys`."""
    behind = Q()
    level = Q()
    for key, value in zip(keys, values, strict=True):
        behind |= level & Q(**{f"{key.name}__{'lt' if key.descending else 'gt'}": value})
        level &= Q(**{key.name: value})
    return behind


def _order(keys: Sequence[SortKey]) -> str:
    return ",".join(key.order for key in keys)


_NOT_OURS = Text(
    "cursor ใช้ได้เฉพาะที่ได้จากลิงก์ next และใช้กับคำขอเดิม",
    "cursor is taken as it stands from a next link, for the same request.",
)
