"""The past of the spaces: which versions a person may see, how a kind stood at a moment, and what each version was.

Two rules together (docs/decisions/0015-as-of.md): a version is seen by whom its own status and partner let see it,
and of a space that is sensitive now only versions that show the very geometry that is public now.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.http import Http404

from geo.models import ChangeLog
from geo.rest.collection import Person, Rows
from spaces import seen_changesets
from spaces.models import EVENT_OF, KIND_OF, AnySpace, AnySpaceEvent, Status
from spaces.permissions import publishes_everything, publishes_for
from spaces.querysets import LearningSpaceQuerySet, visible

_SEARCHED = (
    *("id", "name_th", "name_en", "description_th", "description_en"),
    *("district_th", "district_en", "subdistrict_th", "subdistrict_en"),
)


@dataclass(frozen=True)
class PastOf:
    """The past of one kind, or of all of them (`geo.rest.collection.Past`).

    `present` is the model of what stands, `events` that of its versions, `collections` whose commits count.
    """

    present: Any
    events: Any
    collections: tuple[str, ...]

    def as_of(self, user: Person, moment: datetime) -> Rows:
        """The versions that stood after the last commit at or before `moment`. Deleted ones are not among them."""
        later = self._later(moment)
        newer = self.events.objects.filter(id=OuterRef("id"), version=OuterRef("version") + 1)
        if len(self.collections) > 1:  # one table of five is looked into
            newer = newer.filter(collection=OuterRef("collection"))
        # A scalar, not EXISTS: as a join it would be reckoned to leave one row, and the index that sorts be passed by.
        followed = Subquery(newer.exclude(changeset_id__in=later).values("version")[:1])
        stood = self.rows().exclude(changeset_id__in=later).alias(followed=followed).filter(followed__isnull=True)
        return self.without_secrets(stood.filter(visible(cast(Any, user))))

    def versions(self, user: Person, feature_id: str) -> Rows:
        """Every version of one space that this person may see, with `when`, `who`, `why`, `through`. Raises Http404."""
        rows = self.seen(user).filter(id=feature_id)
        if not rows.exists():
            raise Http404
        return self.told(rows, user)

    def seen(self, user: Person) -> Rows:
        """The versions that this person may see, of every space in reach."""
        reached = Exists(self.in_reach(user).filter(pk=OuterRef("id")))
        return self.without_secrets(self.rows().filter(seen_by(user)).filter(reached))

    def shown(self, user: Person) -> Rows:
        """The versions that were visible to this person as features, whether or not the space still is."""
        return self.without_secrets(self.rows().filter(visible(cast(Any, user))))

    def in_reach(self, user: Person) -> Rows:
        """The spaces whose history this person may read: visible now, or deleted and theirs to bring back."""
        rows: Rows = self.present.objects.filter(seen_by(user))
        return rows

    def told(self, rows: Rows, user: Person) -> Rows:
        """The versions with what their changesets say of them. `when` is the commit: `as_of` that moment shows them."""
        log = ChangeLog.objects.filter(changeset_id=OuterRef("changeset_id"), collection__in=self.collections)
        found: Rows = rows.annotate(
            when=Coalesce(Subquery(log.order_by("n").values("committed_at")[:1]), F("updated_at")),
            who=_WHO,
            why=comment_for(user),
            through=F("changeset__source"),
            gone=ExpressionWrapper(Q(status=Status.DELETED), output_field=BooleanField()),
            shape=Func(Func(F("geometry"), function="ST_AsBinary"), function="md5", output_field=TextField()),
        )
        return found

    def rows(self) -> LearningSpaceQuerySet:
        """Every version of every space."""
        rows: LearningSpaceQuerySet = LearningSpaceQuerySet(self.events).annotate(search_text=_FOLDED)
        return rows

    def _later(self, moment: datetime) -> Any:
        """The changesets committed after `moment`: by commit number, which no clock that was set back can mix up.

        Asked as NOT IN, so that PostgreSQL looks them up in a hash and starts from the rows that the bbox leaves.
        """
        later = Q()
        for collection in self.collections:
            log = ChangeLog.objects.filter(collection=collection, committed_at__lte=moment)
            last = Subquery(log.order_by("-committed_at", "-n").values("n")[:1])
            later |= Q(collection=collection, n__gt=Coalesce(last, 0))
        return ChangeLog.objects.filter(later).values("changeset_id")

    def without_secrets(self, rows: Rows) -> Rows:
        """Of what is sensitive now, only versions with the geometry that is public now."""
        return rows.filter(self._open())

    def was_shown(self, user: Person) -> Any:
        """Whether a version was visible to this person as a feature, as an expression."""
        return ExpressionWrapper(visible(cast(Any, user)) & self._open(), output_field=BooleanField())

    def _open(self) -> Q:
        sensitive = self.present.objects.filter(sensitive=True).values("id")
        unchanged = self.present.objects.filter(Q(Same(F("geometry"), OuterRef("geometry"))), pk=OuterRef("id"))
        return ~Q(id__in=sensitive) | Q(Exists(unchanged))


class Same(Func):
    """Whether two geometries are the same, vertex by vertex. GeoDjango's `exact` would compare their boxes."""

    template = "(%(expressions)s)"
    arg_joiner = " = "
    output_field = BooleanField()


# As people are called everywhere else: the full name where there is one. None is the system itself.
_WHO = Coalesce(
    NullIf(Trim(Concat("changeset__author__first_name", Value(" "), "changeset__author__last_name")), Value("")),
    F("changeset__author__username"),
)
# As the trigger of the present rows fills it; no version is asked for words often enough to store it.
_FOLDED = Func(
    Func(Value(" "), *(F(name) for name in _SEARCHED), function="concat_ws"),
    function="fold_thai",
    output_field=TextField(),
)


def comment_for(user: Any) -> Any:
    """The comment of a row's changeset; nothing where that touched what this person may not see, and could name it."""
    if publishes_everything(user):
        return F("changeset__comment")
    changesets: Any = seen_changesets.visible_to(user)
    open_ones = changesets.filter(pk=OuterRef("changeset_id"), hidden=False)
    return Case(When(Exists(open_ones), then=F("changeset__comment")), default=Value(""), output_field=TextField())


def restorable_by(user: Any) -> Q:
    """The spaces that this person may bring back when they are deleted."""
    return Q() if publishes_everything(user) else Q(partner__in=publishes_for(user))


def seen_by(user: Any) -> Q:
    """The states of a space that this person may see, deletion among them for who may bring it back."""
    return visible(user) | (Q(status=Status.DELETED) & restorable_by(user))


PAST_OF = {name: PastOf(kind, EVENT_OF[name], (name,)) for name, kind in KIND_OF.items()}
PAST_OF_ALL = PastOf(AnySpace, AnySpaceEvent, tuple(KIND_OF))
