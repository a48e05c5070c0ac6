"""A field whose text leaves the room: what a contract may not ask is told under it as one types, and stops nothing."""

from __future__ import annotations

from game.core.doubtful import asked
from game.core.guard import Told
from game.core.scenario import Workshop
from game.core.text import same
from game.view.answer.ui import Ui
from game.view.parts.fields import Field
from game.view.parts.lists import kept
from game.view.parts.pieces import field, icon, plate, text, told
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, node, over, pad
from game.view.tree.looks import Style
from game.view.tree.sight import Sight


def guarded(s: Sight, ui: Ui, workshop: Workshop, entry: Field, least: int = 1) -> Piece:
    """Give a field, and under it what its text asks and may not, with the lawful ways round."""
    return _under(s, ui, workshop, entry, field(s, ui, entry, least))


def filling(s: Sight, ui: Ui, workshop: Workshop, entry: Field) -> Piece:
    """Give the same with a field that takes all the height there is."""
    return grow(_under(s, ui, workshop, entry, grow(field(s, ui, entry))))


def _under(s: Sight, ui: Ui, workshop: Workshop, entry: Field, asking: Piece) -> Piece:
    """Put under a field what is told of its text, typed or recorded; nothing under a lawful one.

    They are a group from the start: a field that came into one as it is typed in would be another to who listens.
    """
    found = asked(workshop, same(ui.text(entry.key, entry.value)))
    warning = kept(s, f"guard:{entry.key}", _warning, entry.key, found) if found is not None else None
    return node("group", f"guarded:{entry.key}", "", column(asking, warning, gap=s.px(8)))


def _warning(s: Sight, key: str, found: Told) -> Piece:
    said = s.say(f"guard.told.{found.kind}", word=found.said, way=s.say(f"guard.way.{found.kind}"))
    words = told(s, icon(s, "triangle-alert", 30, theme.WARN), text(s, said, Style(back=theme.WARN_2)))
    shape = over(pad(words, s.px(14), s.px(9)), plate(s, theme.WARN_2, theme.WARN, 3, dash=10))
    return node("text", f"guard:{key}", said, shape, states=("polite",))
