"""Colours as other eyes see them, and as any eyes do in a room whose light falls on the screen."""

from __future__ import annotations

from itertools import combinations
from math import dist

from game.type import colours
from game.type.colours import Light
from tests.map.test_art import VISIONS

AMBIENT = 0.25
"""The room's light that the screen sends back, as a share of its own white."""
WASHED = "a quarter of the light is the room's"
SEEN = (*VISIONS, WASHED)
APART = 15
"""How far two colours are in CIE Lab that are told apart at a glance, from the back: 1 is just seen, side by side."""


def seen(colour: str, eyes: str) -> Light:
    """Give how a colour is seen, in CIE Lab: by one of VISIONS, or by any eyes in a lit room."""
    light = colours.light(colour)
    if eyes == WASHED:
        red, green, blue = ((part + AMBIENT) / (1 + AMBIENT) for part in light)
    else:
        rows = VISIONS[eyes]
        red, green, blue = (
            min(1.0, max(0.0, sum(by * part for by, part in zip(row, light, strict=True)))) for row in rows
        )
    return colours.lab((red, green, blue))


def between(one: str, other: str, eyes: str) -> float:
    """Give how far apart two colours are seen."""
    return dist(seen(one, eyes), seen(other, eyes))


def confused(found: dict[str, str]) -> dict[tuple[str, str], str]:
    """Give the pairs of these named colours that some eyes do not tell apart at a glance, and whose."""
    pairs = (((one, two), eyes) for one, two in combinations(found, 2) for eyes in SEEN)
    return {pair: eyes for pair, eyes in pairs if between(found[pair[0]], found[pair[1]], eyes) < APART}
