from dataclasses import replace
from itertools import count
from random import Random

import pytest

from game.core.errors import JournalError, Refused
from game.core.moves.flow import EnterPhase, Pause, Resume, TakeNote
from game.core.moves.issues import PlaceIssue
from game.core.moves.share import RevealShare
from game.desk.desk import free
from game.desk.opening import new_session, open_session
from game.desk.replay import history, marks
from game.journal.journal import Journal, Row
from tests.desk.players import any_command

EAU = PlaceIssue("eau", "sports", "piscine-ramiers")


def played(desk, *commands):
    for command in commands:
        assert desk.do(command) is None


def reopened(desk, **options):
    desk.close()
    return open_session(desk.path, **options)


def test_a_gesture_is_one_row_and_a_refusal_none(desk):
    before = desk.session
    assert desk.do(EAU).code == "wrong_phase"
    assert desk.session is before
    played(desk, EnterPhase("enjeux"), EAU)
    assert desk.do(EAU).code == "card_already_placed"
    rows = Journal.open(desk.path, read_only=True).rows()
    assert [row.kind for row in rows] == ["gesture"] * 3
    assert [(row.phase, row.state) for row in rows] == [("reperage", "open"), ("enjeux", "open"), ("enjeux", "open")]
    assert desk.session.placed("eau").place == "piscine-ramiers"


def test_a_command_that_changes_nothing_leaves_no_row(desk):
    played(desk, EnterPhase("enjeux"), EnterPhase("enjeux"), Pause(), Pause())
    assert [line.phase for line in desk.log()] == ["reperage", "enjeux", "enjeux"]


def test_a_thing_that_is_no_command_is_a_bug(desk):
    with pytest.raises(TypeError):
        desk.do("PlaceIssue")


def test_a_session_resumes_exactly(desk, same_as):
    played(desk, EnterPhase("enjeux"), EAU, TakeNote("L'eau d'abord ; « 100 % »"))
    desk.undo()
    session = desk.session
    again = reopened(desk)
    assert same_as(again.session, session)
    assert again.session.title == "Conseil"
    assert again.session.date == "2026-12-02"
    assert again.redo() is None
    assert again.session.notes[0].text == "L'eau d'abord ; « 100 % »"
    again.undo(), again.undo()
    assert again.session.placed("eau") is None
    once_more = reopened(again)
    assert once_more.redo() is None
    assert once_more.session.placed("eau").number == 1
    once_more.close()


def test_undo_stops_at_a_fence_and_says_so_after_reopening_too(desk):
    assert desk.undo() == Refused("nothing_to_undo")
    assert desk.redo() == Refused("nothing_to_redo")
    played(desk, EnterPhase("reperage"), RevealShare(), EnterPhase("enjeux"))
    again = reopened(desk)
    assert again.undo() is None
    assert again.undo() == Refused("fence", what="ShareRevealed")
    again.close()


def test_a_new_gesture_after_an_undo_ends_what_could_be_redone(desk, same_as):
    played(desk, EnterPhase("enjeux"), EAU)
    desk.undo()
    played(desk, PlaceIssue("handicap", "solidarites", "ccas"))
    again = reopened(desk)
    assert again.redo() == Refused("nothing_to_redo")
    assert [issue.card for issue in again.session.issues] == ["handicap"]
    again.close()


def test_table_time_stops_while_the_file_is_closed(desk, clocks, path):
    clocks.hand[0] = 100.0
    played(desk, EnterPhase("enjeux"))
    clocks.hand[0] = 130.9
    assert desk.now() == 130
    desk.draft("note", "à suivre")
    desk.close()
    clocks.hand[0] = 9_000.0
    again = open_session(path, clocks=clocks)
    assert again.now() == 130
    clocks.hand[0] = 9_010.0
    assert again.now() == 140
    assert again.session.remaining(again.now()) == again.session.stage.minutes * 60 - 40
    again.close()
    reader = open_session(path, read_only=True, clocks=clocks)
    clocks.hand[0] = 9_999.0
    assert reader.now() == 130
    reader.close()


def test_drafts_are_kept_until_committed(desk):
    desk.draft("title", "Cap")
    desk.draft("why", "é")
    desk.draft("title", "Capter l'eau")
    desk.draft("title", "Capter l'eau")
    assert len(desk.log()) == 4
    again = reopened(desk)
    assert again.drafts() == (("why", "é"), ("title", "Capter l'eau"))
    again.draft("why", "")
    again.draft("nothing", "")
    played(again, TakeNote("une note"))
    again.undo()
    last = reopened(again)
    assert last.drafts() == (("title", "Capter l'eau"),)
    assert [line.kind for line in last.log()[4:]] == ["draft", "gesture", "undo"]
    last.close()


def test_the_log_tells_who_was_undone(desk):
    played(desk, EnterPhase("enjeux"), EAU)
    desk.draft("note", "eau ?")
    desk.undo(), desk.redo(), desk.undo()
    told = desk.log()
    assert [(line.id, line.kind, line.about, line.stands) for line in told[1:]] == [
        (2, "gesture", 0, True),
        (3, "gesture", 0, False),
        (4, "draft", 0, True),
        (5, "undo", 3, True),
        (6, "redo", 3, True),
        (7, "undo", 3, True),
    ]
    assert type(told[2].events[0]).__name__ == "IssuePlaced"
    assert (told[3].key, told[3].text) == ("note", "eau ?")
    assert open_session(desk.path, read_only=True).log() == told


def test_a_second_desk_is_told_and_reads(desk):
    played(desk, EnterPhase("enjeux"))
    with pytest.raises(JournalError) as caught:
        open_session(desk.path)
    assert caught.value == JournalError("locked", path=str(desk.path))
    reader = open_session(desk.path, read_only=True)
    assert told(reader) == (("follows", ""), ("no_undo", "read_only"), ("no_redo", "read_only"))
    assert reader.notices()[-1] == desk.notices()[-1] == ("gestures", "2")
    assert reader.do(EAU) == reader.undo() == reader.redo() == Refused("read_only")
    reader.draft("note", "non")
    assert reader.drafts() == ()
    reader.close()
    played(desk, EAU)
    assert told(desk) == (("no_redo", "nothing_to_redo"),)


def test_the_same_dice_draw_the_same_event(tmp_path, sources, clocks):
    drawn = []
    for name in "ab":
        dice = count(3)
        (tmp_path / name).mkdir()  # each in its own folder: numbers of objectives are told apart within one
        desk = new_session(
            tmp_path / name / "a.clap", sources, "45", clocks=replace(clocks, dice=lambda dice=dice: next(dice))
        )
        rng = Random(3)
        for _ in range(300):
            desk.do(any_command(rng, desk.session))
        drawn.append((desk.session.events, [row.data for row in Journal.open(desk.path, read_only=True).rows()]))
        desk.close()
    assert drawn[0] == drawn[1]
    assert drawn[0][0]


def test_a_name_is_never_taken_twice(tmp_path):
    assert free(tmp_path, "a").name == "a.clap"
    (tmp_path / "a.clap").touch()
    (tmp_path / "a-2.clap").touch()
    assert free(tmp_path, "a").name == "a-3.clap"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (Row("gesture", '[["Teleported",{}]]'), "event_unknown"),
        (Row("gesture", "[["), "damaged_from"),
        (Row("gesture", '[["TokenTaken",{"seat":"x","issue":"y"}]]'), "damaged_from"),
        (Row("gesture", '[["IssueMoved",{"card":"x","family":"y","place":""}]]'), "damaged_from"),
        (Row("redo"), "damaged_from"),
        (Row("dance"), "damaged_from"),
        (Row("draft", "[", note="k"), "damaged_from"),
    ],
)
def test_a_row_that_makes_no_sense_is_told(desk, row, code):
    desk.close()
    journal = Journal.open(desk.path)
    journal.append(row)
    journal.close()
    before = desk.path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(JournalError) as caught:
            open_session(desk.path, read_only=read_only)
        assert caught.value.code == code
        assert caught.value.facts["path"] == str(desk.path)
    assert desk.path.read_bytes() == before


def told(desk):
    return tuple(pair for pair in desk.notices() if pair[0] != "gestures")


def test_what_cannot_be_taken_back_or_given_again_is_told(desk):
    assert told(desk) == (("no_undo", "nothing_to_undo"), ("no_redo", "nothing_to_redo"))
    played(desk, EnterPhase("enjeux"), EAU)
    assert told(desk) == (("no_redo", "nothing_to_redo"),)
    desk.undo()
    assert told(desk) == ()
    played(desk, EnterPhase("reperage"), RevealShare())
    assert told(desk) == (("no_undo", "fence"), ("no_redo", "nothing_to_redo"))


def test_a_pause_is_no_step_of_undo_but_in_a_file_of_before_that_took_it_back(desk, same_as):
    played(desk, EnterPhase("enjeux"), EAU, Pause(), Resume())
    first, rows = desk._history.first, list(desk.rows)
    mark = replace(rows[-1], kind="undo", data="", note="")
    for written, placed, paused in ((rows, False, False), ([replace(row, note="") for row in rows], True, True)):
        found = [*written, mark]
        session = history(first, found, marks(found)).session
        assert (session.placed("eau") is not None, session.paused) == (placed, paused)
    assert desk.undo() is None
    again = reopened(desk)
    assert same_as(again.session, history(first, [*rows, mark], marks([*rows, mark])).session)
    assert again.redo() is None
    assert again.session.placed("eau") is not None


def test_nothing_is_taken_back_during_a_pause(desk):
    played(desk, EnterPhase("enjeux"), EAU, Pause())
    assert desk.undo().code == "paused"
    assert desk.do(TakeNote("Une note.")).code == "paused"
    assert [line.stands for line in desk.log()] == [True] * 4
