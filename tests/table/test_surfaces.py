import re
from pathlib import Path

import pygame
import pytest

from game.table.surfaces import Icons, Shelf, Surfaces

ROOT = Path(__file__).parents[2]


def test_a_shelf_forgets_what_was_used_least() -> None:
    shelf = Shelf(3 * (400 + 200))
    made: list[str] = []

    def make(name: str) -> pygame.Surface:
        made.append(name)
        return pygame.Surface((10, 10))

    for name in ("a", "b", "c", "a", "d", "a", "b"):
        shelf.get(name, lambda name=name: make(name))  # type: ignore[misc]
    assert made == ["a", "b", "c", "d", "b"]


def test_every_icon_the_view_names_exists() -> None:
    named = set()
    for file in (ROOT / "game" / "view").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r'icon="([a-z0-9-]+)', text)) | set(re.findall(r'Icon\([^"\n]*"([a-z0-9-]+)!?"', text))
    icons = Icons()
    assert named
    assert [name for name in sorted(named) if not icons.has(name)] == []


@pytest.mark.parametrize("text", ["CO₂ → 12 ✓", "à l\u2011œuvre"])
def test_missing_glyphs_are_set_in_the_other_font(text: str) -> None:
    pygame.font.init()
    texts = Surfaces().texts
    font = texts.for_line(text.replace("\u2011", "-"), 24, bold=False)
    assert None not in font.metrics(text.replace("\u2011", "-"))
    assert texts.line(text, 24, "#000000", bold=False).get_width() > 50
