"""The bar over every session screen: what is played, the phases as steps, undo and redo, the countdown, the menu."""

from __future__ import annotations

from game.core.agenda import Phase
from game.core.moves.flow import EnterPhase, Pause, Resume
from game.core.session import Session
from game.view.answer.intents import OpenDialog, Redo, ToggleMenu, Undo
from game.view.answer.ui import Ui
from game.view.parts.widgets import Button, icon_button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIDE, CLOCK, APART = 56, 150, 8
CLOSE = (48, 124, 5)
"""Side of a button, width of the countdown, gap: as wide as may be, and where the window is narrow."""
DISC = 36
TITLED = 120
"""Room the steps leave to the session's title at least, so long as they can."""
NARROW = 1500
"""Width of the window, in pixels at the text's scale, under which the bar is tight."""


def _sizes(s: Sight) -> tuple[int, int, int]:
    side, clock, gap = CLOSE if s.box.w < s.px(NARROW) else (SIDE, CLOCK, APART)
    return s.px(side), s.px(clock), s.px(gap)


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the bar: only its clock reads the time."""
    inner = box.inset(_sizes(s)[2] * 2, 0)
    tools, rest = inner.cut_right(_tools_width(s), _sizes(s)[2] * 2)
    steps = _steps_width(s, session, rest.w)
    middle, left = rest.cut_right(steps, _sizes(s)[2])
    undo, redo, clock, pause, menu = _slots(s, tools)
    kids = (
        s.part("topbar:title", _title, session, left),
        s.part("topbar:steps", _steps, session, middle),
        s.part("topbar:history", _history, undo.join(redo), tools, ui.notice("no_undo"), ui.notice("no_redo")),
        s.part(
            "topbar:clock",
            _clock,
            clock.join(pause),
            tools,
            session.remaining(ui.now),
            session.paused,
            session.closed,
        ),
        s.part("topbar:menu", _menu, menu, tools, ui.menu),
    )
    return Node("group", "topbar", "", box, (Fill(box, theme.INK),), kids=kids)


def _tools_width(s: Sight) -> int:
    side, clock, gap = _sizes(s)
    return 4 * side + 4 * gap + clock


def _title(s: Sight, session: Session, box: Box) -> Node:
    lang, scenario = s.speaker.lang, session.workshop.scenario
    title = session.title or scenario.title.say(lang)
    members = s.say("board.members", n=sum(1 for sitting in session.seats if sitting.present))
    town = f"{scenario.town.say(lang)} · {members}"
    area = box.inset(0, s.px(10))
    if max(s.width(title, theme.LABEL, bold=True), s.width(town, theme.TEXT)) <= area.w:
        top, foot = area.split_rows(6, 5)
        marks: tuple[Mark, ...] = (
            s.words(top, title, Style(theme.LABEL, theme.WHITE, bold=True, back=theme.INK, middle=True)),
            s.words(foot, town, Style(ink=theme.SAND, back=theme.INK, middle=True)),
        )
        return Node("heading", "session:title", f"{title}, {town}", box, marks)
    sizes = (theme.LABEL, theme.BODY, theme.TEXT)
    words = s.fitted(area, title, Style(sizes[0], theme.WHITE, bold=True, back=theme.INK, middle=True), *sizes[1:])
    cut = words.lines[-1].endswith("…") or s.width(max(words.lines, key=len), theme.TEXT, bold=True) > area.w
    return Node("heading", "session:title", f"{title}, {town}", box, () if cut else (words,))


Shown = tuple[tuple[int, int, bool], ...]
"""The steps shown: the phase's place, the width, and whether its name is written."""


def _steps_width(s: Sight, session: Session, room: int) -> int:
    """Give the room the steps take beside a title."""
    return sum(width for _, width, _ in _shown(s, session, room - s.px(TITLED)))


def _shown(s: Sight, session: Session, room: int) -> Shown:
    """Choose what the steps show in a room: all names, only the current one, its two neighbours, itself alone."""
    phases, disc = session.workshop.agenda.phases, s.px(theme.TARGET + 2)
    here = len(session.workshop.agenda.before(session.phase))
    named = [s.px(DISC + 38) + s.width(p.title.say(s.speaker.lang), theme.TEXT, bold=True) for p in phases]
    every = range(len(phases))
    near = tuple(i for i in every if abs(i - here) <= 1)
    ways: tuple[Shown, ...] = (
        tuple((i, named[i], True) for i in every),
        *(tuple((i, named[i] if i == here else disc, i == here) for i in some) for some in (every, near)),
        tuple((i, disc, False) for i in near),
    )
    return next((way for way in ways if sum(width for _, width, _ in way) <= room), ((here, disc, False),))


def _steps(s: Sight, session: Session, box: Box) -> Node:
    phases, x = session.workshop.agenda.phases, box.x
    done = len(session.workshop.agenda.before(session.phase))
    kids = []
    for i, width, named in _shown(s, session, box.w):
        phase = phases[i]
        cell = Box(x, box.y, width, box.h).middle(width - s.px(2), s.px(SIDE) if named else width - s.px(2))
        x += width
        kids.append(_step(s, cell, phase, i, done, named=named))
    return Node("group", "steps", s.say("board.phases"), box, kids=tuple(kids))


def _step(s: Sight, box: Box, phase: Phase, i: int, done: int, *, named: bool) -> Node:
    here, past, title = i == done, i < done, phase.title.say(s.speaker.lang)
    back, ink = (theme.WHITE, theme.INK) if here else (theme.INK, theme.WHITE)
    marks: list[Mark] = [Fill(box, back, box.h // 2)] if here else []
    side = s.px(DISC)
    inner = box.inset(s.px(8 if named else 0), 0)
    spot = (inner.cut_left(side)[0] if named else inner).middle(side, side)
    disc = theme.ACCENT if here else theme.INK_3 if past else theme.INK
    marks.append(Fill(spot, disc, side // 2, theme.INK_3 if not here else theme.ACCENT, s.px(2)))
    if past:
        marks.append(Icon(spot.inset(s.px(7)), "check", theme.WHITE))
    else:
        shade = theme.INK if here else theme.WHITE
        marks.append(
            s.words(
                spot.inset(-s.px(2)), str(i + 1), Style(ink=shade, bold=True, back=disc, align="centre", middle=True)
            )
        )
    if named:
        words = inner.cut_left(side, s.px(12))[1]
        marks.append(s.words(words.inset(-s.px(4), 0), title, Style(ink=ink, bold=here, back=back, middle=True)))
    where = "here" if here else "past" if past else "next"
    states = ("selected",) if here else ()
    name = s.say(f"board.step.{where}", n=i + 1, title=title)
    return Node("step", f"step:{phase.id}", name, box, tuple(marks), EnterPhase(phase.id), states)


def _slots(s: Sight, box: Box) -> tuple[Box, ...]:
    side, _, gap = _sizes(s)
    undo, rest = box.cut_left(side, gap)
    redo, rest = rest.cut_left(side, gap)
    menu, rest = rest.cut_right(side, gap)
    pause, clock = rest.cut_right(side, gap)
    return tuple(cell.middle(cell.w, side) for cell in (undo, redo, clock, pause, menu))


def _history(s: Sight, _: Box, box: Box, no_undo: str | None, no_redo: str | None) -> Node:
    undo, redo = _slots(s, box)[:2]
    kids = (
        icon_button(
            s, undo, Button("undo", s.say("board.undo"), Undo(), icon="undo-2", states=_off(no_undo), kind="dark")
        ),
        icon_button(
            s, redo, Button("redo", s.say("board.redo"), Redo(), icon="redo-2", states=_off(no_redo), kind="dark")
        ),
    )
    return Node("group", "history", "", undo.join(redo), kids=kids)


def _off(notice: str | None) -> tuple[str, ...]:
    return () if notice is None else ("disabled",)


def _clock(s: Sight, _: Box, box: Box, left: int, paused: bool, closed: bool) -> Node:  # noqa: FBT001
    clock, pause = _slots(s, box)[2:4]
    over = left < 0
    shown = f"+{-left // 60}" if left <= -6000 else f"{'+' if over else ''}{abs(left) // 60:02}:{abs(left) % 60:02}"
    fill, ink = (theme.ACCENT, theme.INK) if over else (theme.INK, theme.WHITE)
    marks: list[Mark] = [Fill(clock, fill, s.px(theme.RADIUS))]
    text = clock.inset(s.px(4), 0)
    if over:
        spot, text = text.cut_left(s.px(26), s.px(2))
        marks.append(Icon(spot.middle(s.px(26), s.px(26)), "alarm-clock", ink))
    sizes = (40, 36, 32, 28, theme.TEXT)
    marks.append(
        s.fitted(text, shown, Style(sizes[0], ink, bold=True, back=fill, align="centre", middle=True), *sizes[1:])
    )
    key = "board.clock.over" if over else "board.clock.left"
    name = s.say(key, minutes=abs(left) // 60, seconds=abs(left) % 60)
    stop = ("board.resume", "play", Resume()) if paused else ("board.pause", "pause", Pause())
    kids = (
        Node("timer", "clock", name, clock, tuple(marks), OpenDialog("time"), value=shown),
        icon_button(
            s,
            pause,
            Button("pause", s.say(stop[0]), stop[2], icon=stop[1], states=("disabled",) if closed else (), kind="dark"),
        ),
    )
    return Node("group", "time", "", clock.join(pause), kids=kids)


def _menu(s: Sight, box: Box, *_: object) -> Node:
    return icon_button(s, box, Button("menu", s.say("board.menu"), ToggleMenu(), icon="menu", kind="dark"))
