"""An answer of the planner, written by hand in the shape that `POST /api/routes/plan` promises."""

from copy import deepcopy
from typing import Any


def stop(n: int, space: str, lonlat: list[float], arrive: str, leave: str, **more: Any) -> dict[str, Any]:
    return {
        "n": n,
        "space": space,
        "collection": "heritage-sites",
        "name_th": f"จุด {space}",
        "name_en": f"Stop {space}",
        "lonlat": lonlat,
        "accuracy_m": 700,
        "arrive": f"2027-01-20T{arrive}:00+07:00",
        "start": f"2027-01-20T{arrive}:00+07:00",
        "leave": f"2027-01-20T{leave}:00+07:00",
        "hours": "open",
        "activity": {"th": "นับบันไดเรือน", "en": "Count the steps of the house"},
        "outcomes": [],
        "why": {"th": "ตรงกับหัวข้อเมืองเก่า", "en": "Fits the theme old towns"},
        **more,
    }


def spot(name: str, lonlat: list[float]) -> dict[str, Any]:
    return {"id": name, "name_th": f"ประตู {name}", "name_en": f"Gate {name}", "lonlat": lonlat, "accuracy_m": 300}


def leg(origin: str, destination: str, mode: str, metres: int, low: int, high: int, seconds: int) -> dict[str, Any]:
    return {
        "from": origin,
        "to": destination,
        "mode": mode,
        "metres": metres,
        "metres_low": low,
        "metres_high": high,
        "seconds": seconds,
        "source": "estimate",
        "geometry": {"type": "LineString", "coordinates": []},
        "steps": [],
    }


ITINERARY: dict[str, Any] = {
    "id": "sample",
    "alternative": 1,
    "group": 1,
    "complete": True,
    "party": ["primary"],
    "depart": "2027-01-20T09:00:00+07:00",
    "arrive": "2027-01-20T11:24:00+07:00",
    "minutes": 144,
    "walk_m": 1830,
    "ride_m": 7200,
    "score": 41.2,
    "proved_optimal": True,
    "upper_bound": 41.2,
    "certainty": "approximate",
    "fits_in_worst_case": False,
    "note": {"th": "ดีที่สุดจาก 20 แห่งที่ทราบ", "en": "Best of the 20 spaces known"},
    "start": spot("wat-khuha-sawan", [100.081, 7.62]),
    "end": spot("wat-khuha-sawan", [100.081, 7.62]),
    "activities": {"before": [{"th": "ดูแผนที่เก่า", "en": "Look at old maps"}], "after": []},
    "stops": [
        stop(1, "wat-wang", [100.133, 7.622], "09:25", "09:55"),
        stop(2, "wang-chao-mueang", [100.145, 7.626], "10:10", "10:40", hours="unknown"),
        stop(3, "lampam-beach", [100.156, 7.626], "10:55", "11:10", activity={"th": "", "en": ""}),
    ],
    "legs": [
        leg("start", "wat-wang", "vehicle", 7200, 6400, 8300, 1170),
        leg("wat-wang", "wang-chao-mueang", "walk", 780, 0, 2100, 709),
        leg("wang-chao-mueang", "lampam-beach", "walk", 1050, 200, 2300, 955),
        leg("lampam-beach", "end", "vehicle", 9000, 8400, 9700, 1380),
    ],
    "breaks": [],
    "outcomes_covered": [],
    "warnings": [{"code": "toilets_unknown", "th": "ยังไม่ทราบว่ามีห้องน้ำ", "en": "No toilet is known on the way"}],
    "ask_before_you_go": [{"th": "วัดวัง: เปิดกี่โมง", "en": "Wat Wang: when does it open?"}],
    "omitted": [
        {
            "space": "wat-pa-lilai",
            "name_th": "วัดป่าลิไลย",
            "name_en": "Wat Pa Lilai",
            "reason": {"code": "too_far", "th": "ไกลเกินไป", "en": "Too far"},
        }
    ],
}


def answer(alternatives: int = 1) -> dict[str, Any]:
    """A fresh answer with that many itineraries."""
    found = [deepcopy(ITINERARY) for _ in range(alternatives)]
    for number, itinerary in enumerate(found, 1):
        itinerary["alternative"] = number
    return {"itineraries": found, "nearest": [], "limits": []}
