"""Try-out sessions of Blagnac's induction, at its steps: what the tests of its screens look at."""

from __future__ import annotations

from functools import cache

from game.core.carrying import carried, former
from game.core.moves.arbitration import DrawEvent
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.induction import AnswerQuestion, ChooseFamily, LayFrame, MendSentence, TalkOver
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.measures import CarryObjectives, GuessMeasure
from game.core.moves.objectives import AdoptObjective
from game.core.session import Session, start
from tests.view import council
from tests.view.afternoon import DATE, played, workshop

ORDER = tuple(frame.id for frame in workshop().scenario.induction.frames)
ASKED = tuple(question.id for question in workshop().scenario.induction.questions)


@cache
def opened() -> Session:
    """Give a try-out session on its strip, nothing laid."""
    return played(start(workshop("accueil")), OpenTable("", DATE), EnterPhase("bande"))


@cache
def begun() -> Session:
    """Give the strip with two frames in their place, and one astray."""
    return played(opened(), LayFrame("intention"), LayFrame("clap"), LayFrame("cao", 4))


@cache
def laid() -> Session:
    """Give the strip in order."""
    return played(opened(), *(LayFrame(frame) for frame in ORDER))


@cache
def asked() -> Session:
    """Give the strip in order and its questions answered, all of them "true"."""
    return played(laid(), *(AnswerQuestion(question, said=True) for question in ASKED))


@cache
def taken() -> CarryObjectives:
    """Give what is read of the demonstration's afternoon."""
    last = council.SESSIONS["rolled"]()
    return CarryObjectives(former(last, last.workshop.deck, "last.clap", "0" * 64), carried(last, last.workshop.deck))


@cache
def standing() -> Session:
    """Give the phase that shows where the council stands, on the objectives of the demonstration's afternoon."""
    return played(start(workshop("accueil")), OpenTable("", DATE), taken(), EnterPhase("bilan-lu"))


@cache
def guessed() -> Session:
    """Give the same with the first objective guessed."""
    session = standing()
    return played(session, GuessMeasure(session.carried[0].code, "12"))


@cache
def unchosen() -> Session:
    """Give the phase of the family, none chosen."""
    return played(standing(), EnterPhase("ma-famille"))


@cache
def dealt() -> Session:
    """Give a family chosen, nothing laid."""
    return played(unchosen(), ChooseFamily("travaux"))


@cache
def trapped() -> Session:
    """Give an issue and two levers laid, one of them the trap."""
    laying = (PlaceLever(lever, "insertion-emploi") for lever in ("clause-insertion", "critere-service"))
    return played(dealt(), PlaceIssue("insertion-emploi", "travaux", "ecole-les-pres"), *laying)


@cache
def happened() -> Session:
    """Give the same with the event drawn and the sentence written again."""
    return played(trapped(), DrawEvent("refere"), MendSentence("Un lot de peinture à part, ouvert à toutes."))


@cache
def torn() -> Session:
    """Give the phase of the tension."""
    return played(happened(), EnterPhase("tiraillement"))


@cache
def talked() -> Session:
    """Give the tension talked over."""
    return played(torn(), TalkOver("Des heures d'insertion, mais un lot pour les artisans."))


@cache
def writing() -> Session:
    """Give the phase of the try-out objective."""
    return played(talked(), EnterPhase("essai"))


@cache
def adopted() -> Session:
    """Give the end, with an objective."""
    return played(writing(), AdoptObjective("insertion-emploi"), EnterPhase("sortie"))


@cache
def bare() -> Session:
    """Give the end, with nothing done."""
    return played(start(workshop("accueil")), OpenTable("", DATE), EnterPhase("sortie"))


SESSIONS = {
    "opened": opened, "begun": begun, "laid": laid, "asked": asked, "standing": standing, "guessed": guessed,
    "unchosen": unchosen, "dealt": dealt, "trapped": trapped, "happened": happened, "torn": torn, "talked": talked,
    "writing": writing, "adopted": adopted, "bare": bare,
}  # fmt: skip
