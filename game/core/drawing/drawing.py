"""The town being drawn: its places, and the corners of the one that is not finished yet."""

from __future__ import annotations

import re

from game.core.drawing.outline import Pieces
from game.core.errors import Refused
from game.core.family import SHORT_LIMIT
from game.core.frozen import dataclass
from game.core.months import plain
from game.core.text import Text
from game.core.town import Extent, Point, Ring
from game.core.values import replace

SLACK = 0.005
"""Degrees beyond the map that a place may reach: half a kilometre."""
ID_LIMIT = 40
"""Characters of the id a place is given."""


@dataclass(frozen=True, slots=True)
class DrawnPlace:
    """A place as it is drawn. `sure`: its spot is no guess; a decor place takes no card."""

    id: str
    name: Text
    short: Text
    families: tuple[str, ...]
    pieces: Pieces
    sure: bool = True
    decor: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """The places that have an outline, in the order of the scenario; `undrawn` are its others, that have none.

    `sketch`: the corners of a place that is being drawn.

    `bought` are the (place, family) of the purchases to come; `frame` is the map's, in degrees; `langs` are the
    languages a name is written in.
    """

    places: tuple[DrawnPlace, ...]
    families: tuple[str, ...]
    langs: tuple[str, ...]
    bought: tuple[tuple[str, str], ...]
    frame: Extent
    sketch: Ring = ()
    undrawn: tuple[DrawnPlace, ...] = ()

    def place(self, place_id: str) -> DrawnPlace:
        """Find a place. Raises Refused: place_gone."""
        found = next((place for place in self.places if place.id == place_id), None)
        if found is None:
            raise Refused("place_gone")
        return found

    def swapped(self, place: DrawnPlace) -> Drawing:
        """Give the same with another place under the same id."""
        return replace(self, places=tuple(place if one.id == place.id else one for one in self.places))

    def within(self, point: Point) -> None:
        """Refuse a point that is not on the map. Raises Refused: spot_swapped (latitude first), spot_far."""
        if self._holds(point):
            return
        raise Refused("spot_swapped" if self._holds((point[1], point[0])) else "spot_far")

    def _holds(self, point: Point) -> bool:
        x0, y0, x1, y1 = self.frame
        return x0 - SLACK <= point[0] <= x1 + SLACK and y0 - SLACK <= point[1] <= y1 + SLACK

    def free_name(self, name: Text, short: Text, but: str = "") -> None:
        """Refuse the name of another place, but of `but`. Raises Refused: place_name_taken."""
        others = [one for one in (*self.places, *self.undrawn) if one.id != but]
        for new, known in ((name, [one.name for one in others]), (short, [one.short for one in others])):
            said = {plain(text) for one in known for text in one.said}
            taken = next((text for text in new.said if plain(text) in said), "")
            if taken:
                raise Refused("place_name_taken", name=taken)

    def said(self, text: str) -> Text:
        """Give a text said in every language of the town."""
        others = tuple((lang, text) for lang in self.langs if lang not in ("fr", "en"))
        return Text(text if "fr" in self.langs else "", text if "en" in self.langs else "", others)

    def free_id(self, name: str) -> str:
        """Make an id of a name that no place has."""
        stem = re.sub(r"[^a-z0-9]+", "-", plain(name))[:ID_LIMIT].strip("-") or "place"
        taken = {one.id for one in (*self.places, *self.undrawn)}
        return next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)

    def served(self, families: tuple[str, ...]) -> tuple[str, ...]:
        """Give families in the town's order. Raises Refused: place_family_missing when there is none."""
        found = tuple(one for one in self.families if one in families)
        if not found:
            raise Refused("place_family_missing")
        return found


def shortened(name: str) -> str:
    """Give a name as short as a plan takes it, cut between words where it can be."""
    if len(name) <= SHORT_LIMIT:
        return name
    cut = name[: SHORT_LIMIT + 1].rpartition(" ")[0].strip()
    return cut or name[:SHORT_LIMIT].strip()
