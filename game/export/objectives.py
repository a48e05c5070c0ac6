"""The objective sheets as a paper of their own: a page an objective, to be handed to its deputy."""

from __future__ import annotations

from game.core.objective import Objective
from game.core.proposal import measures_effect
from game.core.report import Report
from game.export.aims import measured
from game.export.blocks import Block, Facts, Grid, Heading, Leaf, Words
from game.export.glossed import glossed
from game.export.opening import heading
from game.export.papers import leaf, sheet_pairs
from game.export.telling import Teller

ROOM = 4
"""Reviews there is room to write down: a year."""
Page = tuple[Block, ...]


def sheets(report: Report, lang: str) -> tuple[Leaf, tuple[Page, ...]]:
    """Give the paper's frame and its pages: one an objective adopted, or one that says there is none."""
    tell = Teller(lang, report)
    frame = leaf(tell, tell.say("sheets.title"), heading(tell), ())
    pages = tuple(_page(tell, one, frame.under) for one in report.adopted)
    words = glossed(tell, (block for page in pages for block in page))
    if words:
        pages = (*pages, words)
    return frame, pages or ((Heading(frame.title), Words(tell.say("sheets.none"))),)


def _page(tell: Teller, one: Objective, under: str) -> Page:
    """Give a sheet with room to write what is measured, at each review."""
    heads = tuple(map(tell.say, ("measures.date", "measures.value", "measures.comment")))
    return (
        Words(under, "quiet"),
        Heading(f"{one.code} \u2013 {tell.read(one.title)}"),
        Words(measured(tell, one, held=measures_effect(tell.report.session, one)), "strong"),
        Facts(sheet_pairs(tell, one)),
        Heading(tell.say("title.measures"), 2),
        Grid(heads, (("", "", ""),) * ROOM, (22, 22, 56)),
    )
