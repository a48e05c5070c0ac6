"""Everything that is to be said of a deck: what stops it from being played, and what its author would want to know.

Reading is the table's own (content/folder.py); what is added here only warns, but for a picture that does not decode.
"""

from __future__ import annotations

from pathlib import Path

from game.content.files import read_bytes
from game.content.folder import Reading, read_folder
from game.content.nodes import Scalar
from game.content.pause import collector_paused
from game.content.problems import Problem, tidy
from game.content.walk import Walk
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.core.law import over_a_year

WORDLESS = frozenset("\n\t ")


@dataclass(frozen=True, slots=True)
class Checked:
    """A deck that was read, and all its problems: sorted, the ones alike folded."""

    reading: Reading
    problems: tuple[Problem, ...]


@collector_paused()
def check_deck(file: Path, decks_root: Path, on: str = "") -> Checked:
    """Check a deck's file with all that belongs to it. `on` (YYYY-MM-DD): the day that law must be fresh for, if any.

    Raises ContentError when the file itself cannot be read.
    """
    reading = read_folder(file, decks_root)
    return Checked(reading, tidy((*reading.found, *warnings(reading, on)), reading.walk.file))


def warnings(reading: Reading, on: str = "") -> tuple[Problem, ...]:
    """Give what the table does not mind but a reader might."""
    walk = reading.walk
    before = len(walk.problems)
    _sources(walk, reading)
    if reading.deck is not None:
        _effects(walk, reading.deck)
        if on:
            _aged(walk, reading.deck.law_as_of, on)
    _pictures(walk)
    _decoded(walk, reading)
    _signs(walk)
    _fit(walk)
    found = walk.named(walk.problems[before:])
    del walk.problems[before:]
    return found


def _sources(walk: Walk, reading: Reading) -> None:
    """Say that a deck has no licence, a legal reference no date."""
    if "law_as_of" not in reading.given:
        for node, own in walk.cited:
            if not own:
                walk.fault("legal_undated", node)
    if reading.given and "licence" not in reading.given:
        walk.fault("licence_missing", Scalar(0, 0, ""))


def _effects(walk: Walk, deck: Deck) -> None:
    """Say where an issue gives a family nothing to aim at, in a deck whose issues do."""
    lacking = ((card.id, name) for card in deck.issues for name in card.families if card.effect_in(name) is None)
    for card, name in lacking if deck.tells_effects else ():
        node = walk.names["issue"].get(card)
        if node is not None:
            walk.fault("effect_missing", node, family=name)


def _aged(walk: Walk, law: str, on: str) -> None:
    """Say which references are over a year old on a day: each with its own date, the others once, by the deck's."""
    if over_a_year(law, on) and not all(own for _, own in walk.cited):
        walk.fault("legal_old", Scalar(0, 0, ""), value=law)
    for node, own in walk.cited:
        if over_a_year(own, on):
            walk.fault("legal_old", node, value=own)


def _pictures(walk: Walk) -> None:
    for node, named, owed in walk.pictured:
        if not named:
            walk.fault("image_unnamed", node)
        if not owed:
            walk.fault("image_unowed", node)


def _decoded(walk: Walk, reading: Reading) -> None:
    """Say which pictures cannot be decoded, whatever their first bytes promise."""
    from game.content.decoding import undecodable

    wrong = undecodable((name, read_bytes(file)) for name, file in reading.images)
    for node in walk.images:
        if node.value in wrong:
            walk.fault("image_undecoded", node, value=node.value)


def _signs(walk: Walk) -> None:
    """Say which signs no font of the table has."""
    from game.type.measure import covered

    known = covered() | WORDLESS
    for one in walk.texts:
        if not known.issuperset(one.words):
            sign = next(each for each in one.words if each not in known)
            walk.fault("glyph_missing", one.at, sign=sign, code=f"U+{ord(sign):04X}")


def _fit(walk: Walk) -> None:
    from game.authoring.fit import Fitting

    for code, node, facts in Fitting(walk).faults():
        walk.fault(code, node, **facts)
