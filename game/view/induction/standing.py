"""Where we are: the objectives of the council's last session on the plan; each is guessed before it is read."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.moves.measures import GuessMeasure
from game.core.review import Carried
from game.core.session import Session
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
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
from game.view.tree.layout import Piece, bottom, column, node, row, sized, space, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import day, month

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
    title = session.stage.title.say(s.speaker.lang)
    return page(s, ui, "standing", title, lambda room: _parts(room, ui, session), box)


def _parts(s: Sight, ui: Ui, session: Session) -> Sequence[Piece]:
    if not session.carried:
        none = told_on(s, "standing:none", "info", (s.say("standing.none"),))
        return none, foot(s, "standing", onward(s, session, ready=True))
    at = _at(ui, session)
    if at == len(session.carried):
        lost = (given_up(s, session), lowered(s, session))
        return heading(s, "standing:lost", s.say("standing.lost")), *lost, _way(s, session, at)
    return *_objective(s, ui, session, at), _way(s, session, at)


def _way(s: Sight, session: Session, at: int) -> Piece:
    """Give the buttons to the objective before and after; past the last page, to the next phase."""
    last = at == len(session.carried)
    count = line(s, s.say("standing.count", n=at + 1, of=len(session.carried)), Style(theme.LABEL, theme.QUIET))
    back = Button("standing:before", s.say("standing.before"), SelectTab(AT, str(at - 1)), icon="arrow-left")
    after = Button("standing:after", s.say("standing.after"), SelectTab(AT, str(at + 1)), "primary", "arrow-right")
    on = onward(s, session, ready=True) if last else press(s, after)
    return foot(s, "standing", None if last else count, press(s, back) if at else None, on)


def _objective(s: Sight, ui: Ui, session: Session, at: int) -> Sequence[Piece]:
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
    known = one.guess or ui.tab(f"{READ}{one.code}", "")
    return whence, head, how, *((_known(s, one),) if known else _asked(s, ui, one))


def _whence(s: Sight, session: Session) -> str:
    """Tell which session it comes from: by its title, else by its day."""
    last, lang = session.former, s.speaker.lang
    if last is None or not last.date:
        return s.say("standing.whence.unknown")
    return s.say(
        "standing.whence", title=last.title or session.workshop.scenario.title.say(lang), day=day(last.date, lang)
    )


def _asked(s: Sight, ui: Ui, one: Carried) -> Sequence[Piece]:
    """Ask for a guess: of the measure, or of the target where nothing is measured yet."""
    ask = s.say("standing.ask" if one.now is not None else "standing.ask.target")
    unit = label(s, "standing:unit", s.say("standing.unit", unit=one.unit.say(s.speaker.lang)), Style(theme.LABEL))
    commit = GuessMeasure(one.code, "")
    entry = Field(f"standing:{one.code}", s.say("standing.guess"), "", FIGURES, commit=commit, slot="value")
    skip = Button("standing:read", s.say("standing.read"), SelectTab(f"{READ}{one.code}", "yes"), icon="eye")
    guess, read = sized(field(s, ui, entry), wide=s.px(300)), bottom(press(s, skip))
    answer = ways(row(guess, read, gap=s.px(20)), column(guess, read, gap=s.px(10)))
    return heading(s, "standing:ask", ask), unit, node("group", "standing:answer", "", answer)


def _known(s: Sight, one: Carried) -> Piece:
    """Tell what was guessed, what is known, and what the council aims at by when."""
    lang = s.speaker.lang
    guess = s.say("standing.guessed", guess=wording.with_unit(s, one.guess, one.unit)) if one.guess else ""
    if one.now is not None:
        now = s.say("standing.now", now=wording.measured(s, one, one.now), month=month(one.now.date[:7], lang))
    else:
        now = s.say("standing.unmeasured")
    target = wording.with_unit(s, one.target, one.unit) or s.say("standing.unknown")
    aim = s.say("standing.aim", target=target, month=month(one.deadline, lang))
    return told_on(s, "standing:known", "ruler", (" ".join(filter(None, (guess, now))), aim), theme.GOOD)
