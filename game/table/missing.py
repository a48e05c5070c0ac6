"""Parts of the screen that could not be shown: each is noted and said once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.core.errors import GameError, SetupError
from game.view.tree.sight import Odd, Speaker, part

NAMED, LONG = 3, 60
"""Parts that one sentence names; characters of a name."""


class Missing:
    """Knows which parts were said already; a part that failed is not said again while the same session is played."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def told(
        self, odd: Mapping[str, Odd], speaker: Speaker, note: Callable[[Exception], GameError]
    ) -> SetupError | None:
        """Give what to say of parts that were not said yet; `note` keeps why each failed, for who helps."""
        fresh = {key: one for key, one in odd.items() if key not in self._said}
        if not fresh:
            return None
        self._said |= fresh.keys()
        names = list(dict.fromkeys(_short(one.name or part(speaker, key)) for key, one in fresh.items()))
        what = ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
        why = [one.why for one in fresh.values()]
        trace = note(why[0] if len(why) == 1 else ExceptionGroup(what, why)).facts.get("trace", "")
        return SetupError("part_fault", what=what, trace=trace) if trace else SetupError("part_fault_untold", what=what)


def _short(name: str) -> str:
    return name if len(name) <= LONG else f"{name[: LONG - 1].rstrip()}…"
