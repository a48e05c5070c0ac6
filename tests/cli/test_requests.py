from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

import pytest

from game.cli.lastword import last_word
from game.content.shelf import load_scenario
from game.core.errors import ExportError, JournalError, SetupError
from game.core.moves.flow import TakeNote
from game.desk import copies, opening
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.journal.peek import peek
from game.places import folders, shelves
from game.places.scratch import scratch
from game.table.answers import Begun, Played, Said, Shown
from game.view.answer.intents import Export, NewSession, OpenSession, PlayDemo, RescueSession
from game.view.answer.ui import Ui
from game.wiring.failures import told, unexpected
from game.wiring.requests import Requests
from game.words.catalogue import speaker
from tests.begun import done, drawn


def broken(_: str) -> Played:
    raise ZeroDivisionError


def test_a_fault_of_ours_is_told_and_the_table_stays_open() -> None:
    requests = Requests(drawn(lambda: b""), broken)
    with pytest.raises(SetupError) as caught:
        requests.answer(PlayDemo(), None, Ui())
    assert caught.value.code == "request_failed"
    trace = Path(str(caught.value.facts["trace"]))
    assert "ZeroDivisionError" in trace.read_text(encoding="utf-8")
    assert speaker("fr").has("error.request_failed")


def test_what_a_person_can_mend_is_told_as_it_is() -> None:
    with pytest.raises(SetupError) as caught:
        Requests(drawn(lambda: b""), broken).answer(NewSession("nowhere", "90"), None, Ui())
    assert caught.value.code == "scenario_unknown"


def test_a_fault_of_work_done_beside_the_table_is_told_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = new_session(tmp_path / "s.clap", load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90")
    answer = Requests(drawn(lambda: b"not a picture"), broken).answer(Export(""), desk, Ui())
    assert isinstance(answer, Begun)
    assert answer.said.text == speaker("fr").say("export.writing")
    with pytest.raises(ExportError) as caught:
        done(answer)
    assert caught.value.code == "export_part_traced"
    assert caught.value.facts["files"] == ("compte-rendu.docx", "compte-rendu.pdf")
    assert "Traceback" in Path(str(caught.value.facts["trace"])).read_text(encoding="utf-8")
    assert (tmp_path / "s" / "objectives.json").is_file()
    desk.close()


def test_a_picture_that_cannot_be_painted_leaves_the_other_files(tmp_path: Path) -> None:
    desk = new_session(tmp_path / "s.clap", load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90")
    answer = Requests(drawn(lambda: bytes(broken(""))), broken).answer(Export(""), desk, Ui())
    assert isinstance(answer, Begun)
    with pytest.raises(ExportError) as caught:
        done(answer)
    assert caught.value.facts["files"] == ("table.png",)
    assert "ZeroDivisionError" in Path(str(caught.value.facts["trace"])).read_text(encoding="utf-8")
    assert (tmp_path / "s" / "compte-rendu.pdf").is_file()
    desk.close()


def test_a_damaged_session_is_told_when_it_is_opened_then_at_home_and_rescued(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    path = folders.sessions() / "Blagnac.clap"
    desk = new_session(path, load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90")
    for n in range(9):
        desk.do(TakeNote(f"Note {n}"))
    desk.close()
    path.write_bytes(before := path.read_bytes().replace(b"Note 5", b"Nute 8"))
    requests = Requests(drawn(lambda: b""), broken)
    (seen,) = requests.shelf().recent
    assert seen.state == "open"
    with pytest.raises(JournalError) as caught:
        requests.answer(OpenSession(str(path)), None, Ui())
    assert (caught.value.code, caught.value.facts["last"]) == ("damaged_from", 6)
    (seen,) = requests.shelf().recent
    assert (seen.state, seen.rescue) == ("broken", True)
    answer = requests.answer(RescueSession(str(path)), None, Ui())
    assert isinstance(answer.desk, Desk)
    assert [note.text for note in answer.desk.session.notes] == [f"Note {n}" for n in range(5)]
    assert "4 gestes" in answer.said.text
    assert path.read_bytes() == before
    answer.desk.close()


def test_a_file_put_back_or_gone_is_told_at_home_where_its_copies_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    path, requests = folders.sessions() / "Blagnac.clap", Requests(drawn(lambda: b""), broken)
    desk = new_session(path, load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90")
    older = path.read_bytes()
    desk.do(TakeNote("perdue ?"))
    copies.keep(path, desk.sources, desk.facts, list(desk.rows))
    desk.close()
    path.write_bytes(older)
    (seen,) = requests.shelf().recent
    assert (seen.state, seen.rescue, seen.ahead) == ("open", True, 1)
    again = requests.answer(OpenSession(str(path)), None, Ui())
    assert "1 geste de plus" in again.said.text
    assert isinstance(again.desk, Desk)
    again.desk.close()
    path.unlink()
    shelf = requests.shelf()
    assert [(one.title, one.state, one.rescue) for one in shelf.recent] == [("Blagnac", "broken", True)]
    assert shelf.others == 0
    answer = requests.answer(RescueSession(str(path)), None, Ui())
    assert isinstance(answer.desk, Desk)
    assert [note.text for note in answer.desk.session.notes] == ["perdue ?"]
    assert [one.state for one in requests.shelf().recent] == ["open"]
    answer.desk.close()


def test_home_looks_into_the_files_written_last_and_counts_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    folder = folders.sessions()
    for n in range(300):
        (folder / f"s{n:03}.clap").write_bytes(b"des notes")
        os.utime(folder / f"s{n:03}.clap", (n, n))
    new_session(
        folder / "a.clap", load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90", series=""
    ).close()
    looked = []
    monkeypatch.setattr(opening, "peek", lambda path: looked.append(path.name) or peek(path))
    shelf = Requests(drawn(lambda: b""), broken).shelf()
    assert looked == ["a.clap", *(f"s{n:03}.clap" for n in range(299, 210, -1))]
    assert shelf.recent[0].title == "a"
    assert len(shelf.recent) + shelf.others == 301


def test_a_sessions_folder_that_cannot_be_used_is_told_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def barred() -> Path:
        raise SetupError("folder_unwritable", folder="Documents/CLAP", reason="Permission denied")

    monkeypatch.setattr("game.places.folders.sessions", barred)
    (told,) = Requests(drawn(lambda: b""), broken).shelf().recent
    assert (told.title, told.state) == ("CLAP", "broken")
    assert told.trouble is not None
    assert "Documents/CLAP" in speaker("fr").say(told.trouble.key, **dict(told.trouble.facts))


def test_files_are_written_beside_the_table(tmp_path: Path) -> None:
    desk = new_session(tmp_path / "s.clap", load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90")
    answer = Requests(drawn(lambda: b"PNG"), broken).answer(Export("png"), desk, Ui(lang="en"))
    assert not (tmp_path / "s").exists() or not list((tmp_path / "s").iterdir())
    assert isinstance(answer, Begun)
    written = done(answer)
    assert isinstance(written, Shown)
    assert written.said == Said(speaker("en").say("export.done", folder="s"))
    (paper,) = written.view(Ui()).papers.written
    assert (paper.what, paper.lang, paper.gestures) == ("png", "en", desk.gestures)
    assert (tmp_path / "s" / "table.png").read_bytes() == b"PNG"
    desk.close()


def test_a_library_that_is_missing_is_named_at_the_table_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = new_session(tmp_path / "s.clap", load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90")
    monkeypatch.setitem(sys.modules, "docx", None)
    answer = Requests(drawn(lambda: b"PNG"), broken).answer(Export("docx"), desk, Ui())
    assert isinstance(answer, Begun)
    with pytest.raises(SetupError) as caught:
        done(answer)
    assert (caught.value.code, caught.value.facts) == ("library_missing", {"name": "docx"})
    desk.close()


def test_a_fault_where_nothing_can_be_written_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    for code in ("bug", "request_failed"):
        found = unexpected(ZeroDivisionError(), code)
        assert found == SetupError(f"{code}_untold")
        assert told(found, speaker("fr")).endswith("le disque est peut-être plein.")
    assert last_word(ZeroDivisionError(), "fr") == 1


def test_a_folder_for_the_papers_that_is_full_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(SetupError) as caught, scratch("clap-"):
        pass
    assert caught.value.code == "no_scratch"
    assert "Libérez de la place" in told(caught.value, speaker("fr"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with pytest.raises(SetupError), scratch("clap-"):
        raise OSError(errno.ENOSPC, "full")
