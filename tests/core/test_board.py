import pytest

from game.core.errors import Refused
from game.core.fitting import opportunity
from game.core.moves import refusal
from game.core.moves.blanks import WriteIssue, WriteLever
from game.core.moves.flow import AddMinutes, CloseSession, EnterPhase, Pause, Resume, TakeNote
from game.core.moves.issues import LiftIssue, MoveIssue, PlaceIssue, Renounce
from game.core.moves.levers import LiftLever, MoveLever, PlaceLever
from game.core.moves.move import Command
from game.core.picks import answers, figures, picks
from game.core.session import PlacedIssue
from tests.core.workshop import Play


def board() -> Play:
    play = Play().to("enjeux").do(PlaceIssue("eau", "a", "mairie"), PlaceIssue("bois", "a"), PlaceIssue("feu", "b"))
    return play.to("leviers").do(PlaceLever("un", "eau"))


def refused(play: Play, command: Command) -> Refused:
    before = play.session
    with pytest.raises(Refused) as caught:
        play.do(command)
    assert play.session is before
    assert refusal(before, command) == caught.value
    return caught.value


def test_an_issue_lies_on_a_family_with_or_without_a_place() -> None:
    play = board()
    assert play.session.issues[:2] == (
        PlacedIssue("eau", "a", "mairie", 1, ("un",)),
        PlacedIssue("bois", "a", "", 2),
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (PlaceIssue("eau", "b"), "card_already_placed"),
        (PlaceIssue("sel", "a"), "family_full"),
        (PlaceIssue("sel", "a", "aeroport"), "decor_place"),
        (PlaceIssue("sel", "b", "stade"), "place_not_of_family"),
        (PlaceIssue("inconnu", "b"), "unknown_card"),
        (PlaceIssue("sel", "z"), "unknown_family"),
        (PlaceLever("un", "eau"), "wrong_phase"),
        (LiftIssue("sel"), "not_placed"),
    ],
)
def test_what_the_rules_refuse_in_the_issues_phase(command: Command, code: str) -> None:
    assert refused(board().to("enjeux"), command).code == code


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (PlaceLever("un", "bois"), "lever_already_in_family"),
        (PlaceLever("un", "sel"), "not_placed"),
        (PlaceLever("inconnu", "eau"), "unknown_card"),
        (LiftLever("deux", "eau"), "not_placed"),
        (PlaceIssue("sel", "b"), "wrong_phase"),
    ],
)
def test_what_the_rules_refuse_in_the_levers_phase(command: Command, code: str) -> None:
    assert refused(board(), command).code == code


def test_a_wrong_phase_says_which_one_allows_the_move() -> None:
    assert refused(board(), PlaceIssue("sel", "b")) == Refused("wrong_phase", phase="leviers", needed="enjeux")


def test_limits_of_levers() -> None:
    play = board().do(PlaceLever("deux", "eau"))
    assert refused(play, PlaceLever("trois", "eau")).code == "issue_levers_full"
    play.do(PlaceLever("trois", "bois"))
    assert refused(play, PlaceLever("quatre", "bois")).code == "family_levers_full"


def test_a_moved_issue_takes_its_levers_along() -> None:
    play = board().do(MoveIssue("eau", "b", "mairie"))
    assert play.session.placed("eau") == PlacedIssue("eau", "b", "mairie", 1, ("un",))
    play.do(PlaceLever("un", "bois"))
    assert refused(play, MoveIssue("eau", "a")).code == "lever_already_in_family"


def test_a_moved_lever_leaves_its_former_issue() -> None:
    play = board().do(MoveLever("un", "eau", "feu"))
    assert [issue.levers for issue in play.session.issues] == [(), (), ("un",)]


def test_moving_where_it_lies_is_no_gesture() -> None:
    play = board()
    steps = len(play.history.done)
    play.do(MoveIssue("eau", "a", "mairie"), MoveLever("un", "eau", "eau"))
    assert len(play.history.done) == steps


def test_a_lifted_issue_frees_its_number_and_its_levers() -> None:
    play = board().do(LiftIssue("eau")).to("enjeux").do(PlaceIssue("sel", "b"))
    assert play.session.placed("sel") == PlacedIssue("sel", "b", "", 1)
    assert "un" in {card.id for card in play.session.hand_levers}


def test_renouncing_needs_a_reason_and_stays_on_record() -> None:
    play = board().to("enjeux")
    assert refused(play, Renounce("eau", " ")).code == "reason_missing"
    play.do(Renounce("eau", "trop cher"))
    assert play.session.placed("eau") is None
    assert [(item.card, item.levers, item.reason, item.how) for item in play.session.renounced] == [
        ("eau", ("un",), "trop cher", "lifted")
    ]


def test_a_lever_may_lie_under_an_issue_it_does_not_answer() -> None:
    play = board().do(PlaceLever("deux", "eau"))
    assert answers(play.session, "un", "eau")
    assert not answers(play.session, "deux", "eau")


def test_a_pick_has_an_issue_and_a_lever() -> None:
    play = board()
    assert [pick.card for pick in picks(play.session)] == ["eau"]
    play.do(LiftLever("un", "eau"))
    assert picks(play.session) == ()


def test_figures_add_up_and_impact_is_the_strongest() -> None:
    play = board().do(PlaceLever("deux", "eau"))
    found = figures(play.session, play.session.issues[0])
    assert (found.cost, found.delay, found.effort, found.impact) == (0, 1, 3, 3)


def test_the_opportunity_is_at_the_place_and_still_to_be_launched() -> None:
    session = board().session
    here, row, past = (opportunity(session, issue) for issue in session.issues)
    assert (here and here.id, row, past) == ("ici", None, None)


def test_blank_cards_play_by_the_same_rules() -> None:
    play = Play().to("enjeux").do(WriteIssue("  Une  ombre ", "texte", "env"))
    assert play.session.hand_issues[0].label.fr == "Une ombre"
    play.do(PlaceIssue("blank-issue-1", "c", "stade")).to("leviers").do(WriteLever("Planter", "", "besoin", 1, 0, 2, 1))
    play.do(PlaceLever("blank-lever-1", "blank-issue-1"))
    assert answers(play.session, "blank-lever-1", "blank-issue-1")
    assert figures(play.session, play.session.issues[0]).impact == 2


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (WriteIssue("", "", "env"), "empty_text"),
        (WriteIssue("x" * 31, "", "env"), "label_too_long"),
        (WriteIssue("x", "y" * 131, "env"), "text_too_long"),
        (WriteIssue("Aux Entreprises  locales", "", "env"), "local_preference"),
        (WriteIssue("x", "", "nulle-part"), "unknown_card"),
    ],
)
def test_what_a_blank_card_may_not_say(command: Command, code: str) -> None:
    assert refused(Play().to("enjeux"), command).code == code


def test_a_pause_lets_nothing_through_and_does_not_end_by_itself() -> None:
    play = board().do(Pause())
    for command in (
        PlaceLever("deux", "bois"),
        EnterPhase("enjeux"),
        AddMinutes(1),
        TakeNote("Une note."),
        CloseSession(),
    ):
        assert refused(play, command).code == "paused"
    play.do(Resume()).to("enjeux").do(PlaceIssue("sel", "b"))


def test_a_pause_is_no_step_of_undo() -> None:
    play = board().to("enjeux")
    before = play.session
    play.at(100).do(PlaceIssue("sel", "b"))
    play.at(200).do(Pause())
    play.at(900).do(Resume())
    placed, history = play.session, play.history
    left = placed.remaining(1000)
    assert history.earlier.issues == before.issues
    assert history.undo().issues == before.issues
    assert history.session.remaining(1000) == left
    assert history.later == placed
    assert history.redo() == placed
    history.undo()
    play.at(1000).do(Pause(), Resume())
    assert history.redo().issues == placed.issues
    assert not history.session.paused


def test_nothing_is_played_once_the_session_is_closed() -> None:
    play = board().to("generique").do(CloseSession())
    assert refused(play, Pause()).code == "session_closed"
