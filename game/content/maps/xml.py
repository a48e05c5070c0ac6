"""Maps in XML: which it is, and nothing that swells while it is read."""

from __future__ import annotations

from xml.etree import ElementTree

from game.content.maps import kml, osm
from game.content.maps.collection import Collection
from game.content.maps.fault import MapFault


def collected(data: bytes) -> Collection:
    """Read a map of OpenStreetMap or KML. Raises MapFault; a text that declares entities is refused unread."""
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise MapFault("map_entities")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as why:
        line, column = why.position
        raise MapFault("map_xml", line=line, column=column + 1) from None
    except (ValueError, LookupError):  # an encoding that is none
        raise MapFault("map_xml", line=1, column=1) from None
    kind = root.tag.rpartition("}")[2]
    if kind == "osm":
        return Collection(osm.of_xml(root))
    if kind == "kml":
        return Collection(kml.of_xml(root))
    raise MapFault("map_xml_kind", kind=kind[:40])
