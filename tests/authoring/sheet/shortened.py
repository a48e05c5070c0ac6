"""A part of our own deck, sound by itself: what trips to a spreadsheet ask is asked of fewer cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.places import shelves

CARDS = {
    "climat-carbone", "sobriete-energie", "eau", "alimentation-durable", "biodiversite-ville", "cout-global",
    "sante-environnementale", "insertion-emploi", "maitrise-budget", "juste-besoin", "ess", "mutualisation",
    "acces-tpe-pme", "circuits-courts", "revue-besoin", "menus-saison", "sourcing", "allotir-fin",
    "clause-insertion", "mutualiser", "programmer-publier", "clause-verte", "marche-performance",
    "inflation-denrees", "lot-infructueux", "loi-climat",
}  # fmt: skip
CARRIED = ("issues", "levers", "events", "tensions", "synergies")
_ENTRY = re.compile(r"^  - (?:id: (\S+)|pair: \[(\S+), (\S+)\])")
_POINTERS = re.compile(r"(?m)^(\s+(?:answers|cancelled_by): )\[([^\]]*)\]")


def shortened() -> str:
    """Give the deck with some of its cards, the pairs between them, and what they point to among themselves."""
    text = (shelves.decks() / "clap" / "deck.yaml").read_bytes().decode()
    return _POINTERS.sub(lambda found: f"{found[1]}[{', '.join(_named(found[2]))}]", "".join(_kept(text)))


def _named(ids: str) -> list[str]:
    return [one for one in re.split(r",\s*", ids) if one in CARDS]


def _kept(text: str) -> Iterator[str]:
    kind, taken = "", True
    for line in text.splitlines(keepends=True):
        if line[:1].isalpha():
            kind, taken = line.partition(":")[0], True
        found = _ENTRY.match(line)
        if found is not None and kind in CARRIED:
            taken = all(one in CARDS for one in found.groups() if one)
        if taken or not line.startswith("  "):
            yield line
