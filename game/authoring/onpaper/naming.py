"""What the words of a paper session name: cards, families, places, by any of their names; a small slip is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.authoring.listing import Index, Wrong, meant
from game.authoring.onpaper.reading import Fault, Line
from game.content.problems import Problem
from game.core.cards import Card, Deck
from game.core.scenario import Scenario
from game.core.text import Text


def problem(code: str, line: int, **facts: str | int) -> Problem:
    """Make a problem of a paper session."""
    return Problem(code, "", line, 0, tuple(facts.items()))


def wrong(line: Line, field: str, code: str, **facts: str | int) -> Fault:
    """Say what is wrong in a cell of a line."""
    at = line.where(field)
    return Fault(at, problem(code, at if isinstance(at, int) else 0, **facts))


class Names:
    """Looks words up. `faults` gathers those that name nothing, `notes` those read as another word."""

    def __init__(self, deck: Deck, scenario: Scenario) -> None:
        families = [family for family in deck.families if scenario.family(family.id) is not None]
        issues, levers, events = (_called(cards) for cards in (deck.issues, deck.levers, deck.events))
        places = [one for one in scenario.places if not one.decor]
        self._known = {
            "issue": Index(issues), "lever": Index(levers), "event": Index(events), "card": Index([*issues, *levers]),
            "family": Index((one.id, [one.id, one.letter, *_texts(one.name, one.short)]) for one in families),
            "place": Index((one.id, [one.id, *_texts(one.name, one.short)]) for one in places),
        }  # fmt: skip
        self._scenario = scenario
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def find(self, line: Line, field: str, kind: str) -> str:
        """Give the id that a cell names; nothing where it is empty or names nothing, which is then a fault."""
        word = line.cells.get(field, "")
        if not word:
            return ""
        try:
            found, near = meant(self._known[kind], word, f"onpaper_{kind}")
        except Wrong as why:
            self.faults.append(wrong(line, field, why.code, **dict(why.facts)))
            return ""
        if near:
            self.notes.append(wrong(line, field, "list_read_as", value=word, near=near))
        return found

    def family(self, line: Line, place: str, fit: tuple[str, ...]) -> str:
        """Give the family of a line: as it says, else the one of its place that the card is for."""
        if line.cells.get("family"):
            return self.find(line, "family", "family")
        there = self._scenario.place(place)
        fits = [one for one in there.families if one in fit] or list(there.families) if there is not None else []
        if len(fits) != 1:
            self.faults.append(wrong(line, "issue", "onpaper_no_family", value=line.cells["issue"]))
            return ""
        return fits[0]


def _called(cards: Iterable[Card]) -> list[tuple[str, list[str]]]:
    return [(card.id, [card.id, *card.former_ids, *_texts(card.label, card.title)]) for card in cards]


def _texts(*texts: Text) -> Iterator[str]:
    return (said for text in texts for said in text.said if said)
