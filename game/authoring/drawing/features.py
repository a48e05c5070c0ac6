"""Where each object of a GeoJSON text stands, to the character, and what is changed in one to draw its place anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from game.authoring.sheet.patch import Edit
from game.content import mapnames
from game.content.near import slug
from game.core.drawing.drawing import DrawnPlace
from game.core.drawing.outline import Pieces

PLACE = "place"
_DECODE = json.JSONDecoder().raw_decode
_GAP = re.compile(r"[ \t\r\n]*")
_BEFORE, _AFTER = re.compile(r",[ \t\r\n]*\Z"), re.compile(r"[ \t\r\n]*,[ \t\r\n]*")
BRACES = 20
"""Braces looked at before an id for the one that opens its object."""


class Feature(NamedTuple):
    """An object of a map: `text[start:end]`, and what it says."""

    start: int
    end: int
    said: Any

    @property
    def known(self) -> dict[str, Any]:
        """Give its properties, with its own id among them where it stands beside them."""
        found = self.said.get("properties") if isinstance(self.said, dict) else None
        known = dict(found) if isinstance(found, dict) else {}
        return known if "id" in known or "id" not in self.said else known | {"id": self.said["id"]}

    @property
    def place(self) -> str:
        """Give the id of the place it is; nothing if it is none."""
        known = self.known
        return (mapnames.name(known, "id") or slug(mapnames.name(known, "name"))) if known.get("kind") == PLACE else ""


def features(text: str) -> Iterator[Feature]:
    """Give the objects of a FeatureCollection. Raises ValueError for another text."""
    at = _listed(text)
    while text[at] != "]":
        said, end = _DECODE(text, at)
        yield Feature(at, end, said)
        at = _past(text, end)
        at = _past(text, at + 1) if text[at] == "," else at


def feature(text: str, place: str) -> Feature:
    """Find the object of a place by its id; only a map where that says nothing is read whole. Raises KeyError."""
    for found in re.finditer(rf'"id"[ \t\r\n]*:[ \t\r\n]*"?{re.escape(place)}\b', text):
        near = _around(text, found.start())
        if near is not None and near.place == place:
            return near
    whole = next((one for one in features(text) if one.place == place), None)
    if whole is None:
        raise KeyError(place)
    return whole


def _past(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap is not None else at


def _listed(text: str) -> int:
    """Give where the first object stands."""
    at = _past(text, text.find("{") + 1)
    while text[at : at + 1] == '"':
        key, at = _DECODE(text, at)
        at = _past(text, _past(text, at) + 1)
        if key == "features" and text[at] == "[":
            return _past(text, at + 1)
        _, at = _DECODE(text, at)
        at = _past(text, _past(text, at) + 1)
    raise ValueError("features")


def _around(text: str, at: int) -> Feature | None:
    """Give the object in which a sign stands."""
    start = at
    for _ in range(BRACES):
        start = text.rfind("{", 0, start)
        if start < 0:
            return None
        try:
            said, end = _DECODE(text, start)
        except ValueError:  # a brace within a text
            continue
        if end > at and said.get("type") == "Feature":
            return Feature(start, end, said)
    return None


def _members(text: str, at: int) -> dict[str, tuple[int, int]]:
    """Give where the values of an object's keys stand."""
    found, at = {}, _past(text, at + 1)
    while text[at] == '"':
        key, at = _DECODE(text, at)
        start = _past(text, _past(text, at) + 1)
        _, end = _DECODE(text, start)
        found[key] = (start, end)
        at = _past(text, end)
        at = _past(text, at + 1) if text[at] == "," else at
    return found


class Map(NamedTuple):
    """The text of a map, and how one value is written in it: as tight as its neighbours, or with spaces."""

    text: str
    tight: bool

    def written(self, value: object) -> str:
        """Write a value."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":") if self.tight else (", ", ": "))

    def added(self, place: DrawnPlace, after: str, langs: tuple[str, ...]) -> Edit:
        """Write a place after another one."""
        beside = feature(self.text, after)
        gap = _BEFORE.search(self.text, max(0, beside.start - 200), beside.start)
        said = {"kind": PLACE, **_names(place, langs), "id": place.id, **({} if place.sure else {"sure": False})}
        whole = {"type": "Feature", "properties": said, "geometry": _geometry(place.pieces)}
        lead = gap[0] if gap is not None else ",\n"
        return Edit(beside.end, beside.end, lead + self.written(whole))

    def removed(self, place: str) -> Edit:
        """Take a place out, with the comma that parts it from its neighbour."""
        found = feature(self.text, place)
        before = _BEFORE.search(self.text, max(0, found.start - 200), found.start)
        after = _AFTER.match(self.text, found.end)
        if before is not None:
            return Edit(before.start(), found.end, "")
        return Edit(found.start, after.end() if after is not None else found.end, "")

    def outlined(self, place: str, pieces: Pieces) -> Edit:
        """Write another outline of a place."""
        start, end = _members(self.text, feature(self.text, place).start)["geometry"]
        return Edit(start, end, self.written(_geometry(pieces)))

    def named(self, place: DrawnPlace, langs: tuple[str, ...]) -> Iterator[Edit]:
        """Write the name of a place, and its id where it was known by its name alone; the last edit comes first."""
        found = feature(self.text, place.id)
        said: dict[str, object] = dict(_names(place, langs))
        said |= {} if found.known.get("id") else {"id": place.id}
        return self._set(found, said)

    def sure(self, place: str, *, sure: bool) -> Iterator[Edit]:
        """Write whether the spot of a place is sure."""
        return self._set(feature(self.text, place), {"sure": sure})

    def _set(self, found: Feature, said: dict[str, object]) -> Iterator[Edit]:
        """Set properties of an object, from the last of them to the first: those it lacks are written at the end."""
        start = _members(self.text, found.start)["properties"][0]
        held = _members(self.text, start)
        new = {key: value for key, value in said.items() if key not in held}
        last = max((stop for _, stop in held.values()), default=start + 1)
        if new:
            inner = self.written(new)[1:-1]
            comma = "," if self.tight else ", "
            yield Edit(last, last, (comma if held else "") + inner)
        for key, (first, stop) in sorted(held.items(), key=lambda one: -one[1][0]):
            if key in said and json.loads(self.text[first:stop]) != said[key]:
                yield Edit(first, stop, self.written(said[key]))


def of(text: str) -> Map:
    """Read how a map is written."""
    return Map(text, tight='"type":"Feature"' in text)


def _names(place: DrawnPlace, langs: tuple[str, ...]) -> dict[str, str]:
    name, english = place.name.say(langs[0]), place.name.say("en") if "en" in langs else ""
    return {"name": name, **({"name_en": english} if english and langs[0] != "en" else {})}


def _geometry(pieces: Pieces) -> dict[str, object]:
    closed = [[[list(at) for at in (*ring, ring[0])] for ring in piece] for piece in pieces]
    several = len(closed) > 1
    return {
        "type": "MultiPolygon" if several else "Polygon",
        "coordinates": closed if several else closed[0],
    }
