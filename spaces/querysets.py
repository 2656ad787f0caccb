"""The questions the site asks about spaces. Each returns a queryset, so they chain."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from geo.bbox import BBox
from geo.thai import fold
from spaces.models.choices import Role, Status

if TYPE_CHECKING:
    from spaces.models.people import User

LOCATED_M = 2000  # a space known less exactly than this (metres) is never an automatic stop
SEES_EVERYTHING = frozenset({Role.REVIEWER, Role.ADMIN})


def visible(user: "User | AnonymousUser") -> Q:
    """The condition of `visible_to`, for rows and for their versions alike."""
    published = Q(status=Status.PUBLISHED)
    if not user.is_authenticated:
        return published
    if user.is_superuser or user.role in SEES_EVERYTHING:
        return ~Q(status=Status.DELETED)
    own = Q(partner__in=user.memberships.values("partner")) & ~Q(status=Status.DELETED)
    if user.role == Role.PLANNER:
        own |= Q(status=Status.DRAFT)
    return published | own


class LearningSpaceQuerySet(models.QuerySet[Any]):
    """Works alike on one kind and on the view over all of them."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Published spaces, and every space (but the deleted) of the partners that `user` works for.

        The one gate: HTML, JSON, tiles, counts, search and exports all pass it. Hidden is as good as absent.
        """
        return self.filter(visible(user))

    def in_bbox(self, bbox: BBox) -> Self:
        """Spaces touching the box, on either side of the antimeridian."""
        return self.filter(geometry__intersects=bbox.to_geos())

    def on_themes(self, themes: Iterable[str]) -> Self:
        """Spaces of at least one of the themes."""
        return self.filter(themes__overlap=list(themes))

    def for_age_groups(self, age_groups: Iterable[str]) -> Self:
        """Spaces that suit every one of the age groups."""
        return self.filter(age_groups__contains=list(age_groups))

    def matching(self, words: str) -> Self:
        """Spaces whose names, descriptions or districts hold every word, however the Thai was typed."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)
        return found

    def located(self) -> Self:
        """Known well enough to be suggested as a stop."""
        return self.filter(accuracy_m__lte=LOCATED_M)


LearningSpaceManager = models.Manager.from_queryset(LearningSpaceQuerySet)
