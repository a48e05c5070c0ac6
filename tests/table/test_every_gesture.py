"""After any gesture on any screen: the focus is on what is there, and one sentence at most is announced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice, product

import pytest

from game.core.errors import GameError, Refused
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.session import Session
from game.table.access import Access
from game.table.answering import Answering
from game.table.services import Services
from game.view.answer import input as given
from game.view.answer.meanings import TableRules
from game.view.answer.shelf import Shelf
from game.view.answer.ui import Ui
from game.view.tree.node import Node, focusable
from game.wiring import assembly
from game.words.catalogue import speaker
from tests.view.checks import lost
from tests.view.rooms import LANGUAGES, MEASURE, MEMO
from tests.view.shown import SHOWN, Shown

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
EACH = 1000 if TORTURE else 1
"""Gestures tried on a screen, in each language."""


class Desk:
    """Does commands by the rules, and remembers what happened last; nothing is written."""

    undoes = ()

    def __init__(self, session: Session) -> None:
        self.session, self.last = session, ()

    def do(self, command: object) -> GameError | None:
        """Do a command, or give why it is refused; what is asked of the two windows is no command, and waits."""
        if not hasattr(command, "move"):
            return None
        try:
            self.last = decide(self.session, command, Moment(0, "2026-12-02T14:00:00"))
        except Refused as refused:
            return refused
        self.session = fold(self.session, self.last)
        return None

    def undo(self) -> GameError | None:
        """Take nothing back."""
        return Refused("nothing_to_undo")

    redo = undo

    def draft(self, key: str, text: str) -> None:
        """Keep no text."""

    def notices(self) -> tuple[tuple[str, str], ...]:
        return ()

    def now(self) -> int:
        return 0


class Window:
    """A window of a size, which shows nothing."""

    size = (1920, 1080)

    def toggle_fullscreen(self) -> None:
        """Stay as it is."""


class Requests:
    """Lists what a screen is shown with, and does nothing of what is asked."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def shelf(self) -> Shelf:
        return self._shelf

    def answer(self, *_: object) -> None:
        return None


def table(shown: Shown, lang: str) -> Answering:
    """Sit at a table that shows a screen, wired as the real one; neither window nor file."""
    view = {"screen": "play"} | shown.view
    shelf, session = view.pop("shelf", None) or Shelf(), shown.session()
    services = Services(MEASURE, speaker, TableRules(), Requests(shelf), assembly.worded, did=assembly.did)
    sat = Answering(services, Window(), Desk(session) if session is not None else None, Ui(lang=lang, **view))
    sat.memo = MEMO
    return sat


Try = tuple[str, tuple[given.Input, ...]]
ENTER, ESCAPE = given.Key("enter"), given.Key("escape")


def gestures(tree: Node) -> Iterator[Try]:
    """Give what hands and tools may do on a screen, one thing after the other."""
    for node in focusable(tree):
        yield f"enter on {node.key}", (given.FocusOn(node.key), ENTER)
        if node.drags is not None:
            yield f"{node.key} lifted and dropped", (given.FocusOn(node.key), ENTER, ENTER)
            yield f"{node.key} lifted and brought home", (given.FocusOn(node.key), ENTER, ESCAPE)
        x, y = node.box.centre
        yield f"touch of {node.key}", (given.PointerDown("finger:1", x, y), given.PointerUp("finger:1", x, y))
    for name in ("escape", "tab", "f1", "f6", "slash", "question", "plus"):
        yield f"key {name}", (given.Key(name),)
    for name in ("z", "y", "enter", "pagedown"):
        yield f"key ctrl+{name}", (given.Key(name, ctrl=True),)


def some(screen: str, lang: str, tries: list[Try]) -> Iterator[Try]:
    """Give a few of all gestures, others for each screen and language."""
    step = max(1, len(tries) // EACH)
    start = (list(SHOWN).index(screen) * 7 + LANGUAGES.index(lang) * step // 2) % step
    return islice(iter(tries), start, None, step)


def bare(text: str) -> str:
    return text.strip(" .!?").casefold()


def heard(access: Access, sat: Answering) -> list[str]:
    """Give what goes out to be announced once a gesture has been answered."""
    access.show(sat.tree, sat.ui.focus, sat.ui.lang)
    update = access._update(whole=False)
    return [node.value for _, node in update.nodes if node.live is not None]


EVERY = list(product(SHOWN, LANGUAGES))


@pytest.mark.parametrize(("screen", "lang"), EVERY[:: 1 if TORTURE else 5])
def test_after_a_gesture_the_focus_is_on_what_is_there_and_one_sentence_at_most_is_told(screen: str, lang: str) -> None:
    access, found, sat = Access(lambda _: None), [], table(SHOWN[screen], lang)
    access._bridge.kit = pytest.importorskip("accesskit")
    ui, desk, tree = sat.ui, sat.desk, sat.tree
    session = desk.session if desk is not None else None
    for what, inputs in some(screen, lang, list(gestures(tree))):
        heard(access, sat)
        for one in inputs:
            was = desk.session if desk is not None else None
            sat.step((one,))
            told = heard(access, sat)
            found += [f"{what}: {told} are told"] if len(told) > 1 else []
            found += [f"{what}: {fault}" for fault in lost(sat.tree, sat.ui.focus)]
            if desk is not None and desk.session is not was:
                found += (
                    [] if bare(sat.ui.told.text) in bare("".join(told)) else [f"{what}: {told} for {sat.ui.told.text}"]
                )
        sat.ui, sat.tree = ui, tree
        if desk is not None:
            desk.session = session
    assert not found, "\n".join(found)
