"""The vote's dialogs: closing the ballot, settling a tie, assuming the load."""

from __future__ import annotations

from game.core.ballot import SECRET
from game.core.moves.arbitration import AssumeLoad
from game.core.moves.votes import CloseBallot, SettleTie
from game.core.picks import figures
from game.core.session import PlacedIssue, Session
from game.view.answer.intents import CloseTop, ForgetText, OpenDialog, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.council import voting
from game.view.dialogs.asking import Asking, asking
from game.view.parts import naming
from game.view.parts.cards import points
from game.view.parts.options import Option, option, writing
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.layout import Piece
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SENTENCE = "assume:sentence"


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

    tied = (one for card in session.ballot.tied if (one := session.placed(card)) is not None)
    rows = (pick(s, session, one, _toggled(chosen, one.card, places), on=one.card in chosen) for one in tied)
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


def pick(s: Sight, session: Session, one: PlacedIssue, does: object, *, on: bool) -> Piece:
    """Give a pick to choose: its levers, its votes and its points under its name."""
    sums = figures(session, one)
    votes = naming.votes(s, session, session.ballot.count(one.card))
    note = s.say("council.pick.note", levers=naming.under(s, session, one), votes=votes, cost=points(sums.cost),
                 delay=points(sums.delay), effort=sums.effort)  # fmt: skip
    colour = naming.family(session, one.family).colour
    name = naming.card(s, session, one.card)
    return option(s, Option(f"choose:{one.card}", name, note, does, on, colour))


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
