"""What the council decides of an objective under review: its reason, and for an adjustment what changes."""

from __future__ import annotations

from game.core.moves import refusal
from game.core.moves.measures import FollowUp
from game.core.review import DECISIONS, Carried
from game.core.session import Session
from game.view import limits, theme
from game.view.box import Box
from game.view.dialogs.asking import Way, asking
from game.view.fields import Field
from game.view.fields import field as text_field
from game.view.intents import CloseTop, ForgetText, SelectTab, Several
from game.view.looks import Style
from game.view.node import Node
from game.view.panels import naming, plainly
from game.view.panels.blocks import Block, aside, text
from game.view.panels.options import option, writing
from game.view.sight import Sight
from game.view.ui import Ui
from game.words.calendar import month

REASON, TARGET, DEADLINE = (f"followup:{name}" for name in ("reason", "target", "deadline"))
STRIP = "followup"


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` is the objective's code and the decision, with a colon between."""
    code, _, what = ui.about.rpartition(":")
    one = session.followed(code)
    title = s.say(f"review.ask.{what if what in DECISIONS else 'keep'}")
    if one is None or what not in DECISIONS:
        return asking(s, ui, "followup", title, (1000, 400), lambda wide: (), (_back(s),))
    command = _command(s, ui, one, what)
    refused = refusal(session, command)
    forget = tuple(ForgetText(key) for key in (REASON, TARGET, DEADLINE))
    does = Several((CloseTop(), *forget, command))
    able = refused is None and bool(command.reason.strip())
    wrong = "" if refused is None or refused.code == "reason_missing" else s.say(
        f"refused.{refused.code}", **refused.facts)  # fmt: skip
    ways = (_back(s), ("do", s.say("review.do"), does, "primary", able))
    return asking(
        s, ui, "followup", title, (1200, 900), lambda wide: _blocks(s, ui, session, one, what, wrong, wide), ways
    )


def _back(s: Sight) -> Way:
    return ("back", s.say("council.cancel"), CloseTop(), "plain", True)


def _command(s: Sight, ui: Ui, one: Carried, what: str) -> FollowUp:
    if what != "adjust":
        return FollowUp(one.code, what, ui.text(REASON))
    target, deadline = ui.text(TARGET), ui.text(DEADLINE)
    return FollowUp(one.code, what, ui.text(REASON), target, deadline, ui.tab(STRIP, ""))


def _blocks(s: Sight, ui: Ui, session: Session, one: Carried, what: str, wrong: str, wide: int) -> tuple[Block, ...]:
    title = f"{one.code} · {naming.typed(s, one.title.say(s.speaker.lang))}"
    fault = (text(s, wide, "followup:wrong", wrong, Style(ink=theme.BAD, bold=True)),) if wrong else ()
    more = (_changes(s, ui, one, wide), *fault, *_seats(s, ui, session, wide)) if what == "adjust" else fault
    return (
        text(s, wide, "followup:what", title, Style(theme.LABEL, bold=True)),
        writing(s, ui, wide, REASON, s.say("review.reason"), least=2),
        *more,
    )


def _changes(s: Sight, ui: Ui, one: Carried, wide: int) -> Block:
    """Give the new target and the new deadline; left empty, each stays."""
    tall = s.step(theme.TEXT) + s.px(4) + s.step(theme.BODY) + s.px(22)
    cells = (
        (TARGET, s.say("review.newtarget"), plainly.figure(s, one.target)),
        (DEADLINE, s.say("review.newdeadline"), month(one.deadline, s.speaker.lang)),
    )

    def build(box: Box) -> Node:
        spots = box.split_columns(1, 1, gap=s.px(16))
        kids = tuple(
            text_field(s, ui, spot, Field(key, name, "", hint=hint, limit=limits.FIGURE))
            for spot, (key, name, hint) in zip(spots, cells, strict=True)
        )
        return Node("group", "followup:changes", "", box, kids=kids)

    return Block(tall, build)


def _seats(s: Sight, ui: Ui, session: Session, wide: int) -> tuple[Block, ...]:
    across = 2 if wide >= s.px(900) else 1
    room = (wide - (across - 1) * s.px(14)) // across
    chosen = ui.tab(STRIP, "")
    found = [
        option(s, room, f"who:{one.seat.id}", one.seat.role.say(s.speaker.lang), "", SelectTab(STRIP, one.seat.id),
               on=one.seat.id == chosen)
        for one in session.seats if one.present
    ]  # fmt: skip
    rows = (aside(tuple(found[i : i + across]), s.px(14), across) for i in range(0, len(found), across))
    return (text(s, wide, "followup:who", s.say("review.who.asks"), Style(ink=theme.INK_3)), *rows)
