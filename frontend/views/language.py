"""`/`: the visitor's language by Accept-Language, Thai when in doubt."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import get_language_from_request


def choose_language(request: HttpRequest) -> HttpResponseRedirect:
    known = {code for code, _name in settings.LANGUAGES}
    wanted = get_language_from_request(request)
    response = HttpResponseRedirect(f"/{wanted if wanted in known else settings.LANGUAGE_CODE}/")
    response["Vary"] = "Accept-Language, Cookie"
    return response
