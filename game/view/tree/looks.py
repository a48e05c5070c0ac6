"""What a node looks like: frozen marks in absolute pixels, painted in order. A colour is a theme's name or a deck's."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.tree import theme
from game.view.tree.box import Box

Points = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is written: size in pixels at 1080p, `align` left, centre or right, `middle` half-way down its box."""

    size: float = theme.TEXT
    ink: str = theme.INK
    bold: bool = False
    back: str = theme.PAPER
    """The colour behind, for the contrast check only."""
    align: str = "left"
    middle: bool = False


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box. `cut` cuts the top right corner (levers); `shadow` is how far it floats; `hatch` is a colour."""

    box: Box
    colour: str = ""
    radius: int = 0
    border: str = ""
    width: int = 0
    dash: int = 0
    shadow: int = 0
    cut: int = 0
    hatch: str = ""
    square: str = ""
    """Sides whose corners stay square: any of "top", "bottom", "left", "right"."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text from the top of a box, `step` pixels a line; `align` is left, centre or right."""

    box: Box
    lines: tuple[str, ...]
    px: int
    step: int
    colour: str
    bold: bool = False
    align: str = "left"
    back: str = ""
    """The colour behind, for the contrast check only."""


@dataclass(frozen=True, slots=True)
class Icon:
    """A lucide icon, as large as the box's shorter side; a name ending with "!" is drawn filled."""

    box: Box
    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: Points
    colour: str
    width: int
    dash: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Poly:
    """A filled polygon with an outline."""

    points: Points
    colour: str = ""
    border: str = ""
    width: int = 0


@dataclass(frozen=True, slots=True)
class Stripes:
    """The clapperboard's slanted stripes along a box."""

    box: Box
    dark: str
    light: str


TOWN, CARD = "town", "card"
"""Pictures: the town's plan, with what it looks at; that of a card, with the path its deck gives."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture the painter makes from its key and facts, scaled to the box (TOWN), or as large as it holds it (CARD).

    `key` may also name what another window shows now.
    """

    box: Box
    key: str
    facts: tuple[object, ...] = ()


Mark = Fill | Words | Icon | Line | Poly | Stripes | Picture


def reach(mark: Mark) -> Box:
    """Give the pixels a mark may touch."""
    if isinstance(mark, Fill):
        return mark.box.inset(-3 * mark.shadow - mark.width) if mark.shadow or mark.width else mark.box
    if isinstance(mark, Line | Poly):
        xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
        around = Box(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
        return around.inset(-mark.width - 1)
    return mark.box
