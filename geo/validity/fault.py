"""What a check says: faults with their words, place and proposed repair."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from geo.texts import Text

LonLat = tuple[float, float]


class Severity(StrEnum):
    """An error is never stored. A warning may be meant and may be stored. A note says what is done at entry."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Place:
    """Where in the coordinates: the part, its ring, the position in the ring. None: all of it."""

    part: int = 0
    ring: int | None = None
    index: int | None = None

    def pointer(self, kind: str) -> str:
        """The JSON pointer (RFC 6901) into a GeoJSON geometry of this type."""
        steps = {
            "Point": (),
            "MultiPoint": (self.part,),
            "LineString": (self.index,),
            "MultiLineString": (self.part, self.index),
            "Polygon": (self.ring, self.index),
            "MultiPolygon": (self.part, self.ring, self.index),
        }.get(kind, ())
        found = "/coordinates"
        for step in steps:
            if step is None:
                break
            found += f"/{step}"
        return found


@dataclass(frozen=True)
class Repair:
    """A proposal: the geometry without this fault, and what that does to its area (EPSG:32647; percent of the drawn).

    `is_valid` says whether any other fault is left. Nothing is repaired unless a person sends the proposal back.
    """

    geometry: dict[str, Any]
    area_change_m2: float
    area_change_percent: float | None
    is_valid: bool


@dataclass(frozen=True)
class Fault:
    """One thing wrong. `at` is where (lon, lat), `pointer` leads there in the GeoJSON."""

    code: str
    text: Text
    at: LonLat | None = None
    pointer: str = ""
    severity: Severity = Severity.ERROR
    repair: Repair | None = None

    @property
    def sentence(self) -> Text:
        """The words with the place behind them, for where no map can show it."""
        if self.at is None:
            return self.text
        where = f" ({self.at[0]:.7f}, {self.at[1]:.7f})"
        return Text(f"{self.text.th}{where}", f"{self.text.en.rstrip('.')}{where}.")


@dataclass(frozen=True)
class Edit:
    """What would take faults away. Several are joined by `|`; `geo.validity.repairing` carries them out."""

    remove: frozenset[tuple[int, int, int]] = frozenset()  # positions: (part, ring, index)
    drop_rings: frozenset[tuple[int, int]] = frozenset()
    drop_parts: frozenset[int] = frozenset()
    rebuild: frozenset[int] = frozenset()  # parts whose rings are untangled
    unite: bool = False  # the parts become one area
    clip: bool = False  # to the service area
    swap: bool = False

    def __or__(self, other: "Edit") -> "Edit":
        return Edit(
            self.remove | other.remove,
            self.drop_rings | other.drop_rings,
            self.drop_parts | other.drop_parts,
            self.rebuild | other.rebuild,
            self.unite or other.unite,
            self.clip or other.clip,
            self.swap or other.swap,
        )


@dataclass(frozen=True)
class Finding:
    """A fault before its repair is worked out. `edit` None: nothing can be proposed."""

    code: str
    text: Text
    at: LonLat | None = None
    place: Place | None = None
    severity: Severity = Severity.ERROR
    edit: Edit | None = None
    steps: tuple[Any, ...] = field(default=())  # into a position: the third number, say
