"""A generated city of learning spaces around the town, entered as every writer enters them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from django.contrib.gis.geos import Point

from spaces.changes import Action, Change
from spaces.changesets import apply
from spaces.models import AgeGroup, Subkind, Theme

CENTRE = (100.08, 7.62)
SPREAD_DEGREES = 0.08
HOURS = ("24/7", "Mo-Su 08:00-17:00", "We-Su 09:00-12:00,13:00-16:00", "Mo-Fr 08:30-16:30", "unknown")
STOPS = ("heritage-sites", "street-art-walls", "wisdom-places")


def build_city(places: int, seed: int) -> None:
    """So many published spaces; call it in a transaction that is rolled back."""
    apply(list(changes(places, random.Random(seed))), author=None, comment="Generated city", source="benchmark")


def changes(places: int, dice: random.Random) -> Iterator[Change]:
    themes = list(Theme.objects.values_list("pk", flat=True))
    ages = list(AgeGroup.objects.filter(is_modifier=False).values_list("pk", flat=True))
    kinds = [(kind.collection, kind.pk) for kind in Subkind.objects.filter(collection__in=STOPS)]
    for number in range(places):
        collection, subkind = dice.choice(kinds)
        lon, lat = (round(dice.gauss(middle, SPREAD_DEGREES / 2), 7) for middle in CENTRE)
        values = {
            "name_th": f"แหล่งที่ {number}",
            "name_en": f"Place {number}",
            "subkind": subkind,
            "themes": dice.sample(themes, min(2, len(themes))),
            "age_groups": dice.sample(ages, max(1, len(ages) - 1)),
            "geometry": Point(lon, lat, srid=4326),
            "accuracy_m": dice.choice([10, 100, 800]),
            "opening_hours": dice.choice(HOURS),
            "status": "published",
        }
        yield Change(Action.CREATE, collection, f"city-{number}", values)
