"""What table.png shows: the board as it lies and what was decided, without the hand nor any button."""

from __future__ import annotations

from game.core.objective import Objective
from game.core.report import Report, report
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.board import board, ledger
from game.view.parts import loads, naming, widgets
from game.view.plan import plan
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Mark, Stripes, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import day

LINE, EDGE, CHIP = 38, 24, 54
"""Height of a line, margins, and what the letter of a family takes before a title; at 1080p."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the picture of an open session."""
    bar, rest = s.box.cut_top(s.px(theme.BAR))
    stripes, rest = rest.cut_top(s.px(theme.STRIPES))
    results, town, rows, strip, foot = (_upright if s.upright else _beside)(s, found := report(session), rest)
    kids = (
        _heading(s, session, bar),
        plan.build(s, ui, session.workshop, plan.issues_pinned(s, session), town, over=False),
        (table := ledger.build(s, ui, session, rows)),
        *_set_aside(s, found, table),
        loads.build(s, session, strip, onward=False),
        *((_results(s, found, results),) if results.h else ()),
        widgets.label(s, foot.inset(s.px(20), 0), "poster:law", s.say("board.footer"), Style(middle=True)),
    )
    look = (Fill(s.box, theme.PAPER), Stripes(stripes, theme.SLATE, theme.CHALK))
    return Node("group", "poster", "", s.box, look, kids=kids)


def _beside(s: Sight, found: Report, box: Box) -> tuple[Box, Box, Box, Box, Box]:
    """Give the places of what was decided, the plan, the ledger, its loads and the foot: the ledger on the right."""
    right, left = box.cut_right(board.ledger_width(s, box))
    foot, left = left.cut_bottom(s.px(LINE))
    strip, rows = right.cut_bottom(loads.height(s))
    return *left.cut_bottom(_tall(s, found, left.w)), rows, strip, foot


def _upright(s: Sight, found: Report, box: Box) -> tuple[Box, Box, Box, Box, Box]:
    """Give the same places under one another: plan, ledger, loads, what was decided, foot."""
    foot, rest = box.cut_bottom(s.px(LINE))
    results, rest = rest.cut_bottom(_tall(s, found, rest.w))
    strip, rest = rest.cut_bottom(loads.height(s))
    rows, town = rest.cut_bottom(board.rows_height(s, found.session, rest))
    return results, town, rows, strip, foot


def _set_aside(s: Sight, found: Report, table: Node) -> tuple[Node, ...]:
    """Veil the cells of what was renounced, and say so: the picture then shows what is kept."""
    cells = ((item.card, table.find(f"cell:{item.card}")) for item in found.renounced)
    return tuple(_veil(s, card, cell.box.meet(table.box)) for card, cell in cells if cell is not None)


def _veil(s: Sight, card: str, box: Box) -> Node:
    said = s.say("council.fate.renounced")
    wide, tall = s.width(said, theme.TEXT, bold=True) + s.px(32), s.step(theme.TEXT) + s.px(12)
    chip = box.middle(min(wide, box.w), min(tall, box.h))
    marks = (
        Fill(box, theme.ASIDE),
        Fill(chip, theme.WHITE, tall // 2, theme.INK_3, s.px(2)),
        s.words(chip, said, Style(bold=True, back=theme.WHITE, align="centre", middle=True)),
    )
    return Node("text", f"poster:aside:{card}", said, box, marks)


def _heading(s: Sight, session: Session, bar: Box) -> Node:
    """Say which session it was, where and when, and who sat."""
    lang, scenario = s.speaker.lang, session.workshop.scenario
    title = session.title or scenario.title.say(lang)
    there = sum(1 for sitting in session.seats if sitting.present)
    facts = " · ".join((scenario.town.say(lang), day(session.date, lang), s.say("board.members", n=there)))
    inner = bar.inset(s.px(EDGE), s.px(8))
    right, left = inner.cut_right(min(inner.w // 2, s.width(facts, theme.BODY) + s.px(8)), s.px(EDGE))
    sizes = (theme.TITLE, theme.LABEL, theme.TEXT)
    marks = (
        Fill(bar, theme.SLATE),
        s.fitted(left, title, Style(sizes[0], theme.CHALK, bold=True, back=theme.SLATE, middle=True), *sizes[1:]),
        s.fitted(
            right, facts, Style(theme.BODY, theme.CHALK_2, back=theme.SLATE, align="right", middle=True), theme.TEXT
        ),
    )
    return Node("heading", "poster:title", f"{title}, {facts}", bar, marks)


def _tall(s: Sight, found: Report, width: int) -> int:
    heads, room = bool(_sheets(found)) + bool(found.renounced), width - 2 * s.px(EDGE)
    titles = sum(_title_tall(s, _title(s, sheet), room) for sheet in _sheets(found))
    names = s.tall(_given_up(s, found), theme.TEXT, room) if found.renounced else 0
    return s.px(heads * LINE + 2 * 12) + titles + names if heads else 0


def _title(s: Sight, sheet: Objective) -> str:
    return naming.typed(s, sheet.title.say(s.speaker.lang))


def _title_tall(s: Sight, title: str, width: int) -> int:
    """Give the height of an objective's title: one line, or as many as it needs at the size of texts."""
    return max(s.px(LINE), s.tall(title, theme.TEXT, width - s.px(CHIP), bold=True))


def _given_up(s: Sight, found: Report) -> str:
    return "\u00a0· ".join(naming.card(s, found.session, item.card) for item in found.renounced)


def _sheets(found: Report) -> tuple[Objective, ...]:
    """Give the objectives shown: those adopted, else those being written."""
    return found.adopted or found.objectives


def _results(s: Sight, found: Report, box: Box) -> Node:
    """List the objectives, each with its family's letter, and what was renounced."""
    inner, marks = box.inset(s.px(EDGE), s.px(12)), [Fill(box, theme.SLATE)]
    kids: list[Node] = []
    if _sheets(found):
        kind = "adopted" if found.adopted else "waiting"
        head, inner = inner.cut_top(s.px(LINE))
        said = s.say(f"council.credits.{kind}", n=len(_sheets(found)))
        words = s.words(head, said, Style(theme.LABEL, theme.AMBER, bold=True, back=theme.SLATE, middle=True))
        kids.append(Node("heading", "poster:objectives", said, head, (words,)))
    for sheet in _sheets(found):
        line, inner = inner.cut_top(_title_tall(s, _title(s, sheet), inner.w))
        kids.append(_objective(s, found.session, sheet, line))
    if found.renounced:
        kids.append(_renounced(s, found, inner))
    return Node("group", "poster:results", "", box, tuple(marks), kids=tuple(kids))


def _objective(s: Sight, session: Session, sheet: Objective, box: Box) -> Node:
    family, title = naming.family(session, sheet.family), _title(s, sheet)
    spot, words = box.cut_left(s.px(CHIP - 14), s.px(14))
    chip = spot.middle(s.px(38), s.px(32))
    marks: tuple[Mark, ...] = (
        Fill(chip, family.colour, s.px(8), theme.CHALK_2, s.px(2)),
        s.words(
            chip.inset(-s.px(2), 0),
            family.letter,
            Style(ink=theme.on(family.colour), bold=True, back=family.colour, align="centre", middle=True),
        ),
        s.fitted(words, title, Style(theme.BODY, theme.CHALK, bold=True, back=theme.SLATE, middle=True), theme.TEXT),
    )
    return Node("text", f"poster:{sheet.issue}", f"{sheet.code}, {title}", box, marks)


def _renounced(s: Sight, found: Report, box: Box) -> Node:
    head, body = box.cut_top(s.px(LINE))
    said = s.say("council.credits.renounced", n=len(found.renounced))
    names = _given_up(s, found)
    marks = (
        s.words(head, said, Style(theme.LABEL, theme.AMBER, bold=True, back=theme.SLATE, middle=True)),
        s.words(body, names, Style(ink=theme.CHALK, back=theme.SLATE)),
    )
    return Node("text", "poster:renounced", f"{said}. {names}", box, marks)
