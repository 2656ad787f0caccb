"""From a refused change to what a client can mend: the JSON pointer, theirs and base, who was faster and when."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from geo.rest import problems
from geo.rest.collection import Collection, JsonObject, collections
from geo.rest.features import feature_text
from geo.rest.reference_systems import CRS84
from geo.rest.writing import MOST_TOLD, Fault, InvalidFeature
from geo.texts import Text
from spaces.changes import ChangeRefused, InvalidValues, SpaceExists, SpaceMissing, StaleVersion, UnknownCollection
from spaces.history import PAST_OF
from spaces.laws import field_of, words
from spaces.models import EVENT_OF, Changeset, User

Pointer = Callable[[int], str]
"""The JSON pointer of the change with this index."""

MISSING = Text("ไม่มีพื้นที่นี้ หรือท่านไม่มีสิทธิ์ดู", "There is no such space, or it is not for you to see.")
TAKEN = Text("รหัสนี้มีอยู่แล้วหรือเคยใช้แล้ว ใช้ซ้ำไม่ได้", "This id is in use or was used before. Ids are never used again.")
UNKNOWN = Text("ไม่มีชุดข้อมูลนี้", "There is no such collection to write to.")
MOST_CONFLICTS = 20


class ChangesRefused(Exception):
    """Changes that cannot be applied as things stand. `errors` names each of them."""

    def __init__(self, text: Text, extra: JsonObject) -> None:
        super().__init__(text.en)
        self.text, self.extra = text, extra


class SpaceGone(ChangesRefused):
    """What is to be changed is not there."""


class IdTaken(ChangesRefused):
    """An id that a space has or had."""


class Conflict(ChangesRefused):
    """Somebody was faster. `theirs` is the space as it stands, `base` as the writer saw it."""


problems.register(SpaceGone, 404, "not-found", Text("ไม่พบ", "Not found"))
problems.register(IdTaken, 409, "id-taken", Text("รหัสซ้ำ", "The id is taken"))
problems.register(Conflict, 412, "stale-version", Text("มีผู้แก้ไขก่อนแล้ว", "Somebody was faster"))
problems.register(SpaceMissing, 404, "not-found", Text("ไม่พบ", "Not found"))
problems.register(SpaceExists, 409, "id-taken", Text("รหัสซ้ำ", "The id is taken"))
problems.register(StaleVersion, 412, "stale-version", Text("มีผู้แก้ไขก่อนแล้ว", "Somebody was faster"))
problems.register(ChangeRefused, 422, "change-refused", Text("แก้ไขไม่ได้", "The change cannot be applied"))


@contextmanager
def told_to(user: User, pointer: Pointer = lambda index: "") -> Iterator[None]:
    """Any ChangeRefused from within becomes an error that says all a client needs."""
    try:
        yield
    except ChangeRefused as refusal:
        raise _explained(refusal, user, pointer) from refusal


def _explained(refusal: ChangeRefused, user: User, pointer: Pointer) -> Exception:
    together = refusal.together
    faults = [fault for each in together for fault in _faults(each, pointer(each.index))]
    if all(isinstance(each, InvalidValues | UnknownCollection) for each in together):
        return InvalidFeature(faults)
    conflicts = [found for each in together if (found := _conflict(each, user, pointer(each.index)))][:MOST_CONFLICTS]
    extra: JsonObject = {"errors": [fault.told() for fault in faults[:MOST_TOLD]]}
    if isinstance(refusal, StaleVersion) and conflicts:
        return Conflict(_STALE, {**extra, **conflicts[0], "conflicts": conflicts})
    if isinstance(refusal, SpaceExists):
        return IdTaken(TAKEN, extra)
    return SpaceGone(MISSING, extra)


def _faults(refusal: ChangeRefused, pointer: str) -> Iterator[Fault]:
    if isinstance(refusal, InvalidValues):
        yield from _invalid(refusal, pointer)
    elif isinstance(refusal, StaleVersion):
        yield Fault(pointer, "stale_version", _STALE)
    elif isinstance(refusal, SpaceExists):
        yield Fault(f"{pointer}/id", "id_taken", TAKEN)
    elif isinstance(refusal, UnknownCollection):
        yield Fault(f"{pointer}/collection", "unknown_collection", UNKNOWN)
    else:
        yield Fault(pointer, "not_found", MISSING)


_STALE = Text(
    "มีผู้แก้ไขก่อนแล้ว โปรดดูของเขาแล้วลองใหม่",
    "Somebody changed it meanwhile. Look at theirs, then send yours again on top of it.",
)


def _invalid(refusal: InvalidValues, pointer: str) -> Iterator[Fault]:
    """`pointer` is that of the change; in a list of changes its feature is a member of it."""
    feature = f"{pointer}/feature" if pointer else ""
    names = {field.name for field in EVENT_OF[refusal.change.collection]._meta.fields}
    for law, texts in refusal.faults.items():
        name = field_of(law, names)
        inside = "/geometry" if name == "geometry" else "/id" if name == "id" else f"/properties/{name}" if name else ""
        found = words(law, texts)
        for message in found if isinstance(found, list) else [found]:
            yield Fault(feature + inside, "invalid", Text(str(message), str(message)))


def _conflict(refusal: ChangeRefused, user: User, pointer: str) -> JsonObject | None:
    """Theirs and base; None where the writer may no longer see the space."""
    if not isinstance(refusal, StaleVersion):
        return None
    collection, space = collection_of(refusal.change.collection), refusal.change.id
    theirs = feature_of(collection, collection.visible_to(user).filter(pk=space))
    if theirs is None:
        return None
    stands = theirs["properties"]
    return {
        "pointer": pointer,
        "version": stands["version"],
        "theirs": theirs,
        "base": base_of(collection, space, refusal.change.base_version, user),
        "who": display_name(Changeset.objects.select_related("author").get(pk=stands["changeset"]).author),
        "when": stands["updated_at"],
    }


def base_of(collection: Collection, space_id: str, version: int | None, user: User) -> JsonObject | None:
    """The feature as it stood at a version, if there was one that this person may see."""
    return feature_of(collection, PAST_OF[collection.id].seen(user).filter(id=space_id, version=version))


def feature_of(collection: Collection, rows: Any) -> JsonObject | None:
    """The first of the rows as a feature."""
    text = feature_text(collection, rows.model, tuple(collection.fields), CRS84)
    found = rows.annotate(feature=text).values_list("feature", flat=True).first()
    return json.loads(found) if found else None


def collection_of(name: str) -> Collection:
    return next(each for each in collections() if each.id == name)


def display_name(person: User | None) -> str | None:
    """What signed-in people read; None for the system itself."""
    return None if person is None else person.get_full_name() or person.get_username()
