"""The learning spaces: the list with its filters, and one space with what is known of it."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.db.models.functions import Collate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from frontend.presenting import speaks_thai
from frontend.spots import spots_map
from frontend.states import facts, kind_name, kinds, opening_now
from routes.models import LearningRoute
from spaces.closures import by_space
from spaces.models import KIND_OF, Activity, AgeGroup, AnySpace, Offering, Status, Subkind, Theme
from spaces.querysets import LearningSpaceQuerySet

PAGE_SIZE = 24


def spaces(request: HttpRequest) -> HttpResponse:
    found = filtered(request)
    page = Paginator(found.order_by(by_name(), "id"), PAGE_SIZE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "page": page,
        "query": query.urlencode(),
        "asked": request.GET,
        "kinds": kinds(),
        "themes": Theme.objects.all(),
        "ages": AgeGroup.objects.filter(is_modifier=False),
        "subkinds": Subkind.objects.in_bulk({space.subkind for space in page}),
        "map_data": spots_map(page),
    }
    return render(request, "frontend/spaces.html", context)


def by_name() -> Collate:
    """The order of a dictionary in the language of the page; Thai puts leading vowels after their consonant."""
    return Collate("name_th", "th-x-icu") if speaks_thai() else Collate("name_en", "en-x-icu")


def filtered(request: HttpRequest) -> LearningSpaceQuerySet:
    """The spaces the visitor may see, of the kind, theme, age group and words asked for."""
    asked = request.GET
    found = AnySpace.objects.visible_to(request.user)
    if asked.get("kind"):
        found = found.filter(collection=asked["kind"])
    if asked.get("theme"):
        found = found.on_themes([asked["theme"]])
    if asked.get("age_group"):
        found = found.for_age_groups([asked["age_group"]])
    return found.matching(asked["q"]) if asked.get("q") else found


def space(request: HttpRequest, space_id: str) -> HttpResponse:
    row = get_object_or_404(AnySpace.objects.visible_to(request.user), pk=space_id)
    kind = KIND_OF[row.collection]
    place = kind.objects.get(pk=row.pk)
    context = {
        "space": place,
        "collection": row.collection,
        "kind": kind_name(row.collection),
        "is_zone": row.collection == "urban-design-zones",
        "subkind": Subkind.objects.filter(pk=place.subkind).first(),
        "opening": opening_now(place),
        "facts": facts(place),
        "themes": Theme.objects.filter(pk__in=place.themes),
        "ages": AgeGroup.objects.filter(pk__in=place.age_groups),
        "activities": activities(space_id, place.subkind),
        "offerings": Offering.objects.filter(space=space_id).select_related("partner"),
        "routes": passing(space_id),
        "closures": by_space([space_id], timezone.localdate(), None).get(space_id, []),
        "map_data": spots_map([place]),
    }
    return render(request, "frontend/space.html", context)


def passing(space_id: str) -> QuerySet[LearningRoute]:
    """The published routes that stop here."""
    return LearningRoute.objects.filter(status=Status.PUBLISHED, stops__contains=[space_id]).select_related("age_group")


def activities(space_id: str, subkind: str) -> list[Activity]:
    """What to do at this very space; where nobody wrote that, what suits its subkind."""
    told = Activity.objects.select_related("age_group").order_by("phase", "age_group__order", "id")
    return list(told.filter(space=space_id)) or list(told.filter(space=None, subkind=subkind))
