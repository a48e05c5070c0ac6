"""A QR code is read back, by a reader that is not the one who made it, as the screen shows it in every colour."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from game.core.legal import Page, page_of
from game.core.text import Text, same
from game.table.paint import Painter
from game.table.picture import png
from game.type.qr import QUIET, runs, squares
from game.view.tree import theme
from tests.view.afternoon import picked, workshop
from tests.view.council import table

ADDRESSES = ("https://example.org/", "https://example.org/codes/" + "a" * 120, "http://example.org/eli/x/2014/24/oj")


def pictured(address: str, unit: int) -> Image.Image:
    """Draw a code from its runs."""
    side = (len(squares(address)) + 2 * QUIET) * unit
    made = Image.new("L", (side, side), 255)
    for x, y, long in runs(squares(address)):
        left, up = (x + QUIET) * unit, (y + QUIET) * unit
        made.paste(0, (left, up, left + long * unit, up + unit))
    return made


@pytest.mark.parametrize("address", ADDRESSES)
def test_runs_are_the_squares_and_another_reader_reads_them(address: str) -> None:
    dark = {(x + i, y) for x, y, long in runs(squares(address)) for i in range(long)}
    assert dark == {(x, y) for y, row in enumerate(squares(address)) for x, square in enumerate(row) if square}
    assert [found.text for found in zxingcpp.read_barcodes(pictured(address, 3))] == [address]


PAGES = (Page(same("CCP"), Text("Code de la commande publique", "Public Procurement Code"), ADDRESSES[0]),)


def test_the_page_is_that_of_the_text_cited_first() -> None:
    pages = (*PAGES, Page(same("CGCT"), same("CGCT"), ADDRESSES[1]))
    legal = workshop().deck.issues[0].legal
    assert legal is not None
    for said, address in (("CCP L1 ; CGCT L2", 0), ("CGCT L2 ; CCP L1", 1), ("Loi 2020-105", None)):
        found = page_of(pages, replace(legal, text=same(said)), "fr")
        assert (found.address if found else None) == (None if address is None else ADDRESSES[address])


@pytest.mark.parametrize("palette", theme.PALETTES)
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_the_code_of_a_card_on_the_table_is_read_off_the_screen(size: tuple[int, int], palette: str) -> None:
    session = picked()
    deck = replace(session.workshop.deck, pages=PAGES)
    session = replace(session, workshop=replace(session.workshop, deck=deck))
    room = table(session, size, spotlight="variantes-vertes")
    node = room.tree.find(f"page:{ADDRESSES[0]}")
    assert node is not None
    assert "Code de la commande publique" in node.name
    painter = Painter()
    painter.wear(palette)
    shown = Image.open(BytesIO(png(room.tree, painter=painter))).convert("RGB")
    assert [found.text for found in zxingcpp.read_barcodes(shown)] == [ADDRESSES[0]]


def test_where_the_deck_gives_no_page_there_is_no_code() -> None:
    deck = replace(workshop().deck, pages=())
    session = picked()
    session = replace(session, workshop=replace(session.workshop, deck=deck))
    room = table(session, spotlight="variantes-vertes")
    assert not [node.key for node in room.tree.walk() if node.key.startswith("page:")]
