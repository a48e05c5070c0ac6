"""Where a card's words stand: on the narrowest shelf at full HD and 100 % (pixels), and on a 63 × 88 mm card (mm).

The screen's numbers are what game/view/cards.py lays out, the paper's what assets/print/card.typ does; a test holds
both to them, so that a checked deck is one that is read whole.
"""

from __future__ import annotations

from game.core.frozen import dataclass

LABEL_SIZES = (28, 26, 24)
BAND_SIZE = 24
"""Sizes of a label, the first that shows it whole; size of the name on the band. Pixels."""
LABELS = {"issue": (188, 110), "lever": (188, 102)}
BANDS = {"stage": 158}
"""Room of a label; width of a stage's name. An event has no card on the shelf."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of card on paper, in mm of a 63 mm card. `top` and `foot`: where the front's words start and must end.

    `name`: the most a label may take. `back` and `low`: where the words of the back start and must end.
    """

    top: float
    foot: float
    name: float
    back: float = 13.2
    low: float = 75.8
    inner: float = 49.0
    behind: float = 50.0


PAPERS = {
    "issue": Paper(24.2, 70.8, 25.0),
    "lever": Paper(24.2, 63.4, 17.0),
    "event": Paper(26.0, 70.8, 21.0, 15.4),
}
SHIELDED = 60.2
"""Where the words of an event must end when a line says which levers spare the town."""
NAME_SIZES = (9.4, 8.9, 8.4, 7.9, 7.4, 6.9, 6.4, 5.9, 5.4, 4.9, 4.4, 3.89)
"""Sizes of a label; the last is 11 points."""
TEXT_SIZE = 2.86
"""The smallest text of both sides: 8.1 points."""
UNDER = 7.4
"""From the foot of the label to the head of the text."""
