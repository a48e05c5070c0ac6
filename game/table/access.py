"""The assistive bridge: the same tree, given to AccessKit. Without the package the table runs all the same."""

from __future__ import annotations

from collections.abc import Callable

from game.view.input import Input
from game.view.node import Node


class Access:
    """Gives trees to screen readers; what they ask comes back on another thread, so it is only queued."""

    def __init__(self, put: Callable[[Input], None]) -> None:
        self._put = put

    def show(self, tree: Node, focus: str) -> None:
        """Give a tree."""

    def focused(self, *, gained: bool) -> None:
        """Tell whether the window has the keyboard."""

    def close(self) -> None:
        """Let go of the bridge."""
