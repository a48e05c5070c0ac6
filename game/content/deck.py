"""From the bytes of a deck.yaml to a deck, or to every problem found in it."""

from __future__ import annotations

from game.content.kinds import KINDS
from game.content.nodes import Listing, Mapping, Node, Scalar
from game.content.problems import Problem, errors, tidy
from game.content.source import read_source
from game.content.spec import (
    Field,
    Shape,
    many,
    name,
    number,
    one_of,
    optional,
    plain,
    ref,
    text,
    thing,
    things,
    whole,
    words,
)
from game.content.walk import Check, Walk
from game.core import cards
from game.core.cards import LABEL_LIMIT, Deck
from game.core.family import SHORT_LIMIT, Family

CONFIDENCE = ("sure", "probable", "to-check")
DECP = ("yes", "partial", "no")

HEAD = {
    "format": plain("format"),
    "id": name(),
    "version": text(),
    "languages": optional(plain("languages")),
    "title": words(),
    "authors": optional(many(text())),
    "licence": optional(text()),
}
"""What opens every file; languages come before the first text that is held to them."""


def _deck(**values: object) -> object:
    values.pop("format")
    return Deck(**values)  # type: ignore[arg-type]


AXIS = Shape(cards.Axis, {"id": name(), "name": words(), "icon": plain("icon")}, ("axis",))
STAGE = Shape(
    cards.Stage,
    {"id": name(), "name": words(), "short": words(SHORT_LIMIT), "icon": plain("icon")},
    ("stage",),
)
FAMILY = Shape(
    Family,
    {
        "id": name(),
        "name": words(),
        "short": words(SHORT_LIMIT),
        "icon": plain("icon"),
        "letter": plain("letter"),
        "colour": plain("colour"),
    },
    ("family",),
)
LEGAL = Shape(cards.Legal, {"text": words(), "confidence": one_of(*CONFIDENCE)})
INDICATOR = Shape(
    cards.Indicator,
    {"name": words(), "unit": words(), "source": words(), "decp": optional(one_of(*DECP))},
)
ISSUE = Shape(
    cards.IssueCard,
    {
        "id": name(),
        "axis": ref("axis"),
        "families": many(ref("family"), 1),
        "label": words(LABEL_LIMIT),
        "title": words(),
        "question": words(),
        "indicators": optional(things(INDICATOR)),
        "legal": optional(thing(LEGAL)),
        "former_ids": optional(plain("former")),
        "note": optional(words()),
    },
    ("card", "issue"),
)
EFFECTS = Shape(
    cards.Effects,
    {"cost": whole(-2, 2), "delay": whole(-2, 2), "impact": whole(1, 3), "effort": whole(1, 3)},
)
TARGET = Shape(
    cards.Target,
    {
        "name": words(),
        "unit": words(),
        "baseline": optional(Field("baseline", low=-1e12, high=1e12)),
        "goal": number(-1e12, 1e12),
        "months": whole(1, 120),
        "source": optional(words()),
    },
    check="target",
)
LEVER = Shape(
    cards.LeverCard,
    {
        "id": name(),
        "stage": ref("stage"),
        "label": words(LABEL_LIMIT),
        "title": words(),
        "text": words(),
        "effects": thing(EFFECTS),
        "answers": many(ref("issue"), 1),
        "legal": optional(thing(LEGAL)),
        "cao": optional(words()),
        "target": optional(thing(TARGET)),
        "action": optional(words()),
        "former_ids": optional(plain("former")),
        "note": optional(words()),
    },
    ("card", "lever"),
)
LOAD = Shape(
    cards.EventLoad,
    {
        "family": ref("family"),
        "cost": optional(whole(-4, 4)),
        "delay": optional(whole(-4, 4)),
        "effort": optional(whole(-4, 4)),
    },
)
EVENT = Shape(
    cards.EventCard,
    {
        "id": name(),
        "label": words(LABEL_LIMIT),
        "title": words(),
        "text": words(),
        "families": many(ref("family"), 1),
        "effect": words(),
        "loads": optional(things(LOAD)),
        "cancelled_by": optional(many(ref("lever"))),
        "former_ids": optional(plain("former")),
        "note": optional(words()),
    },
    ("card", "event"),
)
PAIR = many(ref("card"), 2, 2)
TENSION = Shape(cards.Tension, {"pair": PAIR, "why": words(), "reconcile": words()}, check="tension")
SYNERGY = Shape(cards.Synergy, {"pair": PAIR, "why": words()}, check="synergy")
SPEC = Shape(
    _deck,
    {
        **HEAD,
        "law_as_of": optional(plain("day")),
        "axes": things(AXIS, 1),
        "stages": things(STAGE, 1),
        "families": things(FAMILY, 1),
        "issues": things(ISSUE, 1),
        "levers": things(LEVER, 1),
        "events": optional(things(EVENT)),
        "tensions": optional(things(TENSION)),
        "synergies": optional(things(SYNERGY)),
    },
)
"""The deck format 1. The order is the order of reading: what is pointed to comes before what points."""


def _target(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Fill in that no baseline means: to be established."""
    values.setdefault("baseline", None)


def _pair(what: str) -> Check:
    def check(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
        at = walk.at(node, "pair")
        pair = values["pair"]
        assert isinstance(pair, tuple)
        entered = walk.names.setdefault(what, {})
        key = " + ".join(sorted(pair))
        first = entered.setdefault(key, Scalar(at.line, at.column, key))
        if pair[0] != pair[1] and first is not None and (first.line, first.column) != (at.line, at.column):
            walk.twice("pair_twice", at, first, value=key)

    return check


CHECKS: dict[str, Check] = {"target": _target, "tension": _pair("tension"), "synergy": _pair("synergy")}


def read_deck(data: bytes, file: str) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Read a deck. No deck comes with a problem; a deck may come with warnings (`problems.WARNINGS`)."""
    root, problems = read_source(data, file)
    walk = Walk(file, KINDS, CHECKS, problems=problems)
    made = read_root(walk, SPEC, root)
    return (made if isinstance(made, Deck) else None), tidy(walk.problems)


def read_root(walk: Walk, spec: Shape, root: Node | None) -> object:
    """Walk a whole file; None when anything in it stops it from being played."""
    if root is None:
        return None
    if not isinstance(root, Mapping):
        _not_keys(walk, root)
        return None
    made = walk.thing(spec, root, "")
    return None if errors(walk.problems) else made


def _not_keys(walk: Walk, root: Node) -> None:
    """Say why a file is no mapping: often a no-break space after a colon makes one text of it all."""
    if isinstance(root, Scalar) and ("\u00a0" in root.value or "\u202f" in root.value):
        walk.fault("no_break_space", root)
    elif not isinstance(root, Listing) or root.items:
        walk.fault("expected_root", root)
    else:
        walk.fault("file_empty", root)
