"""Who may move along a way, by its tags: every rule once."""

import pytest

from routes.streets.profiles import BIT, PROFILES
from routes.streets.tag_rules import traits_of

LETTERS = dict(zip(PROFILES, "wsbv", strict=True))  # walk, step-free, bicycle, vehicle


def open_to(tags: dict[str, str]) -> str:
    """Letters of who may go forward, then of who may go back: "wsbv/wsbv"."""
    traits = traits_of(tags)
    if traits is None:
        return "/"
    masks = (traits.forward, traits.backward)
    return "/".join("".join(LETTERS[one] for one in PROFILES if mask & BIT[one]) for mask in masks)


RESIDENTIAL = {"highway": "residential"}


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        # kinds
        ({"highway": "residential"}, "wsbv/wsbv"),
        ({"highway": "trunk"}, "wsbv/wsbv"),
        ({"highway": "track"}, "wsbv/wsbv"),
        ({"highway": "motorway"}, "v/"),
        ({"highway": "motorway_link"}, "v/v"),
        ({"highway": "footway"}, "ws/ws"),
        ({"highway": "pedestrian"}, "ws/ws"),
        ({"highway": "path"}, "wsb/wsb"),
        ({"highway": "cycleway"}, "wsb/wsb"),
        ({"highway": "elevator"}, "ws/ws"),
        ({"railway": "platform"}, "ws/ws"),
        ({"man_made": "pier"}, "ws/ws"),
        ({"highway": "construction"}, "/"),
        ({"highway": "proposed"}, "/"),
        ({"building": "yes"}, "/"),
        # access: the closest tag decides
        (RESIDENTIAL | {"access": "no"}, "/"),
        (RESIDENTIAL | {"access": "private", "foot": "yes"}, "ws/ws"),
        (RESIDENTIAL | {"access": "destination"}, "wsbv/wsbv"),
        (RESIDENTIAL | {"motor_vehicle": "no"}, "wsb/wsb"),
        (RESIDENTIAL | {"vehicle": "no"}, "ws/ws"),
        (RESIDENTIAL | {"vehicle": "no", "bicycle": "yes"}, "wsb/wsb"),
        (RESIDENTIAL | {"motor_vehicle": "no", "motorcar": "yes"}, "wsbv/wsbv"),
        (RESIDENTIAL | {"foot": "no"}, "bv/bv"),
        (RESIDENTIAL | {"foot": "use_sidepath", "bicycle": "use_sidepath"}, "v/v"),
        (RESIDENTIAL | {"foot": "yes;designated"}, "wsbv/wsbv"),
        ({"highway": "motorway", "foot": "yes"}, "wsv/ws"),
        ({"highway": "footway", "bicycle": "yes"}, "wsb/wsb"),
        ({"highway": "footway", "access": "yes"}, "wsb/wsb"),
        ({"highway": "footway", "motor_vehicle": "yes"}, "wsv/wsv"),
        ({"highway": "pedestrian", "bicycle": "dismount"}, "wsb/wsb"),
        ({"highway": "path", "foot": "no"}, "b/b"),
        # one-way
        (RESIDENTIAL | {"oneway": "yes"}, "wsbv/ws"),
        (RESIDENTIAL | {"oneway": "-1"}, "ws/wsbv"),
        (RESIDENTIAL | {"oneway": "no"}, "wsbv/wsbv"),
        (RESIDENTIAL | {"oneway": "reversible"}, "ws/ws"),
        (RESIDENTIAL | {"junction": "roundabout"}, "wsbv/ws"),
        (RESIDENTIAL | {"oneway": "yes", "oneway:bicycle": "no"}, "wsbv/wsb"),
        (RESIDENTIAL | {"oneway": "yes", "cycleway": "opposite_lane"}, "wsbv/wsb"),
        (RESIDENTIAL | {"oneway": "yes", "cycleway:left:oneway": "-1"}, "wsbv/wsb"),
        (RESIDENTIAL | {"oneway": "yes", "bicycle:backward": "yes"}, "wsbv/wsb"),
        (RESIDENTIAL | {"oneway:bicycle": "yes"}, "wsbv/wsv"),
        ({"highway": "footway", "oneway:foot": "yes"}, "ws/"),
        ({"highway": "footway", "foot:backward": "no"}, "ws/"),
        ({"highway": "steps", "conveying": "backward"}, "/w"),
        # steps
        ({"highway": "steps"}, "w/w"),
        ({"highway": "steps", "ramp:wheelchair": "yes"}, "ws/ws"),
        ({"highway": "steps", "wheelchair": "yes"}, "ws/ws"),
        ({"highway": "steps", "ramp:bicycle": "yes"}, "wb/wb"),
        ({"highway": "steps", "motor_vehicle": "yes"}, "w/w"),
        # what wheels cannot use
        ({"highway": "footway", "wheelchair": "no"}, "w/w"),
        ({"highway": "footway", "kerb": "raised"}, "w/w"),
        ({"highway": "footway", "kerb": "raised", "kerb:height": "0.01"}, "ws/ws"),
        ({"highway": "footway", "kerb": "lowered", "kerb:height": "5 cm"}, "w/w"),
        ({"highway": "footway", "kerb": "flush"}, "ws/ws"),
        ({"highway": "footway", "surface": "sand"}, "w/w"),
        ({"highway": "footway", "surface": "sand", "wheelchair": "limited"}, "ws/ws"),
        ({"highway": "footway", "surface": "asphalt"}, "ws/ws"),
        ({"highway": "footway", "smoothness": "horrible"}, "w/w"),
        ({"highway": "footway", "incline": "8%"}, "ws/ws"),
        ({"highway": "footway", "incline": "-9 %"}, "w/w"),
        ({"highway": "footway", "incline": "6°"}, "w/w"),
        ({"highway": "footway", "incline": "up"}, "ws/ws"),
        ({"highway": "footway", "width": "0.8"}, "w/w"),
        ({"highway": "footway", "width": "90 cm"}, "ws/ws"),
        ({"highway": "path", "ford": "yes"}, "wb/wb"),
    ],
)
def test_who_may_go(tags: dict[str, str], expected: str) -> None:
    assert open_to(tags) == expected


def test_a_name_in_thai_and_in_english() -> None:
    both = traits_of({"highway": "residential", "name": "ถนนนิวาส", "name:en": "Niwat Road"})
    signed = traits_of({"highway": "residential", "name": "ถนนนิวาส"})
    numbered = traits_of({"highway": "primary", "ref": "4047"})

    assert both
    assert (both.name_th, both.name_en) == ("ถนนนิวาส", "Niwat Road")
    assert signed
    assert (signed.name_th, signed.name_en) == ("ถนนนิวาส", "ถนนนิวาส")
    assert numbered
    assert numbered.name_en == "4047"


def test_a_name_stays_one_line_of_letters() -> None:
    traits = traits_of({"highway": "residential", "name": "ถนน\n\x00นิวาส  <b>"})

    assert traits
    assert traits.name_th == "ถนน นิวาส <b>"


@pytest.mark.parametrize(
    ("tags", "kmh"),
    [
        ({"highway": "secondary"}, 50),
        ({"highway": "secondary", "maxspeed": "30"}, 30),
        ({"highway": "residential", "maxspeed": "90"}, 25),
        ({"highway": "primary", "maxspeed": "20 mph"}, 32),
        ({"highway": "primary", "maxspeed": "TH:urban"}, 60),
        ({"highway": "footway"}, 0),
    ],
)
def test_vehicles_keep_to_the_sign(tags: dict[str, str], kmh: int) -> None:
    traits = traits_of(tags)

    assert traits
    assert traits.speed_kmh == kmh


@pytest.mark.parametrize(
    ("tags", "how"),
    [
        ({"footway": "crossing", "crossing": "traffic_signals"}, "signals"),
        ({"footway": "crossing", "crossing:signals": "yes"}, "signals"),
        ({"footway": "crossing", "crossing": "zebra"}, "marked"),
        ({"path": "crossing", "crossing:markings": "zebra"}, "marked"),
        ({"footway": "crossing", "crossing": "unmarked"}, "unmarked"),
        ({"footway": "crossing"}, "yes"),
        ({"footway": "sidewalk"}, ""),
    ],
)
def test_how_a_way_crosses(tags: dict[str, str], how: str) -> None:
    traits = traits_of({"highway": "footway"} | tags)

    assert traits
    assert traits.crossing == how


def test_steps_are_counted_and_why_wheels_stay_out_is_kept() -> None:
    steps = traits_of({"highway": "steps", "step_count": "24", "incline": "up"})
    steep = traits_of({"highway": "footway", "incline": "12%"})

    assert steps
    assert (steps.steps, steps.barrier) == (24, "steps")
    assert steep
    assert (steep.incline, steep.barrier, steep.reversed.incline) == (12, "steep", -12)
