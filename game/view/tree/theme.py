"""Colours and sizes of the table. Sizes are pixels at 1080p and text scale 100 %; `Sight.px` scales them.

A mark says its colour by name: what the name looks like is said in COLOURS alone. Only what a deck and a scenario
bring, their families', is #RRGGBB.
"""

from __future__ import annotations

from game.type import colours, ground

INK, INK_2, INK_3, QUIET = "ink", "ink-2", "ink-3", "quiet"
"""What is written with, the darkest first."""
WHITE, PAPER, PAPER_2, SAND, LINE = "white", "paper", "paper-2", "sand", "line"
ACCENT, ACCENT_2 = "accent", "accent-2"
GOOD, GOOD_2, GOOD_3, WARN, WARN_2, BAD, BAD_2 = "good", "good-2", "good-3", "warn", "warn-2", "bad", "bad-2"
"""Tones: what is written with, then what is written on; `GOOD_3` stands on ink."""
AXES = ("axis-1", "axis-2", "axis-3", "axis-4", "axis-5", "axis-6")
"""One per axis, in the deck's order; each axis also has its icon."""
VEIL, ASIDE, LEFT = "veil", "aside", "left"
"""Laid over what lies under a dialog, over what was renounced, over where a card was lifted from."""
PICKED, ANSWERS, PULLS = "picked", "answers", "pulls"
"""Laid over a text that is selected, over a target that answers what is held, over one that is in tension with it."""
TINT, PLATE, EDGE = "tint", "plate", "edge"
"""On the plan: over a place, that lets the town be seen; under its name; around it, of no family."""

COLOURS = {
    INK: colours.INK, INK_2: "#2D3546", INK_3: "#4A5263", QUIET: "#5A5F6B",
    WHITE: colours.WHITE, PAPER: "#F1ECE1", PAPER_2: "#EDE9E0", SAND: "#DCD6C9", LINE: "#B9B1A1",
    ACCENT: "#F2B33D", ACCENT_2: "#FFF3D6",
    GOOD: "#0E6B45", GOOD_2: "#E2F2EA", GOOD_3: "#BFE8D2", WARN: "#7A4B00", WARN_2: "#FFF0D0",
    BAD: "#8E1B1B", BAD_2: "#FBE9E7",
    **dict(zip(AXES, ("#1F7A4D", "#A8357C", "#1E63B0", "#B4560B", "#6A3FB5", "#0F7C86"), strict=True)),
    VEIL: "#1B2230B8", ASIDE: "#EDE9E082", LEFT: "#EDE9E0B0",
    PICKED: "#F2B33D80", ANSWERS: "#0E6B451C", PULLS: "#F2B33D30",
    TINT: "#FFFFFF30", PLATE: "#FFFFFFA8", EDGE: "#5D584F",
    **ground.COLOURS,
}  # fmt: skip
"""What each looks like: #RRGGBB, or #RRGGBBAA where what lies under shows through. Another theme is another table."""


def shown(colour: str) -> str:
    """Give what a colour looks like: a name's, or itself."""
    return COLOURS.get(colour, colour)


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    return colours.contrast(shown(one), shown(other))


def on(colour: str) -> str:
    """Give ink or white, whichever reads better on a colour."""
    return WHITE if contrast(WHITE, colour) >= contrast(INK, colour) else INK


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
