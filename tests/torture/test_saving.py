"""Disks that fail, that are slow, and files overwritten under the table: nothing acknowledged is missing."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path
from random import Random

import pygame
import pytest

from game.core.errors import JournalError
from game.core.moves.flow import TakeNote
from game.desk.desk import Desk
from game.desk.opening import new_session, open_session
from game.journal.journal import Journal
from tests.desk.bench import blagnac
from tests.desk.faults import PLACES, played_with_faults, told
from tests.desk.players import any_gesture
from tests.desk.test_file_taken_away import WAYS
from tests.table.real import desk, opened
from tests.x11.sessions import ISSUES, made

KEYS = (pygame.K_z, pygame.K_y, pygame.K_TAB, pygame.K_RETURN, pygame.K_RIGHT, pygame.K_ESCAPE, pygame.K_s)


def test_150_faults_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    sources, met = blagnac(), 0
    for n in range(150):
        one = new_session(tmp_path / f"{n}.clap", sources, "90", date="2026-12-02", series="")
        met += played_with_faults(one, Random(n), PLACES[n % len(PLACES)])
    print(f"{met} faults met")
    assert met >= 150


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("seed", range(12))
def test_a_file_overwritten_while_it_is_played_is_noticed_and_nothing_is_lost(
    tmp_path: Path, way: object, seed: int
) -> None:
    dice, path = Random(seed), tmp_path / "a.clap"
    one = new_session(path, blagnac(), "90", date="2026-12-02")
    played(one, dice)
    shutil.copyfile(path, path.with_suffix(".old"))
    one.do(TakeNote("après la copie"))
    played(one, dice)
    way(path)  # type: ignore[operator]
    one.do(TakeNote("le geste d'après"))
    kind = dict(one.notices())
    assert (kind.get("gone") or kind.get("replaced")) == str(len(one.rows))
    played(one, dice)
    with pytest.raises(JournalError) as caught:
        one.close()
    assert caught.value.code == "rewritten"
    one.close()
    assert told(open_session(one.path, read_only=True).rows) == told(one.rows)


def played(one: Desk, dice: Random) -> None:
    for _ in range(dice.randrange(8)):
        any_gesture(dice, one)


def typed(path: Path, seed: int, count: int, seconds: float, patch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """Press random keys as fast as they can be, on a disk that takes so long; give the rows."""
    append = Journal.append

    def late(journal: Journal, *rows: object) -> None:
        time.sleep(seconds)
        append(journal, *rows)  # type: ignore[arg-type]

    with patch.context() as slow, opened(path) as table:
        slow.setattr(Journal, "append", late)
        dice, clock = Random(seed), pygame.time.Clock()
        table.show()
        for _ in range(count):
            name = dice.choice(KEYS)
            mod = pygame.KMOD_LCTRL if name in (pygame.K_z, pygame.K_y) else 0
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                pygame.event.post(pygame.Event(kind, key=name, mod=mod, unicode="", scancode=0))
            if dice.random() < 0.3:
                table.turn(clock)
        for _ in range(3):
            table.turn(clock)
        while table._inbox.behind:
            table.turn(clock)
        assert table._guard._said == ""
        rows = told(desk(table).rows)
        desk(table).close()
    assert told(Journal.open(path, read_only=True).rows()) == rows
    return rows


def timeless(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Give rows without the second they were decided at, which a slow disk delays."""
    return [(kind, re.sub(r'"clock":\d+', "", data), note) for kind, data, note in rows]


@pytest.mark.parametrize(("seconds", "count", "seeds"), [(0.1, 120, 4), (2.0, 14, 2)])
def test_random_keys_on_a_slow_disk_do_what_they_do_on_a_quick_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, count: int, seeds: int
) -> None:
    for seed in range(seeds):
        folder = tmp_path / str(seed)
        path = made(folder, *ISSUES)
        other = Path(shutil.copy(path, folder / "lent.clap"))
        quick = typed(path, seed, count, 0, monkeypatch)
        slow = typed(other, seed, count, seconds, monkeypatch)
        assert timeless(slow) == timeless(quick)
        print(f"seed {seed}: {len(slow)} rows")
