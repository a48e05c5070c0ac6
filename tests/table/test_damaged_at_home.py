"""A session that turns out damaged when it is pressed at home: its row offers the rescue at once, and gives it."""

from __future__ import annotations

import pygame
import pytest

from game.places import folders
from game.table.app import Table
from game.table.window import Window
from game.view.answer.intents import OpenSession, ReviewSession
from game.view.answer.ui import Ui
from game.wiring import assembly, play
from tests.table.real import press
from tests.x11.sessions import ISSUES, made


@pytest.fixture
def home(clap_home):
    """Give the table at home, over a session of which two signs in the middle changed, and the session."""
    path = made(clap_home, *ISSUES)
    data = bytearray(path.read_bytes())
    last = data.find(b"IssuePlaced")  # the last row of a page stands first in it
    row = data.find(b"IssuePlaced", last + 1)
    for at in (row, row + 1):  # two: a row of which one sign changed is restored whole
        data[at] ^= 1
    path.write_bytes(data)
    assert path.parent == folders.sessions()
    table = Table(assembly.services(play.requests()), Window("CLAP", (1920, 1080)), ui=Ui())
    pygame.event.clear()
    yield table, path
    if table.desk is not None:
        table.desk.close()
    pygame.display.quit()


@pytest.mark.parametrize("request_of", [OpenSession, ReviewSession])
def test_its_row_offers_the_rescue_as_soon_as_it_was_refused(home, request_of):
    table, path = home
    assert table.tree.find(f"rescue:{path}") is None
    table.ask(request_of(str(path)))
    table.changed()
    assert table.ui.toast.tone == "refused"
    assert table.tree.find(f"rescue:{path}") is not None


def test_pressed_there_it_opens_what_is_good(home):
    table, path = home
    press(table, f"session:{path}")
    press(table, f"rescue:{path}")
    assert table.desk.path != path
    assert len(table.desk.session.issues) == len(ISSUES) - 3
