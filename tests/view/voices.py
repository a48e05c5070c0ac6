"""Sessions in which the council chose its axes, members asked and departments spoke."""

from __future__ import annotations

from game.core.moves.advice import Advise
from game.core.moves.axes import AdoptAxes
from game.core.moves.ballots import ChooseWay, CountHands
from game.core.moves.flow import EnterPhase
from game.core.moves.questions import AskQuestion, HearAnswer
from game.core.moves.seats import InviteGuest
from game.core.moves.votes import CloseBallot
from game.core.session import Session
from tests.view.afternoon import picked, played


def spoken() -> Session:
    """Give the eight picks with axes chosen, three questions and four words, in Leviers."""
    session = played(picked(), EnterPhase("enjeux"), AdoptAxes(("environnement", "social")), EnterPhase("leviers"))
    session = played(session, InviteGuest("Direction du bâtiment et du patrimoine"), InviteGuest("Commande publique"))
    return played(
        session,
        AskQuestion("commande-publique", "sobriete-energie", "prix-delai"),
        AskQuestion("commande-publique", "maitrise-budget", "sans-rien"),
        AskQuestion(
            "developpement-durable", "sobriete-energie", text="Les enseignants ont-ils été entendus, et quand ?"
        ),
        HearAnswer(1),
        Advise("guest-1", "sobriete-energie", "feasible"),
        Advise("guest-1", "sobriete-energie", "not_before", "2027-09"),
        Advise("guest-1", "sobriete-energie", "costs", "12 000"),
        Advise("guest-2", "alimentation-durable", "not_before", "2027-05"),
    )


def voting() -> Session:
    """Give the same in Arbitrage."""
    return played(spoken(), EnterPhase("arbitrage"))


def sheets() -> Session:
    """Give the same in Objectifs, the pick most was said of being kept."""
    session = played(voting(), ChooseWay("hands"), CountHands("sobriete-energie", 7), CountHands("maitrise-budget", 5))
    return played(session, CloseBallot(), EnterPhase("objectifs"))


SESSIONS = {"spoken": spoken, "voting": voting, "sheets": sheets}
