"""The project's own files, as the rules of the house read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LOCALE = ROOT / "assets" / "locale"


@cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    """Give every module of game/, parsed, by its path under the root."""
    files = sorted((ROOT / "game").rglob("*.py"))
    return tuple((file.relative_to(ROOT), ast.parse(file.read_text(encoding="utf-8"))) for file in files)


def room(path: Path) -> str:
    """Give the room of a module: "core" for game/core/cards.py."""
    return path.parts[1].removesuffix(".py")


def calls(*names: str, at: int = 0) -> Iterator[tuple[str, ast.expr]]:
    """Give where a function or class of these names is called, and its first argument, or the one `at` that place."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and len(node.args) > at and _name(node.func) in names:
                yield f"{path}:{node.lineno}", node.args[at]


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def strings(expression: ast.expr) -> Iterator[str]:
    """Give the literal strings an argument can be: itself, or each branch of a choice."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value
    if isinstance(expression, ast.IfExp):
        yield from strings(expression.body)
        yield from strings(expression.orelse)


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give the modules a module imports, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
