"""The ledger: one row a family, its issues as cells and their levers under them."""

from __future__ import annotations

from game.core.family import Family
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.gestures import RowSpot
from game.view.intents import SelectTab
from game.view.looks import Fill, Icon, Mark
from game.view.node import Node, Scroller
from game.view.panels.cells import EDGES, Pulled, cell, needed, pulled_cards
from game.view.panels.naming import card as card_name
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import scroll_list
from game.words.numbers import percent

HEAD, ROLL = 152, 36
"""Widths of a family's block, and of the scroll bar with the margins."""
CHOSEN = "family"
"""The strip of the chosen family: the hand is sorted for it."""


def levers_phase(session: Session) -> bool:
    """Tell whether levers are what is played now."""
    return "place_lever" in session.stage.moves


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


def _build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    families = session.workshop.families
    tall, pulled = row_tall(s, session, box), pulled_cards(session)
    chosen = ui.tab(CHOSEN, "")

    def make(i: int, cell_box: Box) -> Node:
        return row(s, session, families[i], cell_box, chosen, pulled)

    shared = _shared(s, session, box)
    if shared is None:
        return scroll_list(s, ui, box, "ledger", s.say("board.ledger"), tall, make, len(families))
    y, kids = box.y, []
    for i, height in enumerate(shared):
        kids.append(make(i, Box(box.x, y, box.w, height)))
        y += height
    return Node("list", "ledger", s.say("board.ledger"), box, states=("clips",), kids=tuple(kids),
                scrolls=Scroller("ledger", 0))  # fmt: skip


def _shared(s: Sight, session: Session, box: Box) -> tuple[int, ...] | None:
    """Share the height by what each family holds, where equal rows would hide figures and these hide none."""
    families, limit = session.workshop.families, session.limits.issues_per_family
    share = box.h // max(1, len(families))
    if row_height(s, session) > share:
        return None
    width = (box.w - s.px(HEAD + 16 + 8 * (limit - 1))) // limit
    least = s.px(12 + 38) + 3 * s.step(theme.TEXT)
    wanted = [max((needed(s, session, issue, width) + s.px(3) for issue in session.issues_of(family.id)), default=0)
              for family in families]  # fmt: skip
    heights = [max(least, height) for height in wanted]
    spare = box.h - sum(heights)
    if max(heights, default=0) <= share or spare < 0:
        return None
    edges = [spare * i // len(heights) for i in range(len(heights) + 1)]
    return tuple(height + edges[i + 1] - edges[i] for i, height in enumerate(heights))


def row(s: Sight, session: Session, family: Family, box: Box, chosen: str, pulled: Pulled) -> Node:
    """Give a family's row."""
    head, rest = box.cut_left(s.px(HEAD))
    kids = (head_node(s, session, family, head, chosen=chosen), *cells(s, session, family, rest, pulled))
    name = s.say("board.row", family=family.name.say(s.speaker.lang))
    line = Fill(Box(box.x, box.bottom - s.px(2), box.w, s.px(2)), theme.SAND)
    return Node("row", f"row:{family.id}", name, box, (Fill(box, theme.WHITE), line), kids=kids,
                accepts=RowSpot(family.id))  # fmt: skip


def cells(
    s: Sight, session: Session, family: Family, box: Box, pulled: Pulled, *, stacked: bool = False
) -> tuple[Node, ...]:
    """Give a family's cells, empty ones too, side by side or one under the other."""
    issues = session.issues_of(family.id)
    count = max(session.limits.issues_per_family, len(issues))
    inner = box.inset(s.px(8), s.px(1))
    spots = inner.rows(count, s.px(8)) if stacked else inner.columns(count, s.px(8))
    padded = (*issues, *(None,) * (count - len(issues)))
    return tuple(
        cell(s, session, family, spot, i, issue, pulled)
        for i, (spot, issue) in enumerate(zip(spots, padded, strict=True))
    )


def counts(session: Session, family: str) -> tuple[int, int]:
    """Give how many cards of this phase's kind a family has, and how many it may have."""
    if levers_phase(session):
        return len(session.levers_of(family)), session.limits.levers_per_family
    return len(session.issues_of(family)), session.limits.issues_per_family


def head_node(s: Sight, session: Session, family: Family, box: Box, *, chosen: str) -> Node:
    """Give a family's block: icon, letter, short name, share of the purchases, count and limit. Press: choose it."""
    lang, ink = s.speaker.lang, theme.on(family.colour)
    role = session.workshop.scenario.family(family.id)
    share = percent(role.share_pct if role is not None else 0, lang)
    used, limit = counts(session, family.id)
    here = chosen == family.id
    inner = box.inset(s.px(8), s.px(6))
    top, rest = inner.cut_top(s.px(38))
    foot, middle = rest.cut_bottom(s.step(theme.TEXT))
    spot, letter = top.cut_left(s.px(36), s.px(8))
    marks: list[Mark] = [
        Fill(box, family.colour),
        Icon(spot.middle(s.px(34), s.px(34)), family.icon, ink),
        s.words(letter, family.letter, theme.LABEL, ink, bold=True, middle=True, back=family.colour),
        s.fitted(
            middle, family.short.say(lang), (theme.BODY, theme.TEXT), ink, bold=True, middle=True, back=family.colour
        ),
        s.words(foot, f"{share} · {used}/{limit}", theme.TEXT, ink, back=family.colour),
    ]
    if here:
        marks.insert(1, Fill(box.inset(s.px(3)), "", s.px(6), theme.ACCENT, s.px(5)))
    kind = "levers" if levers_phase(session) else "issues"
    name = s.say(f"board.head.{kind}", family=family.name.say(lang), share=share, used=used, limit=limit)
    does = SelectTab(CHOSEN, "" if here else family.id)
    return Node("button", f"head:{family.id}", name, box, tuple(marks), does, ("selected",) if here else (),
                hint=s.say("board.head.hint"))  # fmt: skip
