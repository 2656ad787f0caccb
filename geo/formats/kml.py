"""Journeys as KML 2.2: a folder each, stops as points, legs as lines."""

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from geo.formats.journey import Journey, Leg, LonLat, Stop, length_of, note_of
from geo.formats.text import plain

MEDIA_TYPE = "application/vnd.google-earth.kml+xml"
NAMESPACE = "http://www.opengis.net/kml/2.2"
LINE_COLOURS = {"walk": "ff575c0f", "bicycle": "ff8c3a5b", "vehicle": "ff122d8a"}  # aabbggrr


def write(journeys: Sequence[Journey]) -> bytes:
    """One document of all journeys."""
    root = Xml.Element("kml", xmlns=NAMESPACE)
    document = Xml.SubElement(root, "Document")
    for mode, colour in LINE_COLOURS.items():
        style = Xml.SubElement(Xml.SubElement(document, "Style", id=mode), "LineStyle")
        add(style, "color", colour)
        add(style, "width", "4")
    for journey in journeys:
        add_journey(document, journey)
    text: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def add_journey(document: Xml.Element, journey: Journey) -> None:
    folder = Xml.SubElement(document, "Folder")
    add(folder, "name", journey.title)
    add(folder, "description", "\n".join(filter(None, (journey.notice, *journey.notes, journey.attribution))))
    for stop in journey.stops:
        add_stop(folder, stop, journey)
    for leg in journey.legs:
        add_leg(folder, leg, journey)


def add_stop(folder: Xml.Element, stop: Stop, journey: Journey) -> None:
    mark = Xml.SubElement(folder, "Placemark")
    add(mark, "name", f"{stop.n}. {stop.name}")
    add(mark, "description", note_of(stop, journey))
    add(Xml.SubElement(mark, "Point"), "coordinates", written([stop.lonlat]))


def add_leg(folder: Xml.Element, leg: Leg, journey: Journey) -> None:
    mark = Xml.SubElement(folder, "Placemark")
    add(mark, "name", length_of(leg, journey))
    add(mark, "description", "\n".join(filter(None, (journey.notice, *leg.steps))))
    add(mark, "styleUrl", f"#{leg.mode}")
    line = Xml.SubElement(mark, "LineString")
    add(line, "tessellate", "1")
    add(line, "coordinates", written(leg.coordinates))


def add(parent: Xml.Element, tag: str, text: str) -> None:
    """A child with text; nothing for none."""
    if text:
        Xml.SubElement(parent, tag).text = plain(text)


def written(positions: Sequence[LonLat]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat in positions)
