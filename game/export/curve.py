"""The small chart of an objective that is followed: baseline, measures, and the target as a level line."""

from __future__ import annotations

from io import BytesIO

from game.export.blocks import Curve
from game.type.fonts import face_file
from game.words.numbers import number

W, H = 1200, 420
LEFT, RIGHT, TOP, LOW = 120, 60, 60, 80
FEW = 3
INK, AMBER, GREY = "#1B2230", "#B4560B", "#4A5263"


def drawn(curve: Curve, lang: str = "fr") -> bytes:
    """Give the chart as PNG."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (W, H), "white")
    pen, face = ImageDraw.Draw(image), ImageFont.truetype(str(face_file(bold=True)), 30)
    spots = _spots(curve)
    pen.line([(LEFT, H - LOW), (W - RIGHT, H - LOW)], fill=GREY, width=3)
    if curve.target is not None:
        level = _height(curve, curve.target)
        for start in range(LEFT, W - RIGHT, 28):
            pen.line([(start, level), (start + 16, level)], fill=AMBER, width=5)
        pen.text((LEFT - 12, level), number(curve.target, lang), fill=AMBER, font=face, anchor="rm")
    pen.line(spots, fill=INK, width=7, joint="curve")
    ends = (0, len(spots) - 1)
    for at, ((x, y), (date, value)) in enumerate(zip(spots, curve.points, strict=True)):
        pen.ellipse((x - 11, y - 11, x + 11, y + 11), fill="white", outline=INK, width=6)
        pen.text((x, y - 20), number(value, lang), fill=INK, font=face, anchor="mb")
        if at in ends or len(spots) <= FEW:  # more dates than that would lie on each other
            pen.text((x, H - LOW + 14), date, fill=GREY, font=face, anchor="mt")
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _spots(curve: Curve) -> list[tuple[float, float]]:
    room, last = W - LEFT - RIGHT - 200, max(1, len(curve.points) - 1)
    return [(LEFT + 100 + room * at / last, _height(curve, value)) for at, (_, value) in enumerate(curve.points)]


def _height(curve: Curve, value: float) -> float:
    values = [*(one for _, one in curve.points), *([curve.target] if curve.target is not None else []), 0.0]
    low, high = min(values), max(values)
    return H - LOW - (H - LOW - TOP) * (value - low) / ((high - low) or 1)
