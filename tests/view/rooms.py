"""A desk on the real rules, and hands at it: what the tests of home, the seats and Repérage press."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from game.core.errors import Refused
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.session import Session
from game.view.answer.meanings import TableRules
from game.view.answer.pressing import settled
from game.view.answer.ui import Ui
from game.words.catalogue import speaker
from tests.view.checks import sound
from tests.view.room import HD, MEASURE, MEMO, Hands

SIZES = ((1920, 1080), (3840, 2160))
LOW = (1366, 768)
SCALES = (100, 150, 200)
LANGUAGES = ("fr", "en")
BETWEEN = (110, 125, 135, 175, 215)
"""Scales the set-up proposes for usual rooms."""


class RuleDesk:
    """Does commands by the rules, keeps what was done and what was refused."""

    def __init__(self, session: Session | None) -> None:
        self.session = session
        self.done: list[object] = []
        self.refused: list[Refused] = []
        self.clock = 0

    def do(self, command: object) -> None:
        assert self.session is not None
        try:
            events = decide(self.session, command, Moment(self.clock, "2026-12-02T14:00:00"))  # type: ignore[arg-type]
        except Refused as refused:
            self.refused.append(refused)
            return
        self.done.append(command)
        self.session = fold(self.session, events)


def at(
    session: Session | None, screen: str, *, shelf: object = None, size: tuple[int, int] = SIZES[0], **view: object
) -> Hands:
    """Sit at a screen."""
    ui = Ui(screen=screen, **view)  # type: ignore[arg-type]
    desk, spoken = RuleDesk(session), speaker(ui.lang)
    return Hands(desk, TableRules(), ui, measure=MEASURE, speaker=spoken, size=size, shelf=shelf, memo=MEMO)


def settle(hands: Hands, key: str) -> None:
    """Forget a field's own text, as the table does once its command is accepted."""
    hands.ui = settled(hands.ui, key)
    hands.give()


def view(hands: Hands, **changes: object) -> None:
    """Change what the view shows, then build it again."""
    hands.ui = replace(hands.ui, **changes)  # type: ignore[arg-type]
    hands.tree = hands._tree()


def all_sound(session: Session | None, screen: str, *, shelf: object = None, **more: object) -> None:
    """Hold a screen against every check, at every scale, size and language; no sentence may be missing."""
    for lang, percent, size in product(LANGUAGES, SCALES, SIZES):
        seen = at(session, screen, shelf=shelf, size=size, lang=lang, percent=percent, **more)
        sound(seen.tree, MEASURE, percent)
        missing = speaker(lang).missing
        assert not missing, missing


def everywhere(session: Session | None, screen: str = "play", *, shelf: object = None, **more: object) -> None:
    """Hold what is new on a screen against every check where councils meet: three screens, both languages."""
    for lang, (size, percent) in product(LANGUAGES, ((HD, 100), (LOW, 100), (LOW, 200), (HD, 300), (SIZES[1], 225))):
        room = at(session, screen, shelf=shelf, size=size, lang=lang, percent=percent, **more)
        sound(room.tree, MEASURE, percent)
        assert not speaker(lang).missing


def all_between(session: Session | None, screen: str, *, scales: tuple[int, ...] = BETWEEN, **more: object) -> None:
    """Hold a screen against every check at the scales between, and at the largest if asked."""
    for lang, percent in product(LANGUAGES, scales):
        sound(at(session, screen, lang=lang, percent=percent, **more).tree, MEASURE, percent)
