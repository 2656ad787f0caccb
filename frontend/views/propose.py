"""Residents propose a missing space or a change, without an account and without JavaScript."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from frontend.resident_form import REFUSED, ChangedForm, MissingForm, ResidentForm, kinds_of_space
from frontend.views.spaces import by_name
from routes.models import StoryChapter
from spaces.changesets import ChangeRefused
from spaces.models import KIND_OF, AnySpace, LearningSpace, Status, StreetArtWall, WallCondition
from spaces.residents import may_send, propose_changed, propose_missing, propose_seen
from spaces.trying import address_of


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """`?space=ID` asks what has changed there; else what is missing, `?chapter=N` a wall of a story."""
    asked = request.POST if request.method == "POST" else request.GET
    if space_id := asked.get("space", ""):
        return changed(request, _space(space_id))
    return missing(request, _chapter(asked.get("chapter", "")))


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "frontend/propose_thanks.html")


def missing(request: HttpRequest, chapter: StoryChapter | None) -> HttpResponse:
    form = MissingForm(request.POST or None)
    about = f"{chapter.story_id} {chapter.order}" if chapter else ""
    done = _sent(request, form, lambda: propose_missing(form.missing(), form.told(about)))
    known = AnySpace.objects.visible_to(AnonymousUser()).order_by(by_name(), "id")
    context = {
        "form": form,
        "chapter": chapter,
        "kinds": list(kinds_of_space()),
        "chosen": form.data.get("subkind") or ("mural" if chapter else ""),
        "nearby": known.values("id", "name_th", "name_en"),
    }
    return done or _page(request, "frontend/propose_missing.html", form, context)


def changed(request: HttpRequest, space: LearningSpace) -> HttpResponse:
    form = ChangedForm(request.POST or None, space=space)
    done = _sent(request, form, lambda: _propose_change(space, form))
    is_wall = isinstance(space, StreetArtWall)
    context = {"form": form, "space": space, "conditions": WallCondition.choices if is_wall else []}
    return done or _page(request, "frontend/propose_changed.html", form, context)


def _propose_change(space: LearningSpace, form: ChangedForm) -> None:
    if isinstance(space, StreetArtWall) and form.seen_as():
        propose_seen(space, form.cleaned_data["seen_on"], form.seen_as(), form.values(), form.told())
    else:
        propose_changed(space, form.values(), form.told())


def _sent(request: HttpRequest, form: ResidentForm, store: Callable[[], object]) -> HttpResponse | None:
    """Thanks, also to a machine, of whose form nothing is kept; None when the form has to come again.

    Raises TooManyTries.
    """
    if request.method != "POST" or not (form.is_machine or form.is_valid()):
        return None
    if not form.is_machine:
        may_send(address_of(request))
        try:
            store()
        except ChangeRefused:
            form.add_error(None, REFUSED)
            return None
    return HttpResponseRedirect(reverse("propose-thanks"), status=303)


def _page(request: HttpRequest, template: str, form: ResidentForm, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, status=400 if form.is_bound and form.errors else 200)


def _space(space_id: str) -> LearningSpace:
    """A published space; what a resident cannot see cannot be told about either. Raises Http404."""
    row = get_object_or_404(AnySpace.objects.visible_to(AnonymousUser()), pk=space_id[:80])
    space: LearningSpace = KIND_OF[row.collection]._default_manager.get(pk=row.pk)
    return space


def _chapter(number: str) -> StoryChapter | None:
    if not number.isascii() or not number.isdecimal():
        return None
    told = StoryChapter.objects.filter(story__status=Status.PUBLISHED).select_related("story")
    return told.filter(pk=int(number[:9])).first()
