"""Colours and sizes of the table. Sizes are pixels at 1080p and text scale 100 %; `Sight.px` scales them."""

from __future__ import annotations

INK = "#1B2230"
INK_2 = "#2D3546"
INK_3 = "#4A5263"
PAPER = "#F1ECE1"
PAPER_2 = "#EDE9E0"
SAND = "#DCD6C9"
LINE = "#B9B1A1"
WHITE = "#FFFFFF"
ACCENT = "#F2B33D"
ACCENT_2 = "#FFF3D6"
GOOD = "#0E6B45"
GOOD_2 = "#E2F2EA"
WARN = "#7A4B00"
WARN_2 = "#FFF0D0"
BAD = "#8E1B1B"
BAD_2 = "#FBE9E7"
QUIET = "#5A5F6B"
VEIL = "#1B2230B8"
AXES = ("#1F7A4D", "#A8357C", "#1E63B0", "#B4560B", "#6A3FB5", "#0F7C86")
"""One per axis, in the deck's order; each axis also has its icon."""

TEXT = 24
"""The smallest text on the board."""
BODY = 26
LABEL = 28
TITLE = 36
BIG = 48
HUGE = 96
TARGET = 44
BAR = 84
STRIPES = 14
"""Heights of the bar and of the clapperboard under it."""
BUTTON = 60
GAP = 12
RADIUS = 12


def luminance(colour: str) -> float:
    """Give the relative luminance of a #RRGGBB colour (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on(colour: str) -> str:
    """Give ink or white, whichever reads better on a colour."""
    return WHITE if contrast(WHITE, colour) >= contrast(INK, colour) else INK
