"""What stands where a list was expected, and how it should be written."""

from __future__ import annotations

import re

from game.content.nodes import Mapping, Node, Scalar
from game.content.spec import Field
from game.content.syntax import office_accident
from game.content.walk import Walk


def no_list(walk: Walk, what: Field, node: Node, key: str) -> object:
    """Say why a value is no list: an office suite's dash, a lost line, words without their brackets."""
    first = node.pairs[0][0] if isinstance(node, Mapping) and node.pairs else node
    accident = office_accident(first.value) if isinstance(first, Scalar) else None
    if accident:
        return walk.fault(accident[0], first)
    shape = what.of.shape if what.of is not None else None
    if shape is not None:
        begun = first is not node and first.column == node.column and "id" in shape.fields
        return walk.fault("list_no_item" if begun else "expected_list", node, key=key)
    return _unbracketed(walk, node, key)


def _unbracketed(walk: Walk, node: Node, key: str) -> object:
    """Say that words are to stand in brackets; whatever parts them is shown as a comma."""
    if not isinstance(node, Scalar) or not node.plain or not re.search("[,;]", node.value):
        return walk.fault("expected_list", node, key=key)
    near = ", ".join(each.strip() for each in re.split("[,;]", node.value))
    return walk.fault("expected_list_near", node, key=key, near=f"[{near}]")
