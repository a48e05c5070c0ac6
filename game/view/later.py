"""Screens, bodies and dialogs are read when they are first shown: a table opens on one of some thirty."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from game.view.node import Node


def later(module: str, name: str = "build") -> Callable[..., Node]:
    """Give a builder that reads its module at its first use. `tests/view/test_later.py` holds that each is there."""

    def build(*given: Any) -> Node:
        node: Node = getattr(import_module(module), name)(*given)
        return node

    return build
