"""What a collection needs to be written to (OGC API – Features Part 4), and what is said of a write that failed.

`geo` knows no kind of feature: an app gives its collection a `Writer`. A collection without one is read only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from rest_framework.request import Request

from geo.texts import Text

if TYPE_CHECKING:
    from geo.rest.reference_systems import ReferenceSystem

JsonObject = dict[str, Any]

GEOJSON_TYPES = ("application/geo+json", "application/json")
PATCH_TYPES = ("application/merge-patch+json", *GEOJSON_TYPES)


class Method(StrEnum):
    CREATE = "create"
    REPLACE = "replace"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True)
class FeatureChange:
    """What a client wants done with one feature. `document` is its GeoJSON, or a merge patch of it, in `system`.

    `base_version` is the version the client saw; None only for a new feature. `asked` are the writer's own parameters.
    """

    method: Method
    feature_id: str | None
    base_version: int | None
    document: Any
    system: "ReferenceSystem"
    asked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """What became of it. Not `applied`: it waits for somebody's decision at `location`, a path under `/api/`."""

    feature_id: str
    version: int | None
    applied: bool = True
    location: str = ""


class Writer(Protocol):
    """How an app writes a feature; it raises errors that `geo.rest.problems` knows.

    `parameters` are query parameters of its own, as OpenAPI describes them.
    """

    @property
    def parameters(self) -> Sequence[Mapping[str, Any]]: ...

    def write(self, request: Request, change: FeatureChange) -> Written: ...


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a body: where (RFC 6901), a code, words for people, a place (lon, lat)."""

    pointer: str
    code: str
    text: Text
    at: tuple[float, float] | None = None

    def below(self, pointer: str) -> "Fault":
        return Fault(pointer + self.pointer, self.code, self.text, self.at)

    def told(self) -> JsonObject:
        place = {"at": list(self.at)} if self.at else {}
        return {"pointer": self.pointer, "code": self.code, "detail": self.text.in_language(), **place}


MOST_TOLD = 100


class InvalidFeature(Exception):
    """A body that can be read, but not stored. Every fault is told, up to `MOST_TOLD`."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("; ".join(f"{fault.pointer}: {fault.text.en}" for fault in faults[:5]))
        self.faults = list(faults)

    @property
    def text(self) -> Text:
        if len(self.faults) == 1:
            return self.faults[0].text
        number = len(self.faults)
        return Text(f"มีข้อผิดพลาด {number} จุด", f"There are {number} faults.")

    @property
    def extra(self) -> JsonObject:
        return {"errors": [fault.told() for fault in self.faults[:MOST_TOLD]], "numberOfErrors": len(self.faults)}


def step(pointer: str, name: str) -> str:
    """The pointer one member further."""
    return f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
