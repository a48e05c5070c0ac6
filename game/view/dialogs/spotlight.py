"""The spotlight: one card brought to the whole room, all that is written on it, and what may be done with it."""

from __future__ import annotations

from functools import partial

from game.core.cards import EventCard, IssueCard, LeverCard
from game.core.moves.issues import LiftIssue, Renounce
from game.core.moves.levers import LiftLever
from game.core.objective import Figures
from game.core.picks import figures
from game.core.session import Session
from game.core.voices import askers, left
from game.view.answer.intents import CloseTop, OpenDialog, SelectTab, Several
from game.view.answer.meanings import label as card_label
from game.view.answer.ui import Ui
from game.view.dialogs.facts import Card, Fact, around, lead, own, placed_with, spotlit, words
from game.view.parts import podium, voices
from game.view.parts.cards import axis_colour, face_of, picture, points, stars
from game.view.parts.glossed import glossed
from game.view.parts.lawful import official
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import Dialog, dialog, icon, label, line, plate, press, text, told
from game.view.parts.podium import Sheet
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import (
    Piece,
    abreast,
    column,
    grid,
    grow,
    lazily,
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
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIZE = (1640, 1000)
BODIES = (36, 34, 32, 30, theme.LABEL)
"""Sizes of the words: the largest at which nothing has to be scrolled, else the last."""
SMALL = Style(ink=theme.INK_3)
ALL = "spotlight:all"
"""The strip that keeps which card is shown with all that is written on it."""
Trade = tuple[tuple[str, ...], str]
"""Words to underline, and the card they are of."""
How = tuple[str, int, Trade]
"""Where facts stand, the size of their words, what is underlined in them."""
TWO = 1200
"""Width, in 1080p pixels at the text's scale, from which the words stand in two columns."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the spotlight of the card that the view names."""
    card = spotlit(session, ui.spotlight)
    if card is None:
        return Node("group", "spotlight:none", "", s.box)
    bar, title = _foot(s, ui, session, card), card.label.say(s.speaker.lang)
    if podium.stands(ui) and not _all(ui, card):
        return podium.sheet(s, ui, Sheet("spotlight", title, partial(_large, session, card), bar))
    inside = column(grow(_words(s, ui, session, card)), bar, gap=s.px(16))
    size = s.px(SIZE[0]), s.px(SIZE[1])
    return dialog(s, Dialog("spotlight", title, size, big=44), inside)


def _all(ui: Ui, card: Card) -> bool:
    """Tell whether all that is written is asked for, which only those at the screen can read."""
    return ui.tab(ALL, "") == card.id


def _large(session: Session, card: Card, room: Sight) -> Piece:
    """Say to the room what the card asks, its points, what was asked and said of it."""
    words = text(room, lead(card).say(room.speaker.lang))
    weights = (_weight(room, *weight) for weight in _weights(session, card)[:1])
    said = (*voices.questions(room, session, card.id), *voices.words(room, session, card.id))
    heard = (node("text", f"spotlight:heard:{i}", one, text(room, one)) for i, one in enumerate(said))
    asks = node("text", "spotlight:lead", "", words)
    return column(_chip(room, session, card), _pictured(room, card, 200), asks, *weights, *heard, gap=room.px(10))


def _foot(s: Sight, ui: Ui, session: Session, card: Card) -> Piece | None:
    """Lay what may be done with the card, and where the room reads it in large the way to all that is written."""
    actions = _actions(s, session, card)
    bar = _bar(s, session, card, actions) if actions else None
    if podium.stands(ui):
        shown = _all(ui, card)
        way = s.say("spot.less" if shown else "spot.more")
        go = Button(
            "spotlight:all", way, SelectTab(ALL, "" if shown else card.id), icon="maximize" if shown else "list"
        )
        bar = sized(row(press(s, go), grow(bar or space()), gap=s.px(16)), tall=s.px(72))
        return bar if shown else column(_speaking(s, ui, session, card), bar, gap=s.px(12))
    return None if bar is None else sized(bar, tall=s.px(72))


def _speaking(s: Sight, ui: Ui, session: Session, card: Card) -> Piece | None:
    """Lead to the questions and to the departments' words on a placed issue; the room's window leads nowhere."""
    if ui.lead.room or not isinstance(card, IssueCard) or session.placed(card.id) is None or session.closed:
        return None
    n = sum(left(session, one.seat.id) for one in askers(session))
    found = [
        press(s, Button(f"spotlight:{name}", words, Several((CloseTop(), OpenDialog(name, card.id))), icon=sign))
        for name, words, sign in (
            ("ask", s.say("spot.ask", n=n), "message-circle-question-mark"),
            ("advise", s.say("spot.advise"), "building-2"),
        )
        if name in session.stage.moves
    ]
    side_by_side = abreast([(one, 1) for one in found], 0, (s.px(12), s.px(8)))
    return node("group", "spotlight:speaking", "", side_by_side) if found else None


def _words(s: Sight, ui: Ui, session: Session, card: Card) -> Piece:
    """Say all that is known of a card: in two columns, at the largest size at which nothing has to be scrolled."""
    key, name, facts = f"spotlight:{card.id}", s.say("spot.body"), around(s, session, card)
    told, trade = _glossary(s, ui, session, card), _trade(s, session, card)

    def sides(size: int) -> tuple[Piece, Piece]:
        first = (*_first(s, ui, session, card, size), *_facts(s, own(s, session, card), ("own", size, trade)))
        rest = (*_facts(s, facts, ("around", size, trade)), told)
        return scrolled(s, ui, Listed(key, name, 22), first), scrolled(
            s, ui, Listed(f"{key}:around", s.say("spot.around"), 22), rest
        )

    last = BODIES[-1]
    one = (
        *_first(s, ui, session, card, last),
        *_facts(s, own(s, session, card), ("own", last, trade)),
        *_facts(s, facts, ("around", last, trade)),
        told,
    )
    two = lazily(s.px(TWO), lambda: whole(*(grid(sides(size), 2, s.px(40)) for size in BODIES)))
    return ways(two, scrolled(s, ui, Listed(key, name, 22), one))


def _glossary(s: Sight, ui: Ui, session: Session, card: Card) -> Piece | None:
    """Lead to the words of the trade that the card uses, if any is explained."""
    found = words(s, session, card)
    if not found or ui.lead.room:
        return None
    does = Several((CloseTop(), OpenDialog("glossary", card.id)))
    return press(s, Button("spotlight:words", s.say("glossary.open", n=len(found)), does, icon="book-open"))


def _first(s: Sight, ui: Ui, session: Session, card: Card, size: int) -> tuple[Piece | None, ...]:
    words = lead(card).say(s.speaker.lang)
    said = label(s, "spotlight:lead", words, Style(max(theme.TITLE, size + 6), bold=True)) if words else None
    weights = (_weight(s, *weight) for weight in _weights(session, card))
    return (_chip(s, session, card), _pictured(s, card, 220), said, *weights, _speaking(s, ui, session, card))


def _pictured(s: Sight, card: Card, tall: float) -> Piece | None:
    """Show a card's picture, and whom it is owed to."""
    if not card.image:
        return None
    owed = ", ".join(filter(None, (card.credit.author, card.credit.licence))) if card.credit is not None else ""
    told = label(s, "spotlight:credit", owed, SMALL) if owed else None
    name = card.alt.say(s.speaker.lang) or card.label.say(s.speaker.lang)
    shown = node("image", "spotlight:picture", name, picture(s, card.image, tall))
    return node("group", "spotlight:pictured", "", column(shown, told, gap=s.px(4)))


def _chip(s: Sight, session: Session, card: Card) -> Piece:
    """Tell what kind of card it is, with the colour and icon of its axis or the dark band of its stage."""
    fill, sign, name = theme.INK, "zap", s.say("spot.event")
    if not isinstance(card, EventCard):
        face = face_of(s, card, session.workshop.deck)
        issue = isinstance(card, IssueCard)
        fill, sign = (axis_colour(face.index) if issue else theme.INK), face.icon
        kind = s.say("spot.issue" if issue else "spot.lever")
        name = f"{kind} · {face.name}"
        name = f"{name} · {s.say('spot.blank')}" if card.blank else name
    if card.id in session.workshop.deck.retired:
        name = f"{name} · {s.say('spot.retired')}"
    corner = 0 if isinstance(card, IssueCard) else s.px(16)
    said = line(s, name, Style(theme.LABEL, theme.WHITE, bold=True, back=fill))
    shape = pad(
        row(icon(s, sign, 30, theme.WHITE), said, space(wide=s.px(24 - 12)) if corner else None, gap=s.px(12)), s.px(14)
    )
    chip = over(sized(shape, tall=s.px(48)), lambda box: (Fill(box, fill, s.px(theme.RADIUS), cut=corner),))
    return row(node("text", "spotlight:kind", name, chip))


def _weights(session: Session, card: Card) -> tuple[tuple[str, str, Figures], ...]:
    """Give the points to show: a lever's own, and those of each pick the card is in."""
    found = []
    if isinstance(card, LeverCard):
        does = card.effects
        found.append(("card", "spot.figures", Figures(does.cost, does.delay, does.effort, does.impact)))
    if isinstance(card, IssueCard):
        found += [(one.card, "spot.pick", figures(session, one)) for one in placed_with(session, card) if one.levers]
    return tuple(found)


def _weight(s: Sight, key: str, name: str, sums: Figures) -> Piece:
    """Show a card's or a pick's points, each under its name: here one learns what the signs of the board mean."""
    impact = made(0, s.px(30), lambda box: stars(s, box, sums.impact))
    cells = (
        _point(s, "cost", _figure(s, "euro", points(sums.cost))),
        _point(s, "delay", _figure(s, "timer", points(sums.delay))),
        _point(s, "effort", _figure(s, "users", str(sums.effort))),
        _point(s, "impact", middle(impact)),
    )
    said = s.say(
        "board.figures", cost=points(sums.cost), delay=points(sums.delay), effort=sums.effort, impact=sums.impact
    )
    card = over(pad(grid(cells, 4, s.px(6)), s.px(14), s.px(6)), plate(s, theme.WHITE, theme.LINE))
    return node("text", f"spotlight:weight:{key}", f"{s.say(name)}. {said}", card)


def _point(s: Sight, what: str, shown: Piece) -> Piece:
    head = text(s, s.say(f"blank.{what}"), Style(ink=theme.INK_3, back=theme.WHITE))
    return column(head, sized(shown, tall=s.px(40)))


def _figure(s: Sight, sign: str, said: str) -> Piece:
    return row(icon(s, sign, 30), grow(line(s, said, Style(theme.LABEL, bold=True, back=theme.WHITE))), gap=s.px(8))


def _facts(s: Sight, facts: tuple[Fact, ...], how: How) -> list[Piece]:
    where, size, trade = how
    return [kept(s, f"spotlight:{where}:{i}:{size}", _fact, f"spotlight:{where}:{i}", fact, size, trade)
            for i, fact in enumerate(facts)]  # fmt: skip


def _fact(s: Sight, key: str, fact: Fact, size: int, trade: Trade) -> Piece:
    head = text(s, s.say(fact.head), Style(ink=theme.INK_3, bold=True))
    way = official(s, fact.page) if fact.page is not None else None
    lines = column(glossed(s, key, fact.lines, Style(size), *trade), way, gap=s.px(6))
    shape = told(s, icon(s, fact.icon, 34, theme.INK_3), column(head, lines, gap=s.px(4)))
    return node("text", key, f"{s.say(fact.head)}. {' '.join(fact.lines)}", shape)


def _trade(s: Sight, session: Session, card: Card) -> Trade:
    """Give the words of the trade that the card uses, to be underlined where they stand, and its id."""
    return tuple(form for one in words(s, session, card) for form in one.forms(s.speaker.lang)), card.id


def _actions(s: Sight, session: Session, card: Card) -> tuple[tuple[str, str, object], ...]:
    """Give what may be done with a placed card in this phase: key, words, command."""
    moves, there = session.stage.moves, placed_with(session, card)
    if session.closed or isinstance(card, EventCard):
        return ()
    if isinstance(card, IssueCard):
        return (("lift", s.say("spot.lift"), LiftIssue(card.id)),) if there and LiftIssue.move in moves else ()
    if LiftLever.move not in moves:
        return ()
    lang = s.speaker.lang
    return tuple(
        (one.card, s.say("spot.lift_from", issue=card_label(session, one.card, lang)), LiftLever(card.id, one.card))
        for one in there
    )


def _bar(s: Sight, session: Session, card: Card, actions: tuple[tuple[str, str, object], ...]) -> Piece:
    """Lay the buttons; an issue may also be renounced, which asks why."""
    buttons = [
        press(s, Button(f"spotlight:{key}", name, Several((CloseTop(), command)), icon="undo-2"))
        for key, name, command in actions
    ]
    if isinstance(card, IssueCard) and Renounce.move in session.stage.moves:
        asked = Several((CloseTop(), OpenDialog("renounce", card.id)))
        buttons.append(press(s, Button("spotlight:renounce", s.say("spot.renounce"), asked, "danger")))
    return grid(buttons, len(buttons), s.px(12))
