"""What lies over a screen: menu, dialogs, spotlight, and the table's questions. One file each, listed in dialogs/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.core.session import Session
from game.view import demo, retelling
from game.view.answer.intents import CloseTop, Several
from game.view.answer.ui import Ui
from game.view.dialogs import ANYWHERE, DIALOGS
from game.view.parts import trade
from game.view.parts.pieces import Dialog, dialog, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import column, made
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Builder = Callable[[Sight, Ui], Node]


def build(s: Sight, ui: Ui, session: Session | None, screen: Node) -> tuple[Node, ...]:
    """Give the layers over a screen, lowest first; the last one is modal."""
    if ui.dialog == "glossary" and not ui.about and session is not None:
        ui = replace(ui, about=trade.about(trade.standing(s, session, screen)))
    names = (
        "menu" if ui.menu else "",
        ui.dialog,
        "spotlight" if ui.spotlight and not ui.lead.page else "",
    )
    found = ((name, builder) for name in names if (builder := _builder(name, session)) is not None)
    nodes = [_dialog(s, ui, name, builder) for name, builder in found]
    if ui.choice is not None:
        nodes.append(question(s, ui))
    if session is not None and session.paused and not ui.lead.page:
        nodes += _paused(s, ui, session)
    if demo.shown(ui):
        nodes.append(demo.build(s, ui))
    if retelling.shown(ui):
        nodes.append(retelling.build(s, ui))
    return tuple(nodes)


def _paused(s: Sight, ui: Ui, session: Session) -> tuple[Node, ...]:
    from game.view.dialogs import pause

    return (_dialog(s, ui, "pause", lambda s, ui: pause.build(s, ui, session)),) if pause.covers(ui, session) else ()


def _builder(name: str, session: Session | None) -> Builder | None:
    if name in ANYWHERE:
        return ANYWHERE[name]
    if session is None or name not in DIALOGS:
        return None
    return lambda s, ui: DIALOGS[name](s, ui, session)


def _dialog(s: Sight, ui: Ui, name: str, builder: Builder) -> Node:
    """Build a dialog; one that cannot be shown can be closed."""
    try:
        return builder(s, ui)
    except Exception as error:  # whatever it is, what lies under the dialog stands
        missed = s.missed(f"dialog:{name}", error)
        plain = made(0, 0, lambda box: s.plate("dialog:missing", box, missed))
        return dialog(s, Dialog(f"dialog:{name}", "", (s.px(800), s.px(400))), plain)


def question(s: Sight, ui: Ui) -> Node:
    """Ask what a drop means, when it could mean several things."""
    choice = ui.choice
    assert choice is not None
    ask = s.say(choice.ask, **dict(choice.facts))
    answers = [press(s, _answer(i, *answer)) for i, answer in enumerate(choice.answers)]
    home = press(s, Button("choice:home", s.say("choice.home"), CloseTop(), kind="quiet"))
    height = s.px(180 + (theme.BUTTON + theme.GAP) * (len(answers) + 1))
    return dialog(s, Dialog("choice", ask, (s.px(900), height)), column(*answers, home, gap=s.px(theme.GAP)))


def _answer(i: int, name: str, does: object) -> Button:
    """Give the button of an answer; the first one is where the focus starts."""
    kind, states = ("primary", ("default",)) if i == 0 else ("plain", ())
    return Button(f"choice:{i}", name, Several((CloseTop(), does)), kind=kind, states=states)
