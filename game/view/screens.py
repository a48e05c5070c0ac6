"""The screens, one file each, read when it is first shown: `build(sight, ui, session) -> Node` fills `sight.box`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.core.session import Session
from game.view.answer.shelf import Shelf
from game.view.answer.ui import Ui
from game.view.parts.widgets import label
from game.view.tree import theme
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def at_home(s: Sight, ui: Ui, shelf: Shelf) -> Node:
    """Give the screen without a session, from the shelf of what may be opened."""
    from game.view.home import home

    return home.build(s, ui, shelf)


def drawn(s: Sight, ui: Ui) -> Node | None:
    """Give the screen where the places of a town are drawn, if it is one."""
    if ui.drawing is None:
        return None
    from game.view.answer.drawn import Drawn
    from game.view.drawing import screen

    return screen.build(s, ui, ui.drawing) if isinstance(ui.drawing, Drawn) else None


def room(s: Sight, ui: Ui, session: Session | None) -> Node:
    """Give what the room's window shows: the board as it is played; a curtain while none is, or all black."""
    if session is None or ui.screen != "play" or ui.lead.black:
        return _curtain(s, bare=ui.lead.black)
    named = next((panel for panel in session.stage.panels if panel == "credits"), "")
    if not named:
        return _play(s, ui, session)
    page = _poster(replace(s, unit=s.plain), ui, session)
    return replace(page, states=("bar",))  # which like a bar does not grow


def _curtain(s: Sight, *, bare: bool) -> Node:
    style = Style(96, theme.WHITE, bold=True, back=theme.INK, align="centre", middle=True)
    title = label(s, s.box, "curtain:title", s.say("window.title"), style, role="heading")
    return Node("group", "curtain", "", s.box, (Fill(s.box, theme.INK),), kids=() if bare else (title,))


def led(s: Sight, ui: Ui, session: Session) -> Node:
    """Give the facilitator's page, which stands over the board."""
    from game.view.lead import page

    return page.build(s, ui, session)


def _play(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view import play

    return play.build(s, ui, session)


def _poster(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.board import poster

    return poster.build(s, ui, session)


def _seats(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.home import seats

    return seats.build(s, ui, session)


SCREENS: dict[str, Callable[[Sight, Ui, Session], Node]] = {"play": _play, "poster": _poster, "seats": _seats}
