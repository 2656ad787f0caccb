"""What the planner refuses, by name."""

from __future__ import annotations


class InvalidProblem(ValueError):
    """The problem contradicts its own definitions; the message says what came and what was wanted."""


class NoFeasibleItinerary(Exception):
    """No route keeps all limits.

    `proved` is True when that is certain, False when only the search found none.
    `unreachable` are the must-stops that no route at all can hold.
    """

    def __init__(self, message: str, *, proved: bool, unreachable: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.proved = proved
        self.unreachable = unreachable
