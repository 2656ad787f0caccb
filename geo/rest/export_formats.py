"""The formats a collection is exported in, and the links that lead there. A new one is a module and a name here."""

from django.http import HttpRequest

from geo.formats import features_csv, features_geojson
from geo.rest.collection import Collection
from geo.rest.links import Link, address, link

FORMATS = {each.media: each for each in (features_geojson.COLLECTION, features_geojson.SEQUENCED, features_csv.TABLE)}


def export_links(request: HttpRequest, collection: Collection) -> list[Link]:
    """The whole collection in each format, as files to take along."""
    path, title = f"{collection.path}/export", collection.title.in_language()
    return [link("enclosure", address(request, path, {"f": media.names[0]}), media, title) for media in FORMATS]
