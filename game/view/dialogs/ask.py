"""Questions on a card: those that lie there, and another of a member who buys for no family."""

from __future__ import annotations

from game.core.moves.questions import AskQuestion, HearAnswer, TakeQuestionBack
from game.core.session import Session
from game.core.spoken import QUESTION_LIMIT, Question
from game.core.voices import askers, left, questions_on
from game.view.answer.intents import CloseTop, ForgetText, SelectTab, Several, Spotlight
from game.view.answer.meanings import label as card_label
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts.choices import choices
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.options import Option, option
from game.view.parts.pieces import label, plate, press, text
from game.view.parts.voices import asked
from game.view.parts.widgets import Button, Strip
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, abreast, column, grid, grow, middle, node, over, pad, row, sized, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

WHO, TEXT = "ask:who", "ask:text"
SIZE = (1240, 960)


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` is the issue. A question laid is read in the spotlight."""
    name = label(s, "ask:card", card_label(session, ui.about, s.speaker.lang), Style(theme.LABEL, bold=True))
    there = tuple(_there(s, session, one) for one in questions_on(session, ui.about))
    back = ("back", s.say("ask.back"), Several((CloseTop(), Spotlight(ui.about))), "plain", True)
    return asking(s, ui, Asking("ask", s.say("ask.title"), SIZE), (name, *there, *_more(s, ui, session)), (back,))


def _there(s: Sight, session: Session, one: Question) -> Piece:
    """Give a question that lies there; while it waits, it may be answered or taken back."""
    said = asked(s, session, one)
    words = middle(text(s, said, Style(theme.BODY, bold=not one.answered, back=theme.WHITE)))
    heard = Button(f"ask:heard:{one.number}", s.say("ask.heard"), HearAnswer(one.number), "primary", "check",
                   spoken=s.say("ask.heard.of", text=said))  # fmt: skip
    gone = Button(f"ask:gone:{one.number}", s.say("ask.gone"), TakeQuestionBack(one.number), icon="undo-2",
                  spoken=s.say("ask.gone.of", text=said))  # fmt: skip
    acts = abreast(((press(s, heard), 1), (press(s, gone), 1)), 0, (s.px(10), s.px(8)))
    inside = words if one.answered else ways(
        sized(row(grow(words), middle(acts), gap=s.px(16)), wide=s.px(1000)), column(words, acts, gap=s.px(8))
    )  # fmt: skip
    return node("group", f"ask:there:{one.number}", said, over(pad(inside, s.px(18), s.px(10)), plate(s)))


def _more(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Ask one more: who, then a question of the scenario in one press, or one that is typed."""
    seats = askers(session)
    if not seats:
        return (label(s, "ask:nobody", s.say("ask.nobody"), Style(ink=theme.INK_3)),)
    held = next((one.seat.id for one in seats if left(session, one.seat.id)), seats[0].seat.id)
    who = ui.tab(WHO, held)
    who = who if who in [one.seat.id for one in seats] else held
    names = tuple(
        (one.seat.id, s.say("ask.left", n=left(session, one.seat.id), seat=one.seat.short.say(s.speaker.lang)))
        for one in seats
    )
    chosen = choices(s, Strip(WHO, s.say("ask.who"), names, who, lambda seat: SelectTab(WHO, seat)))
    if not left(session, who):
        return chosen, label(s, "ask:none", s.say("ask.none", n=session.limits.questions), Style(theme.BODY))
    return chosen, *_ready(s, ui, session, who), *_typed(s, ui, session, who)


def _laid(issue: str, command: AskQuestion) -> Several:
    return Several((command, ForgetText(TEXT), CloseTop(), Spotlight(issue)))


def _ready(s: Sight, ui: Ui, session: Session, who: str) -> Pieces:
    found = session.workshop.scenario.questions
    options = [
        option(s, Option(f"ask:ready:{one.id}", one.text.say(s.speaker.lang), "",
                         _laid(ui.about, AskQuestion(who, ui.about, one.id)), icon="message-circle-question-mark"))
        for one in found
    ]  # fmt: skip
    two, single = (grid(options, across, s.px(10)) for across in (2, 1))
    return (node("group", "ask:ready", s.say("ask.which"), ways(sized(two, wide=s.px(1000)), single)),) if found else ()


def _typed(s: Sight, ui: Ui, session: Session, who: str) -> Pieces:
    typed = ui.text(TEXT)
    entry = Field(TEXT, s.say("ask.write"), "", QUESTION_LIMIT, lines=True)
    states = () if typed.strip() else ("disabled",)
    does = _laid(ui.about, AskQuestion(who, ui.about, text=typed))
    go = Button("ask:go", s.say("ask.go"), does, "primary", "message-circle-question-mark", states)
    return guarded(s, ui, session.workshop, entry, 1), press(s, go)
