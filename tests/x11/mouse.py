"""The recorded afternoon by the mouse: each recorded gesture, as a hand does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.content.recording import LOOK, Recorded
from game.core.moves import flow, issues, levers, votes
from game.core.moves.arbitration import ArbitrateTension, DrawEvent
from game.core.moves.objectives import AdoptObjective
from game.core.moves.share import GuessShare, RevealShare
from tests.pilot import Pilot
from tests.view.afternoon import workshop


def play(p: Pilot, step: Recorded) -> None:
    """Do one recorded gesture."""
    if step.kind == LOOK:
        look(p, step.card)
    elif step.command is None:
        p.press(step.kind)
    else:
        DONE[type(step.command)](p, step.command)


def look(p: Pilot, card: str) -> None:
    """Bring a card of the hand to the whole room, and send it back. An event stands there since it was drawn."""
    if p.has("event:back"):
        p.press("event:back")
        return
    sought(p, card)
    p.press(f"card:{card}")
    p.until(lambda shown: shown.tree.find("spotlight"), "the spotlight")
    p.press("spotlight:close")


def sought(p: Pilot, name: str) -> None:
    """Bring a card of the hand in sight: its tab, then the shelf turned until it shows."""
    deck = workshop().deck
    issue, lever = deck.issue(name), deck.lever(name)
    p.press(f"tab:hand:{issue.axis if issue is not None else lever.stage}")  # type: ignore[union-attr]
    while not p.reached(f"card:{name}"):
        p.press("hand:after")


def spot(p: Pilot, place: str, family: str) -> str:
    """Give where on the plan a card is dropped: the family's tab where several share the place."""
    tab = f"place:{place}:{family}"
    return tab if p.node(tab).accepts is not None else f"place:{place}"


def _issue(p: Pilot, do: issues.PlaceIssue) -> None:
    sought(p, do.card)
    p.drag(f"card:{do.card}", spot(p, do.place, do.family))


def _lever(p: Pilot, do: levers.PlaceLever) -> None:
    sought(p, do.card)
    p.drag(f"card:{do.card}", f"cell:{do.issue}")


def _event(p: Pilot, do: DrawEvent) -> None:
    p.press("event:open")
    p.press(f"event:{do.card}")


def _arbitrate(p: Pilot, do: ArbitrateTension) -> None:
    pair = "+".join(do.pair)
    p.press(f"pull:{pair}:arbitrate")
    p.rewrite(f"arbitrate:{pair}", do.sentence)
    p.press("arbitrate:keep")


def _token(p: Pilot, do: votes.LayToken) -> None:
    if not p.has("tokens"):
        p.press("tab:council:vote")
    if "selected" not in p.node(f"tab:seat:{do.seat}").states:
        p.press(f"tab:seat:{do.seat}")
    first = len(p.node("tokens").kids) == sum(kid.acts for kid in p.node("tokens").kids)
    if first:
        p.drag("token:0", f"pick:{do.issue}")
    else:
        p.press(f"more:{do.issue}")


def _close_ballot(p: Pilot, _: object) -> None:
    p.press("vote:close")
    p.press("ballot:do")


def _settle(p: Pilot, do: votes.SettleTie) -> None:
    p.press("council.tie.open")
    for card in do.keep:
        p.press(f"choose:{card}")
    p.press("tie:keep")


def _adopt(p: Pilot, do: AdoptObjective) -> None:
    if "selected" not in p.node(f"sheet:{do.issue}").states:
        p.press(f"sheet:{do.issue}")
    p.press("adopt")


def _close(p: Pilot, _: object) -> None:
    p.press("session:close")
    p.press("closing:do")


DONE: dict[type, Callable[[Pilot, Any], None]] = {
    flow.EnterPhase: lambda p, do: p.press(f"step:{do.phase}"),
    flow.CloseSession: _close,
    GuessShare: lambda p, do: p.slide(f"guess:{do.seat}", do.percent / 100),
    RevealShare: lambda p, _: p.press("guess:reveal"),
    issues.PlaceIssue: _issue,
    levers.PlaceLever: _lever,
    DrawEvent: _event,
    ArbitrateTension: _arbitrate,
    votes.LayToken: _token,
    votes.CloseBallot: _close_ballot,
    votes.SettleTie: _settle,
    AdoptObjective: _adopt,
}
"""Each command of the recording, by the hand."""
