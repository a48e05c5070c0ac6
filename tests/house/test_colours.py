"""Every colour of the screen is a name of the theme's, so that another theme is another table of colours."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

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
    written_out = [name for name, colour in vars(theme).items() if name.isupper() and isinstance(colour, str)]
    assert [name for name in written_out if getattr(theme, name) not in theme.COLOURS] == []
    assert all(name in theme.COLOURS for name in theme.AXES)
    assert all(re.fullmatch(r"#[0-9A-F]{6}([0-9A-F]{2})?", colour) for colour in theme.COLOURS.values())
