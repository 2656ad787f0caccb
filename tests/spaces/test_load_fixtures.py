"""The real data, loaded once for these tests."""

import json

import pytest
from django.core.management import call_command

from routes.models import Gateway, StoryChapter
from spaces.changesets import Action, Change, apply
from spaces.loading import BadFixture
from spaces.models import Activity, AgeGroup, AnySpace, Changeset, HeritageSite, StreetArtWall, Theme
from tests.conftest import FIXTURES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("phatthalung")]


def reload(folder=FIXTURES):
    call_command("load_fixtures", folder, verbosity=0)


def test_the_places_of_phatthalung_are_there_in_their_kinds():
    published = AnySpace.objects.filter(demonstration=False)

    assert published.count() == 91
    assert HeritageSite.objects.count() == 50
    assert StreetArtWall.objects.count() == 7
    assert Theme.objects.count() == 10
    assert AgeGroup.objects.filter(is_modifier=False).count() == 6
    assert Gateway.objects.count() == 12
    assert Gateway.objects.get(default=True).pk == "wat-khuha-sawan"
    assert StoryChapter.objects.exists()
    assert Activity.objects.filter(theme__isnull=False, age_group__isnull=False).count() >= 60


def test_loading_again_changes_nothing():
    before = Changeset.objects.count()

    reload()

    assert Changeset.objects.count() == before
    assert not AnySpace.objects.exclude(version=1).exists()


def test_what_a_person_edited_stays_when_the_files_change(tmp_path, planner):
    apply(
        [Change(Action.MODIFY, "heritage-sites", "wat-wang", {"contact": "07"}, 1)],
        author=planner,
        comment="x",
        source="api",
    )
    Theme.objects.filter(pk="faith").update(name_en="Faiths")
    copy_changed(tmp_path)

    reload(tmp_path)

    assert HeritageSite.objects.get(pk="wat-wang").name_en == "Wat Wang"
    assert HeritageSite.objects.get(pk="wat-yang-ngam").name_en == "Changed"
    assert Theme.objects.get(pk="faith").name_en == "Faiths"
    assert Theme.objects.get(pk="old-towns").name_en == "Changed"


def copy_changed(folder):
    """The theme and heritage files, with every English name changed."""
    themes = json.loads((FIXTURES / "themes.json").read_text())
    themes["rows"] = [row | {"name_en": "Changed"} for row in themes["rows"]]
    (folder / "themes.json").write_text(json.dumps(themes))
    sites = json.loads((FIXTURES / "heritage-sites.geojson").read_text())
    for feature in sites["features"]:
        feature["properties"]["name_en"] = "Changed"
    (folder / "heritage-sites.geojson").write_text(json.dumps(sites))


@pytest.mark.parametrize(
    ("file", "content", "names"),
    [
        ("themes.json", "{", "themes.json"),
        ("themes.json", json.dumps({"rows": [{"id": "x", "nme": "y"}]}), "nme"),
        ("amenities.geojson", json.dumps({"type": "FeatureCollection", "features": [
            {"id": "bad", "properties": {}, "geometry": {"type": "Point", "coordinates": [7.6, 100]}}]}), "bad"),
    ],
)  # fmt: skip
def test_a_bad_file_is_named(tmp_path, file, content, names):
    (tmp_path / file).write_text(content)

    with pytest.raises(BadFixture, match=names):
        reload(tmp_path)
