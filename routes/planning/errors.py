"""What planning refuses, by name. Each says in Thai and English what came, what was wanted, and where it stood."""

from typing import Any

from geo.texts import Text


class PlanRefused(Exception):
    """A plan that cannot be made. `code` names the reason, `pointer` is the JSON pointer of the value at fault."""

    def __init__(self, code: str, text: Text, pointer: str = "", **more: Any) -> None:
        super().__init__(text.en)
        self.code, self.text, self.pointer = code, text, pointer
        where = {"pointer": pointer, "parameter": pointer.strip("/").split("/")[0]} if pointer else {}
        self.extra: dict[str, Any] = {"code": code, **where, "texts": text.as_dict(), **more}


class InvalidPlanRequest(PlanRefused):
    """The request cannot be read: an unknown name, a wrong type, a number out of range."""


class ImpossiblePlanRequest(PlanRefused):
    """The request reads well, but names what is not there or contradicts itself."""


class NotOfferedYet(ImpossiblePlanRequest):
    """The request asks for something this planner does not do; better said than silently left out."""


class NoStopPossible(ImpossiblePlanRequest):
    """No space can be a stop, or the stops that must be cannot. `extra["nearest"]` holds requests that do succeed."""


class BrokenRoute(Exception):
    """The independent checker found a rule broken: our own fault, so no route is given out at all."""
