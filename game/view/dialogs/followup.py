"""What the council decides of an objective under review: its reason, and for an adjustment what changes."""

from __future__ import annotations

from game.core.moves import refusal
from game.core.moves.measures import FollowUp
from game.core.review import DECISIONS, Carried
from game.core.session import Session
from game.view.answer.intents import CloseTop, ForgetText, Several
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, Way, asking
from game.view.parts import limits, naming, wording
from game.view.parts.fields import Field
from game.view.parts.options import whose, writing
from game.view.parts.pieces import field, label
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, node, shared
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import month

REASON, TARGET, DEADLINE = (f"followup:{name}" for name in ("reason", "target", "deadline"))
STRIP = "followup"


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` is the objective's code and the decision, with a colon between."""
    code, _, what = ui.about.rpartition(":")
    one = session.followed(code)
    title = s.say(f"review.ask.{what if what in DECISIONS else 'keep'}")
    if one is None or what not in DECISIONS:
        return asking(s, ui, Asking("followup", title, (1000, 400)), (), (_back(s),))
    command = _command(s, ui, one, what)
    refused = refusal(session, command)
    forget = tuple(ForgetText(key) for key in (REASON, TARGET, DEADLINE))
    does = Several((CloseTop(), *forget, command))
    able = refused is None and bool(command.reason.strip())
    wrong = "" if refused is None or refused.code == "reason_missing" else s.say(
        f"refused.{refused.code}", **refused.facts)  # fmt: skip
    ways = (_back(s), ("do", s.say("review.do"), does, "primary", able))
    return asking(s, ui, Asking("followup", title, (1200, 900)), _pieces(s, ui, session, one, (what, wrong)), ways)


def _back(s: Sight) -> Way:
    return ("back", s.say("council.cancel"), CloseTop(), "plain", True)


def _command(s: Sight, ui: Ui, one: Carried, what: str) -> FollowUp:
    if what != "adjust":
        return FollowUp(one.code, what, ui.text(REASON))
    target, deadline = ui.text(TARGET), ui.text(DEADLINE)
    return FollowUp(one.code, what, ui.text(REASON), target, deadline, ui.tab(STRIP, ""))


def _pieces(s: Sight, ui: Ui, session: Session, one: Carried, asked: tuple[str, str]) -> Pieces:
    """Give the question and its fields; `asked` is the decision, and what is wrong with it as it stands."""
    (what, wrong), title = asked, f"{one.code} · {naming.typed(s, one.title.say(s.speaker.lang))}"
    fault = label(s, "followup:wrong", wrong, Style(ink=theme.BAD, bold=True)) if wrong else None
    more = (_changes(s, ui, one), fault, *_seats(s, ui, session)) if what == "adjust" else (fault,)
    return (
        label(s, "followup:what", title, Style(theme.LABEL, bold=True)),
        writing(s, ui, session, REASON, s.say("review.reason"), least=2),
        *more,
    )


def _changes(s: Sight, ui: Ui, one: Carried) -> Piece:
    """Give the new target and the new deadline; left empty, each stays."""
    cells = (
        (TARGET, s.say("review.newtarget"), wording.figure(s, one.target)),
        (DEADLINE, s.say("review.newdeadline"), month(one.deadline, s.speaker.lang)),
    )
    fields = [(field(s, ui, Field(key, name, "", limits.FIGURE, hint=hint)), 1) for key, name, hint in cells]
    return node("group", "followup:changes", "", shared(fields, s.px(16)))


def _seats(s: Sight, ui: Ui, session: Session) -> Pieces:
    asked = label(s, "followup:who", s.say("review.who.asks"), Style(ink=theme.INK_3))
    return asked, whose(s, session, STRIP, ui.tab(STRIP, ""))
