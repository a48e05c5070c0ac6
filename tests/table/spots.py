"""What a gesture of play is about: the spot a hand dropped something on."""

from __future__ import annotations

from game.core.moves.issues import MoveIssue, PlaceIssue
from game.core.moves.levers import MoveLever, PlaceLever
from game.core.moves.votes import LayToken
from game.core.session import Session
from game.view.answer.gestures import HandSpot, IssueSpot, PickSpot, PlaceSpot, RowSpot, TabSpot


def about(session: Session, spot: object, command: object) -> bool:
    """Tell whether a command is about a spot, in the session the frame showed."""
    match command:
        case PlaceIssue() | MoveIssue():
            return _ground(spot, command.family, command.place)
        case PlaceLever() | MoveLever():
            there = session.placed(command.issue if isinstance(command, PlaceLever) else command.to)
            return there is not None and (
                spot in (IssueSpot(there.card), RowSpot(there.family)) or _at(spot, there.family, there.place)
            )
        case LayToken():
            return spot == PickSpot(command.issue)
    return isinstance(spot, HandSpot)


def _ground(spot: object, family: str, place: str) -> bool:
    return _at(spot, family, place) if place else spot == RowSpot(family)


def _at(spot: object, family: str, place: str) -> bool:
    return spot in (PlaceSpot(place), TabSpot(place, family))
