"""The landing page and what the server conforms to."""

from django.http import HttpResponse
from rest_framework.request import Request

from geo.cql2.conformance import CLASSES as FILTERS_CONFORM_TO
from geo.rest.describing import Operation, answers, operation, ref
from geo.rest.links import address, link, root, self_and_alternates
from geo.rest.media import HTML, JSON, OPENAPI, Media
from geo.rest.tile_links import CONFORMS_TO as TILES_CONFORM_TO
from geo.rest.tile_links import landing_links
from geo.rest.views.base import ApiView
from geo.texts import Text

_CORE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
CONFORMS_TO = (
    f"{_CORE}core",
    f"{_CORE}geojson",
    f"{_CORE}html",
    f"{_CORE}oas30",
    "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
    *(
        f"http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/{name}"
        for name in ("create-replace-delete", "update", "optimistic-locking-etags", "features")
    ),
    *FILTERS_CONFORM_TO,
    *TILES_CONFORM_TO,
)

TITLE = Text("แผนที่การเรียนรู้พัทลุง", "Phatthalung learning map")
DESCRIPTION = Text(
    "พื้นที่เรียนรู้ของพัทลุง: แหล่งมรดก กำแพงศิลปะ ย่านออกแบบเมือง ภูมิปัญญา และสิ่งอำนวยความสะดวก ในรูปแบบเปิด",
    "Learning spaces of Phatthalung as open data: heritage, street art, urban-design zones, local wisdom, amenities.",
)


class LandingView(ApiView):
    """`/api/`: where everything else is found."""

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        plain = request._request
        document = {
            "title": TITLE.in_language(),
            "description": DESCRIPTION.in_language(),
            "links": [
                *self_and_alternates(plain, "", asked, self.offered, medium),
                link("service-desc", address(plain, "openapi.json"), OPENAPI, "OpenAPI 3.0"),
                link("service-doc", address(plain, "docs"), HTML, Text("คู่มือ", "Documentation").in_language()),
                link("conformance", address(plain, "conformance"), JSON),
                link("data", address(plain, "collections"), JSON, Text("ชุดข้อมูล", "Collections").in_language()),
                link("search", address(plain, "search"), JSON, Text("ค้นหา", "Search").in_language()),
                *landing_links(plain),
            ],
        }
        return self.written(request, medium, document, "landing", base=root(plain))

    def describe(self) -> Operation:
        answer = answers(self.offered, ref("Landing"), description="Links to everything else.")
        return operation(
            "getLandingPage", "The landing page", "Capabilities", answer=answer, parameters=self.parameters()
        )


class ConformanceView(ApiView):
    """`/api/conformance`: only what is true."""

    def respond(self, request: Request, asked: dict[str, str], medium: Media, **path: str) -> HttpResponse:
        links = self_and_alternates(request._request, "conformance", asked, self.offered, medium)
        return self.written(request, medium, {"conformsTo": list(CONFORMS_TO), "links": links}, "conformance")

    def describe(self) -> Operation:
        answer = answers(self.offered, ref("Conformance"), description="Conformance classes, by URI.")
        return operation(
            "getConformance",
            "What this server conforms to",
            "Capabilities",
            answer=answer,
            parameters=self.parameters(),
        )
