"""The town's ground as an SVG picture in metres: land, water, roads, buildings, limits. Places are laid over it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

from game.core.town import Extent, Ring, Scan, Shape, Town
from game.type import ground as looks
from game.type.ground import Area, Way

UNIT = 6.0
"""Metres of a pixel of the styles: a little less than on screen, paper being finer."""
PAPER = "#FFFFFF"


def ground(town: Town, seen: Extent, *, saving: bool = False) -> str:
    """Draw what is seen of a town, (x0, y0, x1, y1) in metres; `saving` draws lines and water alone, on white."""
    x0, y0, x1, y1 = seen
    body = "".join(_layers(town, seen, saving=saving))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x0:.0f} {y0:.0f} {x1 - x0:.0f} {y1 - y0:.0f}" '
        f'width="{x1 - x0:.0f}" height="{y1 - y0:.0f}">{body}</svg>'
    )


def _layers(town: Town, seen: Extent, *, saving: bool) -> Iterable[str]:
    of = _Kinds(town)
    borders = [one for one in of.kind("boundary") if one.rings]
    if not saving:
        yield _rect(seen, looks.PAPER if borders else looks.LAND)
        yield from _areas(borders, Area(looks.LAND)) if town.scan is None else _scanned(town.scan)
    for kind, area in looks.AREAS.items():
        yield from _areas(of.kind(kind) if kind == "water" or not saving else (), area)
    yield from _ways(of.kind("stream"), looks.STREAM)
    yield from _ways(of.kind("taxiway"), looks.TAXIWAY)
    yield from _areas(() if saving else of.kind("runway"), looks.RUNWAY)
    yield from _areas(() if saving else of.kind("building"), looks.BUILDING)
    for cls, way in looks.ROADS.items():
        yield from _strokes(of.kind("road", cls), way.side, way.wide + 2 * way.rim)
    for cls, way in looks.ROADS.items():
        yield from _strokes(of.kind("road", cls), PAPER if saving else way.fill, way.wide)
    yield from _areas(() if saving else of.kind("landmark"), looks.LANDMARK)
    yield from _limits(of, borders, seen, saving=saving)
    for cls, way in looks.RAILS.items():
        yield from _ways(of.kind("rail", cls), way)
    yield from _stops(of.kind("label", "stop"))


def _scanned(scan: Scan) -> Iterable[str]:
    x0, y0, x1, y1 = scan.extent
    jpeg = b64encode(scan.jpeg).decode()
    yield (
        f'<image x="{x0:.1f}" y="{y0:.1f}" width="{x1 - x0:.1f}" height="{y1 - y0:.1f}" '
        f'preserveAspectRatio="none" href="data:image/jpeg;base64,{jpeg}"/>'
    )


class _Kinds:
    """The things of a town by kind, and by class."""

    def __init__(self, town: Town) -> None:
        self._layers = town.layers

    def kind(self, kind: str, cls: str = "") -> list[Shape]:
        return [one for one in self._layers if one.kind == kind and (not cls or one.cls == cls)]


def _stops(stops: Iterable[Shape]) -> Iterable[str]:
    rim, wide = looks.shown(looks.STOP.fill), looks.STOP.wide - looks.STOP_HOLE
    for stop in (shape for shape in stops if shape.lines):
        x, y = stop.lines[0][0]
        disc = f'cx="{x:.1f}" cy="{y:.1f}" r="{(looks.STOP_HOLE + wide / 2) * UNIT:.1f}"'
        yield f'<circle {disc} fill="{PAPER}" stroke="{rim}" stroke-width="{wide * UNIT:.1f}"/>'


def _limits(of: _Kinds, borders: list[Shape], seen: Extent, *, saving: bool) -> Iterable[str]:
    """Let the neighbours stand back, their airport never and their water little, and draw the border."""
    colour, wide, *dashes = looks.BORDER
    if borders and not saving:
        veil, thin = looks.shown(looks.VEIL), looks.shown(looks.VEIL_THIN)
        through = round(255 * int(thin[7:], 16) / int(veil[7:], 16))
        kept = (("boundary", "#000000"), ("airport", "#000000"), ("water", f"#{through:02X}{through:02X}{through:02X}"))
        cut = "".join(part for kind, fill in kept for part in _areas(of.kind(kind), Area(fill)))
        yield f'<mask id="far" maskUnits="userSpaceOnUse" {_spread(seen)}>{_rect(seen, PAPER)}{cut}</mask>'
        yield f'<g mask="url(#far)" opacity="{int(veil[7:], 16) / 255:.2f}">{_rect(seen, veil[:7])}</g>'
    for border in borders:
        lines = tuple((*ring, ring[0]) for ring in border.rings)
        yield from _strokes((Shape("", "", "", lines=lines),), colour, wide, tuple(dashes))


def _rect(seen: Extent, fill: str) -> str:
    return f'<rect {_spread(seen)} fill="{looks.shown(fill)}"/>'


def _spread(seen: Extent) -> str:
    x0, y0, x1, y1 = seen
    return f'x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}"'


def _path(ring: Ring) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring)


def _areas(shapes: Iterable[Shape], area: Area) -> Iterable[str]:
    edge = f' stroke="{looks.shown(area.edge)}" stroke-width="{area.wide * UNIT:.1f}"' if area.edge else ""
    for shape in shapes:
        drawn = "".join(f"{_path(ring)}Z" for ring in shape.rings)
        yield f'<path d="{drawn}" fill="{looks.shown(area.fill)}" fill-rule="evenodd"{edge}/>'


def _ways(shapes: list[Shape], way: Way) -> Iterable[str]:
    if way.side:
        yield from _strokes(shapes, way.side, way.wide + 2 * way.rim)
    yield from _strokes(shapes, way.fill, way.wide)
    if way.dashes is not None:
        colour, wide, *dashes = way.dashes
        yield from _strokes(shapes, colour, wide, tuple(dashes))


def _strokes(shapes: Iterable[Shape], colour: str, width: float, dash: tuple[float, ...] = ()) -> Iterable[str]:
    dashes = f' stroke-dasharray="{" ".join(str(each * UNIT) for each in dash)}"' if dash else ""
    cap = "butt" if dash else "round"
    for path in (path for shape in shapes for path in shape.lines):
        yield (
            f'<path d="{_path(path)}" fill="none" stroke="{looks.shown(colour)}" stroke-width="{width * UNIT:.1f}" '
            f'stroke-linejoin="round" stroke-linecap="{cap}"{dashes}/>'
        )
