"""Every colour of the screen is a name of the theme's, so that another theme is another table of colours."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.view.tree import theme
from tests.house.sources import modules

THEME = Path("game/view/tree/theme.py")
HEX = re.compile(r"#[0-9A-Fa-f]{3,8}")
SUFFIX = re.compile(r"[0-9A-Fa-f]{2}")


def written(tree: ast.Module) -> Iterator[int]:
    """Give the lines where a colour is written in figures, or made of another one and a suffix."""
    return (node.lineno for node in ast.walk(tree) if isinstance(node, ast.expr) and _made(node))


def _made(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and _reads(node.right, SUFFIX)
    if isinstance(node, ast.JoinedStr):
        return len(node.values) > 1 and _reads(node.values[-1], SUFFIX)
    return _reads(node, HEX)


def _reads(node: ast.expr, pattern: re.Pattern[str]) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(pattern.fullmatch(node.value))


def test_only_the_theme_says_what_a_colour_looks_like() -> None:
    screens = ((path, tree) for path, tree in modules() if path.parts[1] == "view" and path != THEME)
    assert [f"{path}:{line}" for path, tree in screens for line in written(tree)] == []


def test_what_is_looked_for_is_found() -> None:
    planted = ast.parse('a = "#FFFFFF30"\nb = theme.INK + "1C"\nc = f"{theme.INK}b0"\nd = "#" + "tag"\ne = f"{a}:b0"')
    assert list(written(planted)) == [1, 2, 3]


def test_every_name_of_a_colour_has_a_look() -> None:
    written_out = [name for name, colour in vars(theme).items() if name.isupper() and isinstance(colour, str)
                   and colour not in (*theme.PALETTES, theme.ON)]  # fmt: skip
    assert [name for name in written_out if getattr(theme, name) not in theme.COLOURS] == []
    assert all(name in theme.COLOURS for name in theme.AXES)
    for palette in theme.PALETTES.values():
        assert all(re.fullmatch(r"#[0-9A-F]{6}([0-9A-F]{2})?", colour) for colour in palette.values())


def test_a_colour_hides_what_lies_under_it_in_every_palette_or_in_none() -> None:
    """What is painted is chosen by the tree alone: a stroke that hides is found by the looks of the day."""
    for palette in theme.PALETTES.values():
        assert set(palette) == set(theme.COLOURS)
        assert all(len(palette[name]) == len(colour) for name, colour in theme.COLOURS.items())


@pytest.mark.parametrize("palette", [theme.NIGHT, theme.CONTRAST])
def test_ink_is_read_on_any_family_in_every_palette(palette: str) -> None:
    for step in range(0, 256, 15):
        for colour in (f"#{step:02X}0000", f"#00{step:02X}00", f"#{step:02X}{step:02X}{step:02X}"):
            assert theme.contrast(theme.on(colour), colour, palette) >= 4.5


def test_a_familys_colour_stands_out_in_a_dark_room() -> None:
    for colour in ("#000000", "#641000", "#0A2A8C", "#1A8080"):
        assert all(theme.contrast(colour, under, theme.NIGHT) >= theme.MARK for under in (theme.PAPER, theme.SAND))
