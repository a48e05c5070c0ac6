"""What lies over a screen: menu, dialogs, spotlight, and the table's questions. One file each, listed in dialogs/."""

from __future__ import annotations

from collections.abc import Callable

from game.core.session import Session
from game.view import theme
from game.view.dialogs import ANYWHERE, DIALOGS
from game.view.intents import CloseTop, Several
from game.view.node import Node
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, dialog_frame

Builder = Callable[[Sight, Ui], Node]


def build(s: Sight, ui: Ui, session: Session | None) -> tuple[Node, ...]:
    """Give the layers, lowest first; the last one is modal."""
    names = (
        "menu" if ui.menu else "",
        ui.dialog,
        "spotlight" if ui.spotlight else "",
    )
    found = ((name, builder) for name in names if (builder := _builder(name, session)) is not None)
    nodes = [_dialog(s, ui, name, builder) for name, builder in found]
    if ui.choice is not None:
        nodes.append(question(s, ui))
    return tuple(nodes)


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
        frame, inner = dialog_frame(s, f"dialog:{name}", "", s.px(800), s.px(400))
        return frame((s.plate("dialog:missing", inner, missed),))


def question(s: Sight, ui: Ui) -> Node:
    """Ask what a drop means, when it could mean several things."""
    choice = ui.choice
    assert choice is not None
    ask = s.say(choice.ask, **dict(choice.facts))
    height = s.px(180 + (theme.BUTTON + theme.GAP) * (len(choice.answers) + 1))
    node, inner = dialog_frame(s, "choice", ask, s.px(900), height)
    count, gap = len(choice.answers) + 1, s.px(theme.GAP)
    tall = (s.px(theme.BUTTON) + gap) * count
    rows = inner.stack(s.px(theme.BUTTON), count, gap) if tall <= inner.h else inner.rows(count, gap)
    kids = [
        button(s, row, _answer(i, name, does))
        for i, (row, (name, does)) in enumerate(zip(rows, choice.answers, strict=False))
    ]
    kids.append(button(s, rows[-1], Button("choice:home", s.say("choice.home"), CloseTop(), kind="quiet")))
    return node(tuple(kids))


def _answer(i: int, name: str, does: object) -> Button:
    """Give the button of an answer; the first one is where the focus starts."""
    kind, states = ("primary", ("default",)) if i == 0 else ("plain", ())
    return Button(f"choice:{i}", name, Several((CloseTop(), does)), kind=kind, states=states)
