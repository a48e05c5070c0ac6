"""The questions, one at a time, a person after the other; the answers are in the view alone until all are counted."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.moves.survey import CountAnswers
from game.core.session import Session
from game.core.survey import MOMENTS, tallied
from game.core.takeaway import AskedTwice
from game.view.answer.intents import CloseTop, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.parts.pieces import label, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, column, grid, grow, node, space, ways
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

MOMENT, GIVEN, HANDED = "survey:moment", "survey:given", "survey:handed"
"""Strips of the view: which moment is asked; a digit an answer, a person after the other; how far the screen was
handed over to the next one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where the asking stands: the moment, the digits given, the questions, and whether a person has just ended.

    `leaves`: once all are counted the phase itself says what changed, and nothing is to be read over it.
    """

    moment: str
    given: str
    questions: tuple[AskedTwice, ...]
    between: bool
    leaves: bool

    @property
    def person(self) -> int:
        """Give the rank of who answers, or has just ended."""
        return len(self.given) // len(self.questions) + (0 if self.between else 1)

    @property
    def asked(self) -> int:
        """Give the rank of the question, from 0."""
        return len(self.given) % len(self.questions)


def turn(ui: Ui, session: Session) -> Turn | None:
    """Give where the asking stands; None while it has not begun."""
    questions, moment = session.workshop.scenario.takeaway.questions, ui.tab(MOMENT, "")
    if moment not in MOMENTS or not questions:
        return None
    given = ui.tab(GIVEN, "")
    whole = bool(given) and len(given) % len(questions) == 0
    between = whole and ui.tab(HANDED, "") != str(len(given))
    return Turn(moment, given, questions, between, "survey" in session.stage.panels)


def begin(moment: str) -> Several:
    """Give what begins the asking of a moment."""
    return Several((SelectTab(MOMENT, moment), SelectTab(GIVEN, ""), SelectTab(HANDED, "")))


def asking(s: Sight, now: Turn) -> Piece:
    """Give the question and its answers, or what comes between two people."""
    return node("group", "survey:turn", "", _between(s, now) if now.between else _question(s, now))


def _question(s: Sight, now: Turn) -> Piece:
    one, lang = now.questions[now.asked], s.speaker.lang
    answers = [(rank, answer.say(lang)) for rank, answer in enumerate(one.answers, 1)]
    buttons = [_answer(s, now, rank, said) for rank, said in (*answers, (0, s.say("survey.unknown")))]
    two, single = (grid(buttons, across, s.px(theme.GAP)) for across in (2, 1))
    back = Button("survey:back", s.say("survey.back"), SelectTab(GIVEN, now.given[:-1]), "quiet", "arrow-left",
                  () if now.asked else ("disabled",))  # fmt: skip
    said = s.say("survey.where", person=now.person, n=now.asked + 1, count=len(now.questions))
    return column(
        label(s, "survey:where", said, Style(theme.BODY, ink=theme.INK_3)),
        label(s, "survey:ask", one.ask.say(lang), Style(theme.TITLE, bold=True), "heading"),
        node("group", "survey:answers", one.ask.say(lang), ways(two, single)),
        press(s, back, 60),
        gap=s.px(18),
    )


def _answer(s: Sight, now: Turn, rank: int, said: str) -> Piece:
    kind = "plain" if rank else "quiet"
    button = Button(f"survey:answer:{rank}", said, SelectTab(GIVEN, f"{now.given}{rank}"), kind, size=theme.LABEL)
    return press(s, button, 92)


def _between(s: Sight, now: Turn) -> Piece:
    after = SelectTab(HANDED, str(len(now.given)))
    count = CountAnswers(now.moment, tallied(now.questions, map(int, now.given)))
    done = Several((count, *begin("").things, *((CloseTop(),) if now.leaves else ())))
    buttons = (
        (press(s, Button("survey:next", s.say("survey.next"), after, icon="user-plus"), 76), 1),
        (press(s, Button("survey:count", s.say("survey.count", n=now.person), done, "primary", "check"), 76), 1),
    )
    return column(
        label(s, "survey:ended", s.say("survey.ended", person=now.person), Style(theme.TITLE, bold=True), "heading"),
        label(s, "survey:handing", s.say("survey.handing"), Style(theme.LABEL)),
        grow(space(0)),
        abreast(buttons, 0, (s.px(16), s.px(10))),
        gap=s.px(18),
    )
