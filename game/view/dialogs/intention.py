"""One more purchase to come, written at the table."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.moves import refusal
from game.core.moves.share import PROCEDURE_LIMIT, TITLE_LIMIT, AddIntention
from game.core.session import Session
from game.view.answer.intents import CloseTop, Commit, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.parts.choices import Answers, choices
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, checked, dialog, field, label, press
from game.view.parts.widgets import Button, Strip
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, bottom, column, grow, middle, node, row, sized, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

AMOUNT, MONTH, MONTHS = 20, 30, 3
"""Characters of an amount, of a month, and of a duration in months."""
YEAR = 12
"""Months a purchase lasts when the form does not say."""
FORM = ("empty_text", "text_too_long", "bad_number", "bad_month", "bad_duration", "award_early")
"""Refusals the form itself explains; another one (a pause) is said by the table when the button is pressed."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; its fields are fresh ones once the purchase is added."""
    key = f"intention:{len(session.intentions)}"
    wanted = written(s, ui, session, key)
    refused = refusal(session, wanted)
    unfit = refused is not None and refused.code in FORM
    commit = Commit(f"{key}:title", wanted)
    does = commit if refused is not None else Several((commit, CloseTop()))
    states = ("disabled",) if unfit else ()
    missing = _why(s, refused.code) if unfit and refused is not None else ""
    go = press(s, Button("intention:go", s.say("intention.go"), does, "primary", "check", states), 72)
    why = grow(sized(label(s, "intention:why", missing, Style(ink=theme.INK_3, middle=True)), wide=0))
    title = s.say("intentions.add")
    form = scrolled(s, ui, Listed("intention:form", title, 18), _form(s, ui, session, key))
    beside = sized(row(why, sized(middle(go), wide=s.px(460)), gap=s.px(20)), wide=s.px(800))
    inside = column(form, ways(beside, column(sized(why, wide=0), go, gap=s.px(8))), gap=s.px(16))
    return dialog(s, Dialog("dialog:intention", title, (s.px(1300), s.px(960))), inside)


def _why(s: Sight, code: str) -> str:
    """Say what the form lacks: the months that do not follow, or a text, a figure, a month not written yet."""
    own = f"subjects.form.{code}"
    return s.say(own) if code in ("bad_duration", "award_early") else s.say("intention.missing")


def written(s: Sight, ui: Ui, session: Session, key: str) -> AddIntention:
    """Give what the form says as a command."""
    text = ui.text
    return AddIntention(
        _family(s, ui, session), _place(s, ui, session), text(f"{key}:title"), text(f"{key}:amount"),
        text(f"{key}:launch"), text(f"{key}:award"), _duration(text(f"{key}:duration")), text(f"{key}:procedure"),
        ui.tab("intention:cao", "") == "yes", text(f"{key}:department"),
    )  # fmt: skip


def _duration(text: str) -> int:
    """Give the months typed; 0, which is refused, for what is no number."""
    typed = text.strip()
    return YEAR if not typed else int(typed) if typed.isascii() and typed.isdigit() else 0


def _family(s: Sight, ui: Ui, session: Session) -> str:
    first = session.workshop.families[0].id
    return ui.tab("intention:new:family", first)


def _places(s: Sight, ui: Ui, session: Session) -> Answers:
    family, lang = _family(s, ui, session), s.speaker.lang
    found = (place for place in session.workshop.scenario.places if family in place.families and not place.decor)
    return (("", s.say("intention.nowhere")), *((place.id, place.short.say(lang)) for place in found))


def _place(s: Sight, ui: Ui, session: Session) -> str:
    """Give the place picked, if it is one of the family's."""
    wanted = ui.tab("intention:new:place", "")
    return wanted if wanted in dict(_places(s, ui, session)) else ""


def _form(s: Sight, ui: Ui, session: Session, key: str) -> tuple[Piece, ...]:
    lang = s.speaker.lang
    families = tuple((family.id, family.short.say(lang)) for family in session.workshop.families)
    entry = Field(f"{key}:title", s.say("intention.title"), "", TITLE_LIMIT, hint=s.say("intention.like"))
    return (
        guarded(s, ui, session.workshop, entry),
        _ask(s, "family", families, _family(s, ui, session)),
        _ask(s, "place", _places(s, ui, session), _place(s, ui, session)),
        _sums(s, ui, key, (("amount", AMOUNT), ("launch", MONTH), ("award", MONTH))),
        _sums(s, ui, key, (("duration", MONTHS), ("procedure", PROCEDURE_LIMIT))),
        _whose(s, ui, session, key),
    )


def _sums(s: Sight, ui: Ui, key: str, asked: tuple[tuple[str, int], ...]) -> Piece:
    """Ask figures, months and the procedure: side by side, or one under the other."""
    fields = [
        (field(s, ui, Field(f"{key}:{name}", _named(s, name), "", limit, hint=_named(s, f"{name}_like"))), 1)
        for name, limit in asked
    ]
    return _beside(s, f"{key}:{asked[0][0]}:row", fields)


def _beside(s: Sight, key: str, pieces: Sequence[tuple[Piece, float]]) -> Piece:
    """Lay parts of the form side by side, or one under the other where the room is narrow."""
    return node("group", key, "", abreast(pieces, s.px(1000), (s.px(20), s.px(18))))


def _named(s: Sight, name: str) -> str:
    own = f"subjects.form.{name}"
    return s.say(own) if name.startswith(("award", "duration")) else s.say(f"intention.{name}")


def _whose(s: Sight, ui: Ui, session: Session, key: str) -> Piece:
    """Ask who proposes it (left empty, it is the family's own department, shown) and whether the CAO sees it."""
    role = session.workshop.scenario.family(_family(s, ui, session))
    own = role.department.say(s.speaker.lang) if role is not None else ""
    whose = field(s, ui, Field(f"{key}:department", s.say("subjects.form.department"), "", TITLE_LIMIT, hint=own))
    on = ui.tab("intention:cao", "") == "yes"
    cao = Button("intention:cao", s.say("intention.cao"), SelectTab("intention:cao", "" if on else "yes"))
    return _beside(s, f"{key}:whose", ((whose, 2), (bottom(checked(s, cao, on=on)), 1)))


def _ask(s: Sight, what: str, answers: Answers, picked: str) -> Piece:
    return choices(s, Strip(f"intention:new:{what}", s.say(f"intention.{what}"), answers, picked))
