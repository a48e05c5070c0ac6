"""The words of the trade: all those the deck explains, or first those of a card or of the screen under it."""

from __future__ import annotations

from game.core.glossary import Term
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.dialogs.facts import spotlit, words
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import Dialog, dialog, label, plate, strip, text
from game.view.parts.trade import TWO, among
from game.view.parts.widgets import Strip
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, column, node, over, pad
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` names the card whose words are shown first, else the words (trade.about)."""
    title, card = s.say("glossary.title"), spotlit(session, ui.about)
    kind = "card" if card is not None else "screen"
    mine = words(s, session, card) if card is not None else among(session, ui.about)
    shown = ui.tab("glossary", kind) if mine else "all"
    terms = _every(s, session) if shown == "all" else mine
    pairs = [kept(s, f"words:{shown}:{i}", _row, terms[i : i + 2]) for i in range(0, len(terms), 2)]
    none = () if terms else (label(s, "glossary:none", s.say("glossary.none")),)
    listed = scrolled(s, ui, Listed(f"glossary:{shown}", title, 14), (*pairs, *none))
    inside = column(_choice(s, kind, shown) if mine else None, listed, gap=s.px(16))
    return dialog(s, Dialog("dialog:glossary", title, (s.px(1500), s.px(940))), inside)


def _every(s: Sight, session: Session) -> tuple[Term, ...]:
    lang = s.speaker.lang
    told = (term for term in session.workshop.deck.glossary if term.meaning.say(lang))
    return tuple(sorted(told, key=lambda term: term.word.say(lang).casefold()))


def _choice(s: Sight, kind: str, shown: str) -> Piece:
    names = ((kind, s.say(f"glossary.{kind}")), ("all", s.say("glossary.all")))
    shown = shown if shown == "all" else kind
    return strip(s, Strip("glossary", s.say("glossary.title"), names, shown))


def _row(s: Sight, terms: tuple[Term, ...]) -> Piece:
    gaps = s.px(16), s.px(14)
    return node("group", f"words:{terms[0].id}", "", abreast([(_word(s, one), 1) for one in terms], s.px(TWO), gaps))


def _word(s: Sight, term: Term) -> Piece:
    lang = s.speaker.lang
    word, meaning = term.word.say(lang), term.meaning.say(lang)
    shape = column(text(s, word, Style(theme.LABEL, bold=True, back=theme.WHITE)),
                   text(s, meaning, Style(theme.BODY, back=theme.WHITE)), gap=s.px(4))  # fmt: skip
    card = over(pad(shape, s.px(20), s.px(14)), plate(s, theme.WHITE, theme.LINE))
    return node("text", f"word:{term.id}", s.say("glossary.said", word=word, meaning=meaning), card)
