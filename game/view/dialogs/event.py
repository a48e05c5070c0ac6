"""An event: drawn by chance or chosen, then read aloud with its numbers."""

from __future__ import annotations

from game.core.cards import EventCard
from game.core.moves.arbitration import DrawEvent
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.cards import badge_marks, points
from game.view.dialogs.asking import asking
from game.view.intents import CloseTop
from game.view.looks import Fill, Icon, Mark, Stripes, Style
from game.view.node import Node
from game.view.panels import naming
from game.view.panels.blocks import Block, text
from game.view.panels.options import option
from game.view.sight import Sight
from game.view.ui import Ui


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog: the draw, or the event once there is one."""
    card = session.workshop.deck.event(session.events[0]) if session.events else None
    close = ("back", s.say("council.event.done"), CloseTop(), "primary", True)
    if card is not None:
        title = s.say("council.event.title")
        return asking(s, ui, "event", title, (1240, 820), lambda wide: _drawn(s, ui, session, card, wide), (close,))
    able = not session.ballot.closed
    draw = ("draw", s.say("council.event.chance"), DrawEvent(), "primary", able)
    return asking(
        s, ui, "event", s.say("council.event.open"), (1100, 840), lambda wide: _list(s, session, wide), (draw,)
    )


def _list(s: Sight, session: Session, wide: int) -> tuple[Block, ...]:
    lang = s.speaker.lang
    rows = (
        option(
            s,
            wide,
            f"event:{card.id}",
            card.title.say(lang),
            card.text.say(lang),
            DrawEvent(card.id),
            on=False,
            icon="newspaper",
        )
        for card in session.workshop.deck.events
        if card.id not in session.workshop.deck.retired
    )
    return (text(s, wide, "event:choose", s.say("council.event.choose"), Style(theme.BODY, theme.INK_3)), *rows)


def _drawn(s: Sight, ui: Ui, session: Session, card: EventCard, wide: int) -> tuple[Block, ...]:
    lang = s.speaker.lang
    blocks = [
        _headline(s, ui, card, wide),
        *(_load(s, ui, session, load.family, (load.cost, load.delay, load.effort)) for load in card.loads),
        text(s, wide, "event:effect", card.effect.say(lang), Style(theme.BODY)),
    ]
    note = session.workshop.scenario.note(card.id)
    if note:
        blocks.append(text(s, wide, "event:note", note.say(lang), Style(ink=theme.INK_3)))
    if card.cancelled_by:
        names = ", ".join(naming.card(s, session, lever) for lever in card.cancelled_by)
        blocks.append(text(s, wide, "event:cancel", s.say("council.event.cancel", levers=names), Style(bold=True)))
    return tuple(blocks)


def _headline(s: Sight, ui: Ui, card: EventCard, wide: int) -> Block:
    """Give the event as the front page of the day: large, on ink, under the clapperboard's stripes."""
    lang, pad = s.speaker.lang, s.px(24)
    room = wide - 2 * pad
    title, words = card.title.say(lang), card.text.say(lang)
    heights = s.tall(title, 40, room, bold=True), s.tall(words, theme.LABEL, room)
    strip, gap = s.px(18), s.px(10)

    def build(box: Box) -> Node:
        stripes, rest = box.cut_top(strip)
        top, foot = rest.inset(pad, s.px(16)).cut_top(heights[0], gap)
        look = (
            Fill(box, theme.INK, s.px(theme.RADIUS)),
            Stripes(stripes, theme.INK, theme.WHITE),
            s.words(top, title, Style(40, theme.WHITE, bold=True, back=theme.INK)),
            s.words(foot, words, Style(theme.LABEL, theme.WHITE, back=theme.INK)),
        )
        return Node("heading", "event:headline", f"{title}. {words}", box, look)

    return Block(sum(heights) + gap + strip + s.px(32), build)


def _load(s: Sight, ui: Ui, session: Session, family_id: str, numbers: tuple[int, int, int]) -> Block:
    family = naming.family(session, family_id)
    name = family.name.say(s.speaker.lang)
    facts = [
        (kind, icon, points(number))
        for kind, icon, number in zip(("cost", "delay", "effort"), ("euro", "timer", "users"), numbers, strict=True)
        if number
    ]

    def build(box: Box) -> Node:
        tag, rest = box.cut_left(s.px(86), s.px(14))
        marks: list[Mark] = [*badge_marks(s, tag.middle(tag.w, s.px(44)), family)]
        words = ", ".join(f"{s.say(f'board.load.{kind}')} {shown}" for kind, _, shown in facts)
        for _, icon, shown in facts:
            spot, rest = rest.cut_left(s.px(34), s.px(8))
            marks.append(Icon(spot.middle(s.px(34), s.px(34)), icon, theme.INK))
            number, rest = rest.cut_left(s.px(64), s.px(12))
            marks.append(s.words(number, shown, Style(34, bold=True, middle=True)))
        marks.append(s.fitted(rest, name, Style(theme.BODY, middle=True), theme.TEXT))
        return Node("text", f"event:load:{family_id}", f"{name} : {words}", box, tuple(marks))

    return Block(s.px(66), build)
