"""By Tab alone: one comes round on every screen, and sees at each stop where one is, as it is painted."""

from __future__ import annotations

import os
from dataclasses import replace

import pygame
import pytest

from game.table.paint import Painter
from game.view import scene
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.node import Node, focusable, in_sight, top_layer
from tests.view.room import HD, Hands
from tests.view.shown import SHOWN

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
SCREENS = list(SHOWN)[:: 1 if TORTURE else 12]
PALETTES = tuple(theme.PALETTES)
PAGED = {"hand:after", "hand:before", "lead:after", "lead:before"}
"""What turns pages of a list, and is greyed at its end: Tab has walked all of it by then."""
LEAST = 3.0
"""Contrast of what is painted with the focus there and elsewhere (WCAG 1.4.11, 2.4.13)."""


def rounds(room: Hands) -> list[str]:
    """Walk by Tab until one comes round; gives where the focus has been. Where it comes to is in sight.

    A list may then be read on: Tab scrolls it to its end before the focus leaves it.
    """
    stops: list[str] = []
    while len(stops) < 1000:
        room.keys("tab")
        if room.ui.focus == "" or (room.ui.focus in stops[:1] and len(set(stops)) > 1):
            break
        came, stops = room.ui.focus not in stops[-1:], [*stops, room.ui.focus]
        assert not came or in_view(room.tree, room.ui.focus), f"the focus comes to {room.ui.focus} out of sight"
    return stops


def in_view(tree: Node, key: str) -> bool:
    """Tell whether more than half of a node is in sight, and its ring is drawn."""
    node, clip = next((node, clip) for node, clip in in_sight(top_layer(tree), tree.box) if node.key == key)
    seen = node.box.meet(clip)
    return ring(tree) is not None and 2 * seen.w * seen.h > node.box.w * node.box.h


def ring(tree: Node) -> Node | None:
    return next((kid for kid in tree.kids[1].kids if kid.key == "focus"), None)


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_comes_round_on_every_screen_and_all_that_acts_is_on_its_way(screen: str) -> None:
    room = SHOWN[screen].at(HD, 100, "fr")
    there = {node.key for node in focusable(room.tree)}
    stops = rounds(room)
    assert len(stops) < 1000
    assert there - PAGED <= {*stops}


@pytest.mark.parametrize("screen", SCREENS)
def test_where_the_focus_is_can_be_seen_as_it_is_painted(screen: str) -> None:
    room = SHOWN[screen].at(HD, 100, "fr")
    painter, stops = Painter(), [node.key for node in focusable(room.tree)]
    painter.wear(PALETTES[SCREENS.index(screen) % len(PALETTES)])
    for key in stops[:: 1 if TORTURE else max(1, len(stops) // 2)]:
        shown = with_focus(room, key)
        frame = ring(shown)
        assert frame is not None
        area = frame.box.meet(shown.box)
        before, after = (painted(painter, tree, area) for tree in (with_focus(room, ""), shown))
        changed = sum(1 for one, other in zip(before, after, strict=True) if one != other and apart(one, other))
        assert changed >= 2 * (area.w + area.h), f"{key} in {painter.palette}: {changed} pixels around {area}"


def with_focus(room: Hands, key: str) -> Node:
    """Give a screen with the focus somewhere, scrolled to nowhere else."""
    other = replace(room.ui, focus=key, focus_seen=True)
    s = scene.sight(room.speaker, room.measure, room.size, room.ui.percent, room.memo)
    return scene.build(getattr(room.desk, "session", None), other, s, room.shelf)  # type: ignore[arg-type]


def painted(painter: Painter, tree: Node, area: Box) -> list[tuple[int, int, int]]:
    """Give the colours of an area, pixel by pixel."""
    surface = pygame.Surface((tree.box.w, tree.box.h), 0, 32)
    painter.paint(surface, tree, area)
    data = pygame.image.tobytes(surface.subsurface(pygame.Rect(area.x, area.y, area.w, area.h)), "RGB")
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))


def apart(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Tell whether two colours stand apart."""
    light, dark = sorted((light_of(one), light_of(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05) >= LEAST


def light_of(colour: tuple[int, int, int]) -> float:
    """Give the relative luminance of a colour (WCAG)."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
