"""The one tile matrix set there is: WebMercatorQuad."""

from django.http import HttpResponse
from rest_framework.request import Request

from geo.rest.describing import Operation, answers, operation
from geo.rest.links import address, link, self_and_alternates
from geo.rest.media import JSON, Media
from geo.rest.views.base import ApiView
from geo.tiles import matrix


class TileMatrixSetsView(ApiView):
    """`/api/tileMatrixSets`."""

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        plain = request._request
        href = address(plain, f"tileMatrixSets/{matrix.IDENTIFIER}")
        known = {"id": matrix.IDENTIFIER, "title": matrix.definition()["title"], "uri": matrix.URI}
        document = {
            "tileMatrixSets": [{**known, "crs": matrix.CRS_URI, "links": [link("self", href, JSON)]}],
            "links": self_and_alternates(plain, "tileMatrixSets", asked, self.offered, medium),
        }
        return self.written(request, medium, document, "tile_matrix_sets")

    def describe(self) -> Operation:
        answer = answers(self.offered, {"type": "object"}, description="The tile matrix sets.")
        return operation("getTileMatrixSets", "Tile matrix sets", "Tiles", answer=answer, parameters=self.parameters())


class TileMatrixSetView(ApiView):
    """`/api/tileMatrixSets/WebMercatorQuad`."""

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        here = f"tileMatrixSets/{matrix.IDENTIFIER}"
        links = self_and_alternates(request._request, here, asked, self.offered, medium)
        return self.written(request, medium, {**matrix.definition(), "links": links}, "tile_matrix_set")

    def describe(self) -> Operation:
        answer = answers(self.offered, {"type": "object"}, description="The definition of WebMercatorQuad.")
        return operation("getTileMatrixSet", "WebMercatorQuad", "Tiles", answer=answer, parameters=self.parameters())
