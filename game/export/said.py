"""The spreadsheet's sheet of what was said: axes and whether they are served, questions, words and their meaning."""

from __future__ import annotations

from game.core import axes
from game.core.glossary import used
from game.export.pages import Rows, block, new_page
from game.export.paper import Paper
from game.export.register import BOOK
from game.export.spoken import asked, word
from game.export.telling import Cell, Teller

WIDTHS = (34, 30, 46, 24)


def said(paper: Paper, tell: Teller) -> None:
    """Write the axes, the members' questions, the departments' words, then the words of the trade in the register."""
    page, session = new_page(paper, tell, "said", WIDTHS), tell.report.session
    row = block(page, tell, 1, "axes", ("head.axis", "head.chosen", "head.picks", "head.adopted"), _axes(tell))
    row = block(page, tell, row, "asked", ("paper.who", "head.on", "head.question", "head.answer"),
                tuple(asked(tell, one) for one in session.questions))  # fmt: skip
    row = block(page, tell, row, "advice", ("head.guest", "head.on", "head.word"),
                tuple(word(tell, one) for one in session.advice))  # fmt: skip
    block(page, tell, row, "trade", ("head.term", "head.meaning"), _trade(tell))


def _axes(tell: Teller) -> Rows:
    """Give every axis of the deck: whether the council chose it, and how many picks and objectives serve it."""
    return tuple(
        (tell.read(one.axis.name), tell.yes(held=one.chosen), one.picks, one.objectives)
        for one in axes.balance(tell.report.session)
    )


def _trade(tell: Teller) -> Rows:
    texts = (text for sheet in tell.report.objectives for column in BOOK for text in _texts(column.cell(tell, sheet)))
    found = used(tell.report.session.workshop.deck.glossary, texts, tell.lang)
    return tuple((tell.read(term.word), tell.read(term.meaning)) for term in found)


def _texts(cell: Cell) -> tuple[str, ...]:
    if isinstance(cell, tuple):
        return cell
    return (cell,) if isinstance(cell, str) else ()
