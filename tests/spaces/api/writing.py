"""What the tests of writing share: a client that writes, and bodies that are right."""

import json
from typing import Any

from django.test import Client

from spaces.models import User

Answer = Any
GEOJSON, PATCH = "application/geo+json", "application/merge-patch+json"


class Hand:
    """Writes as one person: `hand.post("amenities", feature(...))`."""

    def __init__(self, user: User | None) -> None:
        self.client = Client(raise_request_exception=False)
        if user is not None:
            self.client.force_login(user)

    def send(self, method: str, path: str, body: Any = None, type: str = GEOJSON, **headers: str) -> Answer:
        data = body if isinstance(body, bytes | str) else b"" if body is None else json.dumps(body)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.generic(
            method,
            f"/api/{path}",
            data,
            content_type=type if body is not None else "",
            headers={"accept-language": "en", **sent},
        )

    def get(self, path: str, **headers: str) -> Answer:
        return self.client.get(f"/api/{path}", headers={k.replace("_", "-"): v for k, v in headers.items()})

    def post(self, collection: str, body: Any, query: str = "", **headers: str) -> Answer:
        return self.send("POST", f"collections/{collection}/items{query}", body, **headers)

    def put(
        self, collection: str, id: str, body: Any, version: int | None = None, query: str = "", **headers: str
    ) -> Answer:
        return self.send("PUT", f"collections/{collection}/items/{id}{query}", body, **seen(version), **headers)

    def patch(self, collection: str, id: str, body: Any, version: int | None = None, **headers: str) -> Answer:
        return self.send("PATCH", f"collections/{collection}/items/{id}", body, PATCH, **seen(version), **headers)

    def delete(self, collection: str, id: str, version: int | None = None, **headers: str) -> Answer:
        return self.send("DELETE", f"collections/{collection}/items/{id}", **seen(version), **headers)

    def changeset(self, changes: Any, **members: Any) -> Answer:
        headers = members.pop("headers", {})
        return self.send("POST", "changesets", {"changes": changes, **members}, "application/json", **headers)


def seen(version: int | None) -> dict[str, str]:
    return {} if version is None else {"if_match": f'"{version}"'}


def feature(lonlat: tuple[float, float] = (100.08, 7.62), **properties: Any) -> dict[str, Any]:
    """A new amenity, published."""
    members = {
        "name_th": "ห้องน้ำ",
        "name_en": "New toilets",
        "subkind": "toilets",
        "accuracy_m": 5,
        "status": "published",
    }
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": list(lonlat)},
        "properties": {**members, **properties},
    }


def pointers(answer: Answer) -> set[str]:
    return {fault["pointer"] for fault in answer.json()["errors"]}
