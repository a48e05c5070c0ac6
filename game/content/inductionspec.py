"""The SPEC of what a scenario teaches a new member: the strip of a purchase, questions, the cards dealt to a family."""

from __future__ import annotations

from game.content.nodes import Mapping
from game.content.seatspec import SEAT
from game.content.spec import Shape, lately, many, name, optional, plain, ref, things, words
from game.content.walk import Check, Names, Walk
from game.core import induction
from game.core.agenda import Agenda
from game.core.cards import Deck

MOVES = ("lay_frame", "lift_frame", "answer", "choose_family", "mend_sentence", "talk_over")
"""The moves that need what a scenario teaches."""
TOLD = 130
"""Characters of a sentence of it: two lines in large letters."""

FRAME = Shape(
    induction.Frame,
    {"id": name(), "title": words(24), "icon": plain("icon"), "says": words(TOLD), "place": words(TOLD)},
    ("frame",),
)
QUESTION = Shape(
    induction.Question,
    {"id": name(), "says": words(80), "answer": plain("yesno"), "why": words(TOLD), "lesson": words(TOLD)},
    ("question",),
)
DEAL = Shape(
    induction.Deal,
    {
        "family": ref("role"),
        "issues": many(ref("issue"), 1, 4),
        "levers": many(ref("lever"), 2, 6),
        "trap": ref("lever"),
        "warning": words(TOLD),
        "event": ref("event"),
        "sentence": words(TOLD),
        "lawful": words(TOLD),
        "tension": many(ref("card"), 2, 2),
    },
    check="deal",
)
INDUCTION = Shape(
    induction.Induction,
    {
        "frames": things(FRAME, 2),
        "questions": things(QUESTION),
        "seats": optional(things(SEAT)),
        "deals": optional(things(DEAL)),
        "opening": lately(many(words(TOLD), 1, 4)),
    },
    fresh=("deal",),
)


def names(deck: Deck) -> dict[str, Names]:
    """Give what a deal may point to in a deck, and the pairs of its tensions."""
    found: dict[str, Names] = {
        "issue": dict.fromkeys(card.id for card in deck.issues),
        "lever": dict.fromkeys(card.id for card in deck.levers),
        "event": dict.fromkeys(card.id for card in deck.events),
    }
    return found | {"tension": dict.fromkeys(_pair(one.pair) for one in deck.tensions)}


def _pair(cards: tuple[str, ...]) -> str:
    return " + ".join(sorted(cards))


def _deal(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Say of a deal that its trap is not dealt, that its two cards are in no tension, that its family has another."""
    levers, pair, family = values["levers"], values["tension"], str(values["family"])
    assert isinstance(levers, tuple)
    assert isinstance(pair, tuple)
    if values["trap"] not in levers:
        walk.fault("trap_not_dealt", walk.at(node, "trap"), value=str(values["trap"]))
    known = walk.names.get("tension", {})
    if known and _pair(pair) not in known:
        walk.fault("deal_no_tension", walk.at(node, "tension"), value=_pair(pair))
    if family in walk.names.setdefault("deal", {}):
        walk.fault("deal_twice", walk.at(node, "family"), value=family)
    walk.names["deal"][family] = None


def taught(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Tell an agenda that teaches what the scenario does not tell."""
    agendas = values["agendas"]
    assert isinstance(agendas, tuple)
    wanted = {move for one in agendas if isinstance(one, Agenda) for phase in one.phases for move in phase.moves}
    if wanted & {*MOVES} and "induction" not in values:
        walk.fault("induction_missing", walk.at(node, "agendas"))


CHECKS: dict[str, Check] = {"deal": _deal}
