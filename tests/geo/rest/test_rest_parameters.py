import pytest

from geo.rest import parameters
from geo.rest.parameters import SortKey
from geo.rest.problems import BadParameter
from geo.rest.reference_systems import CRS84, SYSTEMS

EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
# The same box in every system, around (100.08, 7.62); 3857 by its formula, UTM by gdaltransform.
LON_LAT = (100.07, 7.61, 100.09, 7.63)


@pytest.mark.parametrize(
    ("text", "limit"), [(None, 100), ("1", 1), ("0010", 10), ("10001", 10_000), ("9" * 400, 10_000)]
)
def test_limit_is_clamped_to_the_maximum(text, limit):
    assert parameters.limit(text) == limit


@pytest.mark.parametrize("text", ["0", "000", "", "-1", "1.5", "1e3", "ten", "๑๐", " 5", "+5", "0x10"])
def test_a_limit_that_is_no_positive_number_is_refused(text):
    with pytest.raises(BadParameter, match="whole number"):
        parameters.limit(text)


@pytest.mark.parametrize(
    ("system", "text"),
    [
        (CRS84.uri, "100.07,7.61,100.09,7.63"),
        (CRS84.uri, "100.07,7.61,-50,100.09,7.63,1000"),
        (f"{EPSG}4326", "7.61,100.07,7.63,100.09"),
        (f"{EPSG}4326", "7.61,100.07,-50,7.63,100.09,1000"),
        (f"{EPSG}3857", "11139741.44,849643.11,11141967.83,851889.33"),
    ],
)
def test_a_box_is_the_same_in_every_system(system, text):
    extent = parameters.box(text, SYSTEMS[system]).extent

    assert extent == pytest.approx(LON_LAT, abs=2e-5)


def test_a_utm_box_encloses_its_curved_sides():
    extent = parameters.box("617000,841000,619000,843000", SYSTEMS[f"{EPSG}32647"]).extent

    assert extent == pytest.approx((100.06066, 7.60705, 100.07884, 7.62509), abs=1e-4)
    assert extent[1] < 7.607046  # the southern side leans: its eastern end lies farther south


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "1,2,3",
        "1,2,3,4,5",
        "1,2,nan,4",
        "1,2,inf,4",
        "1e400,0,1,1",
        "3,4,1,2,",
        "5,6,4,3",
        "1,2,3,4,5,6,7",
        "," * 50,
    ],
)
def test_a_malformed_box_is_refused(system, text):
    with pytest.raises(BadParameter) as caught:
        parameters.box(text, SYSTEMS[system])

    assert caught.value.extra == {"parameter": "bbox"}


def test_a_projected_box_beyond_the_world_is_cut_to_it():
    everything = parameters.box("-1e11,-1e11,1e11,1e11", SYSTEMS[f"{EPSG}3857"])

    assert everything.extent == pytest.approx((-180, -85.06, 180, 85.06), abs=0.01)


def test_an_unknown_system_is_refused_by_the_name_of_its_parameter():
    with pytest.raises(BadParameter) as caught:
        parameters.reference_system("bbox-crs", "EPSG:24047")

    assert caught.value.extra == {"parameter": "bbox-crs"}


def test_sorting_always_ends_with_the_id():
    assert parameters.sort_keys(None, ["id", "name_th"]) == (SortKey("id"),)
    assert parameters.sort_keys("-name_th", ["id", "name_th"]) == (SortKey("name_th", True), SortKey("id"))
    assert parameters.sort_keys(" name_th,-id", ["id", "name_th"]) == (SortKey("name_th"), SortKey("id", True))


@pytest.mark.parametrize(
    "text", ["", ",", "search_text", "partner__id", "--id", "+-id", "id,id", "id;drop", "name_th,"]
)
def test_sorting_takes_listed_columns_only(text):
    with pytest.raises(BadParameter):
        parameters.sort_keys(text, ["id", "name_th"])


def test_properties_are_those_that_exist():
    assert parameters.property_names("b,a", ["a", "b", "c"]) == ("a", "b")
    with pytest.raises(BadParameter, match="search_text"):
        parameters.property_names("a,search_text", ["a", "b"])
