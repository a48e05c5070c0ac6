"""A new session made of what is good in a damaged file; the damaged file is only read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.content.problems import ContentError
from game.content.shelf import Sources, open_workshop
from game.core.errors import JournalError
from game.core.frozen import dataclass
from game.core.scenario import Workshop
from game.core.session import Session, start
from game.desk import copies, renewing, replay
from game.desk.opening import AGENDA, DECK, DUTIES, MAP, SCENARIO, facts_of, texts_of
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

    `copied` tells that a copy was taken, nothing of the file itself being good: what was played after it is not there.
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
    copied: bool = False


@dataclass(frozen=True, slots=True)
class _Try:
    texts: Texts
    fates: tuple[tuple[str, str], ...]
    agenda: str
    rows: list[Row]
    session: Session


def rescue(path: Path, to: Path, shelf: Shelf, *beyond: Path) -> Rescued:
    """Write what is good of a session in a new file, from it or from a copy of it in which more is good.

    Its copies are sought beside it, then in the folders `beyond`, where it was before.
    JournalError: those of `salvage`; `beyond_rescue` when nothing can be played of what is left; those of
    Journal.create.
    """
    found, copied = _best(path, beyond)
    tries = [one for one in _tries(found, shelf) if one is not None]
    if not tries:
        raise JournalError("beyond_rescue", path=str(path))
    best = max(tries, key=lambda one: len(one.rows))
    whole = {AGENDA} <= found.facts.keys() and best.agenda == found.facts[AGENDA]
    facts = facts_of(best.session, best.session.title) | found.facts | {AGENDA: best.agenda}
    Journal.create(to, best.texts, facts, best.rows).close()
    last, lost = best.rows[-1], found.seen - len(best.rows)
    return Rescued(len(best.rows), last.at, lost, best.fates, found.sealed and whole, found.proven, copied)


def _best(path: Path, beyond: Sequence[Path]) -> tuple[Salvage, bool]:
    """Give what is found in the file or the copy that holds most, and whether nothing was in the file."""
    try:
        own = salvage(path)
    except JournalError as error:
        if error.code == "locked":  # it is being played: nothing is wrong
            raise
        found = _salvaged(copies.copies(path))
        if not found:
            raise
        return max(found, key=_worth), True
    others = _salvaged(copies.copies(path) or copies.strayed(path, own.facts, own.rows, beyond))
    best = max((own, *(one for one in others if _same_session(own, one))), key=_worth)
    best.seen = max(best.seen, own.seen)
    return best, False


def _salvaged(paths: Sequence[Path]) -> list[Salvage]:
    found = []
    for path in paths:
        with suppress(JournalError):
            found.append(salvage(path))
    return found


def _worth(one: Salvage) -> tuple[int, bool, int]:
    return len(one.rows), one.sealed, -len(one.spoilt)


def _same_session(own: Salvage, other: Salvage) -> bool:
    """Tell whether a copy is of this session: where digests prove it, every gesture that both hold is the same."""
    both = min(len(own.rows), len(other.rows)) if own.proven else 1
    return _told_by(own.rows[:both]) == _told_by(other.rows[:both])


def _told_by(rows: Sequence[Row]) -> list[tuple[str, str, str]]:
    return [(row.kind, row.data, row.at) for row in rows]


def _tries(found: Salvage, shelf: Shelf) -> Iterator[_Try | None]:
    """Try the file's own texts, those of the shelf that are the same, then those of the shelf as they are today."""
    needed = (DECK, SCENARIO, MAP, *({DUTIES} & set(found.hashes)))
    spoilt = [name for name in needed if name in found.spoilt or name not in found.sources]
    good = {name: text for name, text in found.sources.items() if name not in found.spoilt}
    lost = tuple((name, LOST) for name in found.spoilt if name not in needed)
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
        today = {name: offer[name] for name in left if name in offer}
        yield _tried(found, good | same | today, (*fates, *((name, OTHER) for name in left)))


def _same(found: Salvage, offers: list[Texts], name: str) -> bytes | None:
    """Find a text whose hash is the one the file tells, or that with which the seal of its facts is right."""
    told = found.hashes.get(name, "")
    return next((text for offer in offers if hashlib.sha256(text := offer.get(name, b"")).hexdigest() == told), None)


def _tried(found: Salvage, texts: Texts, fates: tuple[tuple[str, str], ...]) -> _Try | None:
    """Play the rows with these texts, as far as they go; None when not even the first does."""
    best: _Try | None = None
    for agenda in _agendas(found, texts):
        try:
            workshop = open_workshop(texts[SCENARIO], texts[DECK], texts[MAP], agenda, texts.get(DUTIES, b""))
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
