import pkgutil
from dataclasses import is_dataclass
from importlib import import_module

import pytest

from game.core import moves
from game.core.errors import Refused
from game.core.moves import COMMANDS, EVENTS
from game.core.moves.flow import AddMinutes, EnterPhase, Pause, Resume, TakeNote
from game.core.moves.issues import PlaceIssue
from game.core.moves.seats import InviteGuest, SeatMember, SetCao, SetVoting, UnseatMember
from game.core.moves.share import AddIntention, BringIntentions, GuessShare, RevealShare
from tests.core.workshop import Play


def test_time_runs_in_the_open_phase_alone() -> None:
    play = Play().at(100).to("reperage").at(160).to("enjeux")
    assert play.session.remaining(190) == 570
    play.at(200).to("reperage")
    assert play.session.remaining(210) == 600 - 70


def test_a_pause_holds_the_countdown() -> None:
    play = Play().to("reperage").at(10).do(Pause())
    assert play.session.remaining(500) == 590
    play.at(500).do(Resume())
    assert play.session.remaining(510) == 580


def test_minutes_are_given_and_taken_down_to_none() -> None:
    play = Play().to("reperage").do(AddMinutes(2))
    assert play.session.remaining(0) == 720
    play.do(AddMinutes(-99))
    assert play.session.remaining(0) == 0


def test_entering_the_running_phase_is_no_gesture() -> None:
    play = Play().to("reperage")
    steps = len(play.history.done)
    play.to("reperage")
    assert len(play.history.done) == steps


def test_an_unknown_phase_is_refused() -> None:
    with pytest.raises(Refused, match="unknown_phase"):
        Play().do(EnterPhase("entracte"))


def test_guesses_until_the_reveal() -> None:
    play = Play().to("reperage").do(GuessShare("s1", 10), GuessShare("s1", 12), GuessShare("s2", 40))
    assert play.session.guesses == (("s1", 12), ("s2", 40))
    play.do(RevealShare())
    with pytest.raises(Refused, match="already_revealed"):
        play.do(GuessShare("s1", 33))


@pytest.mark.parametrize(("seat", "percent", "code"), [("s1", 101, "bad_number"), ("s9", 3, "unknown_seat")])
def test_a_guess_is_a_share_by_someone_there(seat: str, percent: int, code: str) -> None:
    with pytest.raises(Refused, match=code):
        Play().to("reperage").do(GuessShare(seat, percent))


def test_seats_come_and_go() -> None:
    play = Play().do(
        UnseatMember("s2"), SetCao("s3", cao=True), SetVoting("s1", voting=False), InviteGuest("facilitateur")
    )
    assert [sitting.seat.id for sitting in play.session.voters] == ["s3"]
    play.do(SeatMember("s2"), SetVoting("guest-1", voting=True))
    assert [sitting.seat.id for sitting in play.session.voters] == ["s2", "s3", "guest-1"]


def test_an_intention_is_added_with_months_as_people_write_them() -> None:
    play = Play().to("reperage").do(AddIntention("c", "stade", "Tribune", "1 200 000 €", "mars 2027", "09/2027"))
    added = play.session.intentions[0]
    assert (added.amount_ht, added.launch, added.award) == (1_200_000, "2027-03", "2027-09")
    assert added in play.session.all_intentions


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AddIntention("c", "stade", " ", "1", "2027-01"), "empty_text"),
        (AddIntention("c", "stade", "x", "cher", "2027-01"), "bad_number"),
        (AddIntention("c", "stade", "x", "1", "bientôt"), "bad_month"),
        (AddIntention("c", "aeroport", "x", "1", "2027-01"), "decor_place"),
        (AddIntention("z", "stade", "x", "1", "2027-01"), "unknown_family"),
        (AddIntention("c", "stade", "x", "1", "2027-05", "2027-04"), "award_early"),
        (AddIntention("c", "stade", "x", "1", "2027-05", duration_months=0), "bad_duration"),
        (AddIntention("c", "stade", "x", "1", "2027-05", department="d" * 81), "text_too_long"),
        (AddIntention("c", "stade", "x", "²", "2027-05"), "bad_number"),
    ],
)
def test_a_wrong_intention_is_refused(command: AddIntention, code: str) -> None:
    with pytest.raises(Refused, match=code):
        Play().to("reperage").do(command)


def test_an_intention_is_of_the_department_that_proposes_it_or_of_its_familys() -> None:
    play = Play().to("reperage")
    play.do(AddIntention("c", "", "Tribune", "1", "2027-03", department="Vie associative"))
    play.do(AddIntention("c", "", "Buts", "1", "2027-03"))
    whose = play.session.workshop.scenario.family("c")
    assert whose is not None
    assert [one.department.fr for one in play.session.intentions] == ["Vie associative", whose.department.fr]


def test_departments_bring_their_intentions_in_any_phase_and_one_undo_takes_them_back() -> None:
    play = Play().to("enjeux")
    brought = (AddIntention("c", "", "Tribune", "1", "2027-03"), AddIntention("a", "", "Toit", "2", "2027-04"))
    play.do(BringIntentions(brought))
    assert [one.id for one in play.session.intentions] == ["added-1", "added-2"]
    play.history.undo()
    assert play.session.intentions == ()
    with pytest.raises(Refused, match="bad_month"):
        play.do(BringIntentions((*brought, AddIntention("a", "", "Toit", "2", "demain"))))
    assert play.session.intentions == ()


def test_a_note_is_kept_with_its_phase() -> None:
    note = Play().to("enjeux").do(TakeNote(" Bien vu ")).session.notes[0]
    assert (note.text, note.phase, note.at) == ("Bien vu", "enjeux", "2026-12-02T14:00:00")


def test_undo_and_redo_walk_the_gestures_phases_included() -> None:
    play = Play().to("enjeux").do(PlaceIssue("eau", "a"))
    after = play.session
    play.history.undo()
    play.history.undo()
    assert play.session.phase == "reperage"
    play.history.redo()
    play.history.redo()
    assert play.session == after
    with pytest.raises(Refused, match="nothing_to_redo"):
        play.history.redo()


def test_a_new_gesture_drops_what_was_undone() -> None:
    play = Play().to("enjeux").do(PlaceIssue("eau", "a"))
    play.history.undo()
    play.do(PlaceIssue("bois", "a"))
    assert play.history.redo_refusal() == Refused("nothing_to_redo")


def test_undo_does_not_cross_the_reveal_nor_the_opening() -> None:
    play = Play()
    assert play.history.undo_refusal() == Refused("nothing_to_undo")
    play.to("reperage").do(RevealShare())
    assert play.history.undo_refusal() == Refused("fence", what="ShareRevealed")


def test_every_event_is_frozen_and_listed() -> None:
    rooms = [import_module(f"{moves.__name__}.{room.name}") for room in pkgutil.iter_modules(moves.__path__)]
    found = {
        name: thing
        for room in rooms
        for name, thing in vars(room).items()
        if isinstance(thing, type) and is_dataclass(thing) and thing.__module__ == room.__name__ and name[0] != "_"
    }
    events = {name for name, thing in found.items() if hasattr(thing, "apply")}
    commands = {thing for thing in found.values() if hasattr(thing, "decide")}
    assert events == set(EVENTS)
    assert commands == set(COMMANDS)
    assert all(thing.__dataclass_params__.frozen for thing in found.values())  # type: ignore[attr-defined]
