"""The small chart of an objective that is followed: baseline, measures, and the target as a level line."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from game.core.frozen import dataclass
from game.export.blocks import Curve
from game.export.telling import clean
from game.type.fonts import face_file
from game.words.numbers import number

W, H = 1200, 420
LEFT, RIGHT, TOP, LOW = 120, 60, 60, 80
FEW = 3
HALO = 4
"""White around a text, for it may lie on a line."""
SIZE, FAMILY = 30, "Atkinson Hyperlegible"
INK, AMBER, GREY = "#1B2230", "#B4560B", "#4A5263"


@dataclass(frozen=True, slots=True)
class _Label:
    """A text of the chart; `anchor` as Pillow says it: l, m, r across, then t, m, b down."""

    x: float
    y: float
    text: str
    colour: str
    anchor: str


def drawn(curve: Curve, lang: str = "fr") -> bytes:
    """Give the chart as PNG, for a document that takes no drawing."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (W, H), "white")
    pen, face = ImageDraw.Draw(image), ImageFont.truetype(str(face_file(bold=True)), SIZE)
    spots = _spots(curve)
    pen.line([(LEFT, H - LOW), (W - RIGHT, H - LOW)], fill=GREY, width=3)
    if curve.target is not None:
        level = _height(curve, curve.target)
        for start in range(LEFT, W - RIGHT, 28):
            pen.line([(start, level), (start + 16, level)], fill=AMBER, width=5)
    pen.line(spots, fill=INK, width=7, joint="curve")
    for x, y in spots:
        pen.ellipse((x - 11, y - 11, x + 11, y + 11), fill="white", outline=INK, width=6)
    for one in _labels(curve, lang):
        pen.text(
            (one.x, one.y),
            one.text,
            fill=one.colour,
            font=face,
            anchor=one.anchor,
            stroke_width=HALO,
            stroke_fill="white",
        )
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def vector(curve: Curve, lang: str = "fr") -> bytes:
    """Give the same chart as SVG, as sharp as the text around it at any size."""
    parts = [_line((LEFT, H - LOW), (W - RIGHT, H - LOW), GREY, 3)]
    if curve.target is not None:
        level = _height(curve, curve.target)
        parts.append(_line((LEFT, level), (W - RIGHT, level), AMBER, 5, ' stroke-dasharray="16 12"'))
    spots = _spots(curve)
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    parts.append(f'<polyline points="{points}" fill="none" stroke="{INK}" stroke-width="7" stroke-linejoin="round"/>')
    parts += [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill="white" stroke="{INK}" stroke-width="6"/>' for x, y in spots
    ]
    parts += [_text(one) for one in _labels(curve, lang)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" width="{W}" height="{H}">'
    return "".join((head, *parts, "</svg>\n")).encode()


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, width: int, more: str = "") -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{colour}" stroke-width="{width}"{more}/>'


def _text(one: _Label) -> str:
    across = {"l": "start", "m": "middle", "r": "end"}[one.anchor[0]]
    down = {"t": 0.75, "m": 0.35, "b": -0.1}[one.anchor[1]]
    return (
        f'<text x="{one.x:.1f}" y="{one.y + down * SIZE:.1f}" text-anchor="{across}" fill="{one.colour}" '
        f'font-family="{FAMILY}" font-weight="bold" font-size="{SIZE}" '
        f'stroke="white" stroke-width="{2 * HALO}" paint-order="stroke">{escape(clean(one.text))}</text>'
    )


def _labels(curve: Curve, lang: str) -> list[_Label]:
    """Place what is written: the target, each value, and the dates that do not lie on each other."""
    found = []
    if curve.target is not None:
        found.append(_Label(LEFT - 12, _height(curve, curve.target), number(curve.target, lang), AMBER, "rm"))
    ends = (0, len(curve.points) - 1)
    for at, ((x, y), (date, value)) in enumerate(zip(_spots(curve), curve.points, strict=True)):
        found.append(_Label(x, y - 20, number(value, lang), INK, "mb"))
        if at in ends or len(curve.points) <= FEW:
            found.append(_Label(x, H - LOW + 14, date, GREY, "mt"))
    return found


def _spots(curve: Curve) -> list[tuple[float, float]]:
    room, last = W - LEFT - RIGHT - 200, max(1, len(curve.points) - 1)
    return [(LEFT + 100 + room * at / last, _height(curve, value)) for at, (_, value) in enumerate(curve.points)]


def _height(curve: Curve, value: float) -> float:
    values = [*(one for _, one in curve.points), *([curve.target] if curve.target is not None else []), 0.0]
    low, high = min(values), max(values)
    return H - LOW - (H - LOW - TOP) * (value - low) / ((high - low) or 1)
