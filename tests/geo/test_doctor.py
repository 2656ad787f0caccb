"""The doctor sees what is wrong and says what to do."""

from io import StringIO

import pytest
from django.contrib.gis.gdal import CoordTransform, OGRGeometry, SpatialReference
from django.core.management import call_command
from django.db import OperationalError

from geo import doctor
from geo.doctor import Check, Point
from geo.management.commands import doctor as command


@pytest.mark.parametrize("name", ["Indian 1975 by GDAL", "Indian 1975 by PostGIS", "Indian 1975 in the API"])
def test_the_pinned_operation_gives_the_known_answer(db: None, name: str) -> None:
    (check,) = [check for check in doctor.CHECKS if check.name == name]

    assert check.run().ok, check.run().seen


def test_the_default_operation_is_found_184_metres_off() -> None:
    def by_default(point: Point) -> Point:
        moved = OGRGeometry(f"POINT ({point[0]} {point[1]})")
        moved.transform(CoordTransform(SpatialReference(24047), SpatialReference(32647)))
        return moved.coords[:2]

    ok, seen = doctor.known_answer(by_default)()

    assert not ok
    assert "183.9" in seen or "184." in seen


def test_where_postgis_knows_no_row_the_doctor_says_how_to_enter_it(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "INDIAN_1975_SRID", 999_999)

    ok, seen = doctor.pinned_row()

    assert ok
    assert "INSERT INTO spatial_ref_sys" in seen


def test_a_well_machine_passes_every_check(db: None) -> None:
    assert [finding for finding in doctor.examine() if not finding.ok] == []


@pytest.mark.parametrize(
    ("seen", "ok"), [("3.10.9", False), ("3.11.0", True), ("3.11.1-CAPI-1.17.1", True), ("15", True)]
)
def test_versions_compare_as_numbers(seen: str, ok: bool) -> None:
    assert doctor.at_least("3.11", lambda: seen)()[0] is ok


def test_a_database_that_is_down_is_a_finding_with_its_fix() -> None:
    def look() -> tuple[bool, str]:
        raise OperationalError("connection refused\nmore")

    finding = Check("PostgreSQL", look, "upgrade").run()

    assert (finding.ok, finding.fix) == (False, doctor.DATABASE_UP)
    assert finding.seen.endswith("connection refused")


def test_a_fault_ends_the_command_with_status_1(monkeypatch: pytest.MonkeyPatch) -> None:
    ill = Check("Free disk", lambda: (False, "none"), "make room")
    monkeypatch.setattr(command, "examine", lambda: [ill.run()])
    said = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("doctor", stdout=said)

    assert ended.value.code == 1
    assert "what to do: make room" in said.getvalue()
