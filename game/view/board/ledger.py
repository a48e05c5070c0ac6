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
from game.view.board.cells import EDGES, Pick, cell, months, needed, picks_shown, pulled
from game.view.parts.lists import Listed, scrolled
from game.view.parts.naming import card as card_name
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import made
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node, Scroller
from game.view.tree.sight import Sight
from game.words.numbers import percent

HEAD, ROLL = 152, 36
"""Widths of a family's block, and of the scroll bar with the margins."""
USUAL = 6
"""The most cells of a row before there are cards for more."""
CHOSEN = "family"
"""The strip of the chosen family: the hand is sorted for it."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build all the rows; they scroll when the window is too low for them."""
    return s.part("ledger", _build, ui.only(tabs=(CHOSEN,), scrolls=("ledger",)), session, box)


def row_height(s: Sight, session: Session) -> int:
    """Give the height a row needs: a label on two lines, and the levers an issue may have."""
    return 2 * s.step(theme.TEXT) + s.px((theme.TARGET + 2) * session.limits.levers_per_issue + 8)


def row_tall(s: Sight, session: Session, box: Box) -> int:
    """Give the height of the rows in a box: all of them fill it, or they scroll and each shows all it has."""
    least, share = row_height(s, session), box.h // max(1, len(session.workshop.families))
    if least <= share:
        return share
    room = (box.w - s.px(HEAD + ROLL)) // session.limits.issues_per_family - s.px(8 + EDGES)
    names = (card_name(s, session, lever) for issue in session.issues for lever in issue.levers)
    long = any(s.width(name, theme.TEXT) > room for name in names)
    more = (s.step(theme.TEXT) + s.px(8 + 8) - s.px(theme.TARGET) + s.step(theme.TEXT)) if long else 0
    return least + s.step(theme.TEXT) + more * session.limits.levers_per_issue


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a family's row shows: its picks, and how many cards of a kind (issues, levers) it has of how many.

    `needs` is the height its cells need to hide nothing, in pixels.
    """

    family: Family
    picks: tuple[Pick, ...]
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
        given = (
            session.only(issues), family, (tuple(launches.get(issue.card, "") for issue in issues), way),
            tuple(pair for pair in tense if pair[0] == family.id), width,
        )  # fmt: skip
        one = s.kept(f"shown:{family.id}", _shown, *given)
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
    """Give what a family's row shows; `ahead` are the months of its picks, and which way all are written."""
    picks = picks_shown(s, own, *ahead, tense)
    role = own.workshop.scenario.family(family.id)
    used, limit = counts(own, family.id)
    kind = "levers" if own.playing_levers else "issues"
    most = own.limits.issues_per_family
    cells = max(min(most, USUAL), min(most, len(picks) + 1), len(picks))
    needs = max((needed(s, pick, width) + s.px(3) for pick in picks), default=0)
    return Shown(family, picks, cells, kind, used, limit, role.share_pct if role is not None else 0, needs)


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    limit = session.limits.issues_per_family
    room = box.w - s.px(HEAD + ROLL - 16)
    rows = shown(s, session, (room - s.px(16 + 8 * (limit - 1))) // limit, ui.tab(CHOSEN, ""))
    tall, name = row_tall(s, session, box), s.say("board.ledger")

    def make(i: int, cell_box: Box) -> Node:
        return s.part(f"row:{rows[i].family.id}", row, rows[i], cell_box)

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


def row(s: Sight, one: Shown, box: Box) -> Node:
    """Give a family's row."""
    head, rest = box.cut_left(s.px(HEAD))
    kids = (_head(s, one, head), *cells(s, one, rest))
    family = one.family
    name = s.say("board.row", family=family.name.say(s.speaker.lang))
    line = Fill(Box(box.x, box.bottom - s.px(2), box.w, s.px(2)), theme.SAND)
    return Node("row", f"row:{family.id}", name, box, (Fill(box, theme.WHITE), line), kids=kids,
                accepts=RowSpot(family.id))  # fmt: skip


def cells(s: Sight, one: Shown, box: Box, *, stacked: bool = False) -> tuple[Node, ...]:
    """Give a family's cells, empty ones too, side by side or one under the other."""
    inner = box.inset(s.px(8), s.px(1))
    spots = inner.rows(one.cells, s.px(8)) if stacked else inner.columns(one.cells, s.px(8))
    padded = (*one.picks, *(None,) * (one.cells - len(one.picks)))
    pairs = enumerate(zip(spots, padded, strict=True))
    return tuple(cell(s, f"cell:{one.family.id}:{i}", pick, spot) for i, (spot, pick) in pairs)


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
