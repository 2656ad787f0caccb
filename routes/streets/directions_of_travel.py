"""In which directions a way may be followed: (forward, backward) for each profile, from the one-way tags."""

from routes.streets.access import ALLOWED, DENIED, Tags, first_value

Ways = tuple[bool, bool]
BOTH, FORWARD, BACKWARD, NEITHER = (True, True), (True, False), (False, True), (False, False)

_ONE_WAY = {
    "yes": FORWARD,
    "true": FORWARD,
    "1": FORWARD,
    "-1": BACKWARD,
    "reverse": BACKWARD,
    "no": BOTH,
    "false": BOTH,
    "0": BOTH,
    "alternating": BOTH,
    "reversible": NEITHER,  # which way is open now, nobody can say
}


def one_way(tags: Tags, key: str) -> Ways | None:
    """What the tag says; None where it says nothing."""
    return _ONE_WAY.get(first_value(tags, key))


def vehicle_ways(kind: str, tags: Tags) -> Ways:
    """Motorways and roundabouts are one-way unless they say otherwise."""
    implied = kind == "motorway" or first_value(tags, "junction") in ("roundabout", "circular")
    told = one_way(tags, "oneway:motor_vehicle") or one_way(tags, "oneway:vehicle") or one_way(tags, "oneway")
    return told or (FORWARD if implied else BOTH)


def bicycle_ways(kind: str, tags: Tags) -> Ways:
    """As vehicles, but for what is said of bicycles: `oneway:bicycle`, contraflow lanes, `bicycle:backward`."""
    told = one_way(tags, "oneway:bicycle")
    if told is None:
        told = BOTH if has_contraflow(tags) else vehicle_ways(kind, tags)
    return each_way(tags, "bicycle", told)


def has_contraflow(tags: Tags) -> bool:
    """Whether a lane or track leads bicycles against a one-way street."""
    sides = [f"cycleway{side}" for side in ("", ":left", ":right", ":both")]
    if any(first_value(tags, side).startswith("opposite") for side in sides):
        return True
    return any(first_value(tags, f"{side}:oneway") in ("-1", "no") for side in sides)


def foot_ways(tags: Tags) -> Ways:
    """Both, but for `oneway:foot`, `foot:forward`, `foot:backward` and moving stairs."""
    moving = first_value(tags, "conveying")
    told = {"forward": FORWARD, "backward": BACKWARD}.get(moving) or one_way(tags, "oneway:foot") or BOTH
    return each_way(tags, "foot", told)


def each_way(tags: Tags, mode: str, ways: Ways) -> Ways:
    """`ways` as the tags `mode:forward` and `mode:backward` change them."""
    return said_of(tags, f"{mode}:forward", ways[0]), said_of(tags, f"{mode}:backward", ways[1])


def said_of(tags: Tags, key: str, usual: bool) -> bool:
    value = first_value(tags, key)
    return True if value in ALLOWED else False if value in DENIED else usual
