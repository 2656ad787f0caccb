"""What stands outside the languages: the front door and the map's own base layer."""

from django.urls import path

from frontend.views.language import choose_language
from frontend.views.orientation import orientation

urlpatterns = [
    path("", choose_language, name="front-door"),
    path("map/orientation.geojson", orientation, name="orientation"),
]
