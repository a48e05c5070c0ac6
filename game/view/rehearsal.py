"""A rehearsal: the screens and the cards of a workshop laid out once, for nobody, before it is trusted with a session.

What cannot be laid out raises whatever it raises, here rather than before the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial

from game.core.cards import Card
from game.core.scenario import Workshop
from game.core.session import Session, start
from game.view import contact, scene
from game.view.answer.ui import Ui
from game.view.tree.sight import Measure, Memo, Speaker
from game.view.tree.theme import BODY

SIZE = (1920, 1080)
WIDE = 600
"""Pixels of a line in which every text is measured."""


def rehearse(workshop: Workshop, speakers: Iterable[Speaker], measure: Measure) -> None:
    """Lay everything out in each language: every text, every phase, seats and poster, a card of each kind in full."""
    for text in texts((workshop.deck, workshop.scenario, workshop.town)):
        measure.wrap(text, BODY, bold=False, width=WIDE)
    session = start(workshop)
    for speaker in speakers:
        _screens(session, speaker, measure)
        contact.pages(partial(scene.sight, speaker, measure), workshop.deck)


def _screens(session: Session, speaker: Speaker, measure: Measure) -> None:
    deck, memo = session.workshop.deck, Memo()
    for screen in ("seats", "poster"):
        scene.build(session, Ui(screen=screen, lang=speaker.lang), scene.sight(speaker, measure, SIZE, 100, memo))
    view = Ui(screen="play", lang=speaker.lang)
    for phase in session.workshop.agenda.phases:
        scene.build(replace(session, phase=phase.id), view, scene.sight(speaker, measure, SIZE, view.percent, memo))
    cards: tuple[Card, ...] = (*deck.issues[:1], *deck.levers[:1], *deck.events[:1])
    for card in cards:
        scene.build(session, replace(view, spotlight=card.id), scene.sight(speaker, measure, SIZE, 100, memo))


def texts(value: object) -> Iterator[str]:
    """Give every text that values of game/core hold; outlines of a map hold none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value if not value or not isinstance(value[0], tuple) or isinstance(value[0][0], str) else ():
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
