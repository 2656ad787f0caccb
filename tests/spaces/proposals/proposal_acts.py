"""What people send."""

from typing import Any

from spaces.changesets import Action, Change
from spaces.models import Changeset, LearningSpace, User
from spaces.submitting import submit


def modify(space: LearningSpace, **values: Any) -> Change:
    return Change(Action.MODIFY, space.collection, space.id, values, space.version)


def send(user: User, *changes: Change, **options: Any) -> Changeset:
    return submit(changes, user=user, comment="Ring first", source="tests", **options).changeset
