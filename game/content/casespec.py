"""The SPEC of a sort of purchases: what a duty, a way to buy or a card's needs say they bear on."""

from __future__ import annotations

from game.content.nodes import Mapping
from game.content.spec import Shape, many, one_of, optional, plain, whole
from game.content.walk import Walk
from game.core import case

EUROS = 10**12
STARTS = many(plain("cpv_start"), 1)
CASE = Shape(
    case.Case,
    {
        "kinds": optional(many(one_of(*case.KINDS), 1)),
        "cpv": optional(STARTS),
        "cpv_except": optional(STARTS),
        "at_least": optional(whole(0, EUROS)),
        "over": optional(whole(0, EUROS)),
        "below": optional(whole(1, EUROS)),
        "months_over": optional(whole(0, 600)),
        "procedures": optional(many(plain("token"), 1)),
    },
    check="case",
)


def amounts(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Say of amounts that no purchase is between."""
    below, least, over = (values.get(key) for key in ("below", "at_least", "over"))
    low = max((one for one in (least, over) if isinstance(one, int)), default=-1)
    if isinstance(below, int) and below <= low:
        walk.fault("duty_amounts", walk.at(node, "below"), value=below, low=low)
