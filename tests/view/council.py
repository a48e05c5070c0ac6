"""The afternoon of rules.md from the vote on, played by the real rules up to any moment."""

from __future__ import annotations

from functools import cache

from game.core.award import BASE, VARIANT
from game.core.errors import Refused
from game.core.moves import refusal
from game.core.moves.arbitration import ArbitrateTension, AssumeLoad, DrawEvent
from game.core.moves.flow import CloseSession, EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.judging import JudgeOffers
from game.core.moves.levers import PlaceLever
from game.core.moves.move import Command
from game.core.moves.objectives import AdoptObjective, AmendObjective, DropLever
from game.core.moves.votes import CloseBallot, LayToken, SettleTie
from game.core.session import Session
from game.core.sheets import missing, objective, objectives
from game.view.answer.meanings import TableRules
from game.view.answer.ui import Ui
from game.words.catalogue import speaker
from tests.view import afternoon
from tests.view.afternoon import PICKS, opened, played
from tests.view.room import HD, MEASURE, MEMO, Hands

VOTES = (9, 5, 7, 3, 10, 2, 8, 5)
PAIR = ("alimentation-durable", "maitrise-budget")
SENTENCE = "Le bio d'abord sur les fruits et légumes ; le surcoût est pris sur le gaspillage."
LONG = "Garantir à chaque élève, dans toutes les écoles et crèches, un déjeuner où la moitié des produits est bio, "


def tokens(session: Session, votes: tuple[int, ...]) -> Session:
    """Lay votes, seat after seat, within the limits."""
    limits = session.limits
    for (card, *_), wanted in sorted(zip(PICKS, votes, strict=True), key=lambda pair: -pair[1]):
        for _ in range(wanted):
            free = [s.seat.id for s in session.voters if session.ballot.count(card, s.seat.id) < limits.tokens_per_pick]
            session = played(session, LayToken(min(free, key=session.ballot.spent), card))
    return session


def laid() -> Session:
    """Give the phase Arbitrage, nothing debated."""
    return played(afternoon.picked(), EnterPhase("arbitrage"))


def crowded() -> Session:
    """Give the phase Arbitrage with ten picks of the longest labels."""
    return played(afternoon.full(), EnterPhase("arbitrage"))


def few(n: int = 5) -> Session:
    """Give the phase Arbitrage with the first picks of the afternoon, and no other."""
    session = played(afternoon.issues(), *(PlaceIssue(card, family, place) for card, family, place, _ in PICKS[:n]))
    session = played(session, EnterPhase("leviers"))
    levers = ((lever, card) for card, _, _, names in PICKS[:n] for lever in names)
    return played(session, *(PlaceLever(lever, card) for lever, card in levers), EnterPhase("arbitrage"))


def empty() -> Session:
    """Give the phase Arbitrage with no pick at all."""
    return played(afternoon.issues(), EnterPhase("arbitrage"))


def voting() -> Session:
    """Give a ballot half laid, the event drawn."""
    return tokens(played(laid(), DrawEvent("inflation-denrees")), (4, 2, 3, 0, 5, 1, 4, 2))


def ready() -> Session:
    """Give a ballot with every token laid, one tension arbitrated."""
    session = played(laid(), DrawEvent("inflation-denrees"), ArbitrateTension(PAIR, SENTENCE))
    return tokens(session, VOTES)


def tied() -> Session:
    """Give the ballot closed on a tie."""
    return played(ready(), CloseBallot())


def settled() -> Session:
    """Give the tie settled as in rules.md: within the capacity."""
    return played(tied(), SettleTie(("handicap",)))


def over() -> Session:
    """Give the tie settled the other way: the teams cannot carry it."""
    return played(tied(), SettleTie(("insertion-emploi",)))


def assumed() -> Session:
    """Give that load assumed."""
    return played(over(), AssumeLoad("Nous prenons un treizième point : la clause d'insertion attend depuis 2024."))


def sheets() -> Session:
    """Give the phase Objectifs, nothing adopted."""
    return played(settled(), EnterPhase("objectifs"))


def poor() -> Session:
    """Give a sheet that lacks nearly everything, and texts as long as people write them."""
    session, issue = sheets(), "alimentation-durable"
    fields = {
        "title": LONG * 2, "unit": "", "source": "", "baseline": "inconnu", "target": "", "deadline": "",
        "intentions": "", "means": LONG * 3, "tension": LONG * 3, "deputy": LONG,
    }  # fmt: skip
    return played(session, *(AmendObjective(issue, field, value) for field, value in fields.items()))


def unready() -> Session:
    """Give the phase Objectifs opened before the vote."""
    return played(laid(), EnterPhase("objectifs"))


def adopted() -> Session:
    """Give five objectives adopted."""
    session = sheets()
    for sheet in objectives(session):
        session = played(session, *filling(session, sheet.issue), AdoptObjective(sheet.issue))
    return session


def undressed() -> Session:
    """Give an adopted objective that lost a target, a deadline and a lever."""
    issue, why = "alimentation-durable", "Le marché ne s'ouvre qu'à la rentrée ; on garde le cap en deux temps."
    return played(
        adopted(),
        AmendObjective(issue, "target", "25", why, "enfance"),
        AmendObjective(issue, "deadline", "juin 2029", why, "enfance"),
        DropLever(issue, "critere-appro-direct", why, "commande-publique"),
    )


def rolled() -> Session:
    """Give the phase Générique, five objectives adopted, one undressed."""
    return played(undressed(), EnterPhase("generique"))


def judged() -> Session:
    """Give the tender board's exercise played: no variant was opened, one purchase goes to the board."""
    why = "Le critère des produits de saison."
    return played(rolled(), JudgeOffers("alimentation-durable", VARIANT, why), JudgeOffers("eau", BASE))


def unrolled() -> Session:
    """Give the phase Générique with nothing adopted."""
    return played(sheets(), EnterPhase("generique"))


def ended() -> Session:
    """Give the session closed."""
    return played(rolled(), CloseSession())


def short() -> Session:
    """Give the 45-minute agenda's vote: one issue a family."""
    session = played(opened("45"), EnterPhase("enjeux"))
    rows = {family: (card, place, levers) for card, family, place, levers in reversed(PICKS)}
    placed = (PlaceIssue(card, family, place) for family, (card, place, _) in rows.items())
    session = played(session, *placed, EnterPhase("leviers"))
    levers = (PlaceLever(lever, card) for card, _, under in rows.values() for lever in under)
    return played(session, *levers, EnterPhase("arbitrage"))


def filling(session: Session, issue: str) -> tuple[AmendObjective, ...]:
    """Give the amendments that complete a sheet."""
    sheet = objective(session, issue)
    assert sheet is not None
    values = {"baseline": "à établir d'ici mars 2027", "unit": "%", "source": "tableau de bord"}
    return tuple(AmendObjective(issue, field, values.get(field, "10")) for field in missing(sheet))


SESSIONS = {
    made.__name__: cache(made)
    for made in (laid, crowded, few, empty, voting, ready, tied, settled, over, assumed, short, sheets, poor, unready,
                 adopted, undressed, rolled, judged, unrolled, ended)
}  # fmt: skip
"""Sessions by name, for the look tool and the tests."""


class Desk:
    """Does commands by the rules; keeps the last refusal."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.refused: Refused | None = None

    def do(self, command: Command) -> Refused | None:
        """Do it, or give why not."""
        self.refused = refusal(self.session, command)
        if self.refused is None:
            self.session = played(self.session, command)
        return self.refused


def table(session: Session, size: tuple[int, int] = HD, **view: object) -> Hands:
    """Open the table on a session, with the real rules, fonts and catalogue."""
    ui = Ui(screen="play", **view)  # type: ignore[arg-type]
    return Hands(Desk(session), TableRules(), ui, measure=MEASURE, speaker=speaker(ui.lang), size=size, memo=MEMO)
