"""The vote's dialogs: closing the ballot, settling a tie, renouncing an objective, assuming the load."""

from __future__ import annotations

from game.core.ballot import SECRET
from game.core.load import Gauge, event_part, gauges
from game.core.moves.arbitration import AssumeLoad
from game.core.moves.issues import Renounce
from game.core.moves.votes import CloseBallot, SettleTie
from game.core.picks import figures, kept
from game.core.session import PlacedIssue, Session
from game.view.answer.intents import CloseTop, ForgetText, OpenDialog, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.council import voting
from game.view.dialogs.asking import Asking, asking
from game.view.dialogs.facts import stays_due
from game.view.parts import naming
from game.view.parts.cards import points
from game.view.parts.options import Option, option, writing
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.layout import Piece
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

REASON, SENTENCE = "renounce:reason", "assume:sentence"


def ballot(s: Sight, ui: Ui, session: Session) -> Node:
    """Ask before the ballot closes: undo cannot cross it, and tokens may be left."""
    left, way = voting.lacking(session), "secret" if session.way in SECRET else session.way
    said = s.say(f"council.close.left.{way}", n=left) if left else s.say(f"council.close.all.{way}")
    pieces = (
        label(s, "ballot:left", said, Style(theme.LABEL, bold=True)),
        label(s, "ballot:why", s.say("council.close.why", limit=session.limits.objectives), Style(theme.BODY)),
    )
    ways = (
        ("back", s.say("council.close.back"), CloseTop(), "plain", True),
        (
            "do",
            s.say("council.vote.close"),
            Several((CloseBallot(), OpenDialog("result"), SelectTab("council", "vote"))),
            "primary",
            True,
        ),
    )
    return asking(s, ui, Asking("ballot", s.say("council.close.title"), (1000, 480)), pieces, ways)


def tie(s: Sight, ui: Ui, session: Session) -> Node:
    """Let the co-chairs choose among the tied picks, exactly as many as there are places."""
    places = session.ballot.left
    chosen = tuple(card for card in ui.tab("tie", "").split() if card in session.ballot.tied)

    tied = (pick for card in session.ballot.tied if (pick := session.placed(card)) is not None)
    rows = (_pick(s, session, pick, _toggled(chosen, pick.card, places), on=pick.card in chosen) for pick in tied)
    pieces = (label(s, "tie:ask", s.say("council.tie.ask", n=places), Style(theme.LABEL, bold=True)), *rows)
    ways = (
        ("back", s.say("council.cancel"), CloseTop(), "plain", True),
        (
            "keep",
            s.say("council.tie.keep"),
            Several((SettleTie(chosen), OpenDialog("result"))),
            "primary",
            len(chosen) == places,
        ),
    )
    return asking(s, ui, Asking("tie", s.say("council.tie.title"), (1100, 700)), pieces, ways)


def _toggled(chosen: tuple[str, ...], card: str, places: int) -> SelectTab:
    """Add a card to what is chosen, or take it off; the oldest goes when there are too many."""
    rest = tuple(one for one in chosen if one != card)
    after = rest if card in chosen else (*rest, card)[-max(1, places) :]
    return SelectTab("tie", " ".join(after))


def _pick(s: Sight, session: Session, pick: PlacedIssue, does: object, *, on: bool) -> Piece:
    sums = figures(session, pick)
    votes = naming.votes(s, session, session.ballot.count(pick.card))
    note = s.say("council.pick.note", levers=naming.under(s, session, pick), votes=votes, cost=points(sums.cost),
                 delay=points(sums.delay), effort=sums.effort)  # fmt: skip
    colour = naming.family(session, pick.family).colour
    name = naming.card(s, session, pick.card)
    return option(s, Option(f"choose:{pick.card}", name, note, does, on, colour))


def renounce(s: Sight, ui: Ui, session: Session) -> Node:
    """Choose the objective the council gives up, and say why."""
    found = kept(session)
    chosen = ui.tab("renounce", "")
    chosen = chosen if any(pick.card == chosen for pick in found) else ""
    reason = ui.text(REASON)

    loads = ", ".join(_load(s, session, gauge) for gauge in gauges(session))
    pieces = (
        label(s, "renounce:loads", loads, Style(theme.BODY, bold=True)),
        *(_pick(s, session, pick, SelectTab("renounce", pick.card), on=pick.card == chosen) for pick in found),
        *_stays(s, session, chosen),
        writing(s, ui, session, REASON, s.say("council.reason.why"), least=2),
    )
    does = Several((CloseTop(), ForgetText(REASON), Renounce(chosen, reason)))
    ways = (
        ("back", s.say("council.cancel"), CloseTop(), "plain", True),
        ("do", s.say("council.over.renounce"), does, "primary", bool(chosen and reason.strip())),
    )
    return asking(s, ui, Asking("renounce", s.say("council.over.renounce"), (1200, 1040)), pieces, ways)


def _stays(s: Sight, session: Session, chosen: str) -> tuple[Piece, ...]:
    """Say what the law still asks if the chosen objective is given up."""
    pick = session.placed(chosen)
    lines = stays_due(s, session, pick.family, pick.card) if pick is not None else ()
    head = (label(s, "stays:head", s.say("spot.anyway"), Style(bold=True)),) if lines else ()
    return (*head, *(label(s, f"stays:{at}", said) for at, said in enumerate(lines)))


def _load(s: Sight, session: Session, gauge: Gauge) -> str:
    """Say a load, and what of it comes from the event: the picks alone do not add up to it."""
    used, part = points(gauge.used) if gauge.kind != "effort" else gauge.used, getattr(event_part(session), gauge.kind)
    shown = s.say("council.load.shown", used=used, limit=gauge.capacity)
    said = f"{s.say(f'board.load.{gauge.kind}')} {shown}"
    return f"{said} ({s.say('council.load.event', points=points(part))})" if part else said


def assume(s: Sight, ui: Ui, session: Session) -> Node:
    """Take on more than the capacity, in a sentence that stays on record."""
    sentence = ui.text(SENTENCE)

    pieces = (
        label(s, "assume:why", s.say("council.over.explain"), Style(theme.BODY)),
        writing(s, ui, session, SENTENCE, s.say("council.over.sentence")),
    )
    ways = (
        ("back", s.say("council.cancel"), CloseTop(), "plain", True),
        ("do", s.say("council.over.assume"), Several((CloseTop(), ForgetText(SENTENCE), AssumeLoad(sentence))),
         "primary", bool(sentence.strip())),
    )  # fmt: skip
    return asking(s, ui, Asking("assume", s.say("council.over.assume"), (1100, 620)), pieces, ways)
