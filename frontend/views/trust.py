"""How far to trust the map, with the limits of each age group."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from spaces.models import AgeGroup


def trust(request: HttpRequest) -> HttpResponse:
    return render(request, "frontend/trust.html", {"groups": AgeGroup.objects.all()})
