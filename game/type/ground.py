"""How each kind of thing on a town's ground looks, the same on screen and on paper: a style belongs to a kind.

A style says its colours by name, and its widths in pixels at 1080p where a pixel is `UNIT` metres. Pins, plates and
footprints lie over the ground: only the tram is as dark as they are.
"""

from __future__ import annotations

from typing import NamedTuple

from game.core.frozen import dataclass
from game.core.town import Extent, Point

PAPER, LAND, VEIL, VEIL_THIN, GLOW = "ground", "ground-land", "ground-veil", "ground-veil-thin", "ground-glow"
"""The neighbours' paper, the commune's, what is laid over the neighbours and over their river, along the border."""
COLOURS = {
    PAPER: "#E9E5DC", LAND: "#F8F5EE", VEIL: "#E9E5DC99", VEIL_THIN: "#E9E5DC28", GLOW: "#A996C43C",
    "ground-green": "#DBE8CC", "ground-field": "#ECE9CB", "ground-sport": "#C3E2BD", "ground-park": "#BCDCA9",
    "ground-water": "#A6D1E8", "ground-bank": "#74AECF",
    "ground-airport": "#E7E4EE", "ground-runway": "#BEBBCB", "ground-taxiway": "#D3D0DD", "ground-paint": "#FFFFFF",
    "ground-building": "#EBE3D7", "ground-wall": "#E0D6C6", "ground-landmark": "#BFAE96", "ground-ledge": "#98876E",
    "ground-motorway": "#F5C56C", "ground-motorway-side": "#C9963A",
    "ground-primary": "#FCE6A8", "ground-primary-side": "#D2B56E",
    "ground-road": "#FFFFFF", "ground-road-side": "#C2B7A6", "ground-street-side": "#ECE6DB",
    "ground-border": "#7E6F92", "ground-tram": "#A23E63", "ground-rail": "#77716A",
    "ground-said": "#6E6151", "ground-road-said": "#5F5748", "ground-far-said": "#857B6B",
    "ground-river-said": "#2A6A94", "ground-airport-said": "#5F5980", "ground-shield": "#FFF8E6",
    "ground-park-said": "#47622F", "ground-river-halo": "#C9E4F2", "ground-airport-halo": "#F1EFF6",
}  # fmt: skip
"""What the names of the ground look like; the theme takes them over."""
UNIT = 8.3


def shown(colour: str) -> str:
    """Give what a name of the ground looks like; anything else is itself."""
    return COLOURS.get(colour, colour)


class Area(NamedTuple):
    """A filled outline, with an edge or none."""

    fill: str
    edge: str = ""
    wide: float = 0.0


class Way(NamedTuple):
    """A line, with a side on either hand or none; `dashes` are drawn on it: their colour, width, length and gap."""

    fill: str
    wide: float
    side: str = ""
    rim: float = 0.0
    dashes: tuple[str, float, float, float] | None = None


AREAS = {
    "airport": Area("ground-airport"),
    "green": Area("ground-green"),
    "field": Area("ground-field"),
    "park": Area("ground-park"),
    "sport": Area("ground-sport"),
    "water": Area("ground-water", "ground-bank", 1.2),
}
"""Areas under everything else, the lowest first."""
RUNWAY = Area("ground-runway")
STRIPES = ("ground-paint", 1.2, 8.0, 6.0)
"""The dashes along the middle of a runway."""
BUILDING, LANDMARK = Area("ground-building", "ground-wall", 0.5), Area("ground-landmark", "ground-ledge", 1.0)
"""The first under the roads, the second over them."""
STREAM, TAXIWAY = Way("ground-water", 3.2), Way("ground-taxiway", 2.2)
ROADS = {
    "street": Way("ground-road", 2.2, "ground-street-side", 0.5),
    "secondary": Way("ground-road", 4.8, "ground-road-side", 0.9),
    "primary": Way("ground-primary", 6.4, "ground-primary-side", 0.9),
    "motorway": Way("ground-motorway", 7.6, "ground-motorway-side", 0.9),
}
"""Roads by class, the lowest first; all their sides are drawn before any of them."""
RAILS = {
    "tram": Way("ground-tram", 3.4, "ground-paint", 1.4),
    "rail": Way("ground-rail", 3.4, dashes=("ground-paint", 1.8, 9.0, 9.0)),
}
"""Lines of rail by class, over the veil: a line of another class is drawn as the last."""
STOP = Way("ground-tram", 4.6, "ground-paint", 1.0)
"""A stop: the radius of its disc and its rim; what is left in its middle is `STOP_HOLE` wide."""
STOP_HOLE = 2.6
BORDER, BAND = ("ground-border", 2.2, 11.0, 5.0), 12.0
"""The commune's border: its dashes, and how wide the soft band under them is."""


class Letters(NamedTuple):
    """How words of the ground are written: `sizes` in pixels at 1080p, the first with room is taken.

    `spaced` is the gap between letters; `rim` is the edge of the plate they stand on, which `halo` fills.
    """

    ink: str
    halo: str
    sizes: tuple[int, ...] = (18,)
    bold: bool = True
    italic: bool = False
    spaced: float = 0.0
    upper: bool = False
    rim: str = ""


LETTERS = {
    "scale": Letters("ink", PAPER),
    "airport": Letters("ground-airport-said", "ground-airport-halo", (21, 18), italic=True, spaced=0.5),
    "river": Letters("ground-river-said", "ground-river-halo", (24, 21, 18), italic=True, spaced=1.5),
    "neighbour": Letters("ground-far-said", PAPER, (21, 18), spaced=3.0, upper=True),
    "shield": Letters("ground-road-said", "ground-shield", rim="ground-motorway-side"),
    "line": Letters("ground-paint", "ground-tram", rim="ground-paint"),
    "district": Letters("ground-said", LAND, spaced=1.2, upper=True),
    "park": Letters("ground-park-said", "ground-green", italic=True),
    "landmark": Letters("ground-road-said", LAND, bold=False),
    "stop": Letters("ground-tram", LAND),
    "road": Letters("ground-road-said", LAND, bold=False),
}
"""The words of the ground by what they name, the first ones first served."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words stand among. `unit`: pixels that one of a 1080p screen takes; `taken`: boxes no word may touch;
    `spared`: those that one touches only where it finds no other room, as where pins may come to stand.

    `lines` are the leaders, which no word may lie on; `said` the names that plates already say. All in pixels of the
    picture, from its corner.
    """

    lang: str = "fr"
    unit: float = 1.0
    taken: tuple[Extent, ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()
    said: tuple[str, ...] = ()
    spared: tuple[Extent, ...] = ()
