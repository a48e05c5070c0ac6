"""Papers are known again by their digest: what somebody changed stays, and no moment of a kill loses anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.core.errors import ExportError
from game.places import landing
from game.places.papers import RECORD, Paper, Papers, Stamp

MINUTES = Paper("docx", "compte-rendu.docx", b"minutes 1", "minutes.docx")
DATA = Paper("json", "objectives.json", b"{}", "objectives.json")
LATER = Paper("docx", "compte-rendu.docx", b"minutes 2", "minutes.docx")


def put(folder: Path, *papers: Paper, gestures: int = 0, lang: str = "fr") -> Papers:
    room = Papers(folder, Stamp("mark", gestures=gestures, at="2026-12-02T15:32:00"))
    room.begin(papers, lang, "exports précédents")
    for paper in papers:
        room.put(paper)
    return room


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != RECORD
    }


def test_a_paper_that_nobody_changed_is_written_again(tmp_path: Path) -> None:
    put(tmp_path, MINUTES, gestures=3)
    assert put(tmp_path, LATER, gestures=5).beside == []
    assert held(tmp_path) == {"compte-rendu.docx": b"minutes 2"}
    (found,) = Papers(tmp_path).found()
    assert (found.what, found.stamp.gestures, found.stamp.lang, found.changed) == ("docx", 5, "fr", False)


def test_a_paper_that_somebody_changed_stays_and_the_new_one_is_beside(tmp_path: Path) -> None:
    put(tmp_path, MINUTES)
    (tmp_path / "compte-rendu.docx").write_bytes(b"corrected by hand")
    (found,) = Papers(tmp_path).found()
    assert found.changed
    assert put(tmp_path, LATER).beside == ["compte-rendu (2).docx"]
    assert held(tmp_path) == {"compte-rendu.docx": b"corrected by hand", "compte-rendu (2).docx": b"minutes 2"}
    put(tmp_path, MINUTES)
    assert held(tmp_path)["compte-rendu (2).docx"] == b"minutes 1", "the one beside is ours, and is written again"
    assert len(held(tmp_path)) == 2


def test_a_file_of_somebody_elses_under_our_name_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "compte-rendu.docx").write_bytes(b"theirs")
    put(tmp_path, MINUTES)
    assert held(tmp_path) == {"compte-rendu.docx": b"theirs", "compte-rendu (2).docx": b"minutes 1"}


def test_what_a_former_version_wrote_is_known_and_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "minutes.docx").write_bytes(b"old, perhaps corrected")
    (tmp_path / "objectives.json").write_bytes(b"old")
    room = put(tmp_path, MINUTES, DATA)
    assert held(tmp_path) == {
        "compte-rendu.docx": b"minutes 1",
        "objectives.json": b"{}",
        "exports précédents/minutes.docx": b"old, perhaps corrected",
        "exports précédents/objectives.json": b"old",
    }
    assert sorted(room.aside) == ["minutes.docx", "objectives.json"]
    assert put(tmp_path, LATER, DATA).aside == []


def test_english_papers_of_this_version_stay_beside_french_ones(tmp_path: Path) -> None:
    put(tmp_path, Paper("docx", "minutes.docx", b"english", "minutes.docx"), lang="en")
    put(tmp_path, MINUTES)
    assert held(tmp_path) == {"minutes.docx": b"english", "compte-rendu.docx": b"minutes 1"}


class Killed(BaseException):
    """The program is killed: nothing after it is done."""


@pytest.mark.parametrize("before", ["ours", "changed", "former", "nothing"])
@pytest.mark.parametrize("call", ["os.replace", "os.fsync", "os.rename"])
def test_a_kill_at_any_moment_loses_nothing_and_the_next_export_is_whole(
    before: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kill at the n-th call that reaches the disk, for every n, until an export runs through."""
    for n in range(1, 40):
        folder = tmp_path / f"{n}"
        folder.mkdir()
        if before in ("ours", "changed"):
            put(folder, MINUTES, DATA)
        if before == "changed":
            (folder / "compte-rendu.docx").write_bytes(b"theirs")
        if before == "former":
            (folder / "minutes.docx").write_bytes(b"theirs")
            (folder / "objectives.json").write_bytes(b"theirs too")
        precious = {content for content in held(folder).values() if content.startswith(b"theirs")}
        done = False
        with monkeypatch.context() as patch:
            _killing(patch, call, n)
            try:
                put(folder, LATER, DATA, gestures=9)
                done = True
            except Killed:
                pass
        assert precious <= set(held(folder).values())
        put(folder, LATER, DATA, gestures=9)
        assert precious <= set(held(folder).values())
        assert b"minutes 2" in held(folder).values()
        assert sum(content == b"minutes 2" for content in held(folder).values()) == 1, "no second copy of ours"
        if done:
            return
    pytest.fail("an export never ran through")


def _killing(patch: pytest.MonkeyPatch, call: str, n: int) -> None:
    left = [n]

    def counted(real):
        def called(*args, **more):
            left[0] -= 1
            if not left[0]:
                raise Killed
            return real(*args, **more)

        return called

    name = call.removeprefix("os.")
    if name == "fsync":
        patch.setattr(os, name, counted(os.fsync))
    else:
        patch.setattr(Path, name, counted(getattr(Path, name)))


def test_a_record_that_is_spoilt_makes_every_file_somebody_elses(tmp_path: Path) -> None:
    put(tmp_path, MINUTES)
    for spoilt in (b"", b"[]", b'{"papers": {"compte-rendu.docx": 3}}', b'{"papers": {"../x": {}}}', b"\xff"):
        (tmp_path / RECORD).write_bytes(spoilt)
        assert list(Papers(tmp_path).found()) == []
    put(tmp_path, LATER)
    assert held(tmp_path)["compte-rendu.docx"] == b"minutes 1"


def test_a_disk_that_is_full_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "objectives.json").write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise ExportError("disk_full", path="x")

    monkeypatch.setattr(landing, "put", full)
    with pytest.raises(ExportError):
        put(tmp_path, DATA)
    assert held(tmp_path) == {"objectives.json": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["objectives.json"]
