"""What clients send, turned into changes: GeoJSON in, `spaces.changes.Change` out, every fault with its pointer."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Func, QuerySet, Value
from django.utils.text import slugify

from geo.rest import incoming
from geo.rest.collection import JsonObject
from geo.rest.features import feature_text
from geo.rest.reference_systems import CRS84, ReferenceSystem
from geo.rest.writing import Fault, InvalidFeature, Method
from geo.texts import Text
from spaces.api.refusals import UNKNOWN, collection_of
from spaces.changes import Action, Change, ChangeRefused, SpaceMissing, StaleVersion, refuse
from spaces.models import KIND_OF, Changeset, ProposedChange, SpaceRegistry, Status, User

LONGEST_SLUG = 72  # leaves room for a number behind it

Key = tuple[str, str]


@dataclass(frozen=True)
class Wanted:
    """One change as a client words it. `pointer` leads to its document; the id may be left out for a new space."""

    method: Method
    collection: str
    id: str | None
    base_version: int | None
    document: Any
    pointer: str = ""


@dataclass(frozen=True)
class Seen:
    """A space as this person sees it now."""

    version: int
    feature: JsonObject


def changes_of(wanted: Sequence[Wanted], user: User, system: ReferenceSystem) -> list[Change]:
    """The changes, in the same order. Raises InvalidFeature with all faults, else a ChangeRefused with all refusals."""
    seen = _seen(wanted, user)
    faults: list[Fault] = []
    refusals: list[ChangeRefused] = []
    found: list[Change] = []
    for index, each in enumerate(wanted):
        try:
            found.append(_change(index, each, seen.get((each.collection, each.id or "")), system))
        except InvalidFeature as fault:
            faults += [one.below(each.pointer) for one in fault.faults]
        except ChangeRefused as refusal:
            refusals.append(refusal)
    if faults:
        raise InvalidFeature(faults)
    refuse(refusals)
    return named(found)


def _seen(wanted: Sequence[Wanted], user: User) -> dict[Key, Seen]:
    """The spaces to be changed, one query for each collection."""
    found: dict[Key, Seen] = {}
    for name in {each.collection for each in wanted if each.collection in KIND_OF}:
        ids = [each.id for each in wanted if each.collection == name and each.method is not Method.CREATE]
        collection = collection_of(name)
        rows: Any = collection.visible_to(user).filter(pk__in=ids) if ids else ()
        if rows:
            text = feature_text(collection, rows.model, tuple(collection.fields), CRS84)
            stored = rows.annotate(feature=text).values_list("pk", "version", "feature")
            found |= {(name, pk): Seen(version, json.loads(feature)) for pk, version, feature in stored}
    return found


def _change(index: int, wanted: Wanted, seen: Seen | None, system: ReferenceSystem) -> Change:
    if wanted.collection not in KIND_OF:
        raise InvalidFeature([Fault("/collection", "unknown_collection", UNKNOWN)])
    if wanted.method is Method.CREATE:
        return _creation(wanted, system)
    action = Action.DELETE if wanted.method is Method.DELETE else Action.MODIFY
    change = Change(action, wanted.collection, str(wanted.id), base_version=wanted.base_version)
    if seen is None:
        raise SpaceMissing(index, change, "there is no such space.")
    if seen.version != wanted.base_version:
        raise StaleVersion(index, change, KIND_OF[wanted.collection].objects.get(pk=wanted.id))
    if action is Action.DELETE:
        return change
    read = incoming.replaced if wanted.method is Method.REPLACE else incoming.updated
    values = read(collection_of(wanted.collection), wanted.document, seen.feature, system)
    _must_not_delete(values)
    return Change(action, wanted.collection, str(wanted.id), values, wanted.base_version)


def _creation(wanted: Wanted, system: ReferenceSystem) -> Change:
    given, values = incoming.created(collection_of(wanted.collection), wanted.document, system)
    if wanted.id is not None and given not in (None, wanted.id):
        raise InvalidFeature([Fault("/id", "read_only", Text("รหัสไม่ตรงกับที่อยู่", "The id is not that of the address."))])
    _must_not_delete(values)
    return Change(Action.CREATE, wanted.collection, wanted.id or given or "", values)


def _must_not_delete(values: JsonObject) -> None:
    """Deleting is an act of its own: it asks for no other value."""
    if values.get("status") == Status.DELETED:
        raise InvalidFeature([Fault("/properties/status", "not_offered", Text("ลบด้วย DELETE", "Delete with DELETE."))])


# --- Ids of new spaces ------------------------------------------------------------------------------------------------


def named(changes: Iterable[Change]) -> list[Change]:
    """The changes with an id for each new space that has none: its English name, with a number if that is taken."""
    found = list(changes)
    nameless = {index: slug(change) for index, change in enumerate(found) if not change.id}
    taken = _taken(set(nameless.values())) | {change.id for change in found if change.id}
    for index, wish in nameless.items():
        change = found[index]
        free = _free(wish, taken.__contains__)
        taken.add(free)
        found[index] = Change(change.action, change.collection, free, change.values)
    return found


def slug(change: Change) -> str:
    """A name in the alphabet of ids; the kind stands in for a name that has nothing of it."""
    name = slugify(str(change.values.get("name_en", ""))).replace("_", "-").strip("-")
    return name[:LONGEST_SLUG].strip("-") or change.collection.removesuffix("s")


def _free(wish: str, is_taken: Callable[[str], bool]) -> str:
    number, found = 1, wish
    while is_taken(found):
        number += 1
        found = f"{wish}-{number}"
    return found


def _taken(wishes: set[str]) -> set[str]:
    """Of the wishes, and of the wishes with a number, those that are or were used, or are asked for in a proposal."""
    asked = ProposedChange.objects.filter(changeset__state=Changeset.State.PROPOSED, action=Action.CREATE)
    found = _among("pk", SpaceRegistry.objects.all(), wishes) | _among("space", asked, wishes)
    if not found:
        return found
    return found | _numbered("pk", SpaceRegistry.objects.all(), found) | _numbered("space", asked, found)


def _among(name: str, rows: QuerySet[Any], wishes: set[str]) -> set[str]:
    return set(rows.filter(**{f"{name}__in": wishes}).values_list(name, flat=True))


def _numbered(name: str, rows: QuerySet[Any], wishes: set[str]) -> set[str]:
    bare = Func(F(name), Value("-[0-9]+$"), Value(""), function="regexp_replace", output_field=CharField())
    return set(rows.annotate(bare=bare).filter(bare__in=wishes).values_list(name, flat=True))
