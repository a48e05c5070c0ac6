"""Nothing is written into a session, or taken live, before it was laid out once: screens, cards, texts, pictures."""

from __future__ import annotations

from dataclasses import replace

from game.content.decoding import undecodable
from game.content.problems import ContentError, Problem
from game.content.shelf import DECK, Sources
from game.core.cards import Deck
from game.core.renewal import renewed
from game.core.scenario import Workshop
from game.type.measure import FontMeasure
from game.view.rehearsal import rehearse
from game.wiring.failures import unexpected
from game.wiring.settings import LANGUAGES
from game.words.catalogue import speaker


def rehearsed(sources: Sources, agenda: str) -> Sources:
    """Give what a session is to be begun with, once it was rehearsed with one of its agendas.

    Raises ContentError for an agenda it has not and for a picture that does not decode; SetupError not_laid_out.
    """
    _laid_out(sources.workshop(agenda))
    wrong = undecodable(sources.images)
    if wrong:
        raise ContentError(tuple(undecoded(name) for name in wrong))
    return sources


def undecoded(name: str, file: str = DECK) -> Problem:
    """Give what is to be said of a picture that does not decode."""
    return Problem("image_undecoded", file, 0, 0, (("value", name),))


def checked(workshop: Workshop, deck: Deck) -> None:
    """Rehearse a deck saved again with the workshop that is played. Raises SetupError not_laid_out."""
    _laid_out(replace(workshop, deck=renewed(workshop.deck, deck)))


def _laid_out(workshop: Workshop) -> None:
    try:
        rehearse(workshop, tuple(map(speaker, LANGUAGES)), FontMeasure())
    except Exception as error:  # whatever it is, better here than before the room
        raise unexpected(error, "not_laid_out") from error
