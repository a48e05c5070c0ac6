"""The SPEC of what a deck may aim at: the indicators of an issue, the targets of a lever."""

from __future__ import annotations

from game.content.nodes import Mapping
from game.content.spec import (
    Field,
    Shape,
    lately,
    many,
    number,
    one_of,
    optional,
    plain,
    ref,
    whole,
    words,
)
from game.content.walk import Check, Walk
from game.core import cards
from game.core.aims import is_share
from game.core.indicator import Indicator
from game.core.text import Text

DECP = ("yes", "partial", "no")
INDICATOR = Shape(
    Indicator,
    {
        "name": words(fit="indicator"),
        "unit": words(),
        "source": words(),
        "decp": optional(one_of(*DECP)),
        "families": lately(many(ref("family"))),
        "goal": lately(number(-1e12, 1e12)),
        "change": lately(number(-100, 1000)),
        "months": lately(whole(1, 120)),
        "baseline": lately(number(-1e12, 1e12)),
        "adds_up": lately(plain("yesno")),
        "rhythm": lately(words()),
        "every": lately(one_of("1", "3", "6", "12")),
        "after": lately(whole(0, 24)),
        "once_built": lately(plain("yesno")),
    },
    check="indicator",
)
TARGET = Shape(
    cards.Target,
    {
        "name": words(fit="target"),
        "unit": words(),
        "baseline": optional(Field("baseline", low=-1e12, high=1e12)),
        "goal": number(-1e12, 1e12),
        "months": whole(1, 120),
        "source": optional(words()),
        "families": lately(many(ref("family"))),
    },
    check="target",
)


def _indicator(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Say of an aim what it lacks: one of `goal` and `change`, and the months it takes."""
    values["every"] = int(str(values.get("every", 0)))
    aims = [name for name in ("goal", "change") if name in values]
    if len(aims) == 2:
        walk.fault("aim_twice", walk.at(node, "change"))
    unit = values["unit"]
    if "change" in values and isinstance(unit, Text) and is_share(unit):
        walk.fault("aim_share", walk.at(node, "change"))
    if aims and "months" not in values:
        walk.fault("aim_no_months", walk.at(node, aims[0]), key=aims[0])


def _target(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Fill in that no baseline means: to be established."""
    values.setdefault("baseline", None)


CHECKS: dict[str, Check] = {"indicator": _indicator, "target": _target}
