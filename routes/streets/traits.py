"""What is known of a stretch of street, as routing and directions need it."""

from __future__ import annotations

from dataclasses import dataclass, replace

FERRY = "ferry"
"""The kind of a way over water by a boat that others steer: OpenStreetMap's `route=ferry`."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Equal traits make one edge. `forward` and `backward` are masks of `profiles.BIT` in the line's direction.

    `kind` is the OSM value of `highway`. `steps` counts steps, None where there are none or nobody counted. `incline`
    is percent, rising in the line's direction. `crossing` is "", "signals", "marked", "unmarked" or "yes". `barrier`
    says why the step-free profile is kept out ("" where it is not): a code of `words.BARRIERS`. `speed_kmh` is what a
    vehicle drives. `pace_s_km` is what a ferry takes for a kilometre, 0 on land.
    """

    kind: str
    forward: int
    backward: int
    name_th: str = ""
    name_en: str = ""
    surface: str = ""
    steps: int | None = None
    incline: float | None = None
    crossing: str = ""
    barrier: str = ""
    speed_kmh: int = 0
    pace_s_km: int = 0
    source: str = "osm"

    @property
    def reversed(self) -> Traits:
        """The same stretch seen from its other end."""
        incline = None if self.incline is None else -self.incline
        return replace(self, forward=self.backward, backward=self.forward, incline=incline)

    def without(self, bits: int, barrier: str = "") -> Traits:
        """The stretch closed to the profiles of `bits`."""
        why = barrier or self.barrier
        return replace(self, forward=self.forward & ~bits, backward=self.backward & ~bits, barrier=why)
