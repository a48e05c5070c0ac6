"""Does a card hold its words? On the shelf of the table, and on 63 × 88 mm at the smallest sizes of print.

Widths are those of the font files. The screen is measured as the table does it; paper is estimated line by line, and
told too full only beyond doubt: `clap deck print` measures the real setting to the tenth of a millimetre.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from math import ceil
from typing import Any

from game.content.nodes import Node
from game.content.walk import Said, Walk
from game.core.cards import Axis, Card, Deck, EventCard, IssueCard, LeverCard, Stage
from game.core.family import Family
from game.core.frozen import dataclass
from game.core.text import Text
from game.printing import faces as printed
from game.type import faces
from game.type.fonts import face_file
from game.type.measure import FontMeasure
from game.type.ttf import Ttf
from game.words.catalogue import Speaker, speaker

CAP, NAME_GAP, TEXT_GAP, BACK_GAP, BETWEEN = 0.668, 0.38, 0.5, 0.42, 0.72
"""In ems: the height of a line's capitals, then the room between lines of a label, a text, the back, two paragraphs."""
TAG = 2.0
"""Ems a tag takes besides its words."""
PULL, SURE = 1.005, 0.3
"""How much narrower real lines are; part of a line that a side may seem to exceed before it is told too full."""
FRONT = ("label", "body")
Fault = tuple[str, Node, dict[str, str | float]]


class Widths:
    """Widths of words in ems, each computed once; pairs of letters are not pulled together."""

    def __init__(self, *, bold: bool) -> None:
        self._fonts = [Ttf(face_file(bold=bold, other=other)) for other in (False, True)]
        self._signs: dict[str, float] = {}
        self._words: dict[str, float] = {}
        self.space = self.word(" ")

    def word(self, word: str) -> float:
        """Give the width of a word."""
        known = self._words.get(word)
        if known is None:
            known = self._words[word] = sum(self._sign(sign) for sign in word)
        return known

    def _sign(self, sign: str) -> float:
        known = self._signs.get(sign)
        if known is None:
            font = next((one for one in self._fonts if sign in one.glyphs), self._fonts[0])
            glyph = font.glyphs.get(sign, font.glyphs[" "])
            known = self._signs[sign] = font.advance(glyph) / font.upem
        return known

    def lines(self, text: str, width: float) -> int:
        """Count the lines of a text in a width of so many ems, as if the pull of pairs made it a little wider."""
        width *= PULL
        count, used = 1, 0.0
        for word in text.split(" "):
            wide = self.word(word)
            space = self.space if used else 0.0
            if used and used + space + wide > width:
                kept = self._kept(word, width - used - space) if "-" in word else 0.0
                count, used = count + 1, wide - kept
            else:
                used += space + wide
        return count

    def _kept(self, word: str, room: float) -> float:
        """Give the width of what a line still takes of a word that is cut at its hyphens."""
        parts = [f"{part}-" for part in word.split("-")[:-1]]
        return max(
            (wide for i in range(len(parts)) if (wide := self.word("".join(parts[: i + 1]))) <= room), default=0.0
        )

    def widest(self, text: str) -> float:
        """Give the width of the widest word; a word may be cut at its hyphens."""
        return max((self.word(part) for word in text.split() for part in word.split("-")), default=0.0)


@cache
def widths(*, bold: bool) -> Widths:
    """Give the widths of a weight, kept from one check to the next."""
    return Widths(bold=bold)


@dataclass(frozen=True, slots=True)
class _Full:
    """By how many lines a side is too full."""

    lines: int
    letters: int


class Fitting:
    """Checks the cards that were read, sound or not as the rest of the deck may be."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.measure = FontMeasure()
        self.plain, self.bold = widths(bold=False), widths(bold=True)
        self.said: dict[str, list[Said]] = defaultdict(list)
        for one in walk.texts:
            if one.owner and one.fit:
                self.said[one.owner].append(one)

    def faults(self) -> Iterator[Fault]:
        """Give everything that does not hold."""
        yield from self._bands()
        deck = self._deck()
        speakers = {language: speaker(language) for language in self.walk.languages}
        cards: tuple[Card, ...] = (*deck.issues, *deck.levers, *deck.events)
        for card in cards:
            if not isinstance(card, EventCard):
                yield from self._labels(card)
            yield from self._paper(deck, card, speakers)

    def _deck(self) -> Deck:
        """Give a deck of the sound cards, whatever else is not: an axis or a stage at fault stands there bare."""
        made = list(self.walk.made.values())

        def those(kind: type[Any]) -> tuple[Any, ...]:
            return tuple({id(one): one for one in made if isinstance(one, kind)}.values())

        issues, levers = those(IssueCard), those(LeverCard)
        axes, stages = those(Axis), those(Stage)
        lost = {card.axis for card in issues} - {axis.id for axis in axes}
        astray = {card.stage for card in levers} - {stage.id for stage in stages}
        axes = (*axes, *(Axis(one, Text(), "") for one in sorted(lost)))
        stages = (*stages, *(Stage(one, Text(), Text(), "") for one in sorted(astray)))
        return Deck("", "", Text(), axes, stages, those(Family), issues, levers, those(EventCard))

    def _bands(self) -> Iterator[Fault]:
        for one in self.walk.texts:
            room = faces.BANDS.get(one.fit)
            wide = self.measure.width(one.words, faces.BAND_SIZE) if room else 0
            if room and wide > room + 1:
                yield "fit_band", one.at, {"over": _letters(one.words, wide, room)}

    def _labels(self, card: IssueCard | LeverCard) -> Iterator[Fault]:
        wide, tall = faces.LABELS["issue" if isinstance(card, IssueCard) else "lever"]
        for one in self.said[card.id]:
            if (
                one.fit == "label"
                and not self._at_once(one.words, wide, tall)
                and not self._shown(one.words, wide, tall)
            ):
                yield self._label(one, wide, tall)

    def _at_once(self, words: str, wide: float, tall: float) -> bool:
        """Tell that a label holds, from widths that are never too small; most do."""
        size = faces.LABEL_SIZES[-1]
        ems = (wide - 2) / (size * 1.03)
        return self.bold.widest(words) <= ems and self.bold.lines(words, ems) * self.measure.line_height(size) <= tall

    def _shown(self, words: str, wide: float, tall: float) -> bool:
        return any(self._holds(words, size, wide, tall) for size in faces.LABEL_SIZES)

    def _holds(self, words: str, size: int, wide: float, tall: float) -> bool:
        lines = self.measure.wrap(words, size, bold=True, width=wide)
        widest = max(self.measure.width(line, size, bold=True) for line in lines)
        return len(lines) * self.measure.line_height(size) <= tall and widest <= wide + 1

    def _label(self, one: Said, wide: float, tall: float) -> Fault:
        size = faces.LABEL_SIZES[-1]
        lines = self.measure.wrap(one.words, size, bold=True, width=wide)
        long = next((line for line in lines if self.measure.width(line, size, bold=True) > wide + 1), "")
        if long:
            return "fit_word", one.at, {"value": long}
        limit = int(tall // self.measure.line_height(size))
        over = sum(len(line) + 1 for line in lines[limit:])
        return "fit_label", one.at, {"count": len(lines), "limit": limit, "over": over}

    def _paper(self, deck: Deck, card: Card, speakers: dict[str, Speaker]) -> Iterator[Fault]:
        said = self.said[card.id]
        for language, voice in speakers.items():
            face = printed.face(deck, card, voice)
            for code, full, on_front in (("fit_front", self._front(face), True), ("fit_back", self._back(face), False)):
                at = _longest(said, language, front=on_front)
                if full is not None and at is not None:
                    yield code, at.at, {"count": full.lines, "over": full.letters}

    def _front(self, face: printed.Face) -> _Full | None:
        paper = faces.PAPERS[face["kind"]]
        size = faces.TEXT_SIZE
        text = face["text"] or face["question"]
        foot = faces.SHIELDED if face.get("shield") else paper.foot
        room = foot - paper.top - self._name(face["label"], paper) - faces.UNDER
        holds = int((room / size + TEXT_GAP) / (CAP + TEXT_GAP) + 0.01)
        count = self.plain.lines(text, paper.inner / size)
        return _too_full(count - holds, len(text) / max(count, 1))

    def _name(self, label: str, paper: faces.Paper) -> float:
        """Give the height of a label at the largest size that holds."""
        for size in faces.NAME_SIZES:
            high = _height(self.bold.lines(label, paper.inner / size), NAME_GAP) * size
            if high <= paper.name and self.bold.widest(label) * size <= paper.inner:
                return high
        return _height(self.bold.lines(label, paper.inner / faces.NAME_SIZES[-1]), NAME_GAP) * faces.NAME_SIZES[-1]

    def _back(self, face: printed.Face) -> _Full | None:
        paper = faces.PAPERS[face["kind"]]
        size = faces.TEXT_SIZE
        wide = paper.behind / size
        letters, lines, high = 0, 0, 0.0
        if face["under"] and face["kind"] != "lever":
            count = self.bold.lines(face["under"], (wide - 4.4 / size) / 1.1)
            high += _height(count, BACK_GAP) * 1.1 + 5.6 / size
        for each in face["back"]:
            text = f"{each['head']} {each['body']} {each['tag']}"
            count = self.plain.lines(text, wide - 1.55 - (TAG if each["tag"] else 0) / 8)
            high += _height(count, BACK_GAP) + BETWEEN
            letters, lines = letters + len(text), lines + count
        spare = (paper.low - paper.back) / size - (high - BETWEEN)
        return _too_full(ceil(-spare / (CAP + BACK_GAP) - SURE), letters / max(lines, 1))


def _height(lines: int, gap: float) -> float:
    return lines * CAP + (lines - 1) * gap


def _too_full(lines: int, letters: float) -> _Full | None:
    return _Full(lines, round(lines * letters)) if lines > 0 else None


def _letters(words: str, wide: float, room: float) -> int:
    return max(1, round(len(words) * (wide - room) / wide + 0.5))


def _longest(said: list[Said], language: str, *, front: bool) -> Said | None:
    """Give the text that fills a side most, in a language: the one to shorten."""
    wanted = [one for one in said if (one.fit in FRONT) == front and one.language in (language, "")]
    return max(wanted, key=lambda one: len(one.words), default=None)
