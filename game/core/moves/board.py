"""What a card may do on the board: the checks that issues and levers share."""

from __future__ import annotations

from game.core.errors import Refused
from game.core.picks import dutiful, picks
from game.core.session import PlacedIssue, Session


def unvoted(session: Session) -> None:
    """Refuse to change the board once the ballot is closed: what was voted is what lies there."""
    if session.ballot.closed:
        raise Refused("ballot_closed")


def unballoted(session: Session) -> None:
    """Refuse to change the picks once ballots are in, or the vote over: a ballot in speaks of those that lay there."""
    unvoted(session)
    if session.ballot.cast:
        raise Refused("ballots_in", n=len(session.ballot.cast))


def a_pick(session: Session, issue: str) -> None:
    """Check that an issue is a pick, and one to vote on. Raises Refused: not_a_pick, duty_no_vote."""
    found = next((pick for pick in picks(session) if pick.card == issue), None)
    if found is None:
        raise Refused("not_a_pick", card=issue)
    if dutiful(session, found) is not None:
        raise Refused("duty_no_vote", card=issue)


def placed(session: Session, card: str) -> PlacedIssue:
    """Find an issue on the board. Raises Refused when it is not there."""
    found = session.placed(card)
    if found is None:
        raise Refused("not_placed", card=card)
    return found


def spot(session: Session, family: str, place: str) -> None:
    """Check that a family takes cards at a place; no place means the family's row. Raises Refused."""
    if session.workshop.scenario.family(family) is None:
        raise Refused("unknown_family", family=family)
    if not place:
        return
    found = session.workshop.scenario.place(place)
    if found is None or found.decor:
        raise Refused("decor_place", place=place)
    if family not in found.families:
        raise Refused("place_not_of_family", place=place, family=family)


def issue_room(session: Session, family: str) -> None:
    """Check that a family may take one more issue. Raises Refused."""
    limit = session.limits.issues_per_family
    if len(session.issues_of(family)) >= limit:
        raise Refused("family_full", family=family, limit=limit)


def lever_room(session: Session, family: str, levers: tuple[str, ...]) -> None:
    """Check that a family may take these levers, besides those it has. Raises Refused."""
    there = session.levers_of(family)
    twice = next((lever for lever in levers if lever in there), None)
    if twice is not None:
        raise Refused("lever_already_in_family", card=twice, family=family)
    limit = session.limits.levers_per_family
    if len(there) + len(levers) > limit:
        raise Refused("family_levers_full", family=family, limit=limit)


def under_room(session: Session, issue: PlacedIssue) -> None:
    """Check that an issue may take one more lever. Raises Refused."""
    limit = session.limits.levers_per_issue
    if len(issue.levers) >= limit:
        raise Refused("issue_levers_full", card=issue.card, limit=limit)


def swapped(session: Session, issue: PlacedIssue) -> tuple[PlacedIssue, ...]:
    """Put an issue in place of its former self."""
    return tuple(issue if other.card == issue.card else other for other in session.issues)


def answering(session: Session, lever: str, issue: str) -> None:
    """Where the deck asks for it, check that a lever answers the issue it is laid under. Raises Refused.

    Cards written at the table answer what the table says they do.
    """
    deck = session.workshop.deck
    under, found = deck.issue(issue), deck.lever(lever)
    if not deck.rules.answers_only or under is None or found is None:
        return
    if under not in map(deck.issue, found.answers):
        raise Refused("lever_answers_not", lever=lever, issue=issue)
