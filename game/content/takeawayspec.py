"""The keys of a scenario's `takeaway`: what a new member leaves with, and is asked before and after."""

from __future__ import annotations

from game.content.nodes import Mapping
from game.content.spec import Shape, many, name, optional, plain, ref, things, whole, words
from game.content.walk import Check, Walk
from game.core import takeaway

DECIDING = Shape(
    takeaway.Deciding,
    {
        "id": name(),
        "title": words(),
        "who": words(),
        "what": words(),
        "when": words(),
        "council": optional(plain("yesno")),
    },
    ("deciding",),
)
CONTACT = Shape(takeaway.Contact, {"role": words(), "about": words(), "reach": optional(words())})
QUESTION = Shape(
    takeaway.AskedTwice,
    {
        "id": name(),
        "ask": words(),
        "answers": many(words(), 2, 4),
        "right": whole(1, 4),
        "why": optional(words()),
    },
    ("asked",),
    check="asked",
)
TAKEAWAY = Shape(
    takeaway.Takeaway,
    {
        "strip": optional(things(DECIDING)),
        "words": optional(many(ref("term"))),
        "never": optional(many(words())),
        "contacts": optional(things(CONTACT)),
        "questions": optional(things(QUESTION)),
    },
)


def _asked(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Hold the right answer to those there are."""
    answers, right = values["answers"], values["right"]
    assert isinstance(answers, tuple)
    assert isinstance(right, int)
    if right > len(answers):
        facts = {"key": "right", "value": str(right), "low": "1", "high": str(len(answers))}
        walk.fault("out_of_range", walk.at(node, "right"), **facts)


CHECKS: dict[str, Check] = {"asked": _asked}
