"""One more purchase to come, written at the table."""

from __future__ import annotations

from functools import partial

from game.core.moves import refusal
from game.core.moves.share import TITLE_LIMIT, AddIntention
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

AMOUNT, MONTH = 20, 30
"""Characters of an amount and of a month."""
FORM = ("empty_text", "text_too_long", "bad_number", "bad_month")
"""Refusals the form itself explains; another one (a pause) is said by the table when the button is pressed."""


def build(s: Sight) -> Node:
    """Build the dialog; its fields are fresh ones once the purchase is added."""
    session = s.session
    assert isinstance(session, Session)
    frame, inner = dialog_frame(s, "dialog:intention", s.say("intentions.add"), s.px(1300), s.px(880))
    key = f"intention:{len(session.intentions)}"
    wanted = written(s, session, key)
    refused = refusal(session, wanted)
    unfit = refused is not None and refused.code in FORM
    commit = Commit(f"{key}:title", wanted)
    does = commit if refused is not None else Several((commit, CloseTop()))
    states = ("disabled",) if unfit else ()
    missing = s.say("intention.missing") if unfit else ""
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


def written(s: Sight, session: Session, key: str) -> AddIntention:
    """Give what the form says as a command."""
    text = s.ui.text
    return AddIntention(
        _family(s, session), _place(s, session), text(f"{key}:title"), text(f"{key}:amount"), text(f"{key}:launch"),
        procedure=text(f"{key}:procedure"), cao=s.ui.tab("intention:cao", "") == "yes",
    )  # fmt: skip


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
        *_sums(s, key, width, line),
        (s.px(56), partial(_cao, s)),
    )


def _title(s: Sight, key: str, box: Box) -> Node:
    return field(s, box, f"{key}:title", s.say("intention.title"), "", limit=TITLE_LIMIT, hint=s.say("intention.like"))


def _sums(s: Sight, key: str, width: int, line: int) -> tuple[Part, ...]:
    """Ask the amount, the month and the procedure: side by side, or one under the other."""
    asked = (("amount", AMOUNT), ("launch", MONTH), ("procedure", TITLE_LIMIT))
    if width > s.px(1000):
        return ((line, partial(_row, s, key, asked)),)
    return tuple((line, partial(_row, s, key, (one,))) for one in asked)


def _row(s: Sight, key: str, asked: tuple[tuple[str, int], ...], box: Box) -> Node:
    cells = box.columns(len(asked), s.px(20))
    kids = tuple(
        field(
            s, cell, f"{key}:{name}", s.say(f"intention.{name}"), "", limit=limit, hint=s.say(f"intention.{name}_like")
        )
        for cell, (name, limit) in zip(cells, asked, strict=True)
    )
    return Node("group", f"{key}:{asked[0][0]}:row", "", box, kids=kids)


def _ask(s: Sight, what: str, answers: choices.Answers, picked: str, box: Box) -> Node:
    return choices.choices(s, box, f"intention:new:{what}", s.say(f"intention.{what}"), answers, picked)


def _cao(s: Sight, box: Box) -> Node:
    on = s.ui.tab("intention:cao", "") == "yes"
    return check(
        s, box, "intention:cao", s.say("intention.cao"), SelectTab("intention:cao", "" if on else "yes"), on=on
    )
