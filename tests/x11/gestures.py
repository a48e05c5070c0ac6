"""Each gesture of the recorded afternoon as one does it at the table, with the mouse or with the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from game.content.recording import LOOK, REDO, UNDO, Recorded
from game.core import dealing
from game.core.moves import flow, issues, levers, votes
from game.core.moves.advice import Advise
from game.core.moves.arbitration import ArbitrateTension, DrawEvent
from game.core.moves.axes import AdoptAxes
from game.core.moves.objectives import AdoptObjective, AmendObjective
from game.core.moves.questions import AskQuestion, HearAnswer
from game.core.moves.seats import InviteGuest
from game.core.moves.share import GuessShare, RevealShare
from tests.pilot import Pilot
from tests.view.afternoon import workshop
from tests.x11.keyboard import Keyboard
from tests.x11.mouse import Mouse

Hand = Mouse | Keyboard


def play(hand: Hand, step: Recorded) -> None:
    """Do one recorded gesture."""
    if step.kind == UNDO:
        hand.undo()
    elif step.kind == REDO:
        hand.redo()
    elif step.kind == LOOK:
        _look(hand, step.card)
    else:
        DONE[type(step.command)](hand, step.command)


def _look(hand: Hand, card: str) -> None:
    """Bring a card of the hand to the whole room, and send it back. An event stands there since it was drawn."""
    if hand.pilot.has("event:back"):
        hand.press("event:back")
        return
    if hand.pilot.has(f"issue:{card}"):
        hand.look(f"issue:{card}")
        return
    seek(hand, card)
    hand.look(f"card:{card}")


def seek(hand: Hand, name: str) -> None:
    """Bring a card of the hand in sight."""
    deck = workshop().deck
    issue, lever = deck.issue(name), deck.lever(name)
    group = issue.axis if issue is not None else lever.stage  # type: ignore[union-attr]
    hand.press(f"tab:hand:{group}")
    if hand.pilot.has("hand:lot"):
        _turn(hand, group, name)
    hand.seek(f"card:{name}")


def _turn(hand: Hand, group: str, name: str) -> None:
    """Have the lot dealt in which a card of a tab lies; the button tells for whom it is, and which one lies there."""
    session = hand.pilot.session()
    who, _, said = hand.pilot.node("hand:lot").name.partition(":")
    families = {family.short.say(lang): family.id for family in session.workshop.families for lang in ("fr", "en")}
    cards = [
        card for card in dealing.every(session) if group in (getattr(card, "axis", ""), getattr(card, "stage", ""))
    ]
    left = {card.id for card in dealing.hand(session)}
    found = dealing.lots(dealing.dealt(session, cards, families.get(who.strip(), "")), session.stage.deal, left)
    there = next(i for i, some in enumerate(found) if name in {card.id for card in some})
    here, lots = (int(n) for n in re.findall(r"\d+", said)[:2])
    for _ in range((there + 1 - here) % lots):
        hand.press("hand:lot")


def spot(p: Pilot, place: str, family: str) -> str:
    """Give where on the plan a card is dropped: the family's tab where several share the place."""
    tab = f"place:{place}:{family}"
    return tab if p.node(tab).accepts is not None else f"plate:{place}"


def _issue(hand: Hand, do: issues.PlaceIssue) -> None:
    seek(hand, do.card)
    hand.carry(f"card:{do.card}", spot(hand.pilot, do.place, do.family))


def _lever(hand: Hand, do: levers.PlaceLever) -> None:
    seek(hand, do.card)
    hand.carry(f"card:{do.card}", f"cell:{do.issue}")


def _event(hand: Hand, do: DrawEvent) -> None:
    hand.press("event:open")
    hand.press("event:list")
    hand.press(f"event:{do.card}")


def _arbitrate(hand: Hand, do: ArbitrateTension) -> None:
    pair = "+".join(do.pair)
    hand.press(f"pull:{pair}:arbitrate")
    hand.write(f"arbitrate:{pair}", do.sentence)
    hand.press("arbitrate:keep")


def _token(hand: Hand, do: votes.LayToken) -> None:
    """Drag each seat's first token onto its pick; lay the others by the pick's own button."""
    p = hand.pilot
    if not p.has("tokens"):
        hand.press("tab:council:vote")
    if "selected" not in p.node(f"tab:seat:{do.seat}").states:
        hand.press(f"tab:seat:{do.seat}")
    if all(token.acts for token in p.node("tokens").kids):
        hand.carry("token:0", f"pick:{do.issue}")
    else:
        hand.press(f"more:{do.issue}")


def _close_ballot(hand: Hand, _: object) -> None:
    hand.press("vote:close")
    hand.press("ballot:do")
    hand.press("result:close")


def _settle(hand: Hand, do: votes.SettleTie) -> None:
    hand.press("council.tie.open")
    for card in do.keep:
        hand.press(f"choose:{card}")
    hand.press("tie:keep")
    hand.press("result:close")


def _adopt(hand: Hand, do: AdoptObjective) -> None:
    _open(hand, do.issue)
    hand.press("adopt")
    hand.press("adopted:close")


def _buy(hand: Hand, do: AmendObjective) -> None:
    """Choose the purchase an objective is written in."""
    assert do.field == "intentions"
    _open(hand, do.issue)
    hand.press("tab:sheet:context")
    hand.press(f"intention:{do.value}")
    hand.press("tab:sheet:main")


def _open(hand: Hand, issue: str) -> None:
    if "selected" not in hand.pilot.node(f"sheet:{issue}").states:
        hand.press(f"sheet:{issue}")


def _guess(hand: Hand, do: GuessShare) -> None:
    """Write a number on the slate: the nearest one to press, then one more until it is right."""
    if not hand.pilot.has("slate"):
        hand.press(f"answer:{do.seat}")
    hand.press(f"slate:{do.percent // 5 * 5}")
    for _ in range(do.percent % 5):
        hand.press("slate:plus")
    hand.press("slate:put")


def _reveal(hand: Hand, _: object) -> None:
    for key in ("guess:reveal", "share:truth", "share:close"):
        hand.press(key)


def _axes(hand: Hand, do: AdoptAxes) -> None:
    """Choose them from the last: the focus came to the first of itself, and so soon a key may be one doubled."""
    hand.press("hand:axes")
    for axis in reversed(do.axes):
        hand.press(f"axes:{axis}")
    hand.press("axes:adopt")


def _ask(hand: Hand, do: AskQuestion) -> None:
    """Ask a question of the scenario's list from the large card, where the room then reads it."""
    _large(hand, do.issue, "ask")
    hand.press(f"ask:who:{do.seat}")
    hand.press(f"ask:ready:{do.asked}")
    hand.leave("spotlight")


def _hear(hand: Hand, do: HearAnswer) -> None:
    issue = next(one.issue for one in hand.pilot.session().questions if one.number == do.number)
    _large(hand, issue, "ask")
    hand.press(f"ask:heard:{do.number}")
    hand.leave("ask")


def _invite(hand: Hand, do: InviteGuest) -> None:
    """Invite a department where one would hear it: from a card of its family."""
    session = hand.pilot.session()
    family = next(one.id for one in session.workshop.scenario.families if do.role in one.department.said)
    _large(hand, session.issues_of(family)[0].card, "advise")
    hand.press("advise:invite")
    hand.leave("advise")


def _advise(hand: Hand, do: Advise) -> None:
    """Say "not before" the month that is proposed: the one after the purchase's."""
    _large(hand, do.issue, "advise")
    hand.press(f"advise:{do.word}")
    hand.leave("spotlight")


def _large(hand: Hand, issue: str, what: str) -> None:
    """Show a placed card large, and open from there what may be said of it."""
    hand.show(f"issue:{issue}")
    hand.press(f"spotlight:{what}")


def _close(hand: Hand, _: object) -> None:
    hand.press("session:close")
    hand.press("closing:do")
    hand.press("ended:close")


DONE: dict[type, Callable[[Hand, Any], None]] = {
    flow.EnterPhase: lambda hand, do: hand.press(f"step:{do.phase}"),
    flow.CloseSession: _close,
    GuessShare: _guess,
    RevealShare: _reveal,
    issues.PlaceIssue: _issue,
    levers.PlaceLever: _lever,
    DrawEvent: _event,
    ArbitrateTension: _arbitrate,
    votes.LayToken: _token,
    votes.CloseBallot: _close_ballot,
    votes.SettleTie: _settle,
    AmendObjective: _buy,
    AdoptObjective: _adopt,
    AdoptAxes: _axes,
    AskQuestion: _ask,
    HearAnswer: _hear,
    InviteGuest: _invite,
    Advise: _advise,
}
"""Each command of the recording, by a hand."""
