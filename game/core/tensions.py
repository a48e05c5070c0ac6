"""Tensions and synergies between the cards on the board: never forbidden, open until they are debated."""

from __future__ import annotations

from game.core.cards import Synergy, Tension
from game.core.frozen import dataclass
from game.core.session import Arbitration, PlacedIssue, Session


@dataclass(frozen=True, slots=True)
class Pull:
    """A tension on the board. `here`: both cards lie on one family; else across two. `families` where they lie."""

    tension: Tension
    here: bool
    families: tuple[str, ...]
    arbitration: Arbitration | None = None

    @property
    def open(self) -> bool:
        """Tell whether it is still to be debated."""
        return self.arbitration is None


@dataclass(frozen=True, slots=True)
class Help:
    """A synergy on the board."""

    synergy: Synergy
    here: bool
    families: tuple[str, ...]


def where(session: Session, card: str) -> tuple[str, ...]:
    """Give the families a card lies on."""
    return tuple(dict.fromkeys(issue.family for issue in session.issues if card in (issue.card, *issue.levers)))


def _meet(session: Session, pair: tuple[str, str]) -> tuple[bool, tuple[str, ...]] | None:
    one, other = where(session, pair[0]), where(session, pair[1])
    if not one or not other:
        return None
    both = tuple(family for family in one if family in other)
    return (True, both) if both else (False, tuple(dict.fromkeys((*one, *other))))


def pulls(session: Session) -> tuple[Pull, ...]:
    """Give the tensions between cards on the board: those on one family first."""
    decided = {frozenset(item.pair): item for item in session.arbitrations}
    found = []
    for tension in session.workshop.deck.tensions:
        met = _meet(session, tension.pair)
        if met is not None:
            found.append(Pull(tension, *met, decided.get(frozenset(tension.pair))))
    return tuple(sorted(found, key=lambda pull: not pull.here))


def helps(session: Session) -> tuple[Help, ...]:
    """Give the synergies between cards on the board: those on one family first."""
    met = ((synergy, _meet(session, synergy.pair)) for synergy in session.workshop.deck.synergies)
    found = [Help(synergy, *how) for synergy, how in met if how is not None]
    return tuple(sorted(found, key=lambda item: not item.here))


def tension_with(session: Session, card: str, family: str) -> Tension | None:
    """Give the tension a card would bring to a family, if it lay there."""
    there = {name for issue in session.issues_of(family) for name in (issue.card, *issue.levers)} - {card}
    return next((t for t in session.workshop.deck.tensions if card in t.pair and there & (set(t.pair) - {card})), None)


def pulls_of(session: Session, pick: PlacedIssue) -> tuple[Pull, ...]:
    """Give the tensions that touch a card of a pick."""
    cards = {pick.card, *pick.levers}
    touching = (pull for pull in pulls(session) if cards & set(pull.tension.pair))
    return tuple(pull for pull in touching if pick.family in pull.families)
