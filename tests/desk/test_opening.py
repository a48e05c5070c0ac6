import errno
import os
import re
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from game.content.problems import ContentError
from game.core.errors import JournalError
from game.core.moves.flow import CloseSession, EnterPhase
from game.core.text import Text
from game.desk.opening import new_session, open_session, sessions, summary
from game.journal.journal import Journal
from game.words.catalogue import speaker
from game.words.refusals import failure


def test_the_file_holds_the_texts_it_was_opened_with(desk, sources):
    journal = Journal.open(desk.path, read_only=True)
    held = {
        "deck": sources.deck_text, "scenario": sources.scenario_text, "map": sources.map_text,
        "duties": sources.duties_text,
    }  # fmt: skip
    assert journal.sources() == held
    assert journal.facts()["agenda"] == "90"
    desk.close()
    assert open_session(desk.path, read_only=True).session.workshop.deck == sources.deck


def test_an_unknown_agenda_is_told_and_leaves_no_file(path, sources):
    with pytest.raises(ContentError):
        new_session(path, sources, "91")
    assert not path.exists()


def test_a_session_is_not_begun_over_another(desk, sources):
    with pytest.raises(JournalError) as caught:
        new_session(desk.path, sources, "90")
    assert caught.value.code == "exists"


def test_texts_this_program_no_longer_reads_are_told(path, sources):
    new_session(path, replace(sources, deck_text=b"format: 99\n"), "90").close()
    with pytest.raises(JournalError) as caught:
        open_session(path)
    assert caught.value.code == "sources_unreadable"
    assert "deck.yaml" in caught.value.facts["problem"]


def test_sessions_are_listed_without_opening_them(tmp_path, sources, clocks):
    def made(name, when, **options):
        return new_session(tmp_path / name, sources, "90", clocks=replace(clocks, wall=lambda: when), **options)

    made("old.clap", "2026-11-01T10:00:00").close()
    done = made("done.clap", "2026-11-20T10:00:00", title="Conseil de novembre")
    done.do(EnterPhase("generique")), done.do(CloseSession())
    done.close()
    now = made("now.clap", "2026-12-02T14:00:00")
    made("cut.clap", "2026-10-01T10:00:00").close()
    (tmp_path / "cut.clap-journal").touch()
    (tmp_path / "notes.clap").write_text("des notes")
    (tmp_path / "short.clap").write_bytes((tmp_path / "old.clap").read_bytes()[:5000])
    for name, when in (("notes.clap", "2026-11-20T10:00:00"), ("short.clap", "2026-12-24T10:00:00")):
        os.utime(tmp_path / name, (time.mktime(time.strptime(when, "%Y-%m-%dT%H:%M:%S")),) * 2)
    (tmp_path / "other.txt").touch()
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    found = sessions(tmp_path)
    assert [(one.path.name, one.state, one.phase) for one in found] == [
        ("cut.clap", "open", "reperage"),
        ("short.clap", "unreadable", ""),
        ("now.clap", "open", "reperage"),
        ("done.clap", "closed", "generique"),
        ("notes.clap", "unreadable", ""),
        ("old.clap", "open", "reperage"),
    ]
    assert [one.playing for one in found] == [False, False, True, False, False, False]
    assert [one.cut for one in found] == [True, False, False, False, False, False]
    assert found[2].when == "2026-12-02T14:00:00"
    assert found[3].title == Text("Conseil de novembre", "Conseil de novembre")
    assert found[2].title == sources.scenario.title
    assert found[2].town == sources.scenario.town
    assert [one.problem.code for one in found if one.problem] == ["truncated", "not_a_session"]
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    with pytest.raises(JournalError):
        open_session(tmp_path / "now.clap")
    assert now.do(EnterPhase("enjeux")) is None
    assert now.unsaved == 0
    assert summary(tmp_path / "now.clap").phase == "enjeux"
    now.close()


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names are always Unicode there")
def test_a_session_whose_name_is_no_utf8_is_listed_and_opened(tmp_path, sources):
    named = Path(os.fsdecode(os.fsencode(tmp_path / "S") + b"\xe9ance.clap"))
    new_session(named, sources, "90").close()
    assert [(one.path, one.state) for one in sessions(tmp_path)] == [(named, "open")]
    desk = open_session(named)
    assert desk.do(EnterPhase("enjeux")) is None
    assert desk.unsaved == 0
    desk.close()


def test_a_folder_that_cannot_be_listed_is_told_and_is_not_empty(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(tmp_path))

    monkeypatch.setattr(os, "listdir", refuse)
    monkeypatch.setattr(os, "scandir", refuse)
    (told,) = sessions(tmp_path)
    assert told.path == tmp_path
    assert told.problem == JournalError("folder_unreadable", path=str(tmp_path), reason=os.strerror(errno.EACCES))
    assert "Permission" not in failure(told.problem, speaker("fr"))


def test_no_folder_has_no_sessions(tmp_path):
    assert sessions(tmp_path / "nowhere") == ()
    assert summary(tmp_path / "nowhere.clap").problem.code == "missing"


def raised():
    """Find the codes that the two rooms raise, in their text."""
    root = Path(__file__).parents[2] / "game"
    files = [*(root / "journal").glob("*.py"), *(root / "desk").glob("*.py")]
    told = re.compile(
        r"""(?:JournalError\(|failure\(path, |denied(?:: str)? ?= ?|[A-Z]"?: |return (?="empty|"not_a))"([a-z_]+)\""""
    )
    facts = {"yes", "branch"}  # of sessions that do not count
    return {code for file in files for code in told.findall(file.read_text())} - facts


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_failure_has_one_sentence_in_both_languages(lang):
    facts = {
        "missing": {}, "exists": {}, "empty": {}, "not_a_session": {}, "damaged": {}, "unreadable": {}, "no_folder": {},
        "not_writable": {}, "disk_full": {}, "locked": {}, "truncated": {"size": 10, "wanted": 4096},
        "too_new": {"version": 9, "known": 1}, "event_unknown": {"name": "Teleported"},
        "sources_unreadable": {"problem": "deck.yaml:1:9"}, "unsaved": {"n": 3}, "all_unsaved": {"n": 12},
        "rewritten": {"former": "EX"},
        "folder_unreadable": {"reason": "EX"}, "damaged_from": {"last": 12, "at": "14:32", "lost": 3},
        "damaged_text": {"source": "x.png"}, "damaged_facts": {}, "beyond_rescue": {},
        "only_copies": {"n": 3, "folder": ".copies"}, "altered": {}, "replaced": {},
        "foreign_journal": {"journal": "b-journal"}, "too_large": {"size": 300, "limit": 200},
        "too_long": {"count": 41_000, "limit": 40_000}, "title_missing": {}, "not_in_bin": {},
    }  # fmt: skip
    assert set(facts) == raised()
    voice = speaker(lang)
    for code, more in facts.items():
        said = failure(JournalError(code, path=f"dossier{os.sep}a.clap", **more), voice)
        assert f"dossier{os.sep}a.clap" in said
        assert all(str(value) in said for value in more.values())
        assert "{" not in said
    for n in (1, 3):
        assert str(n) in voice.say("board.notice.disk", n=n)
    assert voice.say("board.notice.disk", n=1) != voice.say("board.notice.disk", n=2).replace("2", "1")
    assert voice.say("board.notice.read_only") != "board.notice.read_only"
    assert not voice.missing
