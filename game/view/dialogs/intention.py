"""One more purchase to come, written at the table."""

from __future__ import annotations

from functools import partial

from game.core.moves import refusal
from game.core.moves.share import PROCEDURE_LIMIT, TITLE_LIMIT, AddIntention
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.column import Part, column
from game.view.fields import Field, field
from game.view.intents import CloseTop, Commit, SelectTab, Several
from game.view.looks import Style
from game.view.node import Node
from game.view.panels import choices
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, Strip, button, check, dialog_frame, label

AMOUNT, MONTH, MONTHS = 20, 30, 3
"""Characters of an amount, of a month, and of a duration in months."""
YEAR = 12
"""Months a purchase lasts when the form does not say."""
FORM = ("empty_text", "text_too_long", "bad_number", "bad_month", "bad_duration", "award_early")
"""Refusals the form itself explains; another one (a pause) is said by the table when the button is pressed."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; its fields are fresh ones once the purchase is added."""
    frame, inner = dialog_frame(s, "dialog:intention", s.say("intentions.add"), s.px(1300), s.px(960))
    key = f"intention:{len(session.intentions)}"
    wanted = written(s, ui, session, key)
    refused = refusal(session, wanted)
    unfit = refused is not None and refused.code in FORM
    commit = Commit(f"{key}:title", wanted)
    does = commit if refused is not None else Several((commit, CloseTop()))
    states = ("disabled",) if unfit else ()
    missing = _why(s, refused.code) if unfit and refused is not None else ""
    half = min(s.px(460), inner.w // 2)
    tall = max(s.px(72), s.tall(missing, theme.TEXT, inner.w - half - s.px(20)))
    foot, rest = inner.cut_bottom(tall, s.px(16))
    go, why = foot.cut_right(half, s.px(20))
    go = go.middle(go.w, s.px(72))
    kids = (
        column(s, ui, rest, "intention:form", s.say("intentions.add"), partial(_parts, s, ui, session, key), s.px(18)),
        label(s, why, "intention:why", missing, Style(ink=theme.INK_3, middle=True)),
        button(s, go, Button("intention:go", s.say("intention.go"), does, kind="primary", icon="check", states=states)),
    )
    return frame(kids)


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


def _places(s: Sight, ui: Ui, session: Session) -> choices.Answers:
    family, lang = _family(s, ui, session), s.speaker.lang
    found = (place for place in session.workshop.scenario.places if family in place.families and not place.decor)
    return (("", s.say("intention.nowhere")), *((place.id, place.short.say(lang)) for place in found))


def _place(s: Sight, ui: Ui, session: Session) -> str:
    """Give the place picked, if it is one of the family's."""
    wanted = ui.tab("intention:new:place", "")
    return wanted if wanted in dict(_places(s, ui, session)) else ""


def _parts(s: Sight, ui: Ui, session: Session, key: str, width: int) -> tuple[Part, ...]:
    lang = s.speaker.lang
    families = tuple((family.id, family.short.say(lang)) for family in session.workshop.families)
    places = _places(s, ui, session)
    line = s.step(theme.TEXT) + s.px(4 + 60)
    return (
        (line, partial(_title, s, ui, key)),
        (choices.height(s, families, width), partial(_ask, s, "family", families, _family(s, ui, session))),
        (choices.height(s, places, width), partial(_ask, s, "place", places, _place(s, ui, session))),
        *_sums(s, ui, key, width, line, (("amount", AMOUNT), ("launch", MONTH), ("award", MONTH))),
        *_sums(s, ui, key, width, line, (("duration", MONTHS), ("procedure", PROCEDURE_LIMIT))),
        *_whose(s, ui, session, key, width, line),
    )


def _title(s: Sight, ui: Ui, key: str, box: Box) -> Node:
    return field(
        s, ui, box, Field(f"{key}:title", s.say("intention.title"), "", limit=TITLE_LIMIT, hint=s.say("intention.like"))
    )


def _sums(s: Sight, ui: Ui, key: str, width: int, line: int, asked: tuple[tuple[str, int], ...]) -> tuple[Part, ...]:
    """Ask figures, months and the procedure: side by side, or one under the other."""
    if width > s.px(1000):
        return ((line, partial(_row, s, ui, key, asked)),)
    return tuple((line, partial(_row, s, ui, key, (one,))) for one in asked)


def _row(s: Sight, ui: Ui, key: str, asked: tuple[tuple[str, int], ...], box: Box) -> Node:
    cells = box.columns(len(asked), s.px(20))
    kids = tuple(
        field(s, ui, cell, Field(f"{key}:{name}", _named(s, name), "", limit=limit, hint=_named(s, f"{name}_like")))
        for cell, (name, limit) in zip(cells, asked, strict=True)
    )
    return Node("group", f"{key}:{asked[0][0]}:row", "", box, kids=kids)


def _named(s: Sight, name: str) -> str:
    own = f"subjects.form.{name}"
    return s.say(own) if name.startswith(("award", "duration")) else s.say(f"intention.{name}")


def _whose(s: Sight, ui: Ui, session: Session, key: str, width: int, line: int) -> tuple[Part, ...]:
    """Ask who proposes it and whether the CAO sees it."""
    if width <= s.px(1000):
        return (line, partial(_department, s, ui, session, key)), (s.px(56), partial(_cao, s, ui))

    def row(box: Box) -> Node:
        left, right = box.split_columns(2, 1, gap=s.px(20))
        kids = (_department(s, ui, session, key, left), _cao(s, ui, right.cut_bottom(s.px(60))[0]))
        return Node("group", f"{key}:whose", "", box, kids=kids)

    return ((line, row),)


def _department(s: Sight, ui: Ui, session: Session, key: str, box: Box) -> Node:
    """Ask who proposes it; left empty, it is the family's own department, which is shown."""
    role = session.workshop.scenario.family(_family(s, ui, session))
    own = role.department.say(s.speaker.lang) if role is not None else ""
    return field(
        s, ui, box, Field(f"{key}:department", s.say("subjects.form.department"), "", limit=TITLE_LIMIT, hint=own)
    )


def _ask(s: Sight, what: str, answers: choices.Answers, picked: str, box: Box) -> Node:
    return choices.choices(s, box, Strip(f"intention:new:{what}", s.say(f"intention.{what}"), answers, picked))


def _cao(s: Sight, ui: Ui, box: Box) -> Node:
    on = ui.tab("intention:cao", "") == "yes"
    does = SelectTab("intention:cao", "" if on else "yes")
    return check(s, box, Button("intention:cao", s.say("intention.cao"), does), on=on)
