"""What a collection is, and the registry of those this server has.

`geo` knows no kind of feature: an app describes its collections in `AppConfig.ready()` and calls `register`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from rest_framework.serializers import BaseSerializer, Field

from geo.rest.times import Interval
from geo.rest.writing import Writer
from geo.texts import Text
from geo.tiles.layer import Layer
from geo.validity import Rules

Rows = QuerySet[Any]
Person = AbstractBaseUser | AnonymousUser
JsonObject = dict[str, Any]


@dataclass(frozen=True)
class Filter:
    """A query parameter that narrows a collection. `narrow(rows, text)` raises BadParameter for what it cannot read."""

    name: str
    description: str
    schema: JsonObject
    narrow: Callable[[Rows, str], Rows]


@dataclass(frozen=True)
class Wording:
    """How people call a property, and what explains it. `unit` is a code of UCUM, `section` groups fields of a form."""

    title: Text
    help: Text | None = None
    unit: str = ""
    section: str = ""


@dataclass(frozen=True)
class Days:
    """The columns of days that say when a feature holds. An empty one is open: a feature without any always holds."""

    start: str
    end: str

    def meeting(self, interval: Interval) -> Q:
        first, last = interval.local_dates()
        found = Q()
        if last is not None:
            found &= Q(**{f"{self.start}__isnull": True}) | Q(**{f"{self.start}__lte": last})
        if first is not None:
            found &= Q(**{f"{self.end}__isnull": True}) | Q(**{f"{self.end}__gte": first})
        return found


class Past(Protocol):
    """The versions of a collection's features. Their rows have every column that features have, and a `version`."""

    def as_of(self, user: Person, moment: datetime) -> Rows:
        """The features as they stood then, each once: what this person may see of them."""

    def versions(self, user: Person, feature_id: str) -> Rows:
        """The versions of one feature that this person may see. Raises Http404 when there is none.

        Each row also has `when` (datetime), `who` (or None), `why`, `through` (texts), `changeset_id`, `gone` (whether
        it is a state of deletion) and `shape` (a hash of the geometry).
        """


@dataclass(frozen=True, eq=False)
class Collection:
    """A collection of features, its one gate, and its contract.

    `visible_to(user)` gives the rows this person may see; everything served passes it. `serializer` is a
    GeoFeatureModelSerializer: its fields are the properties. `counters` are the change counters that its answers and
    rights depend on. `names` are the properties with the Thai and the English name, `wording` says what people call
    each property. `rank(rows, words)`, only on the collection that answers `/api/search`, annotates an integer `rank`,
    best first. `tiles` says what its vector tiles show. `past` tells its earlier versions. `writer` writes its
    features; without one they are only read. `rules` judge its geometries. `unknown(properties)` gives, for each
    of many features, the messages about ids that no look-up table knows, by name.
    """

    id: str
    title: Text
    description: Text
    serializer: type[BaseSerializer[Any]]
    visible_to: Callable[[Person], Rows]
    counters: tuple[str, ...]
    geometry_types: tuple[str, ...]
    filters: tuple[Filter, ...] = ()
    sortable: tuple[str, ...] = ("id",)
    days: Days | None = None
    names: tuple[str, str] = ("name_th", "name_en")
    wording: Mapping[str, Wording] = field(default_factory=dict)
    notice: Text | None = None
    rank: Callable[[Rows, str], Rows] | None = None
    tiles: Layer | None = None
    past: Past | None = None
    writer: Writer | None = None
    rules: Callable[[], Rules] | None = None
    unknown: Callable[[Sequence[JsonObject]], Sequence[Mapping[str, Sequence[str]]]] | None = None

    @cached_property
    def fields(self) -> dict[str, Field[Any, Any, Any, Any]]:
        """The properties of a feature: serializer fields by name, without the id and the geometry."""
        serializer: Any = self.serializer()
        apart = {serializer.Meta.id_field, serializer.Meta.geo_field}
        return {name: field for name, field in serializer.fields.items() if name not in apart}

    @property
    def path(self) -> str:
        return f"collections/{self.id}"

    def judged_by(self) -> Rules:
        """What a geometry is judged by here and now; with areas, where it must lie."""
        return self.rules() if self.rules else Rules(types=self.geometry_types)


_COLLECTIONS: dict[str, Collection] = {}


def register(collections: Sequence[Collection]) -> None:
    """Adds collections to `/api/collections`, in this order."""
    for collection in collections:
        _COLLECTIONS[collection.id] = collection


def collections() -> tuple[Collection, ...]:
    return tuple(_COLLECTIONS.values())


def searched() -> Collection | None:
    """The collection that `/api/search` looks through."""
    return next((collection for collection in collections() if collection.rank), None)
