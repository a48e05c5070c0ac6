"""The axes of the policy to serve: the co-chairs propose a few, the council adopts them."""

from __future__ import annotations

from game.core.cards import Axis
from game.core.moves.axes import AdoptAxes
from game.core.session import Session
from game.view.answer.intents import CloseTop, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, Way, asking, buttons
from game.view.parts import podium
from game.view.parts.cards import axis_colour
from game.view.parts.pieces import fitted, icon, label, plate, text
from game.view.parts.podium import Sheet
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grid, grow, node, over, pad, row, sized, top, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIZE = (1240, 760)


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; what is proposed stays in the view until the council adopts it."""
    strip = f"axes:{' '.join(session.axes)}"
    chosen = _chosen(ui, session, strip)
    tiles = _tiles(s, session, strip, chosen)
    said = s.say("axes.count", n=len(chosen), limit=session.limits.axes)
    does = Several((CloseTop(), AdoptAxes(chosen)))
    answers: tuple[Way, ...] = (
        ("back", s.say("council.cancel"), CloseTop(), "plain", True),
        ("adopt", s.say("axes.adopt"), does, "primary", bool(chosen) and chosen != session.axes),
    )
    if podium.stands(ui):
        foot = column(tiles, buttons(s, "axes", answers), gap=s.px(14))
        return podium.sheet(s, ui, Sheet("axes", said, lambda room: _proposed(room, session, chosen), foot))
    limit = s.say("axes.ask", limit=session.limits.axes)
    ask = label(s, "axes:ask", limit, Style(theme.LABEL, bold=True))
    count = label(s, "axes:count", said, Style(theme.BODY, theme.INK_3))
    return asking(s, ui, Asking("axes", s.say("axes.title"), SIZE), (ask, tiles, count), answers)


def _chosen(ui: Ui, session: Session, strip: str) -> tuple[str, ...]:
    """Give what is proposed, in the deck's order, never more than the limit."""
    kept = ui.tab(strip, " ".join(session.axes)).split()
    return tuple(axis.id for axis in session.workshop.deck.axes if axis.id in kept)[: session.limits.axes]


def _proposed(room: Sight, session: Session, chosen: tuple[str, ...]) -> Piece:
    """Tell the room what is proposed; before anything is, what is asked."""
    deck = session.workshop.deck
    found = [(i, axis) for i, axis in enumerate(deck.axes) if axis.id in chosen]
    if not found:
        return text(room, room.say("axes.ask", limit=session.limits.axes))
    lines = (
        row(top(icon(room, axis.icon, 26, axis_colour(i))), grow(text(room, axis.name.say(room.speaker.lang))),
            gap=room.px(14))
        for i, axis in found
    )  # fmt: skip
    return column(*lines, gap=room.px(12))


def _tiles(s: Sight, session: Session, strip: str, chosen: tuple[str, ...]) -> Piece:
    """Give the axes, as many side by side as fit; one too many is greyed before it is refused."""
    full = len(chosen) >= session.limits.axes
    found = [
        _tile(s, axis, axis_colour(i), _toggled(strip, chosen, axis.id), on=axis.id in chosen, full=full)
        for i, axis in enumerate(session.workshop.deck.axes)
    ]
    three, two, single = (grid(found, across, s.px(12)) for across in (3, 2, 1))
    return node("group", "axes:all", s.say("axes.title"),
                ways(sized(three, wide=s.px(1080)), sized(two, wide=s.px(800)), single))  # fmt: skip


def _toggled(strip: str, chosen: tuple[str, ...], axis: str) -> SelectTab:
    rest = tuple(one for one in chosen if one != axis)
    return SelectTab(strip, " ".join(rest if axis in chosen else (*rest, axis)))


def _tile(s: Sight, axis: Axis, colour: str, does: SelectTab, *, on: bool, full: bool) -> Piece:
    name = axis.name.say(s.speaker.lang)
    off = full and not on
    back, ink = (colour, theme.WHITE) if on else (theme.PAPER_2, theme.QUIET) if off else (theme.WHITE, theme.INK)
    edge = theme.LINE if off else colour
    sign = icon(s, "check" if on else axis.icon, 36, ink if on or off else colour)
    words = fitted(s, name, Style(theme.LABEL, ink, bold=True, back=back, middle=True), theme.BODY, theme.TEXT)
    shape = over(pad(row(sign, grow(words), gap=s.px(14)), s.px(16), s.px(8)), plate(s, back, edge, 3))
    states = ("checked",) if on else ("unchecked", "disabled") if off else ("unchecked",)
    return node("check", f"axes:{axis.id}", name, sized(shape, tall=s.px(96)), does=does, states=states)
