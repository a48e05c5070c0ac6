import pytest

from game.core.errors import Refused
from game.core.load import event_part, gauges, overload
from game.core.moves.arbitration import ArbitrateTension, AssumeLoad, DrawEvent
from game.core.moves.issues import PlaceIssue, Renounce
from game.core.moves.levers import LiftLever, PlaceLever
from game.core.moves.objectives import AdoptObjective, AmendObjective, DropLever, SendBackObjective
from game.core.moves.seats import UnseatMember
from game.core.moves.votes import CloseBallot, LayToken, SettleTie, TakeToken
from game.core.objective import Figures
from game.core.report import report
from game.core.sheets import missing, objective, objectives
from game.core.smart import smart
from game.core.tensions import helps, pulls, tension_with
from tests.core.workshop import Play


def table() -> Play:
    play = Play().to("enjeux")
    play.do(PlaceIssue("eau", "a", "mairie"), PlaceIssue("bois", "a"), PlaceIssue("feu", "b"), PlaceIssue("air", "c"))
    play.to("leviers").do(PlaceLever("un", "eau"), PlaceLever("deux", "bois"), PlaceLever("quatre", "feu"))
    return play.do(PlaceLever("trois", "air")).to("arbitrage")


def lay(play: Play, seat: str, *issues: str) -> Play:
    return play.do(*(LayToken(seat, issue) for issue in issues))


def code(play: Play, command: object) -> str:
    before = play.session
    with pytest.raises(Refused) as caught:
        play.do(command)  # type: ignore[arg-type]
    assert play.session is before
    return caught.value.code


def voted() -> Play:
    """Eau 3, bois 2, feu 2, air 1: a tie at the edge of two."""
    play = lay(table(), "s1", "eau", "eau", "bois")
    lay(play, "s2", "eau", "bois", "feu")
    return lay(play, "s3", "feu", "air")


def test_tokens_have_their_limits() -> None:
    play = lay(table(), "s1", "eau", "eau")
    assert code(play, LayToken("s1", "eau")) == "too_many_on_one_pick"
    lay(play, "s1", "bois")
    assert code(play, LayToken("s1", "feu")) == "no_tokens_left"
    play.do(TakeToken("s1", "bois"), LayToken("s1", "feu"))
    assert play.session.ballot.count("feu") == 1
    assert code(play, TakeToken("s2", "eau")) == "no_token_here"
    assert code(play, LayToken("s2", "sol")) == "not_a_pick"
    assert code(play.do(UnseatMember("s2")), LayToken("s2", "eau")) == "seat_has_no_vote"


def test_a_pick_that_ceases_to_be_one_gives_its_tokens_back() -> None:
    play = lay(table(), "s1", "eau").to("leviers").do(LiftLever("un", "eau"))
    assert play.session.ballot.tokens == ()


def test_an_empty_ballot_is_not_closed() -> None:
    assert code(table(), CloseBallot()) == "no_tokens_laid"


def test_a_tie_at_the_edge_waits_for_the_co_chairs() -> None:
    play = voted().do(CloseBallot())
    assert (play.session.ballot.ranked, play.session.ballot.tied, play.session.ballot.left) == (
        ("eau",),
        ("bois", "feu"),
        1,
    )
    assert [item.card for item in play.session.renounced] == ["air"]
    assert code(play, SettleTie(("bois", "feu"))) == "tie_choice"
    assert code(play, SettleTie(("air",))) == "tie_choice"
    play.do(SettleTie(("feu",)))
    assert [sheet.issue for sheet in objectives(play.session)] == ["eau", "feu"]
    assert [(item.card, item.how) for item in play.session.renounced] == [("air", "vote"), ("bois", "tie")]
    assert code(play, SettleTie(("bois",))) == "no_tie"


def test_a_clear_vote_needs_no_choice() -> None:
    play = lay(table(), "s1", "eau", "eau", "bois").do(CloseBallot())
    assert play.session.ballot.ranked == ("eau", "bois")
    assert [item.card for item in play.session.renounced] == ["feu", "air"]


def test_the_board_is_still_once_the_ballot_is_closed() -> None:
    play = voted().do(CloseBallot())
    assert code(play, LayToken("s3", "air")) == "ballot_closed"
    assert code(play.to("leviers"), LiftLever("un", "eau")) == "ballot_closed"
    assert play.history.undo_refusal() is None
    play.history.undo()
    assert play.history.undo_refusal() == Refused("fence", what="BallotClosed")


def test_loads_count_what_is_kept_and_the_event() -> None:
    play = table()
    assert [gauge.used for gauge in gauges(play.session)] == [2, 3, 7]
    play.do(DrawEvent("gel"))
    assert [gauge.used for gauge in gauges(play.session)] == [2, 3, 7], "cancelled by a lever of the family"
    lay(play, "s1", "eau", "feu").do(CloseBallot())
    assert [gauge.used for gauge in gauges(play.session)] == [1, 3, 3]


def test_an_event_weighs_on_a_family_without_the_lever_that_cancels_it() -> None:
    play = table().to("leviers").do(LiftLever("deux", "bois")).to("arbitrage").do(DrawEvent())
    assert play.session.events == ("gel",)
    assert [gauge.used for gauge in gauges(play.session)] == [4, 4, 7]
    assert event_part(play.session) == Figures(cost=1, delay=1, effort=1)
    assert code(play, DrawEvent("gel")) == "event_already_drawn"


def heavy() -> Play:
    """Keep eau (effort 2) and air (effort 3, cost 2): cost 3 + event 1."""
    play = table().to("leviers").do(LiftLever("deux", "bois")).to("arbitrage").do(DrawEvent("gel"))
    return lay(play, "s1", "eau", "eau", "air").do(CloseBallot())


def test_over_capacity_asks_to_renounce_or_assume() -> None:
    play = heavy().to("objectifs")
    assert code(play, AdoptObjective("eau")) == "capacity_open"
    play.to("arbitrage")
    assert code(play, AssumeLoad(" ")) == "reason_missing"
    play.do(AssumeLoad("On prend sur la réserve."))
    assert overload(play.session) is None
    play.to("objectifs").do(AdoptObjective("eau"))
    assert objectives(play.session)[0].adopted


def test_renouncing_after_the_vote_lightens_the_load() -> None:
    play = heavy().do(Renounce("air", "pas cette année"))
    assert [sheet.issue for sheet in objectives(play.session)] == ["eau"]
    assert play.session.renounced[-1].how == "capacity"
    assert overload(play.session) is None
    assert code(play, AssumeLoad("x")) == "not_over_capacity"
    assert code(play, Renounce("feu", "x")) == "not_kept"


def test_tensions_here_and_across() -> None:
    found = pulls(table().session)
    assert [(pull.tension.pair, pull.here, pull.families) for pull in found] == [
        (("eau", "bois"), True, ("a",)),
        (("un", "air"), False, ("a", "c")),
    ]
    assert [help.synergy.pair for help in helps(table().session)] == [("un", "deux")]
    assert tension_with(Play().to("enjeux").do(PlaceIssue("bois", "a")).session, "eau", "a") is not None


def test_a_tension_is_open_until_it_is_debated() -> None:
    play = table().do(ArbitrateTension(("bois", "eau"), "On plante loin de l'eau."))
    assert [pull.open for pull in pulls(play.session)] == [False, True]
    play.do(ArbitrateTension(("un", "air")))
    assert not any(pull.open for pull in pulls(play.session))
    assert code(play, ArbitrateTension(("eau", "feu"))) == "no_tension"


def sheets() -> Play:
    play = table().do(ArbitrateTension(("eau", "bois"), "Les deux, loin l'un de l'autre."))
    return lay(play, "s1", "eau", "eau", "bois").do(CloseBallot()).to("objectifs")


def test_a_sheet_is_filled_in_from_the_cards() -> None:
    sheet = objectives(sheets().session)[0]
    assert (sheet.code, sheet.title.fr, sheet.deputy.fr) == ("CLAP-2026-T4-01", "Mener un", "adjoint a")
    assert (sheet.indicator.en, sheet.unit.fr, sheet.source.fr) == ("share un", "%", "registre")
    assert (sheet.baseline, sheet.target, sheet.deadline, sheet.status) == ("10", "30", "2027-12", "plan")
    assert [intention.id for intention in sheet.intentions] == ["ici"]
    assert (sheet.tension.fr, sheet.arbitration.fr) == ("l'un noie l'autre", "Les deux, loin l'un de l'autre.")
    assert missing(sheet) == ()


@pytest.mark.parametrize(
    ("field", "value", "code_"),
    [
        ("title", "Sensibiliser les équipes", "vague_verb"),
        ("title", "Acheter aux entreprises locales", "local_preference"),
        ("target", "beaucoup", "bad_number"),
        ("deadline", "un jour", "bad_month"),
        ("status", "fini", "unknown_status"),
        ("couleur", "bleu", "unknown_field"),
    ],
)
def test_what_a_sheet_may_not_say(field: str, value: str, code_: str) -> None:
    assert code(sheets(), AmendObjective("eau", field, value)) == code_


def test_a_sheet_is_written_over() -> None:
    play = sheets().do(
        AmendObjective("eau", "title", "Équiper l'école"),
        AmendObjective("eau", "target", "42,5 %"),
        AmendObjective("eau", "deadline", "décembre 2028"),
        AmendObjective("eau", "baseline", "à établir d'ici juin 2027"),
        AmendObjective("eau", "intentions", "tot ici inconnue"),
    )
    sheet = objective(play.session, "eau")
    assert sheet is not None
    assert (sheet.title.en, sheet.target, sheet.deadline) == ("Équiper l'école", "42.5", "2028-12")
    assert [intention.id for intention in sheet.intentions] == ["tot", "ici"]
    assert missing(sheet) == ()


def test_an_incomplete_objective_is_not_adopted() -> None:
    play = sheets().do(AmendObjective("eau", "source", ""), AmendObjective("eau", "baseline", "bientôt"))
    with pytest.raises(Refused) as caught:
        play.do(AdoptObjective("eau"))
    assert caught.value == Refused("objective_incomplete", fields=("source", "baseline"))


def test_nothing_is_adopted_before_the_vote() -> None:
    assert code(table().to("objectifs"), AdoptObjective("eau")) == "ballot_open"
    assert code(voted().do(CloseBallot()).to("objectifs"), AdoptObjective("eau")) == "tie_open"
    assert code(sheets(), AdoptObjective("feu")) == "not_kept"


def test_what_is_undressed_after_adoption_has_a_reason() -> None:
    play = sheets().do(AmendObjective("eau", "target", "25"), AdoptObjective("eau"))
    assert code(play, AmendObjective("eau", "target", "20")) == "reason_missing"
    assert code(play, AmendObjective("eau", "deadline", "2028-06")) == "reason_missing"
    assert code(play, AmendObjective("eau", "source", "")) == "objective_incomplete"
    play.do(AmendObjective("eau", "target", "40"))
    play.do(AmendObjective("eau", "target", "20", "le marché est infructueux", "s1"))
    lost = play.session.undressed
    assert [(item.field, item.was, item.now, item.reason, item.seat) for item in lost] == [
        ("target", "40", "20", "le marché est infructueux", "s1")
    ]
    play.do(SendBackObjective("eau"))
    assert code(play, SendBackObjective("eau")) == "not_adopted"
    assert report(play.session).adopted == ()


def test_dropping_a_lever_keeps_the_last_one() -> None:
    play = table().to("leviers").do(LiftLever("deux", "bois"), PlaceLever("deux", "eau")).to("arbitrage")
    lay(play, "s1", "eau", "eau", "feu").do(CloseBallot()).to("objectifs").do(AdoptObjective("eau"))
    assert code(play, DropLever("eau", "un")) == "reason_missing"
    play.do(DropLever("eau", "un", "trop lourd"))
    assert objectives(play.session)[0].levers == ("deux",)
    assert code(play, DropLever("eau", "deux", "x")) == "last_lever"


def test_a_negative_target_is_lowered_when_it_comes_nearer() -> None:
    play = lay(table(), "s1", "air", "air", "eau").do(CloseBallot()).to("objectifs")
    play.do(AmendObjective("air", "baseline", "0"), AdoptObjective("air"), AmendObjective("air", "target", "-50"))
    assert code(play, AmendObjective("air", "target", "−20")) == "reason_missing"


def test_smart_says_why() -> None:
    play = sheets()
    sheet = objectives(play.session)[0]
    assert [(mark.letter, mark.reason) for mark in smart(play.session, sheet) if not mark.held] == [("M", "means")]
    play.do(AmendObjective("eau", "indicator", "Volume d'eau consommé"))
    counted = smart(play.session, objectives(play.session)[0])
    assert [(mark.letter, mark.reason) for mark in counted if not mark.held] == [("M", "estimated")]
    play.do(AmendObjective("eau", "baseline", "mars 2027"))
    assert all(mark.held for mark in smart(play.session, objectives(play.session)[0]))
    play.do(AmendObjective("eau", "unit", ""), AmendObjective("eau", "deadline", "2026-11"))
    marks = smart(play.session, objectives(play.session)[0])
    assert [(mark.letter, mark.reason) for mark in marks if not mark.held] == [("M", "no_unit"), ("T", "past")]
    play.do(AmendObjective("eau", "source", ""), AmendObjective("eau", "target", ""))
    measured = smart(play.session, objectives(play.session)[0])[1]
    assert (measured.reason, dict(measured.facts)) == ("no_unit", {"fields": ("unit", "source", "target")})
