"""The muted plan: light enough under the places, its words legible and whole, in both languages."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.core.town import Town, camera, to_screen
from game.table import mapart
from game.table.mapart import label_boxes, paint_town
from tests.map.blagnac import town as read

SIZES = [(1920, 1080), (1130, 700)]


@pytest.fixture(scope="module")
def town() -> Town:
    pygame.font.init()
    return read()


def font(px: float) -> pygame.Font:
    return pygame.Font(None, round(px * 1.25))


def lightness(colour: pygame.Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    y = 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)
    return 116 * float(y ** (1 / 3)) - 16 if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize("size", SIZES)
def test_only_the_words_are_dark(town: Town, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapart, "label_boxes", lambda *_: ())
    picture = paint_town.__wrapped__(town, size, camera(town, *size))
    dark = {
        tuple(colour)
        for x in range(0, size[0], 3)
        for y in range(0, size[1], 3)
        if lightness(colour := picture.get_at((x, y))) < 76
    }
    assert not dark


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_words_are_whole_large_and_clear_of_places(town: Town, size: tuple[int, int], lang: str) -> None:
    seen = camera(town, *size)
    kept = label_boxes(town, size, seen, font, lang)
    assert len(kept) >= 6
    for i, (_, box) in enumerate(kept):
        assert pygame.Rect((0, 0), size).contains(box)
        assert box.collidelist([other for _, other in kept[:i]]) < 0
        for zone in town.zones:
            (left, top), (right, bottom) = to_screen(seen, zone.box[:2]), to_screen(seen, zone.box[2:])
            assert not box.colliderect(pygame.Rect(left + 1, top + 1, right - left - 2, bottom - top - 2))


class Spy(pygame.Font):
    """A font that notes what it is asked to write."""

    words: list[str]

    def render(self, text: Any, *rest: Any, **more: Any) -> pygame.Surface:
        self.words.append(text)
        return super().render(text, *rest, **more)


def test_the_river_is_named_in_the_reader_s_language(town: Town) -> None:
    pen = Spy(None, 30)
    for lang, river in (("fr", "La Garonne"), ("en", "The Garonne")):
        pen.words = []
        label_boxes(town, SIZES[0], camera(town, *SIZES[0]), lambda _: pen, lang)
        assert river in pen.words


def test_the_garonne_runs_past_the_town(town: Town) -> None:
    size = (1130, 700)
    seen = camera(town, *size)
    picture = paint_town(town, size, seen, font)
    x, y = to_screen(seen, (2100.0, -760.0))
    beside = picture.get_at((round(x) - 60, round(y)))
    assert picture.get_at((round(x) - 6, round(y))).b > beside.b
