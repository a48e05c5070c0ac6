"""A reading kept in the cache gives what reading again gives, or is as if it were not there."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from game.content import kept, shelf
from game.content.shelf import Sources, load_scenario, open_workshop

pytestmark = pytest.mark.cold
ROOT = Path(__file__).parents[2]
BLAGNAC, DECKS = ROOT / "scenarios" / "blagnac", ROOT / "decks"


def blagnac() -> Sources:
    return load_scenario(BLAGNAC, DECKS)


def files(home: Path) -> list[Path]:
    return sorted((home / "cache" / "read").glob("*"))


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make reading anything again a failure."""

    def read(*_: object) -> object:
        raise AssertionError("read again")

    monkeypatch.setattr(shelf, "_read", read)
    monkeypatch.setattr(shelf, "_again", read)


@pytest.fixture
def first(clap_home: Path) -> Sources:
    made = blagnac()
    assert len(files(clap_home)) == 1
    return made


def test_the_second_reading_is_the_first(first: Sources, unread: None) -> None:
    assert blagnac() == first
    opened = open_workshop(first.scenario_text, first.deck_text, first.map_text, "90", first.duties_text)
    again = first.workshop("90")
    assert (opened.deck, opened.scenario, opened.town, opened.agenda) == (
        again.deck,
        again.scenario,
        again.town,
        again.agenda,
    )


def test_another_deck_map_or_duties_are_read(first: Sources, unread: None) -> None:
    texts = first.deck_text, first.map_text, first.duties_text
    for changed in range(3):
        deck, town, duties = (text + b"\n" * (n == changed) for n, text in enumerate(texts))
        with pytest.raises(AssertionError, match="read again"):
            open_workshop(first.scenario_text, deck, town, "90", duties)


def test_another_program_reads_again(first: Sources, unread: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "program", lambda: b"a later one")
    with pytest.raises(AssertionError, match="read again"):
        blagnac()


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-900], lambda data: b"", lambda data: data.replace(b"Blagnac", b"Bragnac")]
)
def test_a_spoilt_copy_is_read_again(first: Sources, clap_home: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    (file,) = files(clap_home)
    file.write_bytes(spoil(file.read_bytes()))
    assert blagnac() == first


def test_a_copy_runs_nothing(first: Sources, clap_home: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, (f"touch {clap_home}/evil",)

    (file,) = files(clap_home)
    known = kept.recall(first.scenario_text)
    assert known is not None
    packed = pickle.dumps((first.deck, first.scenario, Evil()))
    head = (
        file.read_bytes().partition(b"\n")[0].replace(kept.digest(known.packed).encode(), kept.digest(packed).encode())
    )
    file.write_bytes(head + b"\n" + packed)
    assert kept.recall(first.scenario_text) is not None
    assert blagnac() == first
    assert not (clap_home / "evil").exists()


def test_few_are_kept(first: Sources, clap_home: Path) -> None:
    for i in range(kept.MOST + 3):
        kept.keep(str(i).encode(), (), (first.deck, first.scenario, first.town, first.duties))
    assert len(files(clap_home)) == kept.MOST


def test_a_cache_that_cannot_be_written_is_no_failure(clap_home: Path) -> None:
    (clap_home / "cache").write_text("not a folder")
    assert blagnac() == blagnac()
