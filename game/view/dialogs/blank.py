"""A card written at the table: a short title, a sentence, an axis or a stage, and a lever's points."""

from __future__ import annotations

from functools import partial

from game.core.cards import BLANK_TEXT_LIMIT, LABEL_LIMIT, Axis, Stage
from game.core.moves import refusal
from game.core.moves.blanks import WriteIssue, WriteLever
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.cards import axis_colour, particular, points
from game.view.column import Part, column
from game.view.fields import Field, field
from game.view.intents import CloseTop, ForgetText, SetText, Several
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, dialog_frame, stepper

NUMBERS = (("cost", 0, -2, 2), ("delay", 0, -2, 2), ("effort", 1, 1, 3), ("impact", 1, 1, 3))
"""A lever's points: name, default, least, most (core.cards.Effects)."""
FIELDS = ("label", "text", "kind", *(name for name, *_ in NUMBERS))


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` says which card is written: issue or lever."""
    what = "lever" if ui.about == "lever" else "issue"
    frame, inner = dialog_frame(s, "blank", s.say(f"blank.{what}"), s.px(1240), s.px(860 if what == "lever" else 740))
    foot, body = inner.cut_bottom(s.px(72), s.px(16))
    form = column(
        s, ui, body, "blank:form", s.say(f"blank.{what}"), lambda wide: _form(s, ui, session, what, wide), s.px(16)
    )
    return frame((form, *_buttons(s, ui, session, what, foot)))


def _key(what: str, name: str) -> str:
    return f"blank:{what}:{name}"


def _form(s: Sight, ui: Ui, session: Session, what: str, wide: int) -> tuple[Part, ...]:
    line = s.step(theme.TEXT)
    parts: list[Part] = [
        (line + s.px(64), partial(_typed, s, ui, what, "label", LABEL_LIMIT)),
        (line + s.px(124), partial(_typed, s, ui, what, "text", BLANK_TEXT_LIMIT)),
        *_kinds(s, ui, session, what, wide),
    ]
    if what == "lever":
        columns = 4 if wide >= s.px(1000) else 2
        for i in range(0, len(NUMBERS), columns):
            parts.append((line + s.px(70), partial(_numbers, s, ui, what, NUMBERS[i : i + columns])))
    return tuple(parts)


def _typed(s: Sight, ui: Ui, what: str, name: str, limit: int, box: Box) -> Node:
    title = s.say(f"blank.{name}", n=limit)
    return field(s, ui, box, Field(_key(what, name), title, "", limit=limit, lines=name == "text"))


def _kinds(s: Sight, ui: Ui, session: Session, what: str, wide: int) -> list[Part]:
    """Give the choices, axes or stages, in rows of as many as fit."""
    deck = session.workshop.deck
    kinds: tuple[Axis | Stage, ...] = deck.axes if what == "issue" else deck.stages
    columns = 3 if wide >= s.px(880) else 2 if wide >= s.px(560) else 1
    rows = [kinds[i : i + columns] for i in range(0, len(kinds), columns)]
    chosen = _chosen(s, ui, session, what)
    return [(s.px(56), partial(_choices, s, what, row, columns, chosen, kinds)) for row in rows]


def _chosen(s: Sight, ui: Ui, session: Session, what: str) -> str:
    deck = session.workshop.deck
    first = deck.axes[0].id if what == "issue" else deck.stages[0].id
    return ui.text(_key(what, "kind"), first)


def _choices(
    s: Sight,
    what: str,
    row: tuple[Axis | Stage, ...],
    columns: int,
    chosen: str,
    kinds: tuple[Axis | Stage, ...],
    box: Box,
) -> Node:
    lang, kids = s.speaker.lang, []
    for kind, cell in zip(row, box.columns(columns, s.px(12)), strict=False):
        here = kind.id == chosen
        name = particular(kind.name.say(lang)) if isinstance(kind, Axis) else kind.short.say(lang)
        colour = axis_colour(kinds.index(kind)) if what == "issue" else theme.INK
        back, ink = (colour, theme.WHITE) if here else (theme.WHITE, theme.INK)
        spot, words = cell.inset(s.px(14), 0).cut_left(s.px(30), s.px(10))
        marks: tuple[Mark, ...] = (
            Fill(cell, back, s.px(theme.RADIUS), colour, s.px(3)),
            Icon(spot.middle(s.px(28), s.px(28)), "check" if here else kind.icon, ink if here else colour),
            s.fitted(words, name, Style(theme.BODY, ink, bold=here, back=back, middle=True), theme.TEXT),
        )
        does = SetText(_key(what, "kind"), kind.id)
        kids.append(Node("tab", f"blank:kind:{kind.id}", name, cell, marks, does, ("selected",) if here else ()))
    title = s.say("blank.axis" if what == "issue" else "blank.stage")
    return Node("tabs", f"blank:kinds:{row[0].id}", title, box, kids=tuple(kids))


def _numbers(s: Sight, ui: Ui, what: str, row: tuple[tuple[str, int, int, int], ...], box: Box) -> Node:
    kids = tuple(
        _number(s, ui, what, number, cell) for number, cell in zip(row, box.columns(len(row), s.px(20)), strict=True)
    )
    return Node("group", f"blank:numbers:{row[0][0]}", "", box, kids=kids)


def _value(s: Sight, ui: Ui, what: str, name: str, default: int) -> int:
    text = ui.text(_key(what, name), str(default))
    return int(text) if text.lstrip("-").isdigit() else default


def _number(s: Sight, ui: Ui, what: str, number: tuple[str, int, int, int], box: Box) -> Node:
    name, default, least, most = number
    value = _value(s, ui, what, name, default)
    head, rest = box.cut_top(s.step(theme.TEXT), s.px(4))
    title = s.say(f"blank.{name}")
    shown = points(value) if least < 0 else str(value)
    less, more = (SetText(_key(what, name), str(to)) for to in (value - 1, value + 1))
    line = rest.cut_top(s.px(theme.BUTTON))[0]
    made = stepper(s, line, f"blank:{name}", title, shown, ((less, value > least), (more, value < most)))
    words = s.words(head, title, Style(ink=theme.INK_3))
    return Node("group", f"blank:{name}:box", "", box, (words,), kids=(made,))


def _command(s: Sight, ui: Ui, session: Session, what: str) -> WriteIssue | WriteLever:
    said = (ui.text(_key(what, "label")), ui.text(_key(what, "text")), _chosen(s, ui, session, what))
    if what == "issue":
        return WriteIssue(*said)
    found = {name: _value(s, ui, what, name, default) for name, default, *_ in NUMBERS}
    return WriteLever(*said, found["cost"], found["delay"], found["impact"], found["effort"])


def _buttons(s: Sight, ui: Ui, session: Session, what: str, box: Box) -> tuple[Node, ...]:
    """Give the two buttons. A card the rules refuse stays in the dialog: pressing says what to mend."""
    command = _command(s, ui, session, what)
    forgotten = tuple(ForgetText(_key(what, name)) for name in FIELDS)
    done = (command, *forgotten, CloseTop()) if refusal(session, command) is None else (command,)
    go, rest = box.cut_right(s.px(380), s.px(16))
    back = rest.cut_right(min(rest.w, s.px(240)))[0]
    return (
        button(s, back, Button("blank:cancel", s.say("blank.cancel"), Several((*forgotten, CloseTop())), kind="quiet")),
        button(
            s,
            go,
            Button(
                "blank:write",
                s.say("blank.write"),
                Several(done),
                kind="primary",
                icon="check",
                states=() if command.label.strip() else ("disabled",),
            ),
        ),
    )
