"""An itinerary of an answer, or one that was kept, as the file formats take it: in one language."""

from datetime import datetime
from typing import Any

from geo.formats.journey import Journey, Leg, Stop, Words
from geo.texts import Text
from routes.planning.messages import say

WORDS = {
    "stop": Text("จุดแวะ", "Stop"),
    "accuracy": Text("ความแม่นของตำแหน่ง", "Position known within"),
    "hours": Text("เวลาเปิด", "Hours"),
    "hours_open": Text("เปิดเมื่อไปถึง", "open when you get there"),
    "hours_unknown": Text("ยังไม่ทราบ โทรถามก่อน", "not known, call first"),
    "estimate": Text("โดยประมาณ", "estimated"),
    "walk": Text("เดิน", "Walk"),
    "bicycle": Text("ปั่นจักรยาน", "Cycle"),
    "vehicle": Text("นั่งรถ", "Ride"),
    "start": Text("จุดเริ่มต้น", "Start"),
    "end": Text("จุดสิ้นสุด", "End"),
}
TITLE = Text("เส้นทางเรียนรู้พัทลุง", "Phatthalung learning route")


def journey_of(itinerary: dict[str, Any], language: str, title: Text | None = None) -> Journey:
    """The itinerary in `th` or `en`; its title is that of a kept route, else the first stops."""
    notice = say("estimated").in_language(language) if not itinerary["fits_in_worst_case"] else ""
    ends = [itinerary.get(name) or fallback(itinerary, name) for name in ("start", "end")]
    warnings = [pick(warning, language) for warning in itinerary["warnings"] if warning["code"] != "estimated"]
    return Journey(
        id=itinerary["id"],
        title=title.in_language(language) if title else title_of(itinerary, language),
        language=language,
        depart=datetime.fromisoformat(itinerary["depart"]),
        arrive=datetime.fromisoformat(itinerary["arrive"]),
        notice=notice,
        words=Words(**{name: text.in_language(language) for name, text in WORDS.items()}),
        start=position(ends[0]),
        end=position(ends[1]),
        start_name=named(ends[0], language),
        end_name=named(ends[1], language),
        stops=tuple(stop_of(stop, language) for stop in itinerary["stops"]),
        legs=tuple(leg_of(leg, language) for leg in itinerary["legs"]),
        notes=(*warnings, *(pick(line, language) for line in itinerary["ask_before_you_go"])),
        attribution=itinerary.get("attribution", ""),
        properties=figures(itinerary),
    )


FIGURES = ("alternative", "party", "depart", "arrive", "minutes", "walk_m", "ride_m", "score", "certainty")


def figures(itinerary: dict[str, Any]) -> dict[str, Any]:
    names = (*FIGURES, "proved_optimal", "upper_bound", "fits_in_worst_case", "complete")
    return {name: itinerary[name] for name in names}


def title_of(itinerary: dict[str, Any], language: str) -> str:
    names = [named(stop, language) for stop in itinerary["stops"][:3]]
    return f"{TITLE.in_language(language)}: {' · '.join(names)}"


def fallback(itinerary: dict[str, Any], name: str) -> dict[str, Any]:
    """Where the first leg begins or the last one ends, for a route that kept no more."""
    leg = itinerary["legs"][0 if name == "start" else -1]
    lonlat = leg["geometry"]["coordinates"][0 if name == "start" else -1]
    return {"name_th": WORDS[name].th, "name_en": WORDS[name].en, "lonlat": lonlat}


def position(place: dict[str, Any]) -> tuple[float, float]:
    lon, lat = place["lonlat"]
    return lon, lat


def named(place: dict[str, Any], language: str) -> str:
    return Text(place["name_th"], place["name_en"]).in_language(language)


def pick(text: dict[str, Any] | None, language: str) -> str:
    return Text(text["th"], text["en"]).in_language(language) if text else ""


def stop_of(stop: dict[str, Any], language: str) -> Stop:
    return Stop(
        n=stop["n"],
        id=stop["space"],
        name=named(stop, language),
        lonlat=position(stop),
        accuracy_m=stop["accuracy_m"],
        arrive=datetime.fromisoformat(stop["start"]),
        leave=datetime.fromisoformat(stop["leave"]),
        hours=stop["hours"],
        why=pick(stop["why"], language),
        activity=pick(stop["activity"], language),
        properties={
            "name_th": stop["name_th"],
            "name_en": stop["name_en"],
            "collection": stop["collection"],
            "outcomes": stop["outcomes"],
        },
    )


def leg_of(leg: dict[str, Any], language: str) -> Leg:
    return Leg(
        origin=leg["from"],
        destination=leg["to"],
        mode=leg["mode"],
        coordinates=tuple((lon, lat) for lon, lat in leg["geometry"]["coordinates"]),
        metres=leg["metres"],
        metres_low=leg["metres_low"],
        metres_high=leg["metres_high"],
        seconds=leg["seconds"],
        estimated=leg["source"] == "estimate",
        steps=tuple(pick(step, language) for step in leg["steps"]),
    )
