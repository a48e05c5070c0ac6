"""Try-out sessions of Blagnac's induction, at its steps: what the tests of its screens look at."""

from __future__ import annotations

from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.induction import AnswerQuestion, LayFrame
from game.core.session import Session, start
from tests.view.afternoon import DATE, played, workshop

ORDER = tuple(frame.id for frame in workshop().scenario.induction.frames)
ASKED = tuple(question.id for question in workshop().scenario.induction.questions)


def opened() -> Session:
    """Give a try-out session on its strip, nothing laid."""
    return played(start(workshop("accueil")), OpenTable("", DATE), EnterPhase("bande"))


def begun() -> Session:
    """Give the strip with two frames in their place, and one astray."""
    return played(opened(), LayFrame("intention"), LayFrame("clap"), LayFrame("cao", 4))


def laid() -> Session:
    """Give the strip in order."""
    return played(opened(), *(LayFrame(frame) for frame in ORDER))


def asked() -> Session:
    """Give the strip in order and its questions answered, all of them "true"."""
    return played(laid(), *(AnswerQuestion(question, said=True) for question in ASKED))


SESSIONS = {"opened": opened, "begun": begun, "laid": laid, "asked": asked}
