"""The history of a session in sentences: one an event, its ids named, its figures as the language writes them."""

from __future__ import annotations

from dataclasses import fields

from game.cli.names import Named, naming
from game.core.moves.arbitration import TensionArbitrated
from game.core.moves.issues import IssueRenounced
from game.core.moves.move import Event
from game.core.moves.objectives import ObjectiveAmended
from game.core.moves.seats import CaoSet, VotingSet
from game.core.moves.share import IntentionAdded
from game.core.moves.votes import BallotClosed
from game.core.session import Session
from game.words.catalogue import Speaker
from game.words.numbers import euros

KINDS = {
    "card": "card", "issue": "card", "lever": "card", "to": "card", "family": "family", "place": "place",
    "phase": "phase", "seat": "seat", "pair": "card", "kept": "card", "tied": "card", "renounced": "card",
    "field": "field",
}  # fmt: skip
"""What the fields of the events name."""


def sentence(session: Session, event: Event, speaker: Speaker) -> str:
    """Say what an event did, as it was seen from the session after it."""
    name = naming(session, speaker)
    facts = {part.name: getattr(event, part.name) for part in fields(event)}  # type: ignore[arg-type]
    said = {key: _worded(name, key, value) for key, value in facts.items()}
    if isinstance(event, IssueRenounced):
        item = event.item
        said |= {"card": name("card", item.card), "family": name("family", item.family), "reason": item.reason}
    if isinstance(event, IntentionAdded):
        said["amount"] = euros(event.amount_ht, speaker.lang)
    return speaker.say(f"log.{type(event).__name__}{_variant(event)}", **said)


def _worded(name: Named, key: str, value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(_worded(name, key, one)) for one in value) or "–"
    if isinstance(value, str) and key in KINDS:
        return name(KINDS[key], value) if value else "–"
    return value


def _variant(event: Event) -> str:
    """Choose between two sentences of one event."""
    if isinstance(event, TensionArbitrated):
        return "" if event.sentence else ".debated"
    if isinstance(event, ObjectiveAmended):
        return ".undressed" if event.undressed else ""
    if isinstance(event, BallotClosed):
        return ".tied" if event.tied else ""
    if hasattr(event, "place") and not event.place and not isinstance(event, IntentionAdded):
        return ".row"
    if isinstance(event, VotingSet | CaoSet):
        return "" if (event.voting if isinstance(event, VotingSet) else event.cao) else ".not"
    return ""
