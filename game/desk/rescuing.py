"""A new session made of what is good in a damaged file; the damaged file is only read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.content.problems import ContentError
from game.content.shelf import Sources, open_workshop
from game.core.errors import JournalError
from game.core.scenario import Workshop
from game.core.session import Session, start
from game.desk import renewing, replay
from game.desk.opening import AGENDA, DECK, MAP, SCENARIO, facts_of, texts_of
from game.journal.journal import Journal, Row
from game.journal.salvage import Salvage, salvage

SAME, UNSURE, OTHER, LOST = "same", "unsure", "other", "lost"
"""What became of a text that changed in the file: found elsewhere to the letter; kept as it reads, a sign of it being
another; replaced by that of today; left out (a picture)."""
Shelf = Callable[[], Iterator[Sources]]
"""Gives the scenarios there are, with their decks and their maps."""
Texts = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Rescued:
    """What the new session holds: `kept` rows, the last at `at`; of `lost` rows after it there is only a trace.

    `texts` says what became of each text that had changed, by name. `noted` is false when the title, the town, the
    agenda or the first row may not be those that were; `proven`, when nothing could tell whether a row changed, as in
    a file from before the digests.
    """

    kept: int
    at: str
    lost: int
    texts: tuple[tuple[str, str], ...] = ()
    noted: bool = True
    proven: bool = True


@dataclass(frozen=True, slots=True)
class _Try:
    texts: Texts
    fates: tuple[tuple[str, str], ...]
    agenda: str
    rows: list[Row]
    session: Session


def rescue(path: Path, to: Path, shelf: Shelf, others: Sequence[Path] = ()) -> Rescued:
    """Write what is good of a session in a new file; `others` are copies of it, taken when more is good in them.

    JournalError: those of `salvage`; `damaged` when nothing can be played of what is left; those of Journal.create.
    """
    found = _best([path, *others])
    tries = [one for one in _tries(found, shelf) if one is not None]
    if not tries:
        raise JournalError("beyond_rescue", path=str(path))
    best = max(tries, key=lambda one: len(one.rows))
    whole = {AGENDA} <= found.facts.keys() and best.agenda == found.facts[AGENDA]
    facts = facts_of(best.session, best.session.title) | found.facts | {AGENDA: best.agenda}
    Journal.create(to, best.texts, facts, best.rows).close()
    last = best.rows[-1]
    return Rescued(
        len(best.rows), last.at, found.seen - len(best.rows), best.fates, found.sealed and whole, found.proven
    )


def _best(paths: Sequence[Path]) -> Salvage:
    """Give what is found in the file that holds most."""
    found, refused = [], []
    for path in paths:
        try:
            found.append(salvage(path))
        except JournalError as error:
            if error.code == "locked":  # it is being played: nothing is wrong
                raise
            refused.append(error)
    if not found:
        raise refused[0]
    best = max(found, key=lambda one: (len(one.rows), one.sealed, -len(one.spoilt)))
    best.seen = max(one.seen for one in found)
    return best


def _tries(found: Salvage, shelf: Shelf) -> Iterator[_Try | None]:
    """Try the file's own texts, those of the shelf that are the same, then those of the shelf as they are today."""
    spoilt = [name for name in (DECK, SCENARIO, MAP) if name in found.spoilt or name not in found.sources]
    good = {name: text for name, text in found.sources.items() if name not in found.spoilt}
    lost = tuple((name, LOST) for name in found.spoilt if name not in (DECK, SCENARIO, MAP))
    if not spoilt:
        yield _tried(found, good, lost)
        return
    offers = [texts_of(sources) for sources in shelf()]
    same = {name: text for name in spoilt if (text := _same(found, offers, name)) is not None}
    fates = (*lost, *((name, SAME) for name in same))
    left = [name for name in spoilt if name not in same]
    if not left:
        yield _tried(found, good | same, fates)
        return
    kept = {name: found.sources[name] for name in left if name in found.sources}
    yield _tried(found, good | same | kept, (*fates, *((name, UNSURE) for name in left)))
    for offer in offers:
        today = {name: offer[name] for name in left}
        yield _tried(found, good | same | today, (*fates, *((name, OTHER) for name in left)))


def _same(found: Salvage, offers: list[Texts], name: str) -> bytes | None:
    """Find a text whose hash is the one the file tells, or that with which the seal of its facts is right."""
    told = found.hashes.get(name, "")
    return next((offer[name] for offer in offers if hashlib.sha256(offer[name]).hexdigest() == told), None)


def _tried(found: Salvage, texts: Texts, fates: tuple[tuple[str, str], ...]) -> _Try | None:
    """Play the rows with these texts, as far as they go; None when not even the first does."""
    best: _Try | None = None
    for agenda in _agendas(found, texts):
        try:
            workshop = open_workshop(texts[SCENARIO], texts[DECK], texts[MAP], agenda)
        except Exception:  # a damaged text can fail in any way
            continue
        rows, session = _played(workshop, found.rows)
        if session is not None and (best is None or len(rows) > len(best.rows)):
            best = _Try(texts, fates, agenda, rows, session)
    return best


def _agendas(found: Salvage, texts: Texts) -> list[str]:
    """Give the agenda noted in the file; when it is none of the scenario's, all of them."""
    from game.content.scenario import read_scenario

    noted = found.facts.get(AGENDA, "")
    try:
        scenario = read_scenario(texts[SCENARIO], SCENARIO, None, held=True)[0]
    except Exception:  # a damaged text can fail in any way
        scenario = None
    known = [agenda.id for agenda in scenario.agendas] if scenario is not None else []
    return [noted] if noted in known or not known else known


def _played(workshop: Workshop, rows: list[Row]) -> tuple[list[Row], Session | None]:
    """Give the rows that can be played again, from the first, and the session they make."""
    while rows:
        try:
            now = renewing.latest(workshop.deck, rows)[1]
            marks = replay.marks(rows)
            return rows, replay.history(start(replace(workshop, deck=now)), rows, marks).session
        except JournalError as error:
            last = error.facts.get("last", 0)
            rows = rows[: last if isinstance(last, int) else 0]
        except ContentError:
            break
    return [], None
