"""A deck's files watched: one piece of news a save, half-written files waited for, no news without a change."""

import time
from pathlib import Path

import pytest

from game.content.problems import ContentError, Problem
from game.desk.watching import News, Watch


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Room:
    """A deck that is only a text: sound when it does not say "bad"."""

    def __init__(self, folder: Path) -> None:
        self.file, self.clock, self.reads = folder / "deck.yaml", Clock(), 0
        self.file.write_text("one")
        self.watch = Watch(self.file, self.read, self.clock)

    def read(self, file: Path) -> News:
        self.reads += 1
        if not file.is_file():
            raise ContentError((Problem("file_missing", file.name, 0, 0),))
        text = file.read_bytes()
        if text == b"raise":
            raise RuntimeError
        wrong = (Problem("bad", file.name, 1, 1),) if b"bad" in text else ()
        return News(text, None, wrong, (file, *sorted(file.parent.glob("i18n/*"))))

    def after(self, seconds: float) -> list[News]:
        """Pass the time by tenths of a second, as the table's loop would; give the news that came."""
        found = []
        for _ in range(round(seconds * 10)):
            self.clock.now += 0.1
            found += [news for news in (self.watch.look(), self._read()) if news is not None]
        return found

    def _read(self) -> News | None:
        """Let the thread that reads come to its end."""
        until = time.monotonic() + 60
        while self.watch._reading and self.watch._news.empty() and time.monotonic() < until:
            time.sleep(0.001)
        return self.watch.look()


@pytest.fixture
def room(tmp_path):
    return Room(tmp_path)


def test_nothing_is_read_until_something_changes(room):
    assert room.after(5) == []
    assert room.reads == 0


def test_a_save_is_told_once_within_a_second(room):
    room.file.write_text("two")
    assert [news.text for news in room.after(1)] == [b"two"]
    assert room.after(3) == []
    assert room.reads == 1


def test_files_that_still_move_are_left_to_settle(room):
    room.after(0.5)
    for text in ("t", "tw", "two", "two!", "two!!"):
        room.file.write_text(text)
        assert room.after(0.2) == []
    assert [news.text for news in room.after(1)] == [b"two!!"]


def test_an_editor_that_empties_a_file_first_makes_no_fault(room):
    room.file.write_text("")
    assert room.after(1) == []
    room.file.write_text("two")
    assert [news.text for news in room.after(1)] == [b"two"]


def test_an_editor_that_writes_beside_and_renames_is_seen(room):
    beside = room.file.with_name(".deck.yaml.tmp")
    beside.write_text("two")
    assert room.after(1) == []
    beside.replace(room.file)
    assert [news.text for news in room.after(1)] == [b"two"]


def test_a_file_that_is_gone_for_good_is_told(room):
    room.file.unlink()
    assert room.after(1.5) == []
    (news,) = room.after(2)
    assert news.deck is None
    assert [one.code for one in news.problems] == ["file_missing"]
    room.file.write_text("back")
    assert [one.text for one in room.after(2)] == [b"back"]


def test_saving_the_same_again_is_no_news(room):
    room.file.write_text("bad")
    assert len(room.after(1)) == 1
    room.file.write_text("bad")
    assert room.after(1) == []


def test_a_fault_of_ours_is_told_and_the_watch_goes_on(room):
    room.file.write_text("raise")
    (news,) = room.after(1)
    assert (news.deck, [one.code for one in news.problems]) == (None, ["deck_unreadable_now"])
    room.file.write_text("two")
    assert [one.text for one in room.after(1)] == [b"two"]


def test_translations_and_pictures_are_watched_too(room, tmp_path):
    for name in ("i18n/en.yaml", "images/a.png"):
        file = tmp_path / name
        file.parent.mkdir()
        file.write_text("x")
        room.after(1)
    assert room.reads == 2


def test_a_session_written_in_the_folder_is_not_the_deck(room, tmp_path):
    (tmp_path / "Blagnac.clap").write_text("x")
    assert room.after(2) == []
    assert room.reads == 0
