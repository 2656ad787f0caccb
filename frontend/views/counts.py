"""How many stops each start offers for a wish: what the page asks for again whenever the form changes."""

from django.http import HttpRequest, JsonResponse

from frontend.counting import stops_by_gateway


def counts(request: HttpRequest) -> JsonResponse:
    return JsonResponse(stops_by_gateway(request.GET, request.user))
