"""Who may do what: one row for each route, method and kind of thing, one status for each person.

The columns are those of `world.PEOPLE`; a single status holds for all of them. `{open}` and the like stand for what
`world.furnished` made. A new route or method without a row fails `test_roles.py`, and so does a row without a route.
"""
# ruff: noqa: E501  (a table is as wide as its columns)

from typing import Any, NamedTuple

JSON, GEOJSON, PATCH = "application/json", "application/geo+json", "application/merge-patch+json"
FORM = "application/x-www-form-urlencoded"


class Row(NamedTuple):
    method: str
    path: str
    statuses: str
    body: Any = None
    type: str = JSON
    headers: dict[str, str] = {}


WALLS = "/api/collections/street-art-walls"
ALL = "/api/collections/learning-spaces"
WALL = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [100.08, 7.62]},
    "properties": {"name_th": "กำแพง", "name_en": "Wall", "subkind": "mural", "accuracy_m": 5},
}
OWN_WALL = {**WALL, "properties": {**WALL["properties"], "partner": "municipality"}}  # type: ignore[dict-item]
CONTACT = {"properties": {"contact": "1"}}
SEEN = {"if-match": '"1"'}
SIGHTING = {"seen_on": "2026-11-01", "condition": "faded"}
CLOSING = {"starts_on": "2027-01-01", "reason": {"th": "ซ่อม", "en": "Repairs"}}
PATH = {"type": "LineString", "coordinates": [[100.08, 7.61], [100.081, 7.612]]}
PLAN = {"party": ["primary"], "depart": "2027-01-20T09:00:00+07:00"}
ZONE = {"collection": "urban-design-zones", "id": "zone", "version": 1}
NEXT = {**ZONE, "id": "next-zone"}


def cut(west: float) -> dict[str, Any]:
    """A small hole to cut, for good."""
    east = round(west + 0.0003, 7)
    ring = [[west, 7.6101], [east, 7.6101], [east, 7.6104], [west, 7.6104], [west, 7.6101]]
    return {"hole": {"type": "Polygon", "coordinates": [ring]}, "preview": False}


def change(id: str) -> dict[str, Any]:
    """A changeset that modifies one wall."""
    one = {"action": "modify", "collection": "street-art-walls", "id": id, "version": 1, "feature": CONTACT}
    return {"changes": [one]}


# fmt: off
#                                                    visitor account teacher coach planner member publisher reviewer works admin
READ = [
    Row("GET", "/api/", "200"),
    Row("GET", "/api/conformance", "200"),
    Row("GET", "/api/openapi.json", "200"),
    Row("GET", "/api/docs", "200"),
    Row("GET", "/api/health", "200"),
    Row("GET", "/api/problems/not-found", "200"),
    Row("GET", "/api/collections", "200"),
    Row("GET", "/api/search?q=wall", "200"),
    Row("GET", "/api/tileMatrixSets", "200"),
    Row("GET", "/api/tileMatrixSets/WebMercatorQuad", "200"),
    Row("GET", "/api/no-such-thing", "404"),
    *(row for at in (WALLS, ALL) for row in (
        Row("GET", at, "200"),
        Row("GET", f"{at}/schema", "200"),
        Row("GET", f"{at}/queryables", "200"),
        Row("GET", f"{at}/items", "200"),
        Row("GET", f"{at}/items/{{open}}", "200"),
        Row("GET", f"{at}/items/{{draft}}", "404 404 404 404 200 200 200 200 404 200"),
        Row("GET", f"{at}/items/{{hidden}}", "404 404 404 404 404 404 404 200 404 200"),
        Row("GET", f"{at}/items/{{open}}/versions", "200"),
        Row("GET", f"{at}/items/{{hidden}}/versions", "404 404 404 404 404 404 404 200 404 200"),
        Row("GET", f"{at}/items/{{open}}/versions/1", "200"),
        Row("GET", f"{at}/items/{{hidden}}/versions/1", "404 404 404 404 404 404 404 200 404 200"),
        Row("GET", f"{at}/items/{{open}}/versions/1/diff/1", "200"),
        Row("GET", f"{at}/items/{{hidden}}/versions/1/diff/1", "404 404 404 404 404 404 404 200 404 200"),
        Row("GET", f"{at}/export", "200"),
        Row("GET", f"{at}/tiles", "200"),
        Row("GET", f"{at}/tiles/WebMercatorQuad", "200"),
        Row("GET", f"{at}/tiles/WebMercatorQuad/9/245/398", "200"),
    )),
    Row("GET", "/api/collections/urban-design-zones/items/zone/report", "200"),
    Row("GET", "/api/collections/urban-design-zones/items/draft-zone/report", "404 404 404 404 200 404 404 200 404 200"),
    Row("GET", "/api/analysis/coverage", "200"),
    Row("GET", "/api/analysis/coverage?by=zone&f=csv", "200"),
    Row("GET", "/api/changes", "200"),
    Row("GET", "/api/changesets", "200"),
    Row("GET", "/api/changesets/{open_changeset}", "200"),
    Row("GET", "/api/changesets/{hidden_changeset}", "404 404 404 404 404 404 404 200 404 200"),
    Row("GET", "/api/changesets/{proposal}", "404 404 404 404 200 404 404 200 404 200"),
]
WRITE = [
    Row("POST", f"{WALLS}/items", "401 403 202 202 202 202 202 201 202 201", WALL, GEOJSON),
    Row("POST", f"{WALLS}/items", "401 403 202 202 202 202 201 201 202 201", OWN_WALL, GEOJSON),
    *(row for method, body, type in (("PUT", WALL, GEOJSON), ("PATCH", CONTACT, PATCH)) for row in (
        Row(method, f"{WALLS}/items/{{open}}", "401 403 202 202 202 202 202 200 202 200", body, type, SEEN),
        Row(method, f"{WALLS}/items/{{hidden}}", "401 404 404 404 404 404 404 200 404 200", body, type, SEEN),
    )),
    Row("PATCH", f"{WALLS}/items/{{own}}", "401 403 202 202 202 202 200 200 202 200", CONTACT, PATCH, SEEN),
    Row("PATCH", f"{WALLS}/items/{{draft}}", "401 404 404 404 202 202 200 200 404 200", CONTACT, PATCH, SEEN),
    Row("PATCH", f"{WALLS}/items/{{own}}", "401 403 202 202 202 202 202 200 202 200",
        {"properties": {"partner": None}}, PATCH, SEEN),
    Row("PATCH", f"{WALLS}/items/{{open}}", "401 403 202 202 202 202 202 200 202 200",
        {"properties": {"partner": "municipality"}}, PATCH, SEEN),
    Row("PATCH", f"{WALLS}/items/{{draft}}", "401 404 404 404 202 202 200 200 404 200",
        {"properties": {"status": "published"}}, PATCH, SEEN),
    Row("DELETE", f"{WALLS}/items/{{open}}", "401 403 202 202 202 202 202 204 202 204", headers=SEEN),
    Row("DELETE", f"{WALLS}/items/{{own}}", "401 403 202 202 202 202 204 204 202 204", headers=SEEN),
    Row("POST", "/api/changesets", "401 403 202 202 202 202 202 201 202 201", change("open-wall")),
    Row("POST", "/api/changesets", "401 403 202 202 202 202 201 201 202 201", change("own-wall")),
    Row("POST", "/api/changesets", "401 404 404 404 404 404 404 201 404 201", change("hidden-wall")),
    Row("POST", "/api/changesets/{own_changeset}/undo", "401 403 202 202 202 202 201 201 202 201", {}),
    Row("POST", f"{WALLS}/items/{{twice}}/restore", "401 403 202 202 202 202 201 201 202 201", {"version": 1}, JSON, {"if-match": '"2"'}),
    Row("POST", f"{WALLS}/items/{{hidden}}/restore", "401 404 404 404 404 404 404 409 404 409", {"version": 1}, JSON, SEEN),
    Row("POST", f"{WALLS}/items/{{own}}/undo", "401 403 202 202 202 202 201 201 202 201", {"version": 1}, JSON, SEEN),
    Row("POST", "/api/validate", "200", WALL, GEOJSON),
    Row("POST", "/api/acts/cut-hole", "401 403 202 202 202 202 202 201 202 201", {"features": [ZONE], **cut(100.0801)}),
    Row("POST", "/api/acts/cut-hole", "401 404 404 404 202 404 404 201 404 201",
        {"features": [{**ZONE, "id": "draft-zone"}], **cut(100.0901)}),
    Row("POST", "/api/acts/fill-hole", "401 200 200 200 200 200 200 200 200 200", {"features": [ZONE], "at": [100.0815, 7.6115]}),
    Row("POST", "/api/acts/split", "401 200 200 200 200 200 200 200 200 200",
        {"features": [NEXT], "line": {"type": "LineString", "coordinates": [[100.0845, 7.609], [100.0845, 7.62]]}}),
    Row("POST", "/api/acts/merge", "401 200 200 200 200 200 200 200 200 200", {"features": [ZONE, NEXT]}),
    Row("POST", "/api/acts/clip", "401 200 200 200 200 200 200 200 200 200",
        {"features": [ZONE], "to": {"collection": "urban-design-zones", "id": "big-zone"}}),
    Row("POST", "/api/acts/cut-away", "401 200 200 200 200 200 200 200 200 200",
        {"features": [ZONE], "from": [{"collection": "urban-design-zones", "id": "big-zone"}]}),
    Row("POST", "/api/acts/snap", "401 200 200 200 200 200 200 200 200 200", {"features": [NEXT]}),
    Row("POST", "/api/acts/move-border", "401 200 200 200 200 200 200 200 200 200",
        {"collection": "urban-design-zones", "moves": [{"from": [100.086, 7.61], "to": [100.0861, 7.61]}]}),
]
REVIEW = [
    Row("GET", "/api/proposals", "401 200 200 200 200 200 200 200 200 200"),
    Row("GET", "/api/proposals/{proposal}", "401 404 404 404 200 404 404 200 404 200"),
    Row("GET", "/api/proposals/{own_proposal}", "401 404 404 404 200 404 200 200 404 200"),
    Row("PUT", "/api/proposals/{proposal}", "401 404 404 404 200 404 404 403 404 403", change("open-wall"), JSON, SEEN),
    Row("POST", "/api/proposals/{proposal}/comments", "401 404 404 404 201 404 404 201 404 201", {"text": "Why?"}),
    Row("POST", "/api/proposals/{own_proposal}/comments", "401 404 404 404 201 404 201 201 404 201", {"text": "Why?"}),
    Row("POST", "/api/proposals/{proposal}/apply", "401 404 404 404 403 404 404 200 404 200", {}, JSON, SEEN),
    Row("POST", "/api/proposals/{own_proposal}/apply", "401 404 404 404 403 404 200 200 404 200", {}, JSON, SEEN),
    Row("POST", "/api/proposals/{proposal}/reject", "401 404 404 404 403 404 404 200 404 200", {"reason": "No"}, JSON, SEEN),
    Row("POST", "/api/proposals/{own_proposal}/reject", "401 404 404 404 403 404 200 200 404 200", {"reason": "No"}, JSON, SEEN),
    Row("POST", "/api/proposals/{proposal}/withdraw", "401 404 404 404 200 404 404 403 404 403", {}),
]
AGEING = [
    Row("GET", f"{WALLS}/items/{{open}}/sightings", "200"),
    Row("GET", f"{WALLS}/items/{{hidden}}/sightings", "404 404 404 404 404 404 404 200 404 200"),
    Row("POST", f"{WALLS}/items/{{open}}/sightings", "401 403 202 202 202 202 202 201 202 201", SIGHTING),
    Row("POST", f"{WALLS}/items/{{own}}/sightings", "401 403 202 202 202 202 201 201 202 201", SIGHTING),
    Row("GET", "/api/closures", "200"),
    Row("GET", "/api/closures/{closure}", "200"),
    Row("GET", "/api/closures/{hidden_closure}", "404 404 404 404 404 404 404 200 404 200"),
    Row("POST", "/api/closures", "401 403 403 201 403 403 403 201 201 201", {**CLOSING, "space": "open-wall"}),
    Row("POST", "/api/closures", "401 403 403 201 403 403 201 201 201 201", {**CLOSING, "space": "own-wall"}),
    Row("POST", "/api/closures", "401 404 404 404 404 404 404 201 404 201", {**CLOSING, "space": "hidden-wall"}),
    Row("POST", "/api/closures", "401 403 403 201 403 403 403 201 201 201", {**CLOSING, "geometry": PATH}),
    Row("DELETE", "/api/closures/{closure}", "401 403 403 204 403 403 403 204 204 204"),
    Row("DELETE", "/api/closures/{hidden_closure}", "401 404 404 404 404 404 404 204 404 204"),
]
ROUTES = [
    Row("GET", "/api/routes/plan?age_group=primary", "422"),
    Row("POST", "/api/routes/plan", "422", PLAN),
    Row("POST", "/api/routes/evaluate", "400", {}),
    Row("GET", "/api/routes/{route}", "200"),
    Row("GET", "/api/routes/{route}/check", "200"),
    Row("POST", "/api/routes/{route}/check", "401 403 403 200 403 403 403 200 403 200", {}),
]
SESSION = [
    Row("GET", "/api/session", "200"),
    Row("POST", "/api/session", "401", {"username": "nobody", "password": "x"}),
    Row("DELETE", "/api/session", "204"),
]
PAGES = [
    Row("GET", "/", "302"),
    Row("GET", "/map/orientation.geojson", "200"),
    Row("GET", "/en/", "200"),
    Row("GET", "/en/plan/?party=primary&depart=2027-01-20T09:00:00%2B07:00", "422"),
    Row("GET", "/en/plan/edit/?party=primary&stops={open}&depart=2027-01-20T09:00:00%2B07:00", "422"),
    Row("GET", "/en/plan/counts/?party=primary", "200"),
    Row("GET", "/en/routes/", "200"),
    Row("GET", "/en/routes/{route}/", "200"),
    Row("GET", "/en/spaces/", "200"),
    Row("GET", "/en/spaces/{open}/", "200"),
    Row("GET", "/en/spaces/{draft}/", "404 404 404 404 200 200 200 200 404 200"),
    Row("GET", "/en/spaces/{hidden}/", "404 404 404 404 404 404 404 200 404 200"),
    Row("GET", "/en/stories/{story}/", "200"),
    Row("GET", "/en/trust/", "200"),
    Row("GET", "/en/editor/", "302 200 200 200 200 200 200 200 200 200"),
    Row("GET", "/en/editor/coverage/", "302 200 200 200 200 200 200 200 200 200"),
    Row("GET", "/en/propose/?space={open}", "200"),
    Row("GET", "/en/propose/?space={draft}", "404"),
    Row("POST", "/en/propose/", "303", "space=open-wall&note=It+moved", FORM),
    Row("GET", "/en/propose/thanks/", "200"),
    Row("GET", "/en/login/", "200 302 302 302 302 302 302 302 302 302"),
    Row("POST", "/en/login/", "200 302 302 302 302 302 302 302 302 302", "username=nobody&password=x", FORM),
    Row("POST", "/en/logout/", "302"),
    Row("GET", "/admin/", "302"),
]
# fmt: on
SECTIONS = {
    "reading": READ,
    "writing": WRITE,
    "review": REVIEW,
    "ageing": AGEING,
    "routes": ROUTES,
    "session": SESSION,
    "pages": PAGES,
}
TABLE = [row for rows in SECTIONS.values() for row in rows]
