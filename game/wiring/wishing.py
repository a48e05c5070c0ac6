"""The looks that the system wishes: asked once the table stands, and worn where nobody chose others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from game.places import wishes
from game.view.answer.looks import SetLooks
from game.view.answer.ui import Ui
from game.view.tree.theme import CONTRAST, DAY, NIGHT
from game.wiring.settings import wished_before


class Wishing:
    """What the system wishes: at first as it was known when the table was left, so that the first frame wears it."""

    def __init__(self) -> None:
        self.known = wished_before()

    def ask(self) -> Callable[[Ui], Ui]:
        """Ask the system, which takes its time; give what its answer makes of the view. What was chosen stays."""
        wish = wishes.wished()
        palette = CONTRAST if wish.contrast else NIGHT if wish.dark else DAY
        return partial(self._worn, SetLooks(wish.still, palette))

    def _worn(self, now: SetLooks, ui: Ui) -> Ui:
        was, self.known = self.known, now
        palette = now.palette if ui.palette == was.palette else ui.palette
        return replace(ui, palette=palette, reduced=now.reduced if ui.reduced == was.reduced else ui.reduced)
