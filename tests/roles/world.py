"""One small world that everybody in the table looks at: what is open, a partner's own, a draft, and what is hidden."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.gis.geos import MultiPolygon, Polygon

from routes.models import LearningRoute, Story
from spaces.changesets import Action, Change, apply
from spaces.models import Closure, Membership, Partner, Role, User
from spaces.submitting import submit
from tests.frontend.plan_sample import ITINERARY

# The columns of the table, in this order.
PEOPLE = (
    "visitor",  # nobody is signed in
    "account",  # signed in, without a task
    "teacher",
    "coach",
    "planner",  # the author of the proposals
    "member",  # works for the municipality
    "publisher",  # works for the municipality and may publish its spaces
    "reviewer",
    "works",  # public works
    "admin",
)
_ROLES = {"teacher": Role.TEACHER, "coach": Role.COACH, "planner": Role.PLANNER, "works": Role.PUBLIC_WORKS}
_ROLES |= {"reviewer": Role.REVIEWER, "admin": Role.ADMIN}


def people(municipality: Partner) -> dict[str, Any]:
    found: dict[str, Any] = {"visitor": AnonymousUser()}
    for name in PEOPLE[1:]:
        found[name] = User.objects.create_user(name, password=None, role=_ROLES.get(name, Role.VISITOR))
    for name in ("member", "publisher"):
        Membership.objects.create(user=found[name], partner=municipality, may_publish=name == "publisher")
    return found


def square(west: float, south: float, size: float, *, hole: bool = False) -> MultiPolygon:
    """A square of `size` degrees, counter-clockwise, perhaps with a hole in its middle."""

    def ring(inset: float) -> list[tuple[float, float]]:
        low, high = inset, size - inset
        corners = [(low, low), (high, low), (high, high), (low, high), (low, low)]
        return [(round(west + lon, 7), round(south + lat, 7)) for lon, lat in corners]

    rings = [ring(0), ring(size / 3)[::-1]] if hole else [ring(0)]
    return MultiPolygon(Polygon(*rings), srid=4326)


def furnished(make_space: Any, municipality: Partner, folk: dict[str, Any]) -> dict[str, Any]:
    """What the addresses and bodies of the table name."""
    walls = {
        "open": make_space("street-art-walls", "open-wall"),
        "own": make_space("street-art-walls", "own-wall", partner=municipality.id),
        "draft": make_space("street-art-walls", "draft-wall", partner=municipality.id, status="draft"),
        "hidden": make_space("street-art-walls", "hidden-wall", status="archived"),
    }
    make_space("urban-design-zones", "zone", geometry=square(100.08, 7.61, 0.003, hole=True))
    make_space("urban-design-zones", "next-zone", geometry=square(100.083, 7.61, 0.003))
    make_space("urban-design-zones", "big-zone", geometry=square(100.0805, 7.6105, 0.006))
    make_space("urban-design-zones", "draft-zone", geometry=square(100.09, 7.61, 0.003), status="draft")
    apply([_touched(make_space("street-art-walls", "twice", partner=municipality.id))], **BY_NOBODY)
    return {
        "twice": "twice",
        **{name: wall.id for name, wall in walls.items()},
        **{f"{name}_changeset": wall.changeset_id for name, wall in walls.items()},
        "proposal": _proposed(folk["planner"], walls["open"]),
        "own_proposal": _proposed(folk["planner"], walls["own"]),
        "closure": _closed(folk["reviewer"], "open-wall"),
        "hidden_closure": _closed(folk["reviewer"], "hidden-wall"),
        "route": _route(),
        "story": Story.objects.create(id="story", name_th="เรื่อง", name_en="Story", status="published").id,
    }


BY_NOBODY: dict[str, Any] = {"author": None, "comment": "", "source": "tests"}


def _touched(wall: Any) -> Change:
    return Change(Action.MODIFY, wall.collection, wall.id, {"contact": "074"}, wall.version)


def _proposed(author: User, wall: Any) -> int:
    return int(submit([_touched(wall)], user=author, comment="Ring first", source="tests").changeset.pk)


def _closed(author: User, space: str) -> int:
    reason = {"reason_th": "ซ่อม", "reason_en": "Repairs"}
    return int(Closure.objects.create(space_id=space, starts_on="2026-01-01", author=author, **reason).pk)


def _route() -> str:
    names = {"name_th": "ทาง", "name_en": "Way", "status": "published"}
    request = {"party": ["primary"], "depart": "2027-01-20T09:00:00+07:00"}
    return LearningRoute.objects.create(id="way", request=request, itinerary=ITINERARY, **names).id
