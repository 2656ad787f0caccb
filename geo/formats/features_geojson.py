"""Features as one GeoJSON document (RFC 7946), and as a sequence of texts (RFC 8142)."""

import json

from geo.formats.copied import Copied, Shown
from geo.rest.collection import JsonObject
from geo.rest.features import feature_text
from geo.rest.media import GEOJSON, Media
from geo.rest.reference_systems import ReferenceSystem

SEQUENCE = Media("application/geo+json-seq", ("geojsonseq",))

# A row of COPY's CSV is the text as it is, and a line feed, unless it holds what is to be quoted: these signs cannot
# stand in JSON.
_AS_IT_IS = "FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02'"


def _feature(shown: Shown) -> str:
    return feature_text(shown.collection, shown.model, shown.names, shown.system).sql


def _head(shown: Shown) -> bytes:
    about = {
        "type": "FeatureCollection",
        "name": shown.collection.id,
        "timeStamp": shown.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        **_system(shown.system),
    }
    if notice := shown.notice():
        about["notice"] = notice
    return f'{json.dumps(about, ensure_ascii=False)[:-1]}, "features": [\n'.encode()


def _system(system: ReferenceSystem) -> JsonObject:
    """The member by which programs know the system of a file: nobody keeps its Content-Crs."""
    if system.is_degrees:
        return {}
    member: JsonObject = {"crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{system.srid}"}}}
    return {**member, "coordinateOperation": system.operation} if system.operation else member


def _tail(number: int) -> bytes:
    return f'], "numberReturned": {number}}}\n'.encode()


def _in_sequence(shown: Shown) -> str:
    """A feature behind a record separator; without a document around it, each says what goes along with all."""
    text = f"E'\\x1e' || {_feature(shown)}"
    if not (notice := shown.notice()):
        return text
    member = json.dumps(notice, ensure_ascii=False).replace("'", "''").replace("%", "%%")
    return f"left({text}, -1) || ',\"notice\":{member}}}'"


COLLECTION = Copied(
    GEOJSON, "geojson", _AS_IT_IS, lambda shown: f"',' || {_feature(shown)}", _head, _tail, skip=len(b",")
)
SEQUENCED = Copied(SEQUENCE, "geojsonl", _AS_IT_IS, _in_sequence, lambda shown: b"", lambda number: b"")
