"""The town's ground as an SVG picture in metres: land, water, roads, buildings, limits. Places are laid over it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from game.core.town import Extent, Ring, Shape, Town
from game.type.ground import CASING, FILLS, OVER, PAPER, ROADS, RUNWAY, TAXI, TRAM

BORDER = "#9C9384"
UNIT = 6.0
"""Metres of a unit of the style table (maps.md 6): a little less than on screen, paper being finer."""


def ground(town: Town, seen: Extent, *, saving: bool = False) -> str:
    """Draw what is seen of a town, (x0, y0, x1, y1) in metres; `saving` draws lines and water alone, on white."""
    x0, y0, x1, y1 = seen
    body = "".join(_layers(town, seen, saving=saving))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x0:.0f} {y0:.0f} {x1 - x0:.0f} {y1 - y0:.0f}" '
        f'width="{x1 - x0:.0f}" height="{y1 - y0:.0f}">{body}</svg>'
    )


def _layers(town: Town, seen: Extent, *, saving: bool) -> Iterable[str]:
    kinds = {shape.kind for shape in town.layers}
    of = {kind: [shape for shape in town.layers if shape.kind == kind] for kind in kinds}
    if not saving:
        yield _rect(seen, PAPER)
    for kind, fill in FILLS.items():
        yield from _areas(() if saving and kind != "water" else of.get(kind, ()), fill)
    yield from _strokes(of.get("stream", ()), FILLS["water"], 4)
    yield from _areas(() if saving else of.get("runway", ()), RUNWAY)
    yield from _strokes(of.get("taxiway", ()), TAXI, 2)
    for extra, colour in ((2.0, CASING), (0.0, "#FFFFFF")):
        for cls, width in ROADS.items():
            roads = (road for road in of.get("road", ()) if road.cls == cls)
            yield from _strokes(roads, colour, width * 0.8 + extra)
    for kind, fill in OVER.items():
        yield from _areas(() if saving else of.get(kind, ()), fill)
    yield from _limits(of.get("boundary", ()), seen, saving=saving)
    yield from _tram(of.get("rail", ()), of.get("label", ()))


def _tram(rails: list[Shape] | tuple[()], labels: Iterable[Shape]) -> Iterable[str]:
    yield from _strokes(rails, "#FFFFFF", 6)
    yield from _strokes(rails, TRAM, 3, (9, 5))
    for stop in (shape for shape in labels if shape.cls == "stop" and shape.lines):
        x, y = stop.lines[0][0]
        disc = f'cx="{x:.1f}" cy="{y:.1f}" r="{5 * UNIT}"'
        yield f'<circle {disc} fill="#FFFFFF" stroke="{TRAM}" stroke-width="{2 * UNIT}"/>'


def _limits(borders: Iterable[Shape], seen: Extent, *, saving: bool) -> Iterable[str]:
    x0, y0, x1, y1 = seen
    for border in (shape for shape in borders if shape.rings):
        if not saving:
            around = f"M{x0} {y0}H{x1}V{y1}H{x0}Z"
            yield f'<path d="{around}{_path(border.rings[0])}Z" fill="{PAPER}" fill-opacity="0.6" fill-rule="evenodd"/>'
        yield from _strokes((Shape("", "", "", lines=((*border.rings[0], border.rings[0][0]),)),), BORDER, 3, (14, 8))


def _rect(seen: Extent, fill: str) -> str:
    x0, y0, x1, y1 = seen
    return f'<rect x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}" fill="{fill}"/>'


def _path(ring: Ring) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring)


def _areas(shapes: Iterable[Shape], fill: str) -> Iterable[str]:
    return (_area(shape.rings, fill) for shape in shapes)


def _area(rings: tuple[Ring, ...], fill: str) -> str:
    drawn = "".join(f"{_path(ring)}Z" for ring in rings)
    return f'<path d="{drawn}" fill="{escape(fill)}" fill-rule="evenodd"/>'


def _strokes(shapes: Iterable[Shape], colour: str, width: float, dash: tuple[float, ...] = ()) -> Iterable[str]:
    dashes = f' stroke-dasharray="{" ".join(str(each * UNIT) for each in dash)}"' if dash else ""
    cap = "butt" if dash else "round"
    for path in (path for shape in shapes for path in shape.lines):
        yield (
            f'<path d="{_path(path)}" fill="none" stroke="{colour}" stroke-width="{width * UNIT:.1f}" '
            f'stroke-linejoin="round" stroke-linecap="{cap}"{dashes}/>'
        )
