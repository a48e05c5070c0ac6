"""Faces of cards, pins and family badges. Issue and lever differ by shape, not by colour alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from unicodedata import normalize

from game.core.cards import IssueCard, LeverCard
from game.core.family import Family
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Mark, Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Card = IssueCard | LeverCard
WIDE = 205
"""Width from which a card's four figures stand in one line."""


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
        if isinstance(card, IssueCard):
            return Node("card", key, spoken, box, _issue(s, box, name, face, families))
        return Node("card", key, spoken, box, _lever(s, box, card, name, face))

    return replace(s.guarded(key, box, build, name), role="card")


SIZES = (theme.LABEL, theme.BODY, theme.TEXT)
"""Sizes of a label on its card; the last is the smallest the board allows."""


def _body(s: Sight, box: Box, name: str, back: str = theme.WHITE, ink: str = theme.INK) -> Words:
    return s.fitted(box, broken(s, name, box.w), Style(SIZES[0], ink, bold=True, back=back), *SIZES[1:])


def broken(s: Sight, text: str, width: int) -> str:
    """Break with a hyphen each word too long for a line at the smallest size, so that a label is always read whole.

    After a vowel where one may; never within three letters of either end. `deck check` still tells its author.
    """
    long = next((word for word in re.split("[ -]", text) if s.width(word, theme.TEXT, bold=True) > width), "")
    if not long:
        return text
    before, _, after = text.partition(long)
    line = s.wrap(before, theme.TEXT, width, bold=True)[-1].strip()
    cut = _cut(s, f"{line} ".lstrip(), long, width) or _cut(s, "", long, width)
    return f"{before}{long[:cut]}-\n{broken(s, long[cut:] + after, width)}" if cut else text


def _cut(s: Sight, line: str, word: str, width: int) -> int:
    """Give how many letters of a word a line still holds with a hyphen; 0 for none."""
    holds = (i for i in range(len(word) - 3, 2, -1) if s.width(f"{line}{word[:i]}-", theme.TEXT, bold=True) <= width)
    cuts = list(holds)
    return next((i for i in cuts if _vowels(word[i - 1 : i + 2]) == (True, False, True)), cuts[0] if cuts else 0)


def _vowels(letters: str) -> tuple[bool, ...]:
    """Tell which letters are vowels, accents aside: a word is broken without harm between one and a consonant."""
    return tuple(normalize("NFD", letter)[0].lower() in "aeiouy" for letter in letters)


def _issue(s: Sight, box: Box, name: str, face: Face, families: tuple[Family, ...]) -> tuple[Mark, ...]:
    colour = axis_colour(face.index)
    shell = Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.LINE, s.px(2), shadow=s.px(3))
    band, rest = box.cut_top(s.px(40) if _on_one_line(s, box, face.name) else 2 * s.step(theme.TEXT) + s.px(4))
    top = Fill(band, colour, s.px(theme.RADIUS), square="bottom")
    spot, title = band.inset(s.px(10), s.px(2)).cut_left(s.px(28), s.px(6))
    words = s.words(title, face.name, Style(ink=theme.WHITE, back=colour, middle=True))
    letters: tuple[Mark, ...] = ()
    if families:
        foot, rest = rest.cut_bottom(s.px(42))
        letters = _letters(s, foot.inset(s.px(10), s.px(5)), families)
    body = _body(s, rest.inset(s.px(11), s.px(2)), name)
    return shell, top, Icon(spot.middle(s.px(28), s.px(28)), face.icon, theme.WHITE), words, body, *letters


def _on_one_line(s: Sight, box: Box, name: str) -> bool:
    """Tell whether an axis's name stands on one line of a card's band."""
    return s.width(name, theme.TEXT) <= box.w - s.px(20 + 28 + 6)


def _letters(s: Sight, box: Box, families: tuple[Family, ...]) -> tuple[Mark, ...]:
    """Show families by their letter on their colour."""
    gap = s.px(5)
    side = min(s.px(36), (box.w + gap) // len(families) - gap)
    marks: list[Mark] = []
    for family, cell in zip(families, box.shelf(side, len(families), gap), strict=True):
        marks.append(Fill(cell, family.colour, s.px(8)))
        marks.append(
            s.words(
                cell,
                family.letter,
                Style(ink=theme.on(family.colour), bold=True, back=family.colour, align="centre", middle=True),
            )
        )
    return tuple(marks)


def _lever(s: Sight, box: Box, card: LeverCard, name: str, face: Face) -> tuple[Mark, ...]:
    cut = s.px(22)
    shell = Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.LINE, s.px(2), shadow=s.px(3), cut=cut)
    band, rest = box.cut_top(s.px(40))
    top = Fill(band, theme.INK, s.px(theme.RADIUS), cut=cut, square="bottom")
    spot, title = band.inset(s.px(10), s.px(4)).cut_left(s.px(26), s.px(6))
    stage = s.words(title, face.name, Style(ink=theme.WHITE, back=theme.INK, middle=True))
    icon = Icon(spot.middle(s.px(26), s.px(26)), face.icon, theme.ACCENT)
    foot, rest = rest.cut_bottom(s.px(22))
    marks: list[Mark] = [shell, top, icon, stage, *_stages(s, foot.inset(s.px(14), s.px(6)), face)]
    line, rest = rest.cut_bottom(s.px(32 if box.w >= s.px(WIDE) else 64))
    marks.extend(effects(s, line.inset(s.px(9), 0), card))
    marks.append(_body(s, rest.inset(s.px(11), s.px(2)), name))
    return tuple(marks)


def _stages(s: Sight, box: Box, face: Face) -> tuple[Mark, ...]:
    cells = box.columns(face.count, s.px(5))
    return tuple(Fill(c, theme.ACCENT if i == face.index else theme.SAND, c.h // 2) for i, c in enumerate(cells))


def effects(s: Sight, box: Box, card: LeverCard, ink: str = theme.INK, back: str = theme.WHITE) -> tuple[Mark, ...]:
    """Show a lever's four figures: cost, delay, teams' effort, impact in stars; in one line, or two when narrow."""
    does = card.effects
    facts = (("euro", points(does.cost)), ("timer", points(does.delay)), ("users", str(does.effort)))
    cells = _figure_cells(s, box, [text for _, text in facts])
    marks: list[Mark] = []
    for (icon, text), cell in zip(facts, cells, strict=False):
        side = s.px(FIGURE)
        spot, rest = cell.cut_left(side, s.px(3))
        marks.append(Icon(spot.middle(side, side), icon, ink))
        marks.append(s.words(rest, text, Style(ink=ink, back=back, middle=True)))
    marks.extend(stars(s, cells[3].middle(cells[3].w, s.px(FIGURE)), does.impact, ink))
    return tuple(marks)


FIGURE, STARS = 20, 52
"""Side of a figure's icon, least width of the stars."""


def _figure_cells(s: Sight, box: Box, texts: list[str]) -> tuple[Box, ...]:
    """Give each figure what it needs and share the rest between them; two lines where one is too narrow."""
    wide = [s.px(FIGURE + 3) + s.width(text, theme.TEXT) for text in texts] + [s.px(STARS)]
    spare = (box.w - sum(wide)) // 3
    if spare < 0 or box.h >= s.px(50):
        return box.grid(2, 2, s.px(4))
    cells, x = [], box.x
    for width in wide:
        more = min(spare, s.px(STARS)) // 2
        cells.append(Box(x, box.y, width + more, box.h))
        x += width + spare
    last = cells[-1]
    return (*cells[:-1], Box(last.x, box.y, box.right - last.x, box.h))


def stars(s: Sight, box: Box, count: int, ink: str = theme.INK) -> tuple[Mark, ...]:
    """Show an impact from 1 to 3 as stars, the missing ones pale."""
    side = min(box.h, (box.w - s.px(4)) // 3)
    cells = Box(box.x, box.y, side * 3 + s.px(4), box.h).columns(3, s.px(2))
    return tuple(Icon(c.middle(side, side), "star!", ink if i < count else theme.SAND) for i, c in enumerate(cells))


def badge_marks(s: Sight, box: Box, family: Family) -> tuple[Mark, ...]:
    """Show a family: icon on the left, letter on the right, on its colour."""
    ink = theme.on(family.colour)
    side = min(box.h - s.px(8), box.w // 2 - s.px(6))
    spot, rest = box.inset(s.px(6), s.px(4)).cut_left(side, s.px(4))
    letter = s.words(rest, family.letter, Style(ink=ink, bold=True, back=family.colour, align="centre", middle=True))
    return Fill(box, family.colour, s.px(8)), Icon(spot.middle(side, side), family.icon, ink), letter
