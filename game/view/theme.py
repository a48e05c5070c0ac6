"""Colours and sizes of the table. Sizes are pixels at 1080p and text scale 100 %; `Sight.px` scales them."""

from __future__ import annotations

from game.type import colours

INK, WHITE = colours.INK, colours.WHITE
luminance, contrast, on = colours.luminance, colours.contrast, colours.on
"""How well colours read on one another (WCAG 2.2)."""
INK_2 = "#2D3546"
INK_3 = "#4A5263"
PAPER = "#F1ECE1"
PAPER_2 = "#EDE9E0"
SAND = "#DCD6C9"
LINE = "#B9B1A1"
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
