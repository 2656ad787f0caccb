"""The HTTP status of each thing planning refuses (RFC 9457, `/api/problems/{code}`)."""

from geo.rest.problems import register
from geo.texts import Text
from routes.planning.errors import ImpossiblePlanRequest, InvalidPlanRequest, NoStopPossible, NotOfferedYet
from routes.turns import AGAIN_S, TooManyPlanning


def register_problems() -> None:
    """Enters them into the one table."""
    register(
        InvalidPlanRequest, 400, "invalid-plan-request", Text("คำขอเส้นทางไม่ถูกต้อง", "The plan request cannot be read")
    )
    register(
        ImpossiblePlanRequest,
        422,
        "impossible-plan-request",
        Text("คำขอเส้นทางทำไม่ได้", "The plan request cannot be met"),
    )
    register(NotOfferedYet, 422, "not-offered-yet", Text("ยังไม่เปิดให้บริการส่วนนี้", "Not offered yet"))
    register(NoStopPossible, 422, "no-stop-possible", Text("ไม่มีสถานที่ที่แวะได้", "No stop is possible"))
    register(
        TooManyPlanning,
        503,
        "too-many-planning",
        Text("มีคนขอเส้นทางพร้อมกันมาก", "Many are asking for a route"),
        headers={"Retry-After": str(AGAIN_S)},
    )
