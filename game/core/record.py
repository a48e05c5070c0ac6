"""What a secretary writes over the minutes: asked once at the opening, completed at the closing."""

from __future__ import annotations

from dataclasses import fields

from game.core.frozen import dataclass

WORDS = 80
"""Characters of one answer."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was said of the meeting itself; empty where nobody said: minutes leave a line to fill in by hand.

    `number` of the meeting, `room`, `began` and `ended` as hours, who `led` it and who `wrote` (functions), how the
    former minutes were `approved`.
    """

    number: str = ""
    room: str = ""
    began: str = ""
    ended: str = ""
    led: str = ""
    wrote: str = ""
    approved: str = ""


FIELDS = tuple(one.name for one in fields(Record))
PERSONS = ("led", "wrote")
"""Fields that tell who somebody is."""
