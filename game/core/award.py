"""The tender board, six months later: two offers on a kept pick, judged on what the table has fixed and nothing else.

The offers are made up and nobody's. Who may decide what is worked out from the levers and the purchases of the pick.
"""

from __future__ import annotations

from typing import Literal

from game.core.frozen import dataclass
from game.core.legal import Legal
from game.core.text import Text

Choice = Literal["base", "variant"]
"""What a council would keep: the offer that follows the file, or the one that departs from it."""
BASE: Choice = "base"
VARIANT: Choice = "variant"
CHOICES: tuple[Choice, ...] = (BASE, VARIANT)
Standing = Literal["opened", "shut", "adapted"]
"""Whether a variant may be judged: the table opened variants; it did not, in a formal procedure; in an adapted one."""
REASON_LIMIT = 240
"""Characters of why: one sentence the room can read."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a firm nobody names offers; `beside` is what it also says, that no criterion asks."""

    text: Text
    beside: Text


@dataclass(frozen=True, slots=True)
class Opening:
    """Two offers for picks that have one of `levers`, or one that writes a `part` of the file (cards.PARTS), or any."""

    id: str
    base: Offer
    variant: Offer
    levers: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides at one stage of a purchase, and what; `legal` says by which text."""

    who: Text
    does: Text
    legal: Legal | None = None


@dataclass(frozen=True, slots=True)
class TenderBoard:
    """What a deck knows of the tender board. `variants` are the levers by which a notice allows variants.

    `opened`, `shut`, `adapted` say what may be done with a variant in each standing; `fixed`, that criteria stay as
    published; `aside`, that what no criterion asks does not count.
    """

    opened: Legal
    shut: Legal
    adapted: Legal
    fixed: Legal
    aside: Legal
    deciders: tuple[Decider, ...]
    openings: tuple[Opening, ...]
    variants: tuple[str, ...] = ()

    def said(self, standing: Standing) -> Legal:
        """Give what the law says of a variant."""
        return {"opened": self.opened, "shut": self.shut, "adapted": self.adapted}[standing]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the council would have kept of two offers on a pick, and why; the opening's id says which offers."""

    issue: str
    opening: str
    choice: Choice
    reason: str = ""
