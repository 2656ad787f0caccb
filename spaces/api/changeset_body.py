"""The body of `POST /api/changesets`: held to its schema, and each change of it made ready to be read."""

from collections.abc import Mapping
from typing import Any

from geo.rest import values
from geo.rest.bodies import BodyTooLarge
from geo.rest.collection import JsonObject
from geo.rest.writing import Fault, InvalidFeature, Method
from geo.texts import Text
from spaces.api import changeset_words as words
from spaces.api.documents import Wanted
from spaces.models import Partner, User
from spaces.permissions import publishes_everything

METHODS = {"create": Method.CREATE, "modify": Method.UPDATE, "replace": Method.REPLACE, "delete": Method.DELETE}
_REQUIRED = Text("ต้องมีค่านี้", "This is required.")


def checked(document: Any) -> JsonObject:
    """The body, fit for its schema. Raises BodyTooLarge for too many changes, InvalidFeature with every fault."""
    changes = document.get("changes") if isinstance(document, dict) else None
    if isinstance(changes, list) and len(changes) > words.MOST_CHANGES:
        raise BodyTooLarge(words.MOST_CHANGES, "changes")
    faults = [*values.faults(document, words.BODY)]
    if not faults:
        faults = [fault for index, change in enumerate(document["changes"]) for fault in _gaps(index, change)]
    if faults:
        raise InvalidFeature(faults)
    found: JsonObject = document
    return found


def _gaps(index: int, change: Mapping[str, Any]) -> list[Fault]:
    """Members that the action wants or cannot have."""
    wanted = {"create": ("feature",), "delete": ("id", "version")}.get(change["action"], ("id", "version", "feature"))
    unwanted = {"create": ("version",), "delete": ("feature",)}.get(change["action"], ())
    at = f"/changes/{index}"
    missing = [Fault(f"{at}/{name}", "required", _REQUIRED) for name in wanted if name not in change]
    return missing + [Fault(f"{at}/{name}", "unknown_member", values.UNKNOWN) for name in unwanted if name in change]


def wanted_change(index: int, change: Mapping[str, Any]) -> Wanted:
    return Wanted(
        METHODS[change["action"]],
        change["collection"],
        change.get("id"),
        change.get("version"),
        change.get("feature"),
        f"/changes/{index}/feature",
    )


def partner_of(name: str | None, user: User) -> Partner | None:
    """The partner on whose behalf `user` works. Raises InvalidFeature for any other."""
    if name is None:
        return None
    partners = Partner.objects.all() if publishes_everything(user) else user.partners.all()
    found: Partner | None = partners.filter(pk=name).first()
    if found is None:
        text = Text("ไม่ใช่ภาคีที่ท่านทำงานให้", "This is no partner that you work for.")
        raise InvalidFeature([Fault("/partner", "not_offered", text)])
    return found
