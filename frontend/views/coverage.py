"""Coverage for planners: who has how many learning spaces, where none can be walked to; to read and print."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from frontend.coverage import read_leniently, shown
from geo.turns import AGAIN_S, TooManyAtOnce
from routes.coverage.question import MINUTES, load_words
from routes.coverage.report import analysis, state


@login_required
def coverage(request: HttpRequest) -> HttpResponse:
    now, look_ups = state(), load_words()
    question = read_leniently(request.GET.dict(), look_ups)
    context = {
        "question": question,
        "groups": look_ups.groups,
        "themes": look_ups.themes,
        "minutes_offered": MINUTES,
        "today": timezone.localdate(),
    }
    try:
        found = analysis(question, look_ups, request.user, now)
    except TooManyAtOnce as refusal:
        context["refusal"] = refusal.text.in_language()
        response = render(request, "frontend/coverage.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
        response["Refresh"] = str(AGAIN_S)
    else:
        context |= shown(found, question, request.GET.get("map", ""))
        response = render(request, "frontend/coverage.html", context)
    add_never_cache_headers(response)
    return response
