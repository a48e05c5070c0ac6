"""True or false: one sentence at a time, its answer and why; nothing is counted against anybody."""

from __future__ import annotations

from game.core.induction import Induction, Newcomer, Question
from game.core.moves.induction import AnswerQuestion
from game.view.answer.intents import SelectTab
from game.view.induction.page import told_on
from game.view.parts.choices import radio
from game.view.parts.pieces import line, press, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, node, row, space
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

ASKED = "strip:asked"


def unanswered(told: Induction, done: Newcomer) -> tuple[Question, ...]:
    """Give the questions without an answer."""
    return tuple(one for one in told.questions if done.answered(one.id) is None)


def asked(s: Sight, told: Induction, done: Newcomer, chosen: str) -> Piece:
    """Ask the chosen question, else the first; once it is answered, tell why and lead to the next one."""
    if not told.questions:
        return told_on(s, "strip:asked", "check", (s.say("strip.done"),), theme.GOOD)
    at = next((i for i, one in enumerate(told.questions) if one.id == chosen), 0)
    return _one(s, told, at, done.answered(told.questions[at].id))


def asking(s: Sight, told: Induction) -> tuple[Piece, ...]:
    """Give every question with its reason, to hold the room of the highest."""
    return tuple(_one(s, told, at, not one.answer) for at, one in enumerate(told.questions))


def _one(s: Sight, told: Induction, at: int, said: bool | None) -> Piece:  # noqa: FBT001
    question = told.questions[at]
    quoted = s.say("strip.quoted", sentence=question.says.say(s.speaker.lang))
    words = node(
        "heading", "strip:question", quoted, text(s, quoted, Style(theme.TITLE, bold=True)), states=("polite",)
    )
    buttons = row(*(_button(s, question, said, value) for value in (True, False)), gap=s.px(16))
    head = column(words, node("radios", "strip:answers", quoted, buttons), gap=s.px(10))
    told_why = _why(s, question, said) if said is not None else None
    turn = _turn(s, told, at, onward="quiet" if said is None else "primary")
    return node("group", "strip:asked", s.say("strip.true_false"), column(head, told_why, turn, gap=s.px(14)))


def _button(s: Sight, question: Question, said: bool | None, value: bool) -> Piece:  # noqa: FBT001
    """Give an answer; the one that was given is ticked where it is right, told to be the other where it is not."""
    word, chosen, good = "true" if value else "false", said is value, question.answer is value
    sign = ("check" if good else "x") if chosen else ""
    name = s.say(f"strip.{word}") if good or not chosen else s.say(f"strip.no.{word}")
    does = AnswerQuestion(question.id, value)
    return press(s, Button(f"answer:{word}", name, does, "plain", sign, radio(on=chosen), theme.LABEL), 68)


def _why(s: Sight, question: Question, said: bool) -> Piece:  # noqa: FBT001
    """Say whether the sentence is true, the same kindly way whatever was answered, then why, then what to keep."""
    lang, word = s.speaker.lang, "true" if question.answer else "false"
    key = f"strip.agreed.{word}" if said == question.answer else f"strip.other.{word}"
    first = f"{s.say(key)} {question.why.say(lang)}"
    return told_on(s, "strip:why", "lightbulb", (first, question.lesson.say(lang)), theme.ACCENT)


def _turn(s: Sight, told: Induction, at: int, *, onward: str) -> Piece:
    """Tell which question it is of how many, between those before and after; `onward` is the kind of the latter."""
    count = line(s, s.say("strip.count", n=at + 1, of=len(told.questions)), Style(theme.LABEL, theme.QUIET))
    steps = [
        _step(s, told, at + by, way, (kind, sign))
        for by, way, kind, sign in ((-1, "before", "quiet", "arrow-left"), (1, "after", onward, "arrow-right"))
    ]
    return row(steps[0], grow(space()), count, steps[1], gap=s.px(20))


def _step(s: Sight, told: Induction, at: int, way: str, look: tuple[str, str]) -> Piece | None:
    if not 0 <= at < len(told.questions):
        return None
    kind, sign = look
    return press(s, Button(f"strip:{way}", s.say(f"strip.{way}"), SelectTab(ASKED, told.questions[at].id), kind, sign))
