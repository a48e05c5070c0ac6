"""The SPEC of a seat: of the council, or of who sits at a try-out."""

from __future__ import annotations

from game.content.spec import Shape, name, optional, plain, ref, words
from game.core.family import SHORT_LIMIT
from game.core.seat import Seat

SEAT = Shape(
    Seat,
    {
        "id": name(),
        "role": words(),
        "short": words(SHORT_LIMIT),
        "family": optional(ref("role")),
        "co_chair": optional(plain("yesno")),
        "voting": optional(plain("yesno")),
        "cao": optional(plain("yesno")),
    },
    ("seat",),
    check="seat",
)
