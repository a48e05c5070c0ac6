"""The ledger: one row a family, its issues as cells and their levers under them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate

from game.core.family import Family
from game.core.session import PlacedIssue, Session
from game.view.answer.gestures import RowSpot
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.board.cells import EDGES, Pick, cell, months, needed, pick_shown, pulled
from game.view.parts.lists import Listed, Lying, knob, scrolled, shelf
from game.view.parts.naming import card as card_name
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import made
from game.view.tree.looks import Fill, Icon, Mark, Style
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
    """Give the height of the rows in a box: all of them fill it, or they scroll and each shows all it has."""
    least, share = row_height(s, session), box.h // max(1, len(session.workshop.families))
    if least <= share:
        return share
    room = (box.w - s.px(HEAD + ROLL)) // _abreast(session) - s.px(8 + EDGES)
    found = by(session.issues).items()
    long = any(s.kept(f"widest:{name}", _widest, session.only(tuple(own))) > room for name, own in found)
    more = (s.step(theme.TEXT) + s.px(8 + 8) - s.px(theme.TARGET) + s.step(theme.TEXT)) if long else 0
    return least + s.step(theme.TEXT) + more * session.limits.levers_per_issue


def _widest(s: Sight, own: Session) -> int:
    names = (card_name(s, own, lever) for issue in own.issues for lever in issue.levers)
    return max((s.width(name, theme.TEXT) for name in names), default=0)


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a family's row shows: its issues, and how many cards of a kind (issues, levers) it has of how many.

    `own` is a session of its issues alone; `launches` are their months, `way` how all are written, `tense` the (family,
    card) pairs an open tension touches. `needs` is the height its cells need to hide nothing, in pixels.
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
    needs: int
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
    one = Shown(family, own, *ahead, tense, cells, kind, *counts(own, family.id), share, 0)
    picks = (_pick(s, one, i) for i in range(there if cells <= ABREAST else 0))
    return replace(one, needs=max((needed(s, pick, width) + s.px(3) for pick in picks), default=0))


def _pick(s: Sight, one: Shown, i: int) -> Pick:
    """Give what the cell of a family's nth issue shows."""
    issue = one.own.issues[i]
    given = one.own.only((issue,)), one.launches[i], one.way, one.tense
    return s.kept(f"pick:{issue.card}", pick_shown, *given)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    abreast = _abreast(session)
    room = box.w - s.px(HEAD + ROLL - 16)
    rows = shown(s, session, (room - s.px(16 + 8 * (abreast - 1))) // abreast, ui.tab(CHOSEN, ""))
    tall, name = row_tall(s, session, box), s.say("board.ledger")

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
    """Share the height by what each family holds, where equal rows would hide figures and these hide none."""
    share = box.h // max(1, len(rows))
    if row_height(s, session) > share:
        return None
    least = s.px(12 + 38) + 3 * s.step(theme.TEXT)
    heights = [max(least, one.needs) for one in rows]
    spare = box.h - sum(heights)
    if max(heights, default=0) <= share or spare < 0:
        return None
    edges = [spare * i // len(heights) for i in range(len(heights) + 1)]
    return tuple(height + edges[i + 1] - edges[i] for i, height in enumerate(heights))


def _rolls(family: Family) -> str:
    """Give the key of a row's cells as a list that scrolls."""
    return f"cells:{family.id}"


def _abreast(session: Session) -> int:
    return min(session.limits.issues_per_family, ABREAST)


def row(s: Sight, one: Shown, start: int, box: Box) -> Node:
    """Give a family's row, its cells scrolled by `start` pixels where they are more than are in sight at once."""
    head, rest = box.cut_left(s.px(HEAD))
    kids = (_head(s, one, head), *(cells(s, one, rest) if one.cells <= ABREAST else (_rolling(s, one, start, rest),)))
    family = one.family
    name = s.say("board.row", family=family.name.say(s.speaker.lang))
    line = Fill(Box(box.x, box.bottom - s.px(2), box.w, s.px(2)), theme.SAND)
    return Node("row", f"row:{family.id}", name, box, (Fill(box, theme.WHITE), line), kids=kids,
                accepts=RowSpot(family.id))  # fmt: skip


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


def _head(s: Sight, one: Shown, box: Box) -> Node:
    """Give a family's block: icon, letter, short name, share of the purchases, count and limit. Press: choose it."""
    lang, family = s.speaker.lang, one.family
    ink, share = theme.on(family.colour), percent(one.share, lang)
    inner = box.inset(s.px(8), s.px(6))
    top, rest = inner.cut_top(s.px(38))
    foot, middle = rest.cut_bottom(s.step(theme.TEXT))
    spot, letter = top.cut_left(s.px(36), s.px(8))
    marks: list[Mark] = [
        Fill(box, family.colour),
        Icon(spot.middle(s.px(34), s.px(34)), family.icon, ink),
        s.words(letter, family.letter, Style(theme.LABEL, ink, bold=True, back=family.colour, middle=True)),
        s.fitted(
            middle,
            family.short.say(lang),
            Style(theme.BODY, ink, bold=True, back=family.colour, middle=True),
            theme.TEXT,
        ),
        s.words(foot, f"{share} · {one.used}/{one.limit}", Style(ink=ink, back=family.colour)),
    ]
    if one.chosen:
        marks.insert(1, Fill(box.inset(s.px(3)), "", s.px(6), theme.ACCENT, s.px(5)))
    name = s.say(f"board.head.{one.kind}", family=family.name.say(lang), share=share, used=one.used, limit=one.limit)
    does = SelectTab(CHOSEN, "" if one.chosen else family.id)
    states = ("selected",) if one.chosen else ()
    return Node("button", f"head:{family.id}", name, box, tuple(marks), does, states, hint=s.say("board.head.hint"))
