"""The same few people and places for every test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import Point
from django.core.management import call_command
from django.db import transaction
from django.test.utils import setup_databases, teardown_databases

from spaces.changesets import Action, Change, apply
from spaces.models import (
    KIND_OF,
    AgeGroup,
    LearningSpace,
    Membership,
    Partner,
    Role,
    Subkind,
    Theme,
    User,
    VisitMinutes,
)

MakeSpace = Callable[..., LearningSpace]
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: their server reads what is committed, and every other test counts on an empty table."""
    items.sort(key=lambda item: "browser" in item.path.relative_to(FIXTURES.parent).parts)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: Any,
    django_db_keepdb: bool,
    django_db_createdb: bool,
) -> Iterator[None]:
    """A test database for every run, whatever is chosen, and for every process of a run that is spread over several.

    pytest-django makes one only if a chosen test is marked `django_db`; browser tests alone are not, and would fill
    and empty the database that `.local/env` names.
    """
    with django_db_blocker.unblock():
        keep = django_db_keepdb and not django_db_createdb
        # Nobody asks for the state after the migrations again: it need not be written down.
        made = setup_databases(verbosity=0, interactive=False, keepdb=keep, serialized_aliases=())
    yield
    if not django_db_keepdb:
        with django_db_blocker.unblock():
            teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    """A password that takes half a second to hash is right for people, and wrong for a thousand tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def visitor() -> AnonymousUser:
    return AnonymousUser()


def person(name: str, role: Role) -> User:
    return User.objects.create_user(name, password=f"{name}-has-a-long-password", role=role)


@pytest.fixture
def planner(db: None) -> User:
    return person("planner", Role.PLANNER)


@pytest.fixture
def reviewer(db: None) -> User:
    return person("reviewer", Role.REVIEWER)


@pytest.fixture
def teacher(db: None) -> User:
    return person("teacher", Role.TEACHER)


@pytest.fixture
def administrator(db: None) -> User:
    return User.objects.create_superuser("admin", password="admin-has-a-long-password", role=Role.ADMIN)


@pytest.fixture
def municipality(db: None) -> Partner:
    return Partner.objects.create(id="municipality", name_th="เทศบาล", name_en="Municipality", helix="government")


@pytest.fixture
def owner(municipality: Partner) -> User:
    """Works for the municipality and may publish its spaces."""
    user = person("owner", Role.PLANNER)
    Membership.objects.create(user=user, partner=municipality, may_publish=True)
    return user


@pytest.fixture
def look_ups(db: None) -> None:
    """Two themes, two age groups, one subkind for each collection; a stay is 20 minutes."""
    for number, (theme, thai) in enumerate([("crafts", "งานช่าง"), ("murals", "ภาพผนัง")]):
        Theme.objects.create(id=theme, order=number, name_th=thai, name_en=theme.title())
    limits = {"max_stop_minutes": 30, "max_session_minutes": 150, "max_outing_minutes": 300, "max_ride_minutes": 60}
    for group, thai, speed, leg, walk in [
        ("primary", "ประถมศึกษา", 1.1, 800, 3000),
        ("older", "ผู้สูงอายุ", 0.9, 500, 2000),
    ]:
        AgeGroup.objects.create(
            id=group,
            name_th=thai,
            name_en=group.title(),
            walking_speed_mps=speed,
            max_leg_m=leg,
            max_walk_total_m=walk,
            **limits,
        )
    for collection, subkind in SUBKIND_OF.items():
        Subkind.objects.create(id=subkind, collection=collection, name_th=subkind, name_en=subkind.title())
        for group in ("primary", "older"):
            VisitMinutes.objects.create(subkind_id=subkind, age_group_id=group, minutes=20, source="for the tests")


SUBKIND_OF = {
    "heritage-sites": "temple",
    "street-art-walls": "mural",
    "urban-design-zones": "learning-street",
    "wisdom-places": "library",
    "amenities": "toilets",
}


@pytest.fixture
def make_space(look_ups: None) -> MakeSpace:
    """Creates a space as every writer does, through a changeset: `make_space("wisdom-places", "library")`."""

    def make(collection: str, id: str, lonlat: tuple[float, float] = (100.08, 7.62), **values: Any) -> LearningSpace:
        defaults: dict[str, Any] = {
            "name_th": f"สถานที่ {id}",
            "name_en": id.replace("-", " ").title(),
            "subkind": SUBKIND_OF[collection],
            "themes": ["crafts"],
            "age_groups": ["primary", "older"],
            "geometry": Point(*lonlat, srid=4326),
            "accuracy_m": 10,
            "status": "published",
        }
        change = Change(Action.CREATE, collection, id, defaults | values)
        apply([change], author=None, comment=f"Create {id}", source="tests")
        return KIND_OF[collection].objects.get(pk=id)

    return make


@pytest.fixture
def library(make_space: MakeSpace) -> LearningSpace:
    return make_space("wisdom-places", "library", (100.081, 7.617), name_th="ห้องสมุดประชาชน", name_en="Public Library")


@pytest.fixture
def small_town(make_space: MakeSpace, library: LearningSpace) -> dict[str, LearningSpace]:
    """Six published spaces within a kilometre of the library, and one draft."""
    spaces = [
        library,
        make_space(
            "heritage-sites", "old-temple", (100.083, 7.619), name_th="วัดเก่า", opening_hours="Mo-Su 08:00-17:00"
        ),
        make_space(
            "heritage-sites",
            "palace",
            (100.079, 7.615),
            name_th="วังเก่า",
            opening_hours="We-Su 09:00-12:00,13:00-16:00; PH off",
        ),
        make_space("street-art-walls", "station-wall", (100.085, 7.62), themes=["murals"], name_th="ผนังสถานี"),
        make_space("street-art-walls", "market-wall", (100.082, 7.618), themes=["murals", "crafts"], name_th="ผนังตลาด"),
        make_space("amenities", "park-toilets", (100.082, 7.616), themes=[], name_th="ห้องน้ำสวน", toilet="yes"),
        make_space("wisdom-places", "weaving-house", (100.08, 7.621), status="draft", name_th="บ้านทอ"),
    ]
    return {space.id: space for space in spaces}


@pytest.fixture(scope="module")
def phatthalung(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The real data of `fixtures/`, loaded once for a module and rolled back after it."""
    with django_db_blocker.unblock():
        undo = transaction.atomic()
        undo.__enter__()
        call_command("load_fixtures", FIXTURES, verbosity=0)
        yield
        transaction.set_rollback(True)
        undo.__exit__(None, None, None)
