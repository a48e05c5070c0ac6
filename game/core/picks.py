"""Picks: a placed issue with at least one lever. What is kept of them becomes objectives."""

from __future__ import annotations

from game.core.cards import IssueCard, LeverCard
from game.core.duties import Duty
from game.core.objective import Figures
from game.core.session import PlacedIssue, Session


def picks(session: Session) -> tuple[PlacedIssue, ...]:
    """Give the placed issues that have a lever: an issue without a lever is no pick (rules.md)."""
    return tuple(issue for issue in session.issues if issue.levers)


def kept(session: Session) -> tuple[PlacedIssue, ...]:
    """Give the picks the vote kept and nobody renounced since, by rank; none before the ballot is closed.

    A try-out has no vote: what is laid is kept.
    """
    if session.workshop.agenda.tryout:
        return picks(session)
    given_up = {item.card for item in session.renounced}
    found = (session.placed(card) for card in session.ballot.ranked if card not in given_up)
    return tuple(issue for issue in found if issue is not None)


def levers(session: Session, pick: PlacedIssue) -> tuple[LeverCard, ...]:
    """Give the lever cards of a pick, less those dropped from its objective."""
    dropped = session.sheet(pick.card).dropped if session.sheets else ()
    found = (session.lever_card(lever) for lever in pick.levers if lever not in dropped)
    return tuple(card for card in found if card is not None)


def duty_of(session: Session, card: IssueCard | LeverCard | None) -> Duty | None:
    """Give the duty of the town's country that a card only repeats; None where the card is a choice."""
    return session.workshop.duties.duty(card.duty) if card is not None and card.duty else None


def dutiful(session: Session, pick: PlacedIssue) -> Duty | None:
    """Give the duty a pick only repeats: its issue's, or its levers' when none of them is a choice."""
    own = duty_of(session, session.issue_card(pick.card))
    found = [duty_of(session, card) for card in levers(session, pick)]
    return own or (found[0] if found and all(found) else None)


def votable(session: Session) -> tuple[PlacedIssue, ...]:
    """Give the picks that are voted on: what the law asks anyway is kept without a vote."""
    return tuple(pick for pick in picks(session) if dutiful(session, pick) is None)


def figures(session: Session, pick: PlacedIssue) -> Figures:
    """Add up the points of a pick's levers; its impact is that of its strongest lever. A duty weighs no effort."""
    cost = delay = effort = impact = 0
    owed = dutiful(session, pick) is not None
    for card in levers(session, pick):
        one = card.effects
        cost, delay, impact = cost + one.cost, delay + one.delay, max(impact, one.impact)
        effort += 0 if owed or duty_of(session, card) else one.effort
    return Figures(cost, delay, effort, impact)


def answers(session: Session, lever: str, issue: str) -> bool:
    """Tell whether a lever answers an issue. One written at the table is written for the issue it lies under."""
    card = session.lever_card(lever)
    issue_card = session.issue_card(issue)
    if card is None or issue_card is None:
        return False
    return card.blank or issue_card.blank or issue_card.id in card.answers
