"""A copy of a session file without what may tell of a person: to be archived, lent or sent to another town."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from game.content.problems import ContentError
from game.content.shelf import open_workshop
from game.core.errors import JournalError
from game.core.frozen import dataclass
from game.core.moves.ballots import BallotCast
from game.core.moves.flow import NoteTaken
from game.core.moves.induction import SentenceMended, TensionTalkedOver
from game.core.moves.moments import MomentNamed
from game.core.moves.move import Event
from game.core.moves.notes import NoteAmended, NoteLifted
from game.core.moves.objectives import LeverDropped, ObjectiveAdopted, ObjectiveAmended
from game.core.moves.questions import QuestionAsked
from game.core.moves.record import RecordFilled
from game.core.moves.seats import GuestInvited
from game.core.objective import Objective
from game.core.record import PERSONS
from game.core.text import Text
from game.desk import copies
from game.desk.opening import AGENDA, DECK, DECK_FILE, MAP, SCENARIO
from game.desk.replay import CODEC, DRAFT, GESTURE
from game.journal.codec import pack
from game.journal.journal import Journal, Row

Told = NoteTaken | NoteAmended | NoteLifted | QuestionAsked | SentenceMended | TensionTalkedOver | MomentNamed
"""What somebody wrote in words of their own, besides what the council decided."""
Charge = Callable[[str], tuple[Text, Text]]
"""Gives the deputy and the department of a family (its id)."""
NAMING = ("deputy", "department")
"""Fields of a sheet that someone may have typed a name into: the scenario's functions come back."""


@dataclass(frozen=True, slots=True)
class Purged:
    """How many of each were taken out: notes, roles of guests, functions typed over, texts half typed."""

    notes: int = 0
    guests: int = 0
    functions: int = 0
    drafts: int = 0


def purge(path: Path, to: Path, erased: str, guest: Callable[[int], str]) -> Purged:
    """Write the copy; the session itself is only read. `erased` stands for a note, `guest(n)` for a guest's role.

    What the council decided stays: cards, votes (secret ballots without their seats), reasons, objectives, measures.
    The file is a new one, so that nothing of what was taken out is left in its free pages.
    Raises JournalError as opening does, and `exists` when there is a file at `to`.
    """
    journal = Journal.open(path, read_only=True)
    try:
        sources, facts, rows = journal.sources(), journal.facts(), journal.rows()
    finally:
        journal.close()
    counts: Counter[str] = Counter()
    charge = _charges(sources, facts)
    try:
        kept = [_purged(row, counts, erased, guest, charge) for row in rows]
    except JournalError as error:
        raise JournalError(error.code, **error.facts | {"path": str(path)}) from error
    except (ValueError, RecursionError) as error:  # a draft of a session from before the digests
        raise JournalError("damaged", path=str(path)) from error
    named = {name: value for name, value in facts.items() if name != DECK_FILE}
    Journal.create(to, sources, named, kept).close()
    copies.forget(to)  # those of a former file of this name tell of persons
    return Purged(counts["notes"], counts["guests"], counts["functions"], counts["drafts"])


def _charges(sources: Mapping[str, bytes], facts: Mapping[str, str]) -> Charge:
    """Give who answers for a family, as the scenario says it; nobody where it cannot be read any more."""
    try:
        scenario = open_workshop(sources[SCENARIO], sources[DECK], sources[MAP], facts[AGENDA]).scenario
    except (KeyError, ContentError):
        return lambda _: (Text(), Text())

    def charge(family: str) -> tuple[Text, Text]:
        role = scenario.family(family)
        return (role.deputy, role.department) if role is not None else (Text(), Text())

    return charge


def _purged(row: Row, counts: Counter[str], erased: str, guest: Callable[[int], str], charge: Charge) -> Row:
    if row.kind == DRAFT:
        counts["drafts"] += bool(json.loads(row.data))
        return replace(row, data=pack(""))
    if row.kind != GESTURE:
        return row
    events = cast("tuple[Event, ...]", CODEC.load(row.data))
    return replace(row, data=CODEC.dump(_without(events, counts, erased, guest, charge)))


def _without(
    events: tuple[Event, ...], counts: Counter[str], erased: str, guest: Callable[[int], str], charge: Charge
) -> Iterator[Event]:
    """Give the events that stay; a row may lose all of them, but never goes: undo counts rows."""
    for event in events:
        match event:
            case (
                NoteTaken() | NoteAmended() | NoteLifted() | MomentNamed()
                | QuestionAsked() | SentenceMended() | TensionTalkedOver()
            ) if event.text:  # fmt: skip
                counts["notes"] += not isinstance(event, NoteAmended | NoteLifted)
                yield _untold(event, erased)
            case GuestInvited():
                counts["guests"] += 1
                yield replace(event, role=guest(counts["guests"]))
            case BallotCast():
                yield replace(event, seat="")
            case RecordFilled() if event.field in PERSONS:
                counts["functions"] += bool(event.text)
                yield replace(event, text="")
            case ObjectiveAmended() if event.field in NAMING:
                counts["functions"] += 1
            case ObjectiveAdopted() | ObjectiveAmended() | LeverDropped() if event.sheet is not None:
                yield replace(event, sheet=_unsigned(event.sheet, charge))
            case _:
                yield event


def _untold(event: Told, erased: str) -> Event:
    event = replace(event, text=erased)
    return replace(event, was=erased) if isinstance(event, NoteAmended) else event


def _unsigned(sheet: Objective, charge: Charge) -> Objective:
    deputy, department = charge(sheet.family)
    return replace(sheet, deputy=deputy, department=department)
