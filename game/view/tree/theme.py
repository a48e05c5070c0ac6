"""Colours and sizes of the table. Sizes are pixels at 1080p and text scale 100 %; `Sight.px` scales them.

A mark says its colour by name: what the name looks like is said in COLOURS alone. Only what a deck and a scenario
bring, their families', is #RRGGBB.
"""

from __future__ import annotations

from functools import cache

from game.type import colours, ground

INK, INK_2, INK_3, QUIET = "ink", "ink-2", "ink-3", "quiet"
"""What is written with, the darkest first."""
WHITE, PAPER, PAPER_2, SAND, LINE = "white", "paper", "paper-2", "sand", "line"
ACCENT, ACCENT_2 = "accent", "accent-2"
SLATE, SLATE_2, CHALK, CHALK_2, AMBER = "slate", "slate-2", "chalk", "chalk-2", "amber"
"""The clapperboard's: bars, covers, credits and what is written there, light on dark in every palette."""
GOOD, GOOD_2, GOOD_3, WARN, WARN_2, BAD, BAD_2 = "good", "good-2", "good-3", "warn", "warn-2", "bad", "bad-2"
"""Tones: what is written with, then what is written on; `GOOD_3` stands on ink."""
AXES = ("axis-1", "axis-2", "axis-3", "axis-4", "axis-5", "axis-6")
"""One per axis, in the deck's order, told apart by any eyes (tests/view/test_apart.py); each also has its icon."""
VEIL, ASIDE, LEFT, SHADE = "veil", "aside", "left", "shade"
"""Laid over what lies under a dialog, over what was renounced, over where a card was lifted, over what takes none."""
PICKED, ANSWERS, PULLS = "picked", "answers", "pulls"
"""Laid over a text that is selected, over a target that answers what is held, over one that is in tension with it."""
TINT, PLATE, EDGE = "tint", "plate", "edge"
"""On the plan: over a place, that lets the town be seen; under its name; around it, of no family."""

COLOURS = {
    INK: colours.INK, INK_2: "#2D3546", INK_3: "#4A5263", QUIET: "#5A5F6B",
    WHITE: colours.WHITE, PAPER: "#F1ECE1", PAPER_2: "#EDE9E0", SAND: "#DCD6C9", LINE: "#7E7766",
    ACCENT: "#F2B33D", ACCENT_2: "#FFF3D6",
    SLATE: colours.INK, SLATE_2: "#2D3546", CHALK: colours.WHITE, CHALK_2: "#DCD6C9", AMBER: "#F2B33D",
    GOOD: "#0E6B45", GOOD_2: "#E2F2EA", GOOD_3: "#BFE8D2", WARN: "#7A4B00", WARN_2: "#FFF0D0",
    BAD: "#8E1B1B", BAD_2: "#FBE9E7",
    **dict(zip(AXES, ("#627D4A", "#A90169", "#41449C", "#A96202", "#8E51E7", "#00809B"), strict=True)),
    VEIL: "#1B2230B8", ASIDE: "#EDE9E082", LEFT: "#EDE9E0B0", SHADE: "#1B223059",
    PICKED: "#F2B33D80", ANSWERS: "#0E6B451C", PULLS: "#F2B33D30",
    TINT: "#FFFFFF30", PLATE: "#FFFFFFA8", EDGE: "#5D584F",
    **ground.COLOURS,
}  # fmt: skip
"""What each looks like by day: #RRGGBB, or #RRGGBBAA where what lies under shows through."""
DARK = {
    INK: "#F4EFE6", INK_2: "#DAD4C8", INK_3: "#C6CBD6", QUIET: "#B3B9C6",
    WHITE: "#1B2230", PAPER: "#10151F", PAPER_2: "#171D29", SAND: "#2A3243", LINE: "#7C8494",
    ACCENT: "#8A5C00", ACCENT_2: "#3A2C0A", SLATE: "#05080F", CHALK: "#F4EFE6",
    GOOD: "#7FD9AE", GOOD_2: "#12352A", GOOD_3: "#0E6B45", WARN: "#FFCF87", WARN_2: "#3A2A08",
    BAD: "#FFA59D", BAD_2: "#421818",
    **dict(zip(AXES, ("#29AE6C", "#C383A6", "#B0C8FF", "#ED9237", "#A884F3", "#95FAEE"), strict=True)),
    VEIL: "#05070CB8", ASIDE: "#171D2982", LEFT: "#171D29B0", SHADE: "#000000B0",
    PICKED: "#F2B33D60", ANSWERS: "#7FD9AE30", PULLS: "#F2B33D40",
    TINT: "#00000030", PLATE: "#1B2230D0", EDGE: "#B9B1A1",
}  # fmt: skip
"""What looks otherwise in a dark room."""
SHARP = {
    INK: "#000000", INK_2: "#000000", INK_3: "#000000", QUIET: "#000000",
    WHITE: "#FFFFFF", PAPER: "#FFFFFF", PAPER_2: "#FFFFFF", SAND: "#E6E6E6", LINE: "#000000",
    ACCENT: "#FFD21F", ACCENT_2: "#FFF6C2", SLATE: "#000000", SLATE_2: "#2B2B2B", CHALK_2: "#FFFFFF",
    GOOD: "#00402A", GOOD_2: "#FFFFFF", GOOD_3: "#D6FFE9", WARN: "#4A2C00", WARN_2: "#FFF6C2",
    BAD: "#6E0000", BAD_2: "#FFFFFF",
    **dict(zip(AXES, ("#00672F", "#92267D", "#5348AB", "#840F05", "#742ACF", "#05324B"), strict=True)),
    VEIL: "#000000D8", ASIDE: "#FFFFFFA0", LEFT: "#FFFFFFC0", SHADE: "#00000073",
    TINT: "#FFFFFF50", PLATE: "#FFFFFFF0", EDGE: "#000000",
}  # fmt: skip
"""What looks otherwise where contrast matters most: a washed-out projector, tired eyes."""
DAY, NIGHT, CONTRAST = "day", "dark", "contrast"
PALETTES = {DAY: COLOURS, NIGHT: {**COLOURS, **DARK}, CONTRAST: {**COLOURS, **SHARP}}
"""The three looks of the table, each a table of colours; a tree says names alone, and is the same in all."""
ON = "on "
DARKEST = {DAY: colours.INK, NIGHT: "#000000", CONTRAST: "#000000"}
"""What is written with on a light colour; on a dark one it is white."""
LIT, KEPT = 48, 0.7
"""How light black becomes in a dark room, of 100, and what is kept there of how light a colour is by day."""
READ, MARK = 4.5, 3.0
"""The least contrast of a text, and of a mark that tells something (WCAG 2.2, 1.4.3 and 1.4.11)."""


def after(palette: str) -> str:
    """Give the palette that comes after one, round and round."""
    names = tuple(PALETTES)
    return names[(names.index(palette) + 1) % len(names)]


def shown(colour: str, palette: str = DAY) -> str:
    """Give what a colour looks like: a name's, or itself."""
    if colour.startswith(ON):
        under = shown(colour.removeprefix(ON), palette)
        return max(colours.WHITE, DARKEST[palette], key=lambda ink: colours.contrast(ink, under))
    if palette == NIGHT and colour.startswith("#"):
        return lit(colour)
    return PALETTES[palette].get(colour, colour)


@cache
def lit(colour: str) -> str:
    """Give a deck's #RRGGBB colour for a dark room: as light as it takes to be read on all that is written on there.

    Of two colours one stays the lighter: what was told apart by day still is.
    """
    lightness, *hue = colours.lab(colours.light(colour))
    lighter = (colours.seen(min(100, LIT + KEPT * lightness + more), *hue) for more in range(101))
    least = (one for one in lighter if min(colours.contrast(one, DARK[under]) for under in (WHITE, ACCENT_2)) >= READ)
    return next(least) + colour[7:]


def contrast(one: str, other: str, palette: str = DAY) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    return colours.contrast(shown(one, palette), shown(other, palette))


def on(colour: str) -> str:
    """Give the name of what is written with on a colour: ink or white, whichever reads better there."""
    return f"{ON}{colour}"


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
