"""One more purchase to come, written at the table."""

from __future__ import annotations

from functools import partial

from game.core.moves import refusal
from game.core.moves.share import PROCEDURE_LIMIT, TITLE_LIMIT, AddIntention
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.column import Part, column
from game.view.fields import field
from game.view.intents import CloseTop, Commit, SelectTab, Several
from game.view.node import Node
from game.view.panels import choices
from game.view.sight import Sight
from game.view.widgets import button, check, dialog_frame, label

AMOUNT, MONTH, MONTHS = 20, 30, 3
"""Characters of an amount, of a month, and of a duration in months."""
YEAR = 12
"""Months a purchase lasts when the form does not say."""
FORM = ("empty_text", "text_too_long", "bad_number", "bad_month", "bad_duration", "award_early")
"""Refusals the form itself explains; another one (a pause) is said by the table when the button is pressed."""


def build(s: Sight) -> Node:
    """Build the dialog; its fields are fresh ones once the purchase is added."""
    session = s.session
    assert isinstance(session, Session)
    frame, inner = dialog_frame(s, "dialog:intention", s.say("intentions.add"), s.px(1300), s.px(960))
    key = f"intention:{len(session.intentions)}"
    wanted = written(s, session, key)
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
        column(s, rest, "intention:form", s.say("intentions.add"), partial(_parts, s, session, key), s.px(18)),
        label(s, why, "intention:why", missing, theme.TEXT, theme.INK_3, middle=True),
        button(s, go, "intention:go", s.say("intention.go"), does, kind="primary", icon="check", states=states),
    )
    return frame(kids)


def _why(s: Sight, code: str) -> str:
    """Say what the form lacks: the months that do not follow, or a text, a figure, a month not written yet."""
    own = f"subjects.form.{code}"
    return s.say(own) if code in ("bad_duration", "award_early") else s.say("intention.missing")


def written(s: Sight, session: Session, key: str) -> AddIntention:
    """Give what the form says as a command."""
    text = s.ui.text
    return AddIntention(
        _family(s, session), _place(s, session), text(f"{key}:title"), text(f"{key}:amount"), text(f"{key}:launch"),
        text(f"{key}:award"), _duration(text(f"{key}:duration")), text(f"{key}:procedure"),
        s.ui.tab("intention:cao", "") == "yes", text(f"{key}:department"),
    )  # fmt: skip


def _duration(text: str) -> int:
    """Give the months typed; 0, which is refused, for what is no number."""
    typed = text.strip()
    return YEAR if not typed else int(typed) if typed.isascii() and typed.isdigit() else 0


def _family(s: Sight, session: Session) -> str:
    first = session.workshop.families[0].id
    return s.ui.tab("intention:new:family", first)


def _places(s: Sight, session: Session) -> choices.Answers:
    family, lang = _family(s, session), s.speaker.lang
    found = (place for place in session.workshop.scenario.places if family in place.families and not place.decor)
    return (("", s.say("intention.nowhere")), *((place.id, place.short.say(lang)) for place in found))


def _place(s: Sight, session: Session) -> str:
    """Give the place picked, if it is one of the family's."""
    wanted = s.ui.tab("intention:new:place", "")
    return wanted if wanted in dict(_places(s, session)) else ""


def _parts(s: Sight, session: Session, key: str, width: int) -> tuple[Part, ...]:
    lang = s.speaker.lang
    families = tuple((family.id, family.short.say(lang)) for family in session.workshop.families)
    places = _places(s, session)
    line = s.step(theme.TEXT) + s.px(4 + 60)
    return (
        (line, partial(_title, s, key)),
        (choices.height(s, families, width), partial(_ask, s, "family", families, _family(s, session))),
        (choices.height(s, places, width), partial(_ask, s, "place", places, _place(s, session))),
        *_sums(s, key, width, line, (("amount", AMOUNT), ("launch", MONTH), ("award", MONTH))),
        *_sums(s, key, width, line, (("duration", MONTHS), ("procedure", PROCEDURE_LIMIT))),
        *_whose(s, session, key, width, line),
    )


def _title(s: Sight, key: str, box: Box) -> Node:
    return field(s, box, f"{key}:title", s.say("intention.title"), "", limit=TITLE_LIMIT, hint=s.say("intention.like"))


def _sums(s: Sight, key: str, width: int, line: int, asked: tuple[tuple[str, int], ...]) -> tuple[Part, ...]:
    """Ask figures, months and the procedure: side by side, or one under the other."""
    if width > s.px(1000):
        return ((line, partial(_row, s, key, asked)),)
    return tuple((line, partial(_row, s, key, (one,))) for one in asked)


def _row(s: Sight, key: str, asked: tuple[tuple[str, int], ...], box: Box) -> Node:
    cells = box.columns(len(asked), s.px(20))
    kids = tuple(
        field(s, cell, f"{key}:{name}", _named(s, name), "", limit=limit, hint=_named(s, f"{name}_like"))
        for cell, (name, limit) in zip(cells, asked, strict=True)
    )
    return Node("group", f"{key}:{asked[0][0]}:row", "", box, kids=kids)


def _named(s: Sight, name: str) -> str:
    own = f"subjects.form.{name}"
    return s.say(own) if name.startswith(("award", "duration")) else s.say(f"intention.{name}")


def _whose(s: Sight, session: Session, key: str, width: int, line: int) -> tuple[Part, ...]:
    """Ask who proposes it and whether the CAO sees it."""
    if width <= s.px(1000):
        return (line, partial(_department, s, session, key)), (s.px(56), partial(_cao, s))

    def row(box: Box) -> Node:
        left, right = box.split_columns(2, 1, gap=s.px(20))
        kids = (_department(s, session, key, left), _cao(s, right.cut_bottom(s.px(60))[0]))
        return Node("group", f"{key}:whose", "", box, kids=kids)

    return ((line, row),)


def _department(s: Sight, session: Session, key: str, box: Box) -> Node:
    """Ask who proposes it; left empty, it is the family's own department, which is shown."""
    role = session.workshop.scenario.family(_family(s, session))
    own = role.department.say(s.speaker.lang) if role is not None else ""
    return field(s, box, f"{key}:department", s.say("subjects.form.department"), "", limit=TITLE_LIMIT, hint=own)


def _ask(s: Sight, what: str, answers: choices.Answers, picked: str, box: Box) -> Node:
    return choices.choices(s, box, f"intention:new:{what}", s.say(f"intention.{what}"), answers, picked)


def _cao(s: Sight, box: Box) -> Node:
    on = s.ui.tab("intention:cao", "") == "yes"
    return check(
        s, box, "intention:cao", s.say("intention.cao"), SelectTab("intention:cao", "" if on else "yes"), on=on
    )
