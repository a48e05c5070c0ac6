"""The objective sheets as a paper of their own: a page an objective, to be handed to its deputy."""

from __future__ import annotations

from game.core.report import Report
from game.export.blocks import Block, Heading, Leaf, Words
from game.export.papers import leaf, sheet
from game.export.telling import Teller

Page = tuple[Block, ...]


def sheets(report: Report, lang: str) -> tuple[Leaf, tuple[Page, ...]]:
    """Give the paper's frame and its pages: one an objective adopted, or one that says there is none."""
    tell = Teller(report, lang)
    frame = leaf(tell, tell.say("sheets.title"), tell.heading(), ())
    pages = tuple(
        (Words(frame.under, "quiet"), Heading(f"{one.code} \u2013 {tell.read(one.title)}"), *sheet(tell, one))
        for one in report.adopted
    )
    return frame, pages or ((Heading(frame.title), Words(tell.say("sheets.none"))),)
