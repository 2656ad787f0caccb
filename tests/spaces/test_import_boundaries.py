"""An operator's outlines: every one of a file, or none; loaded again they replace."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from spaces.models import Boundary

pytestmark = pytest.mark.django_db


def square(west: float, south: float = 7.6) -> dict[str, Any]:
    ring = [[west, south], [west, south + 0.1], [west + 0.1, south + 0.1], [west + 0.1, south], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}  # clockwise, as many files have it


def feature(code: Any, west: float, **properties: Any) -> dict[str, Any]:
    told = {"pcode": code, "name_th": f"อำเภอ {code}", "name_en": f"District {code}", **properties}
    return {"type": "Feature", "geometry": square(west), "properties": told}


@pytest.fixture
def loaded(tmp_path: Path) -> Any:
    """`loaded(feature, …, level="district")` writes a file and loads it; what the command said."""

    def load(*features: Any, **options: Any) -> str:
        path, said = tmp_path / "outlines.geojson", StringIO()
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        call_command("import_boundaries", str(path), **{"level": "district", **options}, stdout=said)
        return said.getvalue()

    return load


def test_every_outline_is_stored_with_its_names(loaded: Any) -> None:
    assert loaded(feature("TH9301", 100.0), feature("TH9302", 100.1)) == "2 outlines of level district.\n"

    first, second = Boundary.objects.order_by("code")
    assert (first.id, first.code, first.level) == ("district-th9301", "TH9301", "district")
    assert (first.name_th, second.name_en) == ("อำเภอ TH9301", "District TH9302")
    assert first.source == "outlines.geojson"
    assert first.geometry.geom_type == "MultiPolygon"


def test_loaded_again_it_takes_the_place_of_the_former(loaded: Any) -> None:
    loaded(feature("TH9301", 100.0))
    loaded(feature("9301", 100.2, name_en="Mueang"), source="Royal Thai Survey Department")

    (stored,) = Boundary.objects.all()
    assert (stored.name_en, stored.source) == ("Mueang", "Royal Thai Survey Department")
    assert stored.geometry.extent[0] == pytest.approx(100.2)


def test_columns_of_other_files_are_known_or_named(loaded: Any) -> None:
    cod = {"type": "Feature", "geometry": square(100.0)}
    loaded({**cod, "properties": {"ADM2_PCODE": "TH9303", "ADM2_TH": "ก", "ADM2_EN": "A"}})
    loaded({**cod, "properties": {"AMP": 9304, "T": "ข", "E": "B"}}, code="AMP", name_th="T", name_en="E")

    assert list(Boundary.objects.order_by("code").values_list("code", "name_en")) == [("TH9303", "A"), ("TH9304", "B")]


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (feature("TH9302", 617_000), "feature 2"),
        ({**feature("TH9302", 100.1), "geometry": None}, "feature 2"),
        (feature("TH9301", 100.1), "twice"),
        (feature("93/02", 100.1), "no code"),
        (feature("", 100.1), "--code"),
        (feature("TH9302", 100.1, name_th=None), "--name-th"),
        (["no feature"], "--code"),
    ],
)
def test_one_bad_outline_and_none_is_stored(loaded: Any, bad: Any, words: str) -> None:
    with pytest.raises(CommandError, match=words):
        loaded(feature("TH9301", 100.0), bad)

    assert not Boundary.objects.exists()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"features": []}', '{"features": 1}'])
def test_what_is_no_geojson_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.geojson"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(CommandError, match=r"x\.geojson"):
        call_command("import_boundaries", str(path), level="province")
