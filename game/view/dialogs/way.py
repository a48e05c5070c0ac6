"""How the council votes, as the facilitator chooses; and who still votes, once a vote is taken up again."""

from __future__ import annotations

from game.core.ballot import WAYS
from game.core.moves.ballots import ChooseWay
from game.core.session import Session
from game.view.answer.intents import CloseTop, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.council import secret
from game.view.dialogs.asking import Asking, asking
from game.view.parts.options import Option, option
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Choose the way; what was voted another way is taken back, which is said first."""
    said = s.say("council.way.again" if session.ballot.begun else "council.way.ask")
    options = (
        option(s, Option(
            f"way:{way}", s.say(f"council.way.{way}"), s.say(f"council.way.{way}.note"),
            Several((CloseTop(), ChooseWay(way), SelectTab("council", "vote"))), way == session.way,
        )) for way in WAYS
    )  # fmt: skip
    asked = label(s, "way:ask", said, Style(theme.LABEL, bold=True))
    back = ("back", s.say("council.cancel"), CloseTop(), "plain", True)
    return asking(s, ui, Asking("way", s.say("council.way.title"), (1100, 820)), (asked, *options), (back,))


def still(s: Sight, ui: Ui, session: Session) -> Node:
    """Ask who still votes: ballots without a name came in before this window opened, and nothing tells whose."""
    left, cast = secret.missing(session), len(session.ballot.cast)
    ids = [sitting.seat.id for sitting in session.voters]
    chosen = tuple(seat for seat in ui.tab(secret.STILL, "").split() if seat in ids)
    options = (
        option(s, Option(f"still:{one.seat.id}", one.seat.role.say(s.speaker.lang), "", _toggled(chosen, one.seat.id),
                         one.seat.id in chosen))
        for one in session.voters
    )  # fmt: skip
    asked = label(s, "still:ask", s.say("council.still.why", n=cast, left=left), Style(theme.LABEL, bold=True))
    done = Several((SelectTab(secret.SEEN, str(cast)), CloseTop()))
    ways = (
        ("back", s.say("council.cancel"), CloseTop(), "plain", True),
        ("do", s.say("council.still.go"), done, "primary", len(chosen) == left),
    )
    return asking(s, ui, Asking("still", s.say("council.still.title"), (1000, 900)), (asked, *options), ways)


def _toggled(chosen: tuple[str, ...], seat: str) -> SelectTab:
    rest = tuple(one for one in chosen if one != seat)
    return SelectTab(secret.STILL, " ".join(rest if seat in chosen else (*rest, seat)))
