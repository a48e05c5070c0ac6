"""A session played on paper, as a list: "card, family or place, issue of a lever", one card a line, typed by anyone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from game.content.near import nearest, slug
from game.content.problems import Problem
from game.core.cards import Deck, IssueCard, LeverCard
from game.core.frozen import dataclass
from game.core.scenario import Scenario
from game.core.text import Text

Card = IssueCard | LeverCard
SIGNS = ("\t", ";", ",", "|")
"""What may stand between the words of a line: the first of them that is there."""
HEADS = frozenset({"carte", "cartes", "card", "cards", "enjeu", "enjeux", "issue", "id", "levier", "lever"})
SURE = 0.86
"""How alike a misspelt name must be to be read as meant (and said to be); less is only suggested."""
LINES, LONGEST = 2_000, 400
FEW = 4


@dataclass(frozen=True, slots=True)
class Placing:
    """One card of the list: an issue on a family, with or without a place; a lever under an issue."""

    line: int
    card: str
    family: str = ""
    place: str = ""
    issue: str = ""

    @property
    def lever(self) -> bool:
        """Tell whether it is a lever."""
        return bool(self.issue)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says: its cards, issues first; what is wrong, line by line; what was read as another word."""

    placings: tuple[Placing, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


class Wrong(Exception):  # noqa: N818  never leaves who reads a list
    """What is wrong with a word of a list, as the code and the facts of a problem."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code, self.facts = code, tuple(facts.items())


class Index:
    """Names people use of things: ids, names in any language; each leads to one id, or to several."""

    def __init__(self, named: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._ids: dict[str, list[str]] = {}
        self._shown: dict[str, str] = {}
        for one, names in named:
            for name in names:
                known = self._ids.setdefault(slug(name), [])
                self._shown.setdefault(slug(name), name)
                if one not in known:
                    known.append(one)
        self._ids.pop("", None)

    def find(self, word: str) -> tuple[str, ...]:
        """Give the ids a word names: said whole, or else those whose name it begins."""
        wanted = slug(word)
        whole = self._ids.get(wanted)
        if whole:
            return tuple(whole)
        begun = (one for name, ids in self._ids.items() if wanted and name.startswith(wanted) for one in ids)
        return tuple(dict.fromkeys(begun))

    def near(self, word: str) -> tuple[str, float]:
        """Give the nearest name, and how near it is from 0 to 1."""
        found = nearest(word, self._ids)
        alike = SequenceMatcher(None, slug(word), found).ratio() if found else 0.0
        return self._shown.get(found, ""), alike


def meant(index: Index, word: str, code: str, named: Callable[[str], str] = str) -> tuple[str, str]:
    """Give what a word names, and the name it was read as where a small slip was mended; `named` words an id.

    Raises Wrong: list_several, else `code`, or `code` and "_near" where a name is like it.
    """
    found = index.find(word)
    if len(found) == 1:
        return found[0], ""
    if found:
        raise Wrong("list_several", value=word, known=" · ".join(named(one) for one in found[:FEW]))
    near, alike = index.near(word)
    sure = index.find(near) if alike >= SURE else ()
    if len(sure) == 1:
        return sure[0], near
    raise Wrong(f"{code}_near", value=word, near=near) if near else Wrong(code, value=word)


def read(text: str, file: str, deck: Deck, scenario: Scenario, lang: str) -> Listed:
    """Read a list; every good line is kept, whatever is wrong in the others. Cards are named in `lang`."""
    return _Reader(file, deck, scenario, lang).read(text)


def _texts(*texts: Text) -> list[str]:
    return [said for text in texts for said in (text.fr, text.en, *dict(text.others).values()) if said]


class _Reader:
    def __init__(self, file: str, deck: Deck, scenario: Scenario, lang: str) -> None:
        self._file, self._deck, self._scenario, self._lang = file, deck, scenario, lang
        cards: tuple[Card, ...] = (*deck.issues, *deck.levers)
        self._cards = Index((card.id, [card.id, *card.former_ids, *_texts(card.label, card.title)]) for card in cards)
        families = {family.id: family for family in deck.families}
        here = [families[role.id] for role in scenario.families if role.id in families]
        named = [(f"family:{one.id}", [one.id, one.letter, *_texts(one.name, one.short)]) for one in here]
        places = [(f"place:{one.id}", [one.id, *_texts(one.name, one.short)]) for one in scenario.places]
        self._spots = Index([*named, *places])
        self._notes: list[Problem] = []
        self._line = 0

    def read(self, text: str) -> Listed:
        problems: list[Problem] = []
        rows: list[tuple[int, Card, list[str]]] = []
        for number, line in self._lines(text):
            self._line = number
            try:
                rows.append((number, *self._card(line)))
            except Wrong as why:
                if not (_heading(line) and not rows and not problems):
                    problems.append(self._problem(number, why))
        placings: list[Placing] = []
        for kind in (IssueCard, LeverCard):
            for number, card, rest in rows:
                self._line = number
                try:
                    if isinstance(card, kind):
                        placings.append(self._placed(card, rest, placings))
                except Wrong as why:
                    problems.append(self._problem(number, why))
        problems.sort(key=lambda one: one.line)
        return Listed(tuple(placings), tuple(problems), tuple(self._notes))

    def _lines(self, text: str) -> Iterator[tuple[int, str]]:
        lines = text.lstrip("\ufeff").splitlines()[:LINES]
        said = ((number, line[:LONGEST].strip()) for number, line in enumerate(lines, 1))
        return ((number, line) for number, line in said if line and not line.startswith("#"))

    def _problem(self, line: int, why: Wrong) -> Problem:
        return Problem(why.code, self._file, line, 1, why.facts)

    def _card(self, line: str) -> tuple[Card, list[str]]:
        """Give the card of a line and the words after it; a label may itself hold the sign that separates."""
        sign = next((one for one in SIGNS if one in line), ",")
        words = [word.strip().strip('"').strip() for word in line.split(sign)]
        for count in range(min(len(words), 4), 0, -1):
            found = self._cards.find(f"{sign} ".join(words[:count]))
            if len(found) == 1:
                return self._of(found[0]), [word for word in words[count:] if word]
        return self._of(self._one(self._cards, words[0], "list_card")), [word for word in words[1:] if word]

    def _of(self, card: str) -> Card:
        found = self._deck.issue(card) or self._deck.lever(card)
        assert found is not None
        return found

    def _one(self, index: Index, word: str, code: str) -> str:
        """Give what a word names, a small slip mended and said. Raises Wrong."""
        found, near = meant(index, word, code, self._named)
        if near:
            self._notes.append(self._problem(self._line, Wrong("list_read_as", value=word, near=near)))
        return found

    def _named(self, spot: str) -> str:
        kind, _, one = spot.rpartition(":")
        if kind == "family":
            found = self._deck.family(one)
            return found.short.say(self._lang) if found is not None else one
        place = self._scenario.place(one) if kind else None
        return place.short.say(self._lang) if place is not None else one

    def _placed(self, card: Card, words: list[str], before: list[Placing]) -> Placing:
        if isinstance(card, IssueCard):
            return self._issue(card, words)
        issues = [one for one in before if not one.lever]
        return self._lever(card, words, issues)

    def _issue(self, card: IssueCard, words: list[str]) -> Placing:
        if not words:
            raise Wrong("list_where", card=card.label.say(self._lang))
        family, place = self._where(words[:2])
        found = self._scenario.place(place) if place else None
        if found is not None and not family:
            fits = [one for one in found.families if one in card.families] or list(found.families)
            if len(fits) > 1:
                known = " · ".join(self._named(f"family:{one}") for one in fits)
                raise Wrong("list_which_family", place=found.short.say(self._lang), known=known)
            family = fits[0] if fits else self._scenario.families[0].id
        return Placing(self._line, card.id, family, place)

    def _where(self, words: Sequence[str]) -> tuple[str, str]:
        """Give the family and the place that words name, in any order; an empty one is not said."""
        said = dict.fromkeys(("family", "place"), "")
        for word in words:
            found = self._spots.find(word)
            kinds = {one.partition(":")[0] for one in found}
            free = [one for one in found if not said[one.partition(":")[0]]]
            spot = free[0] if len(free) == 1 and len(kinds) == len(found) else self._one(self._spots, word, "list_spot")
            kind, _, one = spot.partition(":")
            said[kind] = one
        return said["family"], said["place"]

    def _lever(self, card: LeverCard, words: list[str], issues: list[Placing]) -> Placing:
        here, named = self._around(words, issues)
        answered = [one for one in here if one.card in card.answers]
        fits = here if named else answered or here
        if len(fits) == 1:
            return replace(Placing(self._line, card.id), issue=fits[0].card)
        label = card.label.say(self._lang)
        if not fits:
            raise Wrong("list_no_issue", card=label)
        known = " · ".join(self._of(one.card).label.say(self._lang) for one in fits[:FEW])
        raise Wrong("list_which_issue", card=label, known=known)

    def _around(self, words: list[str], issues: list[Placing]) -> tuple[list[Placing], bool]:
        """Give the placed issues a lever may go under, and whether the list names one."""
        here, named = list(issues), False
        for word in words:
            spots = self._spots.find(word)
            cards = self._cards.find(word)
            mine = [one for one in here if one.card in cards]
            if mine:
                here, named = mine, True
            elif spots:
                here = [one for one in here if {f"family:{one.family}", f"place:{one.place}"} & set(spots)]
            else:
                card = self._one(self._cards, word, "list_spot")
                here, named = [one for one in here if one.card == card], True
        return here, named


def _heading(line: str) -> bool:
    """Tell whether a line names columns."""
    words = slug(line).split("-")
    return bool(words) and words[0] in HEADS
