"""Lines of an itinerary that are put together from several of its parts, in the reader's language."""

from typing import Any

from frontend import presenting
from frontend.presenting import words

Answer = dict[str, Any]


def rest_at(space: str, answer: Answer) -> str:
    """How long the group rests at a stop, in words; nothing when it does not."""
    seconds = sum(pause.get("seconds", 0) for pause in answer.get("breaks", []) if pause.get("at") == space)
    return presenting.duration(seconds / 60) if seconds else ""


def comforts_at(space: str, answer: Answer) -> str:
    """Where there are seats and toilets for the rest at a stop, as far as anybody knows."""
    breaks = [pause for pause in answer.get("breaks", []) if pause.get("at") == space]
    return " · ".join(words(comfort) for pause in breaks for comfort in pause.get("comforts", []))


def ask_line(line: Answer) -> str:
    """What to ask at one stop, and whom."""
    return " · ".join(part for part in (words(line), line.get("contact") or "") if part)


def around(answer: Answer, phase: str) -> list[str]:
    """What to do before or after the outing."""
    return [words(activity) for activity in (answer.get("activities") or {}).get(phase, [])]
