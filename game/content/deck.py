"""From the bytes of a deck.yaml to a deck, or to every problem found in it."""

from __future__ import annotations

from game.content.deckspec import CHECKS, HEAD, SPEC
from game.content.kinds import KINDS
from game.content.nodes import Listing, Mapping, Node, Scalar
from game.content.pause import collector_paused
from game.content.problems import Problem, errors, tidy
from game.content.source import read_source
from game.content.spec import Shape
from game.content.walk import Walk
from game.core.cards import Deck

__all__ = ["HEAD", "SPEC", "not_keys", "read_deck", "read_root"]


@collector_paused()
def read_deck(data: bytes, file: str, *, held: bool = False) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Read a deck of one text. No deck comes with a problem; a deck may come with warnings (`problems.WARNINGS`).

    A deck that extends another, or has translations and pictures beside it, is read by folder.py. `held`: a session
    keeps this text; what was played is read again, whatever is asked of a deck since.
    """
    root, problems = read_source(data, file, held=held)
    walk = Walk(file, KINDS, CHECKS, problems=problems, held=held)
    made = read_root(walk, SPEC, root)
    return (made if isinstance(made, Deck) else None), tidy(walk.named(walk.problems), file)


def read_root(walk: Walk, spec: Shape, root: Node | None) -> object:
    """Walk a whole file; None when anything in it stops it from being played."""
    if root is None:
        return None
    if not isinstance(root, Mapping):
        not_keys(walk, root)
        return None
    made = walk.thing(spec, root, "")
    return None if errors(walk.problems) else made


def not_keys(walk: Walk, root: Node) -> None:
    """Say why a file is no mapping: often a no-break space after a colon makes one text of it all."""
    if isinstance(root, Scalar) and ("\u00a0" in root.value or "\u202f" in root.value):
        walk.fault("no_break_space", root)
    elif not isinstance(root, Listing) or root.items:
        walk.fault("expected_root", root)
    else:
        walk.fault("file_empty", root)
