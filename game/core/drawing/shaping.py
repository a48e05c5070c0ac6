"""Drawing, moving and bending places: commands and their events side by side."""

from __future__ import annotations

import re

from game.core.drawing.drawing import Drawing, DrawnPlace, shortened
from game.core.drawing.outline import CORNERS, Pieces, bent, disc, middle, rounded, shifted, sound
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.signs import on_one_line, readable
from game.core.town import Point, Ring
from game.core.values import replace

NAME_LIMIT = 80
"""Characters of a place's name."""
_DEGREES = re.compile(r"[-+−]?\d{1,3}(?:[.,]\d{1,20})?")


def named(text: str) -> str:
    """Give a name as it was typed, on one line. Raises Refused: place_name_missing, place_name_long."""
    name = on_one_line(readable(text)).strip()
    if not name:
        raise Refused("place_name_missing")
    if len(name) > NAME_LIMIT:
        raise Refused("place_name_long", limit=NAME_LIMIT)
    return name


def spot(drawing: Drawing, lat: str, lon: str) -> Point:
    """Read a spot of the map, in degrees as people type them.

    Raises Refused: spot_unreadable, spot_swapped, spot_far.
    """
    read = [one.strip().removesuffix("°").strip() for one in (lat, lon)]
    odd = next((one for one in read if not _DEGREES.fullmatch(one)), None)
    if odd is not None:
        raise Refused("spot_unreadable", value=odd)
    north, east = (float(one.replace(",", ".").replace("−", "-")) for one in read)
    drawing.within((east, north))
    return rounded((east, north))


@dataclass(frozen=True, slots=True)
class DrawCorner:
    """Go on with the place that is being drawn, or begin one."""

    at: Point

    def decide(self, drawing: Drawing) -> tuple[CornerDrawn, ...]:
        """Draw it, unless it is there. Raises Refused: spot_far, spot_swapped, outline_long."""
        drawing.within(self.at)
        if len(drawing.sketch) >= CORNERS:
            raise Refused("outline_long", limit=CORNERS)
        at = rounded(self.at)
        return () if at in drawing.sketch else (CornerDrawn(at),)


@dataclass(frozen=True, slots=True)
class CornerDrawn:
    """The place being drawn has one more corner."""

    at: Point

    def apply(self, drawing: Drawing) -> Drawing:
        """Put it last."""
        return replace(drawing, sketch=(*drawing.sketch, self.at))


@dataclass(frozen=True, slots=True)
class DropSketch:
    """Give up the place that is being drawn."""

    def decide(self, drawing: Drawing) -> tuple[SketchDropped, ...]:
        """Drop it, if there is one."""
        return (SketchDropped(),) if drawing.sketch else ()


@dataclass(frozen=True, slots=True)
class SketchDropped:
    """Nothing is being drawn any more."""

    def apply(self, drawing: Drawing) -> Drawing:
        """Forget its corners."""
        return replace(drawing, sketch=())


@dataclass(frozen=True, slots=True)
class AddPlace:
    """Make a place of the corners that were drawn: one corner is the middle of a small footprint."""

    name: str
    families: tuple[str, ...]

    def decide(self, drawing: Drawing) -> tuple[PlaceAdded, ...]:
        """Add it. Raises Refused: sketch_missing; as `sound`; as `added`."""
        if not drawing.sketch:
            raise Refused("sketch_missing")
        pieces: Pieces = disc(drawing.sketch[0]) if len(drawing.sketch) == 1 else ((drawing.sketch,),)
        sound(pieces[0][0])
        return added(drawing, self.name, self.families, pieces)


@dataclass(frozen=True, slots=True)
class AddPlaceAt:
    """Make a place of a small footprint around a spot, its latitude and longitude in degrees (WGS 84) as typed."""

    name: str
    families: tuple[str, ...]
    lat: str
    lon: str

    def decide(self, drawing: Drawing) -> tuple[PlaceAdded, ...]:
        """Add it. Raises Refused as `spot` and `added`."""
        return added(drawing, self.name, self.families, disc(spot(drawing, self.lat, self.lon)))


def added(drawing: Drawing, name: str, families: tuple[str, ...], pieces: Pieces) -> tuple[PlaceAdded, ...]:
    """Give the event of a new place.

    Raises Refused: place_name_missing, place_name_long, place_name_taken, place_family_missing.
    """
    name = named(name)
    said, short = drawing.said(name), drawing.said(shortened(name))
    drawing.free_name(said, short)
    return (PlaceAdded(DrawnPlace(drawing.free_id(name), said, short, drawing.served(families), pieces)),)


@dataclass(frozen=True, slots=True)
class PlaceAdded:
    """The town has one more place; nothing is being drawn any more."""

    place: DrawnPlace

    def apply(self, drawing: Drawing) -> Drawing:
        """Put it last."""
        return replace(drawing, places=(*drawing.places, self.place), sketch=())


@dataclass(frozen=True, slots=True)
class MovePlace:
    """Move a place by degrees."""

    place: str
    by: Point

    def decide(self, drawing: Drawing) -> tuple[PlaceMoved, ...]:
        """Move it. Raises Refused: place_gone, spot_far, spot_swapped."""
        return _moved(drawing, self.place, self.by)


@dataclass(frozen=True, slots=True)
class MovePlaceTo:
    """Move the middle of a place to a spot, its latitude and longitude in degrees (WGS 84) as typed."""

    place: str
    lat: str
    lon: str

    def decide(self, drawing: Drawing) -> tuple[PlaceMoved, ...]:
        """Move it. Raises Refused as `spot`; place_gone."""
        to, now = spot(drawing, self.lat, self.lon), middle(drawing.place(self.place).pieces)
        return _moved(drawing, self.place, (to[0] - now[0], to[1] - now[1]))


def _moved(drawing: Drawing, place_id: str, by: Point) -> tuple[PlaceMoved, ...]:
    place = drawing.place(place_id)
    pieces = shifted(place.pieces, by)
    drawing.within(middle(pieces))
    return (PlaceMoved(place_id, pieces),) if pieces != place.pieces else ()


@dataclass(frozen=True, slots=True)
class PlaceMoved:
    """A place stands elsewhere."""

    place: str
    pieces: Pieces

    def apply(self, drawing: Drawing) -> Drawing:
        """Outline it there."""
        return drawing.swapped(replace(drawing.place(self.place), pieces=self.pieces))


@dataclass(frozen=True, slots=True)
class MoveCorner:
    """Put a corner of a place elsewhere, by its number in the outside of its first piece."""

    place: str
    corner: int
    at: Point

    def decide(self, drawing: Drawing) -> tuple[PlaceReshaped, ...]:
        """Put it there. Raises Refused: place_gone, corner_gone; as `sound`; spot_far, spot_swapped."""
        ring, at = _cornered(drawing, self.place, self.corner), self.corner
        drawing.within(self.at)
        return _reshaped(drawing, self.place, (*ring[:at], rounded(self.at), *ring[at + 1 :]), (at - 1, at))


@dataclass(frozen=True, slots=True)
class AddCorner:
    """Give a place one more corner, after the one of a number."""

    place: str
    after: int
    at: Point

    def decide(self, drawing: Drawing) -> tuple[PlaceReshaped, ...]:
        """Add it. Raises Refused: place_gone, corner_gone; as `sound`; spot_far, spot_swapped."""
        ring, at = _cornered(drawing, self.place, self.after), self.after + 1
        drawing.within(self.at)
        return _reshaped(drawing, self.place, (*ring[:at], rounded(self.at), *ring[at:]), (at - 1, at))


@dataclass(frozen=True, slots=True)
class RemoveCorner:
    """Take a corner off a place."""

    place: str
    corner: int

    def decide(self, drawing: Drawing) -> tuple[PlaceReshaped, ...]:
        """Take it off. Raises Refused: place_gone, corner_gone; as `sound`."""
        ring, at = _cornered(drawing, self.place, self.corner), self.corner
        return _reshaped(drawing, self.place, (*ring[:at], *ring[at + 1 :]), (at - 1,))


def _cornered(drawing: Drawing, place_id: str, corner: int) -> Ring:
    ring = drawing.place(place_id).pieces[0][0]
    if not 0 <= corner < len(ring):
        raise Refused("corner_gone")
    return ring


def _reshaped(drawing: Drawing, place_id: str, ring: Ring, changed: tuple[int, ...]) -> tuple[PlaceReshaped, ...]:
    place = drawing.place(place_id)
    if ring == place.pieces[0][0]:
        return ()
    sound(ring, changed)
    return (PlaceReshaped(place_id, bent(place.pieces, ring)),)


@dataclass(frozen=True, slots=True)
class PlaceReshaped:
    """A place has another outline."""

    place: str
    pieces: Pieces

    def apply(self, drawing: Drawing) -> Drawing:
        """Outline it so."""
        return drawing.swapped(replace(drawing.place(self.place), pieces=self.pieces))
