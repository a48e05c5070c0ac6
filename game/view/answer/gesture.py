"""A gesture: what is recorded, of who plays or of who draws the plan of a town."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from game.core.drawing import moves as drawing
    from game.core.moves.move import Command

Gesture: TypeAlias = "Command | drawing.Command"
