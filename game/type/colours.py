"""How well colours are read on one another (WCAG 2.2), and how light and of what hue they are seen."""

from __future__ import annotations

from functools import cache

INK, WHITE = "#1B2230", "#FFFFFF"
"""What is written with, on any colour."""


WHOLE = (0.95047, 1.0, 1.08883)
"""White, in XYZ (D65)."""
Light = tuple[float, float, float]


def light(colour: str) -> Light:
    """Give how much red, green and blue light a #RRGGBB colour is, 0 to 1 each."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@cache
def luminance(colour: str) -> float:
    """Give the relative luminance of a #RRGGBB colour (WCAG 2.2)."""
    red, green, blue = light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lab(rgb: Light) -> Light:
    """Give a light as it is seen (CIE Lab): how light, 0 to 100, then its hue; what is 1 apart is just told apart."""
    red, green, blue = rgb
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = (row[0] * red + row[1] * green + row[2] * blue for row in rows)
    x, y, z = (_root(part / whole) for part, whole in zip(xyz, WHOLE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def seen(lightness: float, a: float, b: float) -> str:
    """Give the #RRGGBB colour that is seen so (CIE Lab), or the nearest that a screen has."""
    y = (lightness + 16) / 116
    x, y, z = (_cube(root) * whole for root, whole in zip((y + a / 500, y, y - b / 200), WHOLE, strict=True))
    rows = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570))
    parts = (_coded(min(1.0, max(0.0, row[0] * x + row[1] * y + row[2] * z))) for row in rows)
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)


def _cube(root: float) -> float:
    return root**3 if root**3 > 216 / 24389 else (116 * root - 16) / (24389 / 27)


def _coded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


@cache
def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on(colour: str) -> str:
    """Give ink or white, whichever reads better on a colour."""
    return WHITE if contrast(WHITE, colour) >= contrast(INK, colour) else INK


def best(colour: str) -> float:
    """Give the contrast of what is written on a colour."""
    return contrast(on(colour), colour)
