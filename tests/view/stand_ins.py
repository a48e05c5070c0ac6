"""A small room to try the spine in: cards, rows to drop them on, fields; no rules, no files."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from game.core.cards import Effects, IssueCard, LeverCard
from game.core.errors import Refused
from game.core.moves.move import Event
from game.core.text import Text, same
from game.view.answer.gestures import IssueThing, LeverThing, Meaning, RowSpot
from game.view.answer.intents import Spotlight
from game.view.answer.sliding import Slide
from game.view.answer.ui import Ui
from game.view.parts.cards import Face, card_face
from game.view.parts.fields import Field, field
from game.view.parts.widgets import Button, Strip, button, label, meter, slider, tabs
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Stripes, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

ROWS = (
    ("travaux", "#641000"),
    ("urbain", "#9A3CFF"),
    ("enfance", "#A66600"),
    ("sports", "#1A8080"),
    ("solidarites", "#0A2A8C"),
)
LABELS = (
    "Sobriété énergétique",
    "Insertion par l'activité",
    "Rencontrer les fournisseurs",
    "Coût du cycle de vie",
    "Eau et énergie des piscines",
)


@dataclass(frozen=True)
class Place:
    card: str
    row: str


@dataclass(frozen=True)
class Name:
    text: str = ""


@dataclass(frozen=True)
class Share:
    percent: int = 0


@dataclass(frozen=True)
class Room:
    """A session: which card lies on which row."""

    cards: int = 12
    placed: tuple[tuple[str, str], ...] = ()
    name: str = ""
    share: int = 20
    most: int = 3
    paused: bool = False


class StandInRules:
    """Any card on any row, as long as the row has room."""

    def meanings(self, session: object, thing: object, spot: object, lang: str) -> tuple[Meaning, ...]:
        if not isinstance(spot, RowSpot) or not isinstance(thing, IssueThing | LeverThing):
            return ()
        tone = {"sports": "answers", "enfance": "tension"}.get(spot.family, "legal")
        return (Meaning(Place(thing.card, spot.family), spot.family, tone, f"{tone} here" if tone != "legal" else ""),)

    def refused(self, session: object, command: object) -> bool:
        return decide(session, command) is None


def pin(s: Sight, centre: tuple[int, int], number: int, card: str, colour: str) -> Node:
    """Give a numbered disc centred on a point of the map; its target is 48 px at least."""
    side = s.px(48)
    box = Box(centre[0] - side // 2, centre[1] - side // 2, side, side)
    style = Style(26, theme.on(colour), bold=True, back=colour, align="centre", middle=True)
    look = (Fill(box, colour, side // 2, theme.WHITE, s.px(4), shadow=s.px(2)), s.words(box, str(number), style))
    return Node("pin", f"pin:{card}", card, box, look, Spotlight(card))


def decide(session: object, command: object) -> Room | None:
    assert isinstance(session, Room)
    if isinstance(command, Place):
        there = [card for card, row in session.placed if row == command.row and card != command.card]
        if len(there) >= session.most:
            return None
        rest = tuple(pair for pair in session.placed if pair[0] != command.card)
        return replace(session, placed=(*rest, (command.card, command.row)))
    if isinstance(command, Name):
        return replace(session, name=command.text)
    return replace(session, share=command.percent) if isinstance(command, Share) else None


class StandInDesk:
    """Keeps every session it was in."""

    last: tuple[Event, ...] = ()
    undoes: tuple[Event, ...] = ()

    def __init__(self, session: Room) -> None:
        self.past: list[Room] = [session]
        self.future: list[Room] = []
        self.drafts: list[tuple[str, str]] = []

    @property
    def session(self) -> Room:
        return self.past[-1]

    def do(self, command: object) -> Refused | None:
        after = decide(self.session, command)
        if after is None:
            return Refused("family_full", limit=self.session.most)
        self.past.append(after)
        self.future.clear()
        return None

    def undo(self) -> Refused | None:
        if len(self.past) > 1:
            self.future.append(self.past.pop())
        return None

    def redo(self) -> Refused | None:
        if self.future:
            self.past.append(self.future.pop())
        return None

    def draft(self, key: str, text: str) -> None:
        self.drafts.append((key, text))

    def notices(self) -> tuple[tuple[str, str], ...]:
        return ()

    def now(self) -> int:
        return int(time.monotonic())

    def close(self) -> None:
        pass

    def abandon(self) -> None:
        pass


class StandInSpeaker:
    """Says the key itself."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def has(self, key: str) -> bool:
        return True

    def say(self, key: str, **facts: object) -> str:
        return " ".join([key, *(str(fact) for fact in facts.values())])


class StandInMeasure:
    """Every letter is half as wide as it is tall."""

    def width(self, text: str, px: int, *, bold: bool = False) -> float:
        return len(text) * px * (0.55 if bold else 0.5)

    def ends(self, text: str, px: int, *, bold: bool = False) -> list[float]:
        return [self.width(text[:i], px, bold=bold) for i in range(len(text) + 1)]

    def line_height(self, px: int) -> int:
        return round(px * 1.25)

    def wrap(self, text: str, px: int, *, bold: bool, width: float, max_lines: int | None = None) -> tuple[str, ...]:
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if self.width(longer, px, bold=bold) <= width or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        if max_lines is not None and len(lines) > max_lines:
            lines = [*lines[: max_lines - 1], lines[max_lines - 1] + "…"]
        return tuple(lines)


def cards(count: int) -> tuple[IssueCard | LeverCard, ...]:
    """Make cards: every second one a lever."""
    made: list[IssueCard | LeverCard] = []
    for i in range(count):
        text = same(LABELS[i % len(LABELS)])
        if i % 2:
            made.append(LeverCard(f"l{i}", "clauses", text, text, text, Effects(1, -1, 3, 2), ()))
        else:
            made.append(IssueCard(f"i{i}", "eco", (), text, text, Text("?")))
    return tuple(made)


def screen(s: Sight, ui: Ui, room: Room) -> Node:
    """A demo screen: plan on the left, rows on the right, hand below."""
    top, body = s.box.cut_top(s.px(92))
    stripes, body = body.cut_top(s.px(16))
    right, left = body.cut_right(s.px(790))
    hand, plan = left.cut_bottom(s.px(300))
    kids = (
        s.part("top", _top, top, ui.tab("phase", "leviers"), ui.now),
        s.part("plan", _plan, plan, room.placed),
        s.part("rows", _rows, right, room.placed),
        s.part("tools", _tools, ui.only(fields="", slides=""), room, right),
        s.part("hand", _hand, hand, room.cards, room.placed),
    )
    look = (Fill(s.box, theme.PAPER), Stripes(stripes, theme.INK, theme.WHITE))
    return Node("group", "demo", "demo", s.box, look, kids=kids)


def _top(s: Sight, box: Box, tab: str, now: int) -> Node:
    names, middle, clock = box.inset(s.px(24), s.px(14)).split_columns(2, 6, 1, gap=s.px(20))
    phases = tuple((name.lower(), name) for name in ("Enjeux", "Leviers", "Arbitrage", "Objectifs"))
    kids = (
        label(
            s,
            names,
            "title",
            "CLAP de Blagnac",
            Style(30, theme.INK, bold=True, back=theme.PAPER, middle=True),
            "heading",
        ),
        tabs(s, middle.middle(middle.w, s.px(52)), Strip("phase", "Phases", phases, tab)),
        label(
            s,
            clock,
            "clock",
            f"{now // 60:02}:{now % 60:02}",
            Style(40, theme.INK, bold=True, back=theme.PAPER, middle=True),
            role="timer",
        ),
    )
    return Node("group", "top", "", box, (Fill(box, theme.PAPER),), kids=kids)


def _plan(s: Sight, box: Box, placed: tuple[tuple[str, str], ...]) -> Node:
    colours = dict(ROWS)
    spots = box.inset(s.px(30)).grid(12, 9)
    kids = tuple(pin(s, spots[i % 108].centre, i + 1, card, colours[row]) for i, (card, row) in enumerate(placed))
    return Node("map", "plan", "Plan", box, (Fill(box, theme.PAPER_2),), kids=kids)


def _rows(s: Sight, box: Box, placed: tuple[tuple[str, str], ...]) -> Node:
    area = box.cut_top(s.px(650))[0]
    kids = []
    for (row, colour), cell in zip(ROWS, area.rows(len(ROWS)), strict=True):
        count = sum(1 for _, there in placed if there == row)
        head, _ = cell.cut_left(s.px(200))
        text = s.words(head.inset(s.px(12)), f"{row} {count}", Style(26, theme.WHITE, bold=True, back=colour))
        look = (Fill(cell, theme.WHITE, border=theme.SAND, width=s.px(1)), Fill(head, colour), text)
        kids.append(Node("row", f"row:{row}", row, cell, look, accepts=RowSpot(row)))
    return Node("group", "rows", "", area, kids=tuple(kids))


def _tools(s: Sight, ui: Ui, room: Room, box: Box) -> Node:
    area = box.cut_bottom(box.h - s.px(650))[0].inset(s.px(16), s.px(10))
    name, load, share, go = area.split_rows(5, 2, 3, 3, gap=s.px(8))
    now = ui.slide("share", room.share)
    kids = (
        field(s, ui, name, Field("name", "Nom", room.name, limit=60, commit=Name())),
        meter(s, load.middle(load.w, s.px(18)), "load", "Coût", (14, 12), "14 / 12"),
        slider(
            s, share, "share", "Part", Slide("share", 0, 100, 1, now, share.inset(s.px(30), 0), Share()), f"{now} %"
        ),
        button(s, go, Button("go", "Passer à l'arbitrage", Spotlight("x"), kind="primary", icon="arrow-right")),
    )
    return Node("group", "tools", "", area.inset(-s.px(4)), (Fill(area, theme.PAPER),), kids=kids)


def _hand(s: Sight, box: Box, count: int, placed: tuple[tuple[str, str], ...]) -> Node:
    gone = {card for card, _ in placed}
    deck = [card for card in cards(count) if card.id not in gone]
    width = s.px(190) if count < 50 else max(s.px(44), box.w // (count // 2 + 1))
    kids = []
    for card, cell in zip(
        deck, box.inset(s.px(20)).shelf(width, len(deck), s.px(8) if count < 50 else 0), strict=False
    ):
        if cell.right > box.right:
            break
        issue = isinstance(card, IssueCard)
        face = Face("Environnement" if issue else "Clauses", "leaf" if issue else "file-text", 0 if issue else 4, 6)
        thing = IssueThing(card.id) if issue else LeverThing(card.id)
        kids.append(replace(card_face(s, cell, f"card:{card.id}", card, face), does=Spotlight(card.id), drags=thing))
    return Node("group", "hand", "", box, (Fill(box, theme.SAND),), kids=tuple(kids))
