"""The unit: building 400 nodes of one fill and one line of words."""

from __future__ import annotations

from game.view.tree.box import Box
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.view.tree.theme import PAPER, TEXT

NODES, LINE = 400, "Une ligne de mots"


def nodes(s: Sight) -> list[Node]:
    """Build them."""
    box = Box(0, 0, 400, 40)
    return [
        Node("row", f"unit:{i}", LINE, box, (Fill(box, PAPER), s.words(box, LINE, Style(TEXT)))) for i in range(NODES)
    ]
