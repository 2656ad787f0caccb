"""The parameter `as_of`: a collection as it stood then.

A day means its end in the service's own time zone. Who may see what is asked twice: of the status a feature had then,
and of what is secret about it now (`Collection.past` keeps both rules).
"""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from geo.rest import times
from geo.rest.collection import Collection, JsonObject, Person, Rows
from geo.rest.describing import parameter
from geo.rest.problems import BadParameter
from geo.texts import Text

NAME = "as_of"


def visible(collection: Collection, user: Person, asked: Mapping[str, str]) -> Rows:
    """What this person may see of the collection: as it stands, or as it stood at `as_of`. Raises BadParameter."""
    if NAME not in asked:
        return collection.visible_to(user)
    if collection.past is None:
        raise BadParameter(NAME, Text("ไม่มีประวัติของข้อมูลชุดนี้", "This collection keeps no past."))
    return collection.past.as_of(user, moment(asked[NAME]))


def moment(text: str) -> datetime:
    """The last moment that the text means. Raises BadParameter; also for what is still to come."""
    meant = times.last_moment(NAME, text)
    if meant > times.end_of_day(timezone.now()):
        raise BadParameter(NAME, Text("as_of ต้องไม่อยู่ในอนาคต", "as_of does not lie in the future."))
    return meant


def parameters(collection: Collection) -> list[JsonObject]:
    """The parameter as OpenAPI describes it, where the collection has a past."""
    if collection.past is None:
        return []
    words = "As it stood at this time (RFC 3339); a day means its end in Asia/Bangkok."
    return [parameter(NAME, words, {"type": "string", "pattern": times.INSTANT_PATTERN})]
