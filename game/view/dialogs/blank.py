"""A card written at the table: a short title, a sentence, an axis or a stage, and a lever's points."""

from __future__ import annotations

from game.core.cards import BLANK_TEXT_LIMIT, LABEL_LIMIT, Axis, Stage
from game.core.moves import refusal
from game.core.moves.blanks import WriteIssue, WriteLever
from game.core.session import Session
from game.view.answer.intents import CloseTop, ForgetText, SetText, Several
from game.view.answer.ui import Ui
from game.view.parts.cards import axis_colour, particular, points
from game.view.parts.choices import radio
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, dialog, fitted, icon, plate, press, stepper, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, abreast, column, grid, grow, node, over, pad, row, sized, space, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

NUMBERS = (("cost", 0, -2, 2), ("delay", 0, -2, 2), ("effort", 1, 1, 3), ("impact", 1, 1, 3))
"""A lever's points: name, default, least, most (core.cards.Effects)."""
FIELDS = ("label", "text", "kind", *(name for name, *_ in NUMBERS))


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` says which card is written: issue or lever."""
    what = "lever" if ui.about == "lever" else "issue"
    title, most = s.say(f"blank.{what}"), s.px(860 if what == "lever" else 740)
    form = scrolled(s, ui, Listed("blank:form", title, 16), _form(s, ui, session, what))
    inside = column(form, _buttons(s, ui, session, what), gap=s.px(16))
    return dialog(s, Dialog("blank", title, (s.px(1240), most)), inside)


def _key(what: str, name: str) -> str:
    return f"blank:{what}:{name}"


def _form(s: Sight, ui: Ui, session: Session, what: str) -> Pieces:
    return (
        _typed(s, ui, session, what, "label", LABEL_LIMIT),
        _typed(s, ui, session, what, "text", BLANK_TEXT_LIMIT),
        _kinds(s, ui, session, what),
        _numbers(s, ui, what) if what == "lever" else None,
    )


def _typed(s: Sight, ui: Ui, session: Session, what: str, name: str, limit: int) -> Piece:
    long = name == "text"
    entry = Field(_key(what, name), s.say(f"blank.{name}", n=limit), "", limit, lines=long)
    return guarded(s, ui, session.workshop, entry, 3 if long else 1)


def _kinds(s: Sight, ui: Ui, session: Session, what: str) -> Piece:
    """Give the choices, axes or stages, as many side by side as fit."""
    deck, chosen = session.workshop.deck, _chosen(s, ui, session, what)
    kinds: tuple[Axis | Stage, ...] = deck.axes if what == "issue" else deck.stages
    found = [
        _kind(s, what, kind, axis_colour(i) if what == "issue" else theme.INK, on=kind.id == chosen)
        for i, kind in enumerate(kinds)
    ]
    three, two, single = (grid(found, across, s.px(12)) for across in (3, 2, 1))
    title = s.say("blank.axis" if what == "issue" else "blank.stage")
    return node("radios", "blank:kinds", title, ways(sized(three, wide=s.px(880)), sized(two, wide=s.px(560)), single))


def _chosen(s: Sight, ui: Ui, session: Session, what: str) -> str:
    deck = session.workshop.deck
    first = deck.axes[0].id if what == "issue" else deck.stages[0].id
    return ui.text(_key(what, "kind"), first)


def _kind(s: Sight, what: str, kind: Axis | Stage, colour: str, *, on: bool) -> Piece:
    lang = s.speaker.lang
    name = particular(kind.name.say(lang)) if isinstance(kind, Axis) else kind.short.say(lang)
    back, ink = (colour, theme.WHITE) if on else (theme.WHITE, theme.INK)
    sign = icon(s, "check" if on else kind.icon, 28, ink if on else colour)
    words = fitted(s, name, Style(theme.BODY, ink, bold=on, back=back, middle=True), theme.TEXT)
    shape = over(pad(row(sign, grow(words), gap=s.px(12)), s.px(14)), plate(s, back, colour, 3))
    return node("tab", f"blank:kind:{kind.id}", name, sized(shape, tall=s.px(56)),
                does=SetText(_key(what, "kind"), kind.id), states=radio(on=on))  # fmt: skip


def _numbers(s: Sight, ui: Ui, what: str) -> Piece:
    found = [_number(s, ui, what, number) for number in NUMBERS]
    four, two = (grid(found, across, s.px(20)) for across in (4, 2))
    return node("group", "blank:numbers", "", ways(sized(four, wide=s.px(1000)), two))


def _value(s: Sight, ui: Ui, what: str, name: str, default: int) -> int:
    text = ui.text(_key(what, name), str(default))
    return int(text) if text.lstrip("-").isdigit() else default


def _number(s: Sight, ui: Ui, what: str, number: tuple[str, int, int, int]) -> Piece:
    name, default, least, most = number
    value, title = _value(s, ui, what, name, default), s.say(f"blank.{name}")
    less, more = (SetText(_key(what, name), str(to)) for to in (value - 1, value + 1))
    shown = points(value) if least < 0 else str(value)
    steps = stepper(s, f"blank:{name}", title, shown, ((less, value > least), (more, value < most)))
    return node("group", f"blank:{name}:box", "", column(text(s, title, Style(ink=theme.INK_3)), steps, gap=s.px(4)))


def _command(s: Sight, ui: Ui, session: Session, what: str) -> WriteIssue | WriteLever:
    said = (ui.text(_key(what, "label")), ui.text(_key(what, "text")), _chosen(s, ui, session, what))
    if what == "issue":
        return WriteIssue(*said)
    found = {name: _value(s, ui, what, name, default) for name, default, *_ in NUMBERS}
    return WriteLever(*said, found["cost"], found["delay"], found["impact"], found["effort"])


def _buttons(s: Sight, ui: Ui, session: Session, what: str) -> Piece:
    """Give the two buttons. A card the rules refuse stays in the dialog: pressing says what to mend."""
    command = _command(s, ui, session, what)
    forgotten = tuple(ForgetText(_key(what, name)) for name in FIELDS)
    done = (command, *forgotten, CloseTop()) if refusal(session, command) is None else (command,)
    back = Button("blank:cancel", s.say("blank.cancel"), Several((*forgotten, CloseTop())), kind="quiet")
    able = () if command.label.strip() else ("disabled",)
    go = Button("blank:write", s.say("blank.write"), Several(done), "primary", "check", able)
    both = tuple((press(s, one, 72), wide) for one, wide in ((back, 240), (go, 380)))
    roomy = row(grow(space()), *(sized(one, wide=s.px(wide)) for one, wide in both), gap=s.px(16))
    return ways(roomy, abreast(both, 0, (s.px(16), s.px(10))))
