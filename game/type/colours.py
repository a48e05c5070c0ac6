"""How well colours are read on one another (WCAG 2.2)."""

from __future__ import annotations

from functools import cache

INK, WHITE = "#1B2230", "#FFFFFF"
"""What is written with, on any colour."""


@cache
def luminance(colour: str) -> float:
    """Give the relative luminance of a #RRGGBB colour (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
