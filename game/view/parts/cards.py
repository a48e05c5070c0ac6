"""Faces of cards, pins and family badges. Issue and lever differ by shape, not by colour alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from unicodedata import normalize

from game.core.cards import IssueCard, LeverCard
from game.core.family import Family
from game.core.frozen import dataclass
from game.view.parts.pieces import icon, line
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    at_least,
    column,
    grid,
    grow,
    made,
    middle,
    node,
    over,
    pad,
    row,
    sized,
    ways,
    whole,
)  # fmt: skip
from game.view.tree.looks import CARD, Fill, Icon, Mark, Picture, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Card = IssueCard | LeverCard
PICTURES = (84, 64, 48)
"""Heights of a card's picture in the hand: the first that leaves its label whole."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows besides itself: its axis or stage (name, icon, place among all), and how many there are."""

    name: str
    icon: str
    index: int
    count: int


def face_of(s: Sight, card: Card, deck: object) -> Face:
    """Find the axis of an issue or the stage of a lever in the deck (a `Deck`)."""
    is_issue = isinstance(card, IssueCard)
    kinds = deck.axes if is_issue else deck.stages  # type: ignore[attr-defined]
    wanted = card.axis if isinstance(card, IssueCard) else card.stage
    lang = s.speaker.lang
    for i, kind in enumerate(kinds):
        if kind.id == wanted:
            name = particular(kind.name.say(lang)) if is_issue else kind.short.say(lang)
            return Face(name, kind.icon, i, len(kinds))
    return Face("", "circle", 0, max(1, len(kinds)))


def particular(name: str) -> str:
    """Give what comes after the colon of a name ("Sustainable development: social"): the rest is said elsewhere."""
    last = name.rpartition(":")[2].strip()
    return last[:1].upper() + last[1:]


def axis_colour(index: int) -> str:
    """Give the colour of the axis at a place in the deck."""
    return theme.AXES[index % len(theme.AXES)]


def points(number: int) -> str:
    """Write points with their sign: +1, 0, −2."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"


def card_face(s: Sight, box: Box, key: str, card: Card, face: Face, families: tuple[Family, ...] = ()) -> Node:
    """Give a card as it lies in the hand: band, label of at most three lines, and for a lever its four figures.

    `families` are those an issue concerns, shown by colour and letter. A card that cannot be shown is played as any.
    """
    name = card.label.say(s.speaker.lang)

    def build() -> Node:
        spoken = s.say("card.issue" if isinstance(card, IssueCard) else "card.lever", label=name, kind=face.name)
        shape = _issue(s, card, face, families) if isinstance(card, IssueCard) else _lever(s, card, face)
        return node("card", key, spoken, shape).node(box)

    return replace(s.guarded(key, box, build, name), role="card", lang=card.label.instead(s.speaker.lang))


def hyphened(s: Sight, said: str, style: Style, *smaller: float) -> Piece:
    """Write a text at its size or at the first smaller one that shows it whole, in words that always fit their line.

    It asks for the height it takes at the smallest size.
    """
    least = replace(style, size=(style.size, *smaller)[-1])

    def tall(width: int) -> int:
        return s.tall(broken(s, said, width, least), least.size, width, bold=style.bold)

    return Piece(0, tall, lambda box: (s.fitted(box, broken(s, said, box.w, least), style, *smaller),))


def broken(s: Sight, text: str, width: int, style: Style) -> str:
    """Break with a hyphen each word too long for a line, so that it is always read whole.

    After a vowel where one may; never within three letters of either end. `deck check` still tells its author.
    """

    def fits(part: str) -> bool:
        return s.width(part, style.size, bold=style.bold) <= width

    long = next((word for word in re.split("[ -]", text) if not fits(word)), "")
    if not long:
        return text
    before, _, after = text.partition(long)
    line = s.wrap(before, style.size, width, bold=style.bold)[-1].strip()
    cut = _cut(fits, f"{line} ".lstrip(), long) or _cut(fits, "", long)
    return f"{before}{long[:cut]}-\n{broken(s, long[cut:] + after, width, style)}" if cut else text


def _cut(fits: Callable[[str], bool], line: str, word: str) -> int:
    """Give how many letters of a word a line still holds with a hyphen; 0 for none."""
    cuts = [i for i in range(len(word) - 3, 2, -1) if fits(f"{line}{word[:i]}-")]
    return next((i for i in cuts if _vowels(word[i - 1 : i + 2]) == (True, False, True)), cuts[0] if cuts else 0)


def _vowels(letters: str) -> tuple[bool, ...]:
    """Tell which letters are vowels, accents aside: a word is broken without harm between one and a consonant."""
    return tuple(normalize("NFD", letter)[0].lower() in "aeiouy" for letter in letters)


def _shell(s: Sight, cut: int, *parts: Piece | None) -> Piece:
    """Lay a card's parts one under the other; `cut` is the corner a lever lacks, in pixels."""
    edge = (theme.WHITE, s.px(theme.RADIUS), theme.LINE, s.px(2))
    return over(column(*parts), lambda box: (Fill(box, *edge, shadow=s.px(3), cut=cut),))


def _band(s: Sight, face: Face, sign: Piece, fill: str, cut: int) -> Piece:
    """Give the band of a card: its sign and its name; where they lack room, the name alone, then on two lines."""
    style = Style(ink=theme.WHITE, back=fill, middle=True)
    name, broad = line(s, face.name, style), grow(middle(hyphened(s, face.name, style)))
    ways_laid = (pad(one, s.px(10), s.px(2)) for one in (row(sign, name, gap=s.px(6)), name, broad))
    look = (fill, s.px(theme.RADIUS))
    return over(at_least(ways(*ways_laid), s.px(40)), lambda box: (Fill(box, *look, cut=cut, square="bottom"),))


def _label(s: Sight, name: str) -> Piece:
    words = hyphened(s, name, Style(theme.LABEL, bold=True, back=theme.WHITE), theme.BODY, theme.TEXT)
    return grow(pad(words, s.px(11), s.px(2)))


def _body(s: Sight, card: Card) -> Piece:
    """Lay a card's label, under its picture where there is room for both."""
    words = _label(s, card.label.say(s.speaker.lang))
    if not card.image:
        return words
    return grow(whole(*(column(picture(s, card.image, tall), words) for tall in PICTURES), words))


def picture(s: Sight, path: str, tall: float) -> Piece:
    """Show the picture of a card, whole, in a box so high at 1080p."""

    def build(box: Box) -> tuple[Mark, ...]:
        inner = box.inset(s.px(2), 0)
        return Fill(inner, theme.PAPER_2), Picture(inner, CARD, (path,))

    return made(0, s.px(tall), build)


def _issue(s: Sight, card: IssueCard, face: Face, families: tuple[Family, ...]) -> Piece:
    fill = axis_colour(face.index)
    band = _band(s, face, icon(s, face.icon, 28, theme.WHITE), fill, 0)
    letters = made(0, s.px(42), lambda box: _letters(s, box.inset(s.px(10), s.px(5)), families))
    return _shell(s, 0, band, _body(s, card), letters if families else None)


def _letters(s: Sight, box: Box, families: tuple[Family, ...]) -> tuple[Mark, ...]:
    """Show families by their letter on their colour."""
    gap = s.px(5)
    side = min(s.px(36), (box.w + gap) // len(families) - gap)
    marks: list[Mark] = []
    for family, cell in zip(families, box.shelf(side, len(families), gap), strict=True):
        style = Style(ink=theme.on(family.colour), bold=True, back=family.colour, align="centre", middle=True)
        marks += [Fill(cell, family.colour, s.px(8)), s.words(cell, family.letter, style)]
    return tuple(marks)


def _lever(s: Sight, card: LeverCard, face: Face) -> Piece:
    cut = s.px(22)
    band = _band(s, face, icon(s, face.icon, 26, theme.ACCENT), theme.INK, cut)
    stages = made(0, s.px(22), lambda box: steps(box.inset(s.px(14), s.px(6)), face, s.px(5), theme.SAND))
    return _shell(s, cut, band, _body(s, card), pad(_effects(s, card), s.px(9)), stages)


def steps(box: Box, face: Face, gap: int, rest: str) -> tuple[Fill, ...]:
    """Show which stage of a purchase a lever belongs to, among all; `rest` is the colour of the others."""
    cells = box.columns(face.count, gap)
    return tuple(Fill(c, theme.ACCENT if i == face.index else rest, c.h // 2) for i, c in enumerate(cells))


FIGURE, STARS, LINE = 20, 52, 187
"""Side of a figure's icon, least width of the stars, and width from which four figures stand in one line."""


def _effects(s: Sight, card: LeverCard) -> Piece:
    """Show a lever's four figures: cost, delay, teams' effort, impact in stars; in one line, or two when narrow."""
    does = card.effects
    told = (("euro", points(does.cost)), ("timer", points(does.delay)), ("users", str(does.effort)))
    facts = [figure(s, sign, said, Style(back=theme.WHITE), FIGURE, theme.INK) for sign, said in told]
    impact = made(s.px(STARS), s.px(32), lambda box: stars(s, box.middle(box.w, s.px(FIGURE)), does.impact))
    line = row(*(grow(fact) for fact in facts), impact)
    two = sized(grid((*facts, impact), 2, s.px(4)), tall=s.px(64))
    return ways(sized(line, wide=max(line.wide, s.px(LINE)), tall=s.px(32)), two)


def figure(s: Sight, sign: str, said: str, style: Style, side: float, ink: str) -> Piece:
    """Show a figure after its sign; `side` at 1080p."""
    return row(icon(s, sign, side, ink), grow(line(s, said, style)), gap=s.px(3))


def stars(s: Sight, box: Box, count: int, ink: str = theme.INK) -> tuple[Mark, ...]:
    """Show an impact from 1 to 3 as stars, the missing ones pale."""
    side = min(box.h, (box.w - s.px(4)) // 3)
    cells = Box(box.x, box.y, side * 3 + s.px(4), box.h).columns(3, s.px(2))
    return tuple(Icon(c.middle(side, side), "star!", ink if i < count else theme.SAND) for i, c in enumerate(cells))


def badge(s: Sight, family: Family, wide: float = 86, tall: float = 44) -> Piece:
    """Show a family: icon on the left, letter on the right, on its colour; sizes at 1080p."""
    return made(s.px(wide), s.px(tall), lambda box: badge_marks(s, box, family))


def badge_marks(s: Sight, box: Box, family: Family) -> tuple[Mark, ...]:
    """Show a family in a box of any size."""
    ink = theme.on(family.colour)
    side = min(box.h - s.px(8), box.w // 2 - s.px(6))
    spot, rest = box.inset(s.px(6), s.px(4)).cut_left(side, s.px(4))
    letter = s.words(rest, family.letter, Style(ink=ink, bold=True, back=family.colour, align="centre", middle=True))
    return Fill(box, family.colour, s.px(8)), Icon(spot.middle(side, side), family.icon, ink), letter
