"""The front door: the form that asks who goes, what about, when and from where."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from frontend.choices import form_choices
from frontend.counting import stops_by_gateway
from frontend.wish import Wish


def home(request: HttpRequest) -> HttpResponse:
    counts = stops_by_gateway(request.GET, request.user)
    return render(request, "frontend/home.html", form_choices(Wish.read(request.GET), counts))
