"""The ledger: one row a family, its issues as cells and their levers under them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import accumulate

from game.core.family import Family
from game.core.frozen import dataclass
from game.core.session import PlacedIssue, Session
from game.view.answer.gestures import RowSpot
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.board.cells import Pick, cell, months, needs, pick_shown, pulled
from game.view.parts.lists import Listed, Lying, knob, scrolled, shelf
from game.view.parts.pieces import fitted, icon, line, text
from game.view.tree import layout, theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, made, node, over, pad, sized
from game.view.tree.looks import Fill, Mark, Style
from game.view.tree.node import Node, Scroller
from game.view.tree.sight import Sight
from game.words.numbers import percent

HEAD, ROLL, KNOB = 152, 36, 11
"""Widths of a family's block, and of the scroll bar with the margins; height of the knob of a row that scrolls."""
ABREAST = 3
"""The most cells of a row in sight at once, as many as an agenda may allow; a label can be read in each of them.

Where a family has more all the same, its row scrolls."""
CHOSEN = "family"
"""The strip of the chosen family: the hand is sorted for it."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build all the rows; they scroll when the window is too low for them."""
    rolls = tuple(_rolls(family) for family in session.workshop.families)
    return s.part("ledger", _build, ui.only(tabs=(CHOSEN,), scrolls=("ledger", *rolls)), session, box)


def row_height(s: Sight, session: Session) -> int:
    """Give the height a row needs: a label on two lines, and the levers an issue may have."""
    return 2 * s.step(theme.TEXT) + s.px((theme.TARGET + 2) * session.limits.levers_per_issue + 8)


def row_tall(s: Sight, session: Session, box: Box) -> int:
    """Give the height of the rows in a box: all of them fill it, or they scroll, each as high as the fullest.

    Where cells scroll too, none is measured: there is room for each lever on two lines.
    """
    return _row_tall(s, session, shown(s, session, cell_wide(s, session, box)), box)


def _row_tall(s: Sight, session: Session, rows: tuple[Shown, ...], box: Box) -> int:
    if _fill(s, session, rows, box):
        return box.h // max(1, len(rows))
    least, larger = row_height(s, session), 2 * (s.step(theme.LABEL) - s.step(theme.TEXT))
    needed = max((one.needs[0] for one in rows), default=0)
    if any(one.cells > ABREAST for one in rows):
        needed = least + (2 * s.step(theme.TEXT) + s.px(8) - s.px(theme.TARGET)) * session.limits.levers_per_issue
    return max(least + s.step(theme.TEXT), needed) + larger


def _fill(s: Sight, session: Session, rows: tuple[Shown, ...], box: Box) -> bool:
    """Tell whether a box shows all the rows, with no word cut."""
    whole = sum(_least(one, 1) for one in rows) <= box.h
    return whole and row_height(s, session) <= box.h // max(1, len(rows))


def _least(one: Shown, way: int) -> int:
    """Give the least height of a row, with its figures or without."""
    return max(one.head, one.needs[way])


def cell_wide(s: Sight, session: Session, box: Box) -> int:
    """Give the width of a cell, were there as many as are in sight at once, beside a list's knob."""
    abreast = min(session.limits.issues_per_family, ABREAST)
    return (box.w - s.px(HEAD + ROLL - 16) - s.px(16 + 8 * (abreast - 1))) // abreast


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a family's row shows: its issues, and how many cards of a kind (issues, levers) it has of how many.

    `own` is a session of its issues alone; `launches` are their months, `way` how all are written, `tense` the (family,
    card) pairs an open tension touches. In pixels, `head` is the height of its block, `needs` what its cells need to
    hide nothing, and to hide nothing but figures.
    """

    family: Family
    own: Session
    launches: tuple[str, ...]
    way: int
    tense: tuple[tuple[str, str], ...]
    cells: int
    kind: str
    used: int
    limit: int
    share: float
    needs: tuple[int, int] = (0, 0)
    head: int = 0
    chosen: bool = False


def shown(s: Sight, session: Session, width: int, chosen: str = "") -> tuple[Shown, ...]:
    """Give what the rows show, in cells `width` pixels wide."""
    (launches, way), tense, by_family = months(s, session, width), pulled(session), by(session.issues)
    rows = []
    for family in session.workshop.families:
        issues = tuple(by_family.get(family.id, ()))
        ahead = tuple(launches.get(issue.card, "") for issue in issues), way
        pairs = tuple(pair for pair in tense if pair[0] == family.id)
        one = s.kept(f"shown:{family.id}", _shown, session.only(issues), family, ahead, pairs, width)
        rows.append(replace(one, chosen=True) if family.id == chosen else one)
    return tuple(rows)


def by(issues: tuple[PlacedIssue, ...]) -> dict[str, list[PlacedIssue]]:
    """Sort issues by family, each in the order they were placed."""
    found: dict[str, list[PlacedIssue]] = {}
    for issue in issues:
        found.setdefault(issue.family, []).append(issue)
    return found


def _shown(
    s: Sight, own: Session, family: Family, ahead: tuple[tuple[str, ...], int], tense: tuple[tuple[str, str], ...],
    width: int,
) -> Shown:  # fmt: skip
    """Give what a family's row shows; `ahead` are the months of its picks, and which way all are written.

    Cells that scroll share the height of the board as empty ones do.
    """
    role, most, there = own.workshop.scenario.family(family.id), own.limits.issues_per_family, len(own.issues)
    cells = max(min(most, ABREAST), min(most, there + 1), there)
    kind = "levers" if own.playing_levers else "issues"
    share = role.share_pct if role is not None else 0
    one = Shown(family, own, *ahead, tense, cells, kind, *counts(own, family.id), share)
    one = replace(one, head=head(s, one).tall(s.px(HEAD)))
    if not there or cells > ABREAST:
        return one
    every, bare = zip(*(needs(s, _pick(s, one, i), width) for i in range(there)), strict=True)
    return replace(one, needs=(max(every) + s.px(3), max(bare) + s.px(3)))


def _pick(s: Sight, one: Shown, i: int) -> Pick:
    """Give what the cell of a family's nth issue shows."""
    issue = one.own.issues[i]
    given = one.own.only((issue,)), one.launches[i], one.way, one.tense
    return s.kept(f"pick:{issue.card}", pick_shown, *given)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    rows = shown(s, session, cell_wide(s, session, box), ui.tab(CHOSEN, ""))
    tall, name = _row_tall(s, session, rows, box), s.say("board.ledger")

    def make(i: int, cell_box: Box) -> Node:
        family = rows[i].family
        return s.part(f"row:{family.id}", row, rows[i], ui.scroll(_rolls(family)), cell_box)

    heights = _heights(s, session, rows, box)
    if heights is None:
        lines = [made(0, tall, partial(make, i)) for i in range(len(rows))]
        return scrolled(s, ui, Listed("ledger", name), lines).node(box)
    tops = accumulate(heights, initial=box.y)
    kids = tuple(
        make(i, Box(box.x, top, box.w, high)) for i, (top, high) in enumerate(zip(tops, heights, strict=False))
    )
    return Node("list", "ledger", name, box, states=("clips",), kids=kids, scrolls=Scroller("ledger", 0))


def _heights(s: Sight, session: Session, rows: tuple[Shown, ...], box: Box) -> tuple[int, ...] | None:
    """Share the height by what each family holds, where equal rows would hide some of it and these do not.

    Where there is no room for all figures, at least no word is to be cut.
    """
    if not _fill(s, session, rows, box):
        return None
    ways = ([_least(one, way) for one in rows] for way in (0, 1))
    heights = next(way for way in ways if sum(way) <= box.h)
    if max(heights, default=0) <= box.h // max(1, len(rows)):
        return None
    spare = box.h - sum(heights)
    edges = [spare * i // len(heights) for i in range(len(heights) + 1)]
    return tuple(height + edges[i + 1] - edges[i] for i, height in enumerate(heights))


def _rolls(family: Family) -> str:
    """Give the key of a row's cells as a list that scrolls."""
    return f"cells:{family.id}"


def row(s: Sight, one: Shown, start: int, box: Box) -> Node:
    """Give a family's row, its cells scrolled by `start` pixels where they are more than are in sight at once."""
    family = one.family
    name = s.say("board.row", family=family.name.say(s.speaker.lang))

    def held(rest: Box) -> tuple[Node, ...]:
        return cells(s, one, rest) if one.cells <= ABREAST else (_rolling(s, one, start, rest),)

    def look(area: Box) -> tuple[Mark, ...]:
        return Fill(area, theme.WHITE), Fill(Box(area.x, area.bottom - s.px(2), area.w, s.px(2)), theme.SAND)

    shape = layout.row(sized(head(s, one), wide=s.px(HEAD)), grow(made(0, 0, held)))
    return node("row", f"row:{family.id}", name, over(shape, look), accepts=RowSpot(family.id)).node(box)


def cells(s: Sight, one: Shown, box: Box, *, stacked: bool = False) -> tuple[Node, ...]:
    """Give a family's cells, empty ones too, side by side or one under the other."""
    inner = box.inset(s.px(8), s.px(1))
    spots = inner.rows(one.cells, s.px(8)) if stacked else inner.columns(one.cells, s.px(8))
    return tuple(_nth(s, one, i, spot) for i, spot in enumerate(spots))


def _nth(s: Sight, one: Shown, i: int, spot: Box) -> Node:
    return cell(s, f"cell:{one.family.id}:{i}", _pick(s, one, i) if i < len(one.own.issues) else None, spot)


def _rolling(s: Sight, one: Shown, start: int, box: Box) -> Node:
    """Give the cells of a family that has more than are in sight at once, as wide as if there were just so many."""
    inner, gap = box.inset(s.px(8), s.px(1)), s.px(8)
    width = (inner.w - gap * (ABREAST - 1)) // ABREAST
    lying = Lying(_rolls(one.family), one.family.name.say(s.speaker.lang), one.cells, width, gap)
    found = shelf(lying, start, inner, lambda i, spot: _nth(s, one, i, spot.cut_bottom(s.px(KNOB))[1]))
    far = found.scrolls.reach if found.scrolls is not None else 0
    return replace(found, look=knob(s, inner, min(start, far), far, across=True))


def counts(session: Session, family: str) -> tuple[int, int]:
    """Give how many cards of this phase's kind a family has, and how many it may have."""
    if session.playing_levers:
        return len(session.levers_of(family)), session.limits.levers_per_family
    return len(session.issues_of(family)), session.limits.issues_per_family


def head(s: Sight, one: Shown) -> Piece:
    """Give a family's block: icon, letter, short name, share of the purchases, count and limit. Press: choose it."""
    return s.kept(f"head:{one.family.id}", _head, one.family, one.kind, (one.used, one.limit), one.share, one.chosen)


def _head(s: Sight, family: Family, kind: str, count: tuple[int, int], part: float, chosen: bool) -> Piece:  # noqa: FBT001
    lang, (used, limit) = s.speaker.lang, count
    ink, share, fill = theme.on(family.colour), percent(part, lang), family.colour
    sign = sized(icon(s, family.icon, 34, ink), wide=s.px(36), tall=s.px(38))
    letter = line(s, family.letter, Style(theme.LABEL, ink, bold=True, back=fill))
    short = fitted(s, family.short.say(lang), Style(theme.BODY, ink, bold=True, back=fill, middle=True), theme.TEXT)
    counted = text(s, f"{share} · {used}/{limit}", Style(ink=ink, back=fill))
    two = sized(short, tall=2 * s.step(theme.TEXT))
    shape = pad(column(layout.row(sign, letter, gap=s.px(8)), grow(two), counted), s.px(8), s.px(6))

    def look(box: Box) -> tuple[Mark, ...]:
        on = (Fill(box.inset(s.px(3)), "", s.px(6), theme.ACCENT, s.px(5)),) if chosen else ()
        return Fill(box, fill), *on

    name = s.say(f"board.head.{kind}", family=family.name.say(lang), share=share, used=used, limit=limit)
    does, states = SelectTab(CHOSEN, "" if chosen else family.id), ("selected",) if chosen else ()
    return node("button", f"head:{family.id}", name, over(shape, look), does=does, states=states,
                hint=s.say("board.head.hint"))  # fmt: skip
