"""The picks by rank once the vote is closed: what each got, what became of it, and the tie at the edge."""

from __future__ import annotations

from game.core.family import Family
from game.core.frozen import dataclass
from game.core.picks import dutiful, kept, picks, votable
from game.core.session import PlacedIssue, Session
from game.view.parts import naming
from game.view.tree.sight import Sight


@dataclass(frozen=True, slots=True)
class Ranked:
    """A pick by its rank, shared by those with as many votes. `fate`: as below; `level`: in the tie."""

    card: str
    number: int
    name: str
    family: Family
    rank: int
    votes: int
    fate: str
    level: bool


def fate(session: Session, pick: PlacedIssue) -> str:
    """Tell what became of a pick: owed without a vote, kept, tied, renounced; empty while its vote is open."""
    gone = session.ballot.closed and pick not in kept(session)
    if not gone and dutiful(session, pick) is not None:
        return "owed"
    if not session.ballot.closed:
        return ""
    if pick.card in session.ballot.tied:
        return "tied"
    return "kept" if pick in kept(session) else "renounced"


def ordered(session: Session) -> tuple[PlacedIssue, ...]:
    """Give the picks as they were laid; once the ballot is closed, those kept by rank, then the tied, then the rest."""
    if not session.ballot.closed:
        return picks(session)
    places = {"kept": 0, "owed": 1, "tied": 2, "renounced": 3}
    ranks = {card: i for i, card in enumerate(session.ballot.ranked)}
    return tuple(sorted(picks(session), key=lambda pick: (
        places[fate(session, pick)], ranks.get(pick.card, 99), -session.ballot.count(pick.card),
    )))  # fmt: skip


def ranking(s: Sight, session: Session) -> tuple[Ranked, ...]:
    """Give every pick by rank."""
    found, level = ordered(session), tie(session)
    counts = [session.ballot.count(pick.card) for pick in found]
    return tuple(
        Ranked(
            pick.card, pick.number, naming.card(s, session, pick.card), naming.family(session, pick.family),
            1 + sum(1 for other in counts if other > count), count, fate(session, pick), pick.card in level,
        ) for pick, count in zip(found, counts, strict=True)
    )  # fmt: skip


def tie(session: Session) -> tuple[str, ...]:
    """Give the picks level at the edge of what is kept, waiting or settled; none where the vote was clear."""
    lost = tuple(item.card for item in session.renounced if item.how == "tie")
    if session.ballot.tied or not lost:
        return session.ballot.tied
    votes, voted = session.ballot.count(lost[0]), {pick.card for pick in votable(session)}
    kept_ones = (card for card in session.ballot.ranked if card in voted)
    return (*(card for card in kept_ones if session.ballot.count(card) == votes), *lost)


def told_tie(s: Sight, session: Session) -> str:
    """Say between which picks the vote was level and who settled it; empty where it was clear."""
    level = tie(session)
    if not level:
        return ""
    names = _quoted(s, session, level)
    votes = session.ballot.count(level[0])
    if session.ballot.tied:
        return s.say("council.result.tied", n=session.ballot.left, votes=votes, names=names)
    won = tuple(card for card in level if card in session.ballot.ranked)
    return s.say("council.result.settled", votes=votes, names=names, kept=_quoted(s, session, won))


def _quoted(s: Sight, session: Session, cards: tuple[str, ...]) -> str:
    """Name picks one after the other: a label may hold a comma."""
    return ", ".join(s.say("council.result.named", pick=naming.card(s, session, card)) for card in cards)
