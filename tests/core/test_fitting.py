"""The purchase an objective is written in: at its place or chosen, in time, and able to carry its cards."""

from __future__ import annotations

import lzma
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.case import Case
from game.core.duties import Duties, Kind, Procedure
from game.core.fitting import Fit, fits, opportunity
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.objectives import AdoptObjective, AmendObjective
from game.core.moves.votes import CloseBallot, LayToken
from game.core.scenario import Intention
from game.core.session import Session
from game.core.sheets import missing, objective
from game.core.smart import smart
from game.core.text import same
from game.desk.opening import open_session
from tests.core.workshop import Play, workshop

WORK, SERVICE = "45214000", "77310000"
LAW = Duties(
    kinds=(Kind("works", ("45",)), Kind("services", ("7",))),
    procedures=(
        Procedure("formelle", same("formelle"), 3, (Case(at_least=216_000),)),
        Procedure("adaptee", same("adaptée"), 2),
    ),
)
WORKS_ONLY = (Case(kinds=("works",)),)
FORMER = Path(__file__).parents[1] / "desk" / "former" / "version-1.clap.xz"


def bought(name: str, launch: str, cpv: str = WORK, place: str = "", amount: int = 90_000) -> Intention:
    return Intention(name, "a", place, same(name), amount, launch, "2028-01", 12, cpv)


def table(*purchases: Intention, law: Duties = LAW, needs: tuple[Case, ...] = (), place: str = "mairie") -> Play:
    """Give a table on 2 December 2026 with one pick of the family `a` at the town hall."""
    was = workshop()
    levers = tuple(replace(card, needs=needs) if card.id == "un" else card for card in was.deck.levers)
    given = replace(
        was, duties=law, scenario=replace(was.scenario, intentions=purchases), deck=replace(was.deck, levers=levers)
    )
    return Play(given).to("enjeux").do(PlaceIssue("eau", "a", place)).to("leviers").do(PlaceLever("un", "eau"))


def found(session: Session) -> list[Fit]:
    return list(fits(session, session.issues[0]))


def names(session: Session) -> list[tuple[str, bool]]:
    return [(fit.bought.id, fit.sound) for fit in found(session)]


def voted(play: Play) -> Play:
    return play.to("arbitrage").do(LayToken("s1", "eau"), CloseBallot()).to("objectifs")


def attainable(play: Play) -> tuple[bool, str]:
    sheet = objective(play.session, "eau")
    assert sheet is not None
    mark = smart(play.session, sheet)[2]
    return mark.held, mark.reason


def test_a_purchase_is_linked_at_its_place_and_nowhere_else() -> None:
    there, elsewhere = bought("ici", "2027-09", place="mairie"), bought("ailleurs", "2027-03", place="stade")
    session = table(elsewhere, there).session
    assert opportunity(session, session.issues[0]) == there
    session = table(elsewhere).session
    assert opportunity(session, session.issues[0]) is None
    session = table(elsewhere, place="").session
    assert opportunity(session, session.issues[0]) is None


def test_those_that_fit_are_proposed_the_place_first_then_the_next() -> None:
    session = table(
        bought("tard", "2027-11"), bought("tot", "2027-03"), bought("ici", "2028-05", place="mairie"),
        bought("trop", "2027-01"), needs=WORKS_ONLY,
    ).session  # fmt: skip
    assert names(session) == [("ici", True), ("tot", True), ("tard", True), ("trop", False)]


def test_no_purchase_is_proposed_when_none_fits() -> None:
    session = table(bought("service", "2027-09", SERVICE, "mairie"), needs=WORKS_ONLY).session
    (only,) = found(session)
    assert (only.sound, only.here, only.barred) == (False, True, ("un",))
    assert opportunity(session, session.issues[0]) is None


@pytest.mark.parametrize(("amount", "first"), [(215_999, "2027-02"), (216_000, "2027-03")])
def test_a_file_takes_the_time_of_its_procedure(amount: int, first: str) -> None:
    months = ("2026-11", "2026-12", "2027-01", "2027-02", "2027-03")
    session = table(*(bought(month, month, amount=amount) for month in months)).session
    assert [fit.bought.id for fit in found(session) if fit.sound] == [month for month in months if month >= first]


def test_where_no_time_is_known_only_what_is_launched_is_too_late() -> None:
    session = table(bought("hier", "2026-11"), bought("ce-mois", "2026-12"), law=Duties()).session
    assert names(session) == [("ce-mois", True), ("hier", False)]


def test_a_purchase_whose_code_nobody_gave_may_carry_anything() -> None:
    session = table(bought("inconnu", "2027-09", ""), needs=(Case(cpv=("45",)),)).session
    assert names(session) == [("inconnu", True)]


def test_a_way_to_buy_may_be_what_a_card_needs() -> None:
    needs = (Case(procedures=("adaptee",)),)
    session = table(bought("grand", "2027-09", amount=216_000), bought("petit", "2027-10"), needs=needs).session
    assert names(session) == [("petit", True), ("grand", False)]


def test_attainable_is_open_until_a_purchase_is_chosen_and_adopting_without_one_is_allowed() -> None:
    play = voted(table(bought("ailleurs", "2027-09"), bought("demain", "2027-01")))
    sheet = objective(play.session, "eau")
    assert sheet is not None
    assert sheet.intentions == ()
    assert attainable(play) == (False, "no_intention")
    assert missing(sheet) == ()
    assert attainable(play.do(AmendObjective("eau", "intentions", "demain"))) == (False, "late")
    assert attainable(play.do(AmendObjective("eau", "intentions", "ailleurs")))[0]
    play.do(AmendObjective("eau", "intentions", ""), AdoptObjective("eau"))
    adopted = objective(play.session, "eau")
    assert adopted is not None
    assert adopted.adopted
    assert adopted.intentions == ()


def test_a_purchase_that_cannot_carry_the_lever_is_told() -> None:
    play = voted(table(bought("service", "2027-09", SERVICE), needs=WORKS_ONLY))
    assert attainable(play.do(AmendObjective("eau", "intentions", "service"))) == (False, "barred")


def test_an_adopted_sheet_of_version_1_keeps_the_purchase_it_was_linked_to(tmp_path: Path) -> None:
    path = tmp_path / "CLAP.clap"
    path.write_bytes(lzma.decompress(FORMER.read_bytes()))
    desk = open_session(path, read_only=True)
    sheet = objective(desk.session, "eau")
    assert sheet is not None
    assert sheet.adopted
    assert [one.id for one in sheet.intentions] == ["sport-terrains"]
    desk.close()
