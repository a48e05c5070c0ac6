"""The bar over every session screen: what is played, the phases as steps, undo and redo, the countdown, the menu."""

from __future__ import annotations

from dataclasses import replace

from game.core.frozen import dataclass
from game.core.moves.flow import EnterPhase, Pause, Resume
from game.core.scenario import Scenario
from game.core.session import Session
from game.core.text import Text
from game.core.walked import leapt, opened
from game.view.answer.intents import OpenDialog, Redo, ToggleMenu, Undo
from game.view.answer.ui import Ui
from game.view.parts import bars
from game.view.parts.lists import kept
from game.view.parts.pieces import fitted, icon, line, shrinking
from game.view.parts.widgets import Button, icon_button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    centred,
    column,
    grow,
    made,
    middle,
    node,
    over,
    pad,
    row,
    sized,
    space,
    ways,
    whole,
)
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIDE, CLOCK, APART = 56, 150, 8
CLOSE = (48, 124, 5)
"""Side of a button, width of the countdown, gap: as wide as may be, and where the window is narrow."""
DISC = 36
TITLED = 120
"""Room the steps leave to the session's title at least, so long as they can."""
DIGITS = (40, 36, 32, 28, theme.TEXT)
"""Sizes of the countdown."""
TALLEST, ALARM = 66, 40
"""The largest size of the countdown, which the farthest seat reads, and the room its sign takes."""
PLACE = "topbar:clock"
"""The key of what keeps the clock's place in a bar without it."""
Sizes = tuple[int, int, int]
"""Side of a button, width of the countdown, gap; in pixels."""
NARROW = 1500
"""Width of the window, in pixels at the text's scale, under which the bar is tight."""


@dataclass(frozen=True, slots=True)
class Step:
    """A phase as the bar shows it, `nth` from 0; `where`: here, past, skipped or next. `asks`: others would be left."""

    nth: int
    phase: str
    title: Text
    where: str
    asks: bool


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the bar: only its clock reads the time, and is set in the bar that stands."""
    room = theme.TEXT * max(ui.reading, ui.percent) / ui.percent * s.unit
    s = bars.sight(s)
    digits = min(TALLEST, max(DIGITS[0], room / s.unit))
    side, wide, gap = (s.px(size) for size in (CLOSE if s.box.w < s.px(NARROW) else (SIDE, CLOCK, APART)))
    sizes = side, wide if digits == DIGITS[0] else s.width("+00:00", digits, bold=True) + s.px(ALARM), gap
    agenda = session.workshop.agenda
    named = session.title, session.workshop.scenario, _members(session), agenda.tryout
    steps = _walk(session)
    off = None if ui.lead.room else (ui.notice("no_undo"), ui.notice("no_redo"))
    bar = s.kept("topbar", _bar, box, sizes, named, steps, off)
    stops = None if ui.lead.room else (session.paused, session.closed)
    clock = kept(s, "topbar:clock", _clock, sizes, digits, session.remaining(ui.now), stops)
    return replace(bar, kids=tuple(clock.node(kid.box) if kid.key == PLACE else kid for kid in bar.kids))


def _bar(
    s: Sight, box: Box, sizes: Sizes, named: tuple[str, Scenario, int, bool], steps: tuple[Step, ...],
    off: tuple[str | None, str | None] | None,
) -> Node:  # fmt: skip
    """Build the bar with the clock's place, its clock left out; without `off` also its tools: it is the room's."""
    side, clock, gap = sizes
    title = kept(s, "topbar:title", _title, *named)
    place = made(clock + (0 if off is None else gap + side), side, lambda area: Node("group", PLACE, "", area))
    tools = place if off is None else _tools(s, side, gap, place, off)
    named_by = grow(sized(title, wide=s.px(TITLED) - gap))
    if bars.wraps(s):
        under = sized(ways(*map(centred, _ways(s, steps))), tall=s.px(bars.STEPS))
        laid = column(grow(row(named_by, tools, gap=2 * gap)), under)
    else:
        laid = ways(*(row(grow(row(named_by, one, gap=gap)), tools, gap=2 * gap) for one in _ways(s, steps)))
    bar = over(pad(laid, 2 * gap), lambda area: (Fill(area, theme.SLATE),))
    return node("group", "topbar", "", bar, states=("bar",)).node(box)


def _tools(s: Sight, side: int, gap: int, place: Piece, off: tuple[str | None, str | None]) -> Piece:
    history = sized(kept(s, "topbar:history", _history, side, gap, *off), wide=2 * side + gap)
    return row(history, place, sized(kept(s, "topbar:menu", _menu, side), wide=side), gap=gap)


def _members(session: Session) -> int:
    return sum(1 for sitting in session.seats if sitting.present)


def _title(s: Sight, named: str, scenario: Scenario, members: int, tryout: bool) -> Piece:  # noqa: FBT001
    """Give the title over the town and who is there; where they lack room, the title alone, if it stands whole.

    A try-out is titled as one: nobody takes it for a session of the council.
    """
    lang = s.speaker.lang
    title = named or scenario.title.say(lang)
    if tryout:
        title = s.say("tryout.session")
    town = f"{scenario.town.say(lang)} · {s.say('board.members', n=members)}"
    style = Style(theme.LABEL, theme.CHALK, bold=True, back=theme.SLATE, middle=True)
    under = line(s, town, Style(ink=theme.CHALK_2, back=theme.SLATE))
    two = column(grow(sized(line(s, title, style), tall=0), 6), grow(sized(under, tall=0), 5))
    alone = shrinking(s, title, style, theme.BODY, theme.TEXT)
    fits = sized(whole(alone, space()), wide=alone.wide)
    return node("heading", "session:title", f"{title}, {town}", pad(ways(two, fits, space()), 0, s.px(10)))


def _walk(session: Session) -> tuple[Step, ...]:
    """Give the phases as one stands among them: what nobody opened is neither done nor left out without a question."""
    agenda, known = session.workshop.agenda, opened(session)
    here = len(agenda.before(session.phase))
    return tuple(
        Step(i, phase.id, phase.title, _where(i - here, phase.id in known), asks=bool(leapt(session, phase.id)))
        for i, phase in enumerate(agenda.phases)
    )


def _where(on: int, known: bool) -> str:  # noqa: FBT001
    if on == 0:
        return "here"
    return "next" if on > 0 else "past" if known else "skipped"


def _ways(s: Sight, steps: tuple[Step, ...]) -> tuple[Piece, ...]:
    """Give the steps: all named, only the current one, it and its two neighbours, those without a name, it alone."""
    every, here = range(len(steps)), next((one.nth for one in steps if one.where == "here"), 0)
    near = tuple(i for i in every if abs(i - here) <= 1)
    shown = ((every, every), (every, (here,)), (near, (here,)), (near, ()), ((here,), ()))
    found = (
        kept(s, f"topbar:steps:{way}", _steps, tuple((steps[i], i in named) for i in some))
        for way, (some, named) in enumerate(shown)
    )
    return tuple(sized(one, wide=max(one.wide, s.px(theme.TARGET))) for one in found)


def _steps(s: Sight, shown: tuple[tuple[Step, bool], ...]) -> Piece:
    """Give phases as steps: each its place, and whether its name is written."""
    steps = (middle(_step(s, step, named=named)) for step, named in shown)
    return node("group", "steps", s.say("board.phases"), pad(row(*steps, gap=s.px(2)), s.px(1)))


def _step(s: Sight, step: Step, *, named: bool) -> Piece:
    here, title = step.where == "here", step.title.say(s.speaker.lang)
    back, ink = (theme.CHALK, theme.SLATE) if here else (theme.SLATE, theme.CHALK)
    spot = made(s.px(DISC), s.px(DISC), lambda box: _mark(s, box.middle(box.w, box.w), step))
    words = sized(line(s, title, Style(ink=ink, bold=here, back=back)), wide=s.width(title, theme.TEXT, bold=True))
    broad = sized(pad(row(spot, words, space(wide=s.px(4)), gap=s.px(8)), s.px(8)), tall=s.px(SIDE))
    shape = broad if named else sized(centred(spot), wide=s.px(theme.TARGET), tall=s.px(theme.TARGET))
    look = over(shape, lambda box: (Fill(box, back, box.h // 2),) if here else ())
    name, states = s.say(f"board.step.{step.where}", n=step.nth + 1, title=title), ("selected",) if here else ()
    does = OpenDialog("leaping", step.phase) if step.asks else EnterPhase(step.phase)
    return node("step", f"step:{step.phase}", name, look, does=does, states=states)


def _mark(s: Sight, box: Box, step: Step) -> tuple[Mark, ...]:
    """Show a step's number, or that it is done. A number in a disc is something else: what lies on the table."""
    if step.where == "past":
        return Fill(box, theme.INK_3, box.w // 2), Icon(box.inset(s.px(7)), "check", theme.WHITE)
    ink, back = (theme.SLATE, theme.CHALK) if step.where == "here" else (theme.CHALK, theme.SLATE)
    style = Style(ink=ink, bold=True, back=back, align="centre", middle=True)
    return (s.words(box.inset(-s.px(2)), str(step.nth + 1), style),)


def _square(s: Sight, side: int, button: Button) -> Piece:
    return middle(made(side, side, lambda box: icon_button(s, box, button)))


def _history(s: Sight, side: int, gap: int, no_undo: str | None, no_redo: str | None) -> Piece:
    undo = Button("undo", s.say("board.undo"), Undo(), "dark", "undo-2", _off(no_undo))
    redo = Button("redo", s.say("board.redo"), Redo(), "dark", "redo-2", _off(no_redo))
    return middle(node("group", "history", "", row(_square(s, side, undo), _square(s, side, redo), gap=gap)))


def _off(notice: str | None) -> tuple[str, ...]:
    return () if notice is None else ("disabled",)


def _clock(s: Sight, sizes: Sizes, largest: float, left: int, stops: tuple[bool, bool] | None) -> Piece:
    """Give the countdown, at its largest size where it stands whole, and its button: paused or not, closed or not."""
    side, wide, gap = sizes
    over_time = left < 0
    shown = f"+{-left // 60}" if left <= -6000 else f"{'+' if left < 0 else ''}{abs(left) // 60:02}:{abs(left) % 60:02}"
    fill, ink = (theme.ACCENT, theme.INK) if over_time else (theme.SLATE, theme.CHALK)
    sign = icon(s, "alarm-clock", 26, ink) if over_time else None
    digits = fitted(s, shown, Style(largest, ink, bold=True, back=fill, align="centre", middle=True), *DIGITS)
    words = over(pad(row(sign, grow(digits), gap=s.px(2)), s.px(4)), lambda box: (Fill(box, fill, s.px(theme.RADIUS)),))
    name = _time_left(s, left)
    tall, states = (side, ()) if largest == DIGITS[0] else (s.px(theme.BAR), ("podium",))
    timer = node(
        "timer", "clock", name, sized(words, wide=wide, tall=tall), does=OpenDialog("time"), states=states, value=shown
    )
    if stops is None:
        return middle(timer)
    paused, closed = stops
    stop, sign_of, does = ("board.resume", "play", Resume()) if paused else ("board.pause", "pause", Pause())
    pause = Button("pause", s.say(stop), does, "dark", sign_of, ("disabled",) if closed else ())
    return middle(node("group", "time", "", row(timer, _square(s, side, pause), gap=gap)))


def _time_left(s: Sight, left: int) -> str:
    """Say the time that is left, by the minute: who hears it is not told each second."""
    if left < 0:
        return s.say("board.clock.over", n=-left // 60)
    return s.say("board.clock.left", n=-(-left // 60))


def _menu(s: Sight, side: int) -> Piece:
    return _square(s, side, Button("menu", s.say("board.menu"), ToggleMenu(), "dark", "menu"))
