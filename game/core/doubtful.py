"""Texts of a session that leave the room and ask what a contract may not ask: told before anyone signs them."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.frozen import dataclass
from game.core.guard import Told, told
from game.core.objective import Objective
from game.core.scenario import Workshop
from game.core.session import Session
from game.core.sheets import objectives
from game.core.tensions import pulls
from game.core.text import Text, same
from game.core.wording import local_word

FIELDS = ("title", "indicator", "means", "arbitration")
"""Fields of a sheet that are read outside as they are."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A text to be read again. `where` is a field of a sheet, `arbitration`, `intention`, `blank`, `renounced`,
    `assumed`, `undressed` or `note`; `code` is the objective's."""

    where: str
    code: str
    text: Text
    found: Told


def asked(workshop: Workshop, *texts: Text) -> Told | None:
    """Give the first thing that some texts ask and may not, in any of their languages."""
    law, places = workshop.duties, workshop.scenario.wording.places
    found = (told(law.guards, law.allowed, places, said) for text in texts for said in text.said)
    return next((one for one in found if one is not None), None)


def unlawful(workshop: Workshop, said: str) -> str:
    """Give the words by which a sentence asks what a contract may not, by its country's guards or the town's own list.

    Empty for a lawful one.
    """
    found = asked(workshop, same(said))
    return found.said if found is not None else local_word(workshop.scenario.wording, same(said))


def asked_by(workshop: Workshop, sheet: Objective) -> Told | None:
    """Give the first thing that a sheet asks and may not."""
    return asked(workshop, *(getattr(sheet, field) for field in FIELDS))


def doubtful(session: Session) -> tuple[Doubtful, ...]:
    """List the texts to be read again, each once: of sheets, arbitrations, reasons, notes, what the table wrote."""
    found: dict[Text, Doubtful] = {}
    for where, code, text in _leaving(session):
        one = asked(session.workshop, text)
        if one is not None:
            found.setdefault(text, Doubtful(where, code, text, one))
    return tuple(found.values())


def _leaving(session: Session) -> Iterator[tuple[str, str, Text]]:
    for sheet in objectives(session):
        for field in FIELDS:
            yield field, sheet.code, getattr(sheet, field)
    for pull in pulls(session):
        if pull.arbitration is not None:
            yield "arbitration", "", same(pull.arbitration.sentence)
    for where, text in _written(session):
        yield where, "", text


def _written(session: Session) -> Iterator[tuple[str, Text]]:
    """Give what the table wrote beside the sheets: purchases, cards, reasons, notes."""
    yield from (("intention", one.title) for one in session.intentions)
    yield from (("blank", card.label) for card in session.blank_issues)
    yield from (("blank", card.label) for card in session.blank_levers)
    yield from (("renounced", same(one.reason)) for one in session.renounced)
    yield "assumed", same(session.assumed)
    yield from (("undressed", same(one.reason)) for one in session.undressed)
    yield from (("note", same(one.text)) for one in session.notes)
