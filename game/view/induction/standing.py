"""Where we are: the objectives of the council's last session on the plan; each is guessed before it is read."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.moves.measures import GuessMeasure
from game.core.review import Carried
from game.core.session import Session
from game.view.answer.intents import Commit, SelectTab
from game.view.answer.ui import Ui
from game.view.induction import guesses
from game.view.induction.lost import given_up, lowered
from game.view.induction.page import foot, heading, page, told_on
from game.view.parts import naming, wording
from game.view.parts.cards import badge
from game.view.parts.fields import Field
from game.view.parts.onward import onward
from game.view.parts.pieces import field, label, line, press, told
from game.view.parts.widgets import Button
from game.view.plan import plan
from game.view.plan.pins import Pinned
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, bottom, column, grow, node, row, sized, space, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import day

AT, READ = "standing:at", "standing:read:"
"""The tab that keeps which objective is looked at, and how those begin that keep which were read without a guess."""
BESIDE = 1500
"""From which width, at 1080p, the plan lies beside the objective."""
FIGURES = 12
"""Characters of a guess."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase: the plan beside the page, where there is room."""
    tabs = (AT, *(f"{READ}{one.code}" for one in session.carried))
    mine = ui.only(tabs=tabs, scrolls=("standing:list",), fields="standing:")
    title = session.stage.title.say(s.speaker.lang)
    if box.w < s.px(BESIDE) or not session.carried:
        return s.part("standing", _page, mine, session, box)
    town, rest = box.cut_left(box.w * 45 // 100)
    shown = plan.build(s, ui, session.workshop, _pins(s, ui, session), town)
    return Node("group", "standing:both", title, box, kids=(shown, s.part("standing", _page, mine, session, rest)))


def _at(ui: Ui, session: Session) -> int:
    """Give which page is looked at, from 0: one an objective, then what was lost on the way."""
    told = ui.tab(AT, "0")
    return min(int(told) if told.isdecimal() else 0, len(session.carried))


def _pins(s: Sight, ui: Ui, session: Session) -> plan.Pins:
    found: dict[str, list[Pinned]] = {}
    for i, one in enumerate(session.carried):
        family = session.workshop.deck.family(one.family.id)
        title, colour = one.title.say(s.speaker.lang), family.colour if family is not None else theme.INK
        pin = Pinned(f"standing:pin:{i}", title, title, i + 1, colour, SelectTab(AT, str(i)), on=i == _at(ui, session))
        if session.workshop.scenario.place(one.place.id) is not None:
            found.setdefault(one.place.id, []).append(pin)
    return tuple((place, tuple(pins)) for place, pins in found.items())


def _page(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    return page(s, ui, session, "standing", lambda room: _parts(room, ui, session), box)


def _parts(s: Sight, ui: Ui, session: Session) -> Sequence[Piece]:
    if not session.carried:
        none = told_on(s, "standing:none", "info", (s.say("standing.none"),))
        return none, foot(s, "standing", onward(s, session, ready=True))
    at = _at(ui, session)
    if at == len(session.carried):
        lost = (given_up(s, session), lowered(s, session))
        return heading(s, "standing:lost", s.say("standing.lost")), *lost, _way(s, ui, session, at)
    return *(part for part in _objective(s, ui, session, at) if part is not None), _way(s, ui, session, at)


def _way(s: Sight, ui: Ui, session: Session, at: int) -> Piece:
    """Give the buttons to the objective before and after; past the last page, to the next phase."""
    last = at == len(session.carried)
    count = line(s, s.say("standing.count", n=at + 1, of=len(session.carried)), Style(theme.LABEL, theme.QUIET))
    back = Button("standing:before", s.say("standing.before"), SelectTab(AT, str(at - 1)), icon="arrow-left")
    kind = "plain" if last or not known(ui, session.carried[at]) else "primary"
    after = Button("standing:after", s.say("standing.after"), SelectTab(AT, str(at + 1)), kind, "arrow-right")
    on = onward(s, session, ready=True) if last else press(s, after)
    return foot(s, "standing", None if last else count, press(s, back) if at else None, on)


def _objective(s: Sight, ui: Ui, session: Session, at: int) -> Sequence[Piece | None]:
    """Give an objective: what it is, how it is measured, then the guess asked for or what is known."""
    one, lang = session.carried[at], s.speaker.lang
    family = session.workshop.deck.family(one.family.id)
    tag = badge(s, family) if family is not None else space()
    title = naming.typed(s, f"{at + 1}. {one.title.say(lang)}")
    whence = label(s, "standing:whence", _whence(s, session), Style(theme.LABEL, theme.INK_3))
    head = node("heading", "standing:title", title, told(s, tag, heading(s, "standing:words", title), 14))
    start = wording.started(s, one) or s.say("standing.unknown")
    said = s.say("standing.indicator", indicator=one.indicator.say(lang), start=start)
    how = label(s, "standing:indicator", said, Style(theme.LABEL))
    begins = label(s, "standing:begins", s.say("standing.begins", n=len(session.carried)), Style(theme.LABEL))
    return (
        whence, begins if at == 0 else None, head, how,
        *((_known(s, one),) if known(ui, one) else _asked(s, ui, one)),
    )  # fmt: skip


def _whence(s: Sight, session: Session) -> str:
    """Tell which session it comes from: its title and its day; a demonstration's, or one to come, is an example."""
    last, lang = session.former, s.speaker.lang
    if last is None or not last.date or last.date > session.date:
        return s.say("standing.whence.example")
    facts = {"day": day(last.date, lang)}
    return s.say("standing.whence", title=last.title, **facts) if last.title else s.say("standing.whence.day", **facts)


def _asked(s: Sight, ui: Ui, one: Carried) -> Sequence[Piece]:
    """Ask for a guess: of the measure, or of the target where nothing is measured yet."""
    unit = label(s, "standing:unit", guesses.terms(s, one), Style(theme.LABEL))
    key, commit = f"standing:{one.code}", GuessMeasure(one.code, "")
    entry = Field(key, s.say("standing.guess"), "", FIGURES, commit=commit, slot="value")
    guess = sized(field(s, ui, entry), wide=s.px(300))
    keep, read = (bottom(press(s, button)) for button in _answers(s, ui, one, key))
    beside = column(row(guess, keep, grow(space()), gap=s.px(20)), row(read, grow(space())), gap=s.px(10))
    answer = ways(row(guess, keep, read, gap=s.px(20)), beside, column(guess, keep, read, gap=s.px(10)))
    return heading(s, "standing:ask", guesses.question(s, one)), unit, node("group", "standing:answer", "", answer)


def _answers(s: Sight, ui: Ui, one: Carried, key: str) -> tuple[Button, Button]:
    """Give the button that keeps the figure written, and that which reads without one."""
    written = ui.text(key)
    does, kind = Commit(key, GuessMeasure(one.code, written)), "primary" if written.strip() else "plain"
    states = () if written.strip() else ("disabled",)
    keep = Button("standing:keep", s.say("standing.keep"), does, kind, "check", states)
    skip = SelectTab(f"{READ}{one.code}", "yes")
    return keep, Button("standing:read", s.say("standing.read"), skip, "quiet", "eye")


def _known(s: Sight, one: Carried) -> Piece:
    return told_on(s, "standing:known", "ruler", guesses.told(s, one), theme.GOOD)


def unread(ui: Ui, session: Session) -> int:
    """Count the objectives neither guessed nor read."""
    return sum(not known(ui, one) for one in session.carried)


def known(ui: Ui, one: Carried) -> bool:
    """Tell whether an objective was guessed, or read without a guess."""
    return bool(one.guess or ui.tab(f"{READ}{one.code}", ""))
