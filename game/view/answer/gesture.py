"""A gesture: what is recorded, of who plays or of who draws the plan of a town."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Gesture(Protocol):
    """A command of `core/moves` or of `core/drawing`, as the view hands it on."""

    @property
    def decide(self) -> Callable[..., tuple[object, ...]]:
        """Give its events, none if nothing changes. Raises Refused."""
