"""The words of the trade that stand on a screen, told where they stand, or a press away."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.glossary import Term, used
from game.core.session import Session
from game.view.answer.intents import OpenDialog
from game.view.parts.pieces import icon, press, text, told
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, column, grow, node, row, space
from game.view.tree.looks import Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import Sight

TWO = 1100
"""Width, in 1080p pixels at the text's scale, from which words stand two by two."""


def standing(s: Sight, session: Session, *screens: Node) -> tuple[Term, ...]:
    """Give the words that the deck explains among those written on screens."""
    return used(session.workshop.deck.glossary, (said for one in screens for said in _written(one)), s.speaker.lang)


def about(terms: tuple[Term, ...]) -> str:
    """Name words for `Ui.about`."""
    return " ".join(term.id for term in terms)


def among(session: Session, named: str) -> tuple[Term, ...]:
    """Give the words that `about` named."""
    by_id = {term.id: term for term in session.workshop.deck.glossary}
    return tuple(by_id[one] for one in named.split() if one in by_id)


def _written(screen: Node) -> Iterator[str]:
    for one in screen.walk():
        yield from (" ".join(mark.lines) for mark in one.look if isinstance(mark, Words))


def explained(s: Sight, terms: tuple[Term, ...]) -> Piece:
    """Tell what the words mean, two by two where there is room."""
    pairs = (terms[i : i + 2] for i in range(0, len(terms), 2))
    gaps = s.px(28), s.px(6)
    rows = (abreast([(_meant(s, one), 1) for one in pair], s.px(TWO), gaps) for pair in pairs)
    return node("group", "trade", s.say("glossary.here"), column(*rows, gap=s.px(6)))


def _meant(s: Sight, term: Term) -> Piece:
    lang = s.speaker.lang
    said = s.say("glossary.said", word=term.word.say(lang), meaning=term.meaning.say(lang))
    sign = icon(s, "book-open", 28, theme.INK_3)
    return node("text", f"trade:{term.id}", said, told(s, sign, text(s, said, Style(ink=theme.INK_3))))


def named(s: Sight, terms: tuple[Term, ...]) -> Piece:
    """Name the words, and lead to what they mean."""
    names = ", ".join(one.word.say(s.speaker.lang) for one in terms)
    way = Button("trade", s.say("glossary.named", words=names), OpenDialog("glossary"), "quiet", "book-open")
    return row(press(s, way), grow(space()))
