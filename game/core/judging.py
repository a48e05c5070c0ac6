"""Which picks come before the tender board, with which offers, and what may be decided of them."""

from __future__ import annotations

from game.core.award import BASE, CHOICES, Choice, Judged, Opening, Standing
from game.core.cards import LeverCard
from game.core.objective import Objective
from game.core.picks import levers
from game.core.session import PlacedIssue, Session
from game.core.sheets import objective, objectives


def judgeable(session: Session) -> tuple[Objective, ...]:
    """Give the sheets of the kept picks that two offers are known for: those whose variants are open come first."""
    found = [sheet for sheet in objectives(session) if opening(session, sheet.issue) is not None]
    return tuple(sorted(found, key=lambda sheet: (standing(session, sheet.issue) != "opened", not sheet.adopted)))


def opening(session: Session, issue: str) -> Opening | None:
    """Give the two offers on a pick: the first made for one of its levers, else for what they write, or any."""
    board, pick = session.workshop.deck.cao, session.placed(issue)
    if board is None or pick is None:
        return None
    cards = levers(session, pick)
    ids, parts = {card.id for card in cards}, {part_of(session, card) for card in cards}
    named = (one for one in board.openings if ids & set(one.levers))
    fitting = (one for one in board.openings if not one.levers and (not one.part or one.part in parts))
    return next(named, None) or next(fitting, None)


def part_of(session: Session, card: LeverCard) -> str:
    """Give what of the tender file a lever writes (cards.PARTS); empty where it is no piece of it."""
    stage = session.workshop.deck.stage(card.stage)
    return stage.part if stage is not None else ""


def opens_variants(session: Session, pick: PlacedIssue) -> bool:
    """Tell whether a lever of a pick has the notice allow variants."""
    board = session.workshop.deck.cao
    return board is not None and bool({card.id for card in levers(session, pick)} & set(board.variants))


def standing(session: Session, issue: str) -> Standing:
    """Tell whether a variant on a pick may be judged: the table opened them, or did not, by how its purchases are made.

    A pick that no purchase is known for is taken for a formal procedure, whose rule is the stricter.
    """
    pick, sheet = session.placed(issue), objective(session, issue)
    if pick is not None and opens_variants(session, pick):
        return "opened"
    bought = sheet.intentions if sheet is not None else ()
    return "adapted" if bought and not any(item.cao for item in bought) else "shut"


def lawful(session: Session, issue: str) -> tuple[Choice, ...]:
    """Give what may be kept of the two offers on a pick."""
    return (BASE,) if standing(session, issue) == "shut" else CHOICES


def judged(session: Session, issue: str) -> Judged | None:
    """Give what the council would have kept on a pick, once it said so."""
    return next((one for one in session.judged if one.issue == issue), None)
