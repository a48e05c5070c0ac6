"""The spotlight: one card brought to the whole room, all that is written on it, and what may be done with it."""

from __future__ import annotations

from functools import partial

from game.core.cards import EventCard, IssueCard, LeverCard
from game.core.moves.issues import LiftIssue, Renounce
from game.core.moves.levers import LiftLever
from game.core.objective import Figures
from game.core.picks import figures
from game.core.session import Session
from game.view import limits, theme
from game.view.box import Box
from game.view.cards import axis_colour, face_of, points, stars
from game.view.column import Part, column
from game.view.dialogs.facts import Card, Fact, around, lead, own, placed_with, spotlit
from game.view.fields import Field, field
from game.view.intents import CloseTop, Commit, Several
from game.view.looks import Fill, Icon, Mark, Style
from game.view.meanings import label as card_label
from game.view.node import Node
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, dialog_frame

SIZE = (1640, 1000)
BODIES = (36, 34, 32, 30, theme.LABEL)
"""Sizes of the words: the largest at which nothing has to be scrolled, else the last."""
TWO = 1200
"""Width, in 1080p pixels at the text's scale, from which the words stand in two columns."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the spotlight of the card that the view names."""
    card = spotlit(session, ui.spotlight)
    if card is None:
        return Node("group", "spotlight:none", "", s.box)
    frame, inner = dialog_frame(s, "spotlight", card.label.say(s.speaker.lang), s.px(SIZE[0]), s.px(SIZE[1]),
                                size=44)  # fmt: skip
    kids = []
    actions = _actions(s, session, card)
    if actions:
        foot, inner = inner.cut_bottom(s.px(72), s.px(16))
        kids = _bar(s, ui, session, card, foot, actions)
    kids += _columns(s, ui, session, card, inner)
    return frame(tuple(kids))


def _columns(s: Sight, ui: Ui, session: Session, card: Card, box: Box) -> list[Node]:
    key, gap, facts = f"spotlight:{card.id}", s.px(22), around(s, session, card)
    size = _body(s, session, card, box, facts)

    def first(wide: int) -> tuple[Part, ...]:
        return _first(s, session, card, wide, size)

    def rest(wide: int) -> tuple[Part, ...]:
        return _blocks(s, facts, wide, "around", size)

    if box.w < s.px(TWO):
        return [column(s, ui, box, key, s.say("spot.body"), lambda wide: (*first(wide), *rest(wide)), gap)]
    left, right = box.split_columns(1, 1, gap=s.px(40))
    return [
        column(s, ui, left, key, s.say("spot.body"), first, gap),
        column(s, ui, right, f"{key}:around", s.say("spot.around"), rest, gap),
    ]


def _body(s: Sight, session: Session, card: Card, box: Box, facts: tuple[Fact, ...]) -> int:
    """Give the largest size at which both columns stand whole; the last one where there is only one column."""
    if box.w < s.px(TWO):
        return BODIES[-1]
    wide = box.split_columns(1, 1, gap=s.px(40))[0].w

    def whole(size: int) -> bool:
        sides = (_first(s, session, card, wide, size), _blocks(s, facts, wide, "around", size))
        return all(sum(tall + s.px(22) for tall, _ in side) - s.px(22) <= box.h for side in sides)

    return next((size for size in BODIES[:-1] if whole(size)), BODIES[-1])


def _first(s: Sight, session: Session, card: Card, wide: int, size: int) -> tuple[Part, ...]:
    text = lead(card).say(s.speaker.lang)
    parts: list[Part] = [(s.px(48), partial(_chip, s, session, card))]
    if text:
        large = max(theme.TITLE, size + 6)
        tall = s.tall(text, large, wide - s.px(8), bold=True)
        parts.append((tall, partial(_lead, s, text, large)))
    weights = _weights(session, card)
    tall = s.px(52) + s.step(theme.TEXT)
    parts += [(tall, partial(_weight, s, key, name, figure)) for key, name, figure in weights]
    return (*parts, *_blocks(s, own(s, session, card), wide, "own", size))


def _chip(s: Sight, session: Session, card: Card, box: Box) -> Node:
    """Tell what kind of card it is, with the colour and icon of its axis or the dark band of its stage."""
    fill, icon, name = theme.INK, "zap", s.say("spot.event")
    if not isinstance(card, EventCard):
        face = face_of(s, card, session.workshop.deck)
        issue = isinstance(card, IssueCard)
        fill, icon = (axis_colour(face.index) if issue else theme.INK), face.icon
        kind = s.say("spot.issue" if issue else "spot.lever")
        name = f"{kind} · {face.name}"
        name = f"{name} · {s.say('spot.blank')}" if card.blank else name
    if card.id in session.workshop.deck.retired:
        name = f"{name} · {s.say('spot.retired')}"
    spot = box.cut_left(min(box.w, s.width(name, theme.LABEL, bold=True) + s.px(84)))[0]
    sign, words = spot.inset(s.px(14), 0).cut_left(s.px(32), s.px(12))
    cut = 0 if isinstance(card, IssueCard) else s.px(16)
    look = (Fill(spot, fill, s.px(theme.RADIUS), cut=cut), Icon(sign.middle(s.px(30), s.px(30)), icon, theme.WHITE),
            s.words(words, name, Style(theme.LABEL, theme.WHITE, bold=True, back=fill, middle=True)))  # fmt: skip
    return Node("text", "spotlight:kind", name, box, look)


def _lead(s: Sight, text: str, size: int, box: Box) -> Node:
    words = s.words(box, text, Style(size, bold=True))
    return Node("text", "spotlight:lead", text, box, (words,))


def _weights(session: Session, card: Card) -> tuple[tuple[str, str, Figures], ...]:
    """Give the points to show: a lever's own, and those of each pick the card is in."""
    found = []
    if isinstance(card, LeverCard):
        does = card.effects
        found.append(("card", "spot.figures", Figures(does.cost, does.delay, does.effort, does.impact)))
    if isinstance(card, IssueCard):
        found += [(one.card, "spot.pick", figures(session, one)) for one in placed_with(session, card) if one.levers]
    return tuple(found)


def _weight(s: Sight, key: str, name: str, sums: Figures, box: Box) -> Node:
    """Show a card's or a pick's points, each under its name: here one learns what the signs of the board mean."""
    texts = (
        ("euro", points(sums.cost), "cost"),
        ("timer", points(sums.delay), "delay"),
        ("users", str(sums.effort), "effort"),
        ("", "", "impact"),
    )
    marks: list[Mark] = [Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.LINE, s.px(2))]
    for (icon, text, what), cell in zip(texts, box.inset(s.px(14), s.px(6)).columns(4, s.px(6)), strict=True):
        head, row = cell.cut_top(s.step(theme.TEXT))
        marks.append(s.words(head, s.say(f"blank.{what}"), Style(ink=theme.INK_3, back=theme.WHITE)))
        spot, rest = row.cut_left(s.px(32), s.px(8))
        if icon:
            marks += [Icon(spot.middle(s.px(30), s.px(30)), icon, theme.INK),
                      s.words(rest, text, Style(theme.LABEL, bold=True, back=theme.WHITE, middle=True))]  # fmt: skip
        else:
            marks += stars(s, row.middle(row.w, s.px(30)), sums.impact)
    said = s.say(
        "board.figures", cost=points(sums.cost), delay=points(sums.delay), effort=sums.effort, impact=sums.impact
    )
    return Node("text", f"spotlight:weight:{key}", f"{s.say(name)}. {said}", box, tuple(marks))


def _blocks(s: Sight, facts: tuple[Fact, ...], wide: int, where: str, size: int) -> tuple[Part, ...]:
    indent = wide - s.px(46)
    made = []
    for i, fact in enumerate(facts):
        tall = sum(s.tall(line, size, indent) for line in fact.lines) + s.px(6) * (len(fact.lines) - 1)
        made.append((s.step(theme.TEXT) + s.px(4) + tall, partial(_block, s, fact, f"spotlight:{where}:{i}", size)))
    return tuple(made)


def _block(s: Sight, fact: Fact, key: str, size: int, box: Box) -> Node:
    spot, rest = box.cut_left(s.px(34), s.px(12))
    head, body = rest.cut_top(s.step(theme.TEXT), s.px(4))
    marks: list[Mark] = [
        Icon(spot.cut_top(s.px(34))[0].middle(s.px(30), s.px(30)), fact.icon, theme.INK_3),
        s.words(head, s.say(fact.head), Style(ink=theme.INK_3, bold=True)),
    ]
    for line in fact.lines:
        tall = s.tall(line, size, body.w)
        spot, body = body.cut_top(tall, s.px(6))
        marks.append(s.words(spot, line, Style(size)))
    return Node("text", key, f"{s.say(fact.head)}. {' '.join(fact.lines)}", box, tuple(marks))


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


def _bar(
    s: Sight, ui: Ui, session: Session, card: Card, box: Box, actions: tuple[tuple[str, str, object], ...]
) -> list[Node]:
    """Lay the buttons; an issue may also be renounced, with its reason."""
    kids, rest = [], box
    if isinstance(card, IssueCard) and Renounce.move in session.stage.moves:
        key = f"renounce:{card.id}:{len(session.renounced)}"
        mine, rest = rest.cut_right(rest.w * 68 // 100, s.px(20))
        go, reason = mine.cut_right(s.px(230), s.px(12))
        text = ui.text(key)
        does = Commit(key, Renounce(card.id, text))
        hint = s.say("spot.reason_short")
        kids.append(
            field(s, ui, reason, Field(key, s.say("spot.reason"), "", limit=limits.REASON, hint=hint, titled=False))
        )
        kids.append(
            button(
                s,
                go,
                Button(
                    "spotlight:renounce",
                    s.say("spot.renounce"),
                    does,
                    kind="danger",
                    states=() if text.strip() else ("disabled",),
                ),
            )
        )
    spots = rest.columns(len(actions), s.px(12))
    buttons = [
        button(s, spot, Button(f"spotlight:{key}", name, Several((CloseTop(), command)), icon="undo-2"))
        for spot, (key, name, command) in zip(spots, actions, strict=True)
    ]
    return [*buttons, *kids]
