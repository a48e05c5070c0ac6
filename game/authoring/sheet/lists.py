"""The hidden sheet of words to choose from, and the rule of each column's drop-down."""

from __future__ import annotations

from typing import Any

from game.authoring.sheet.columns import Column, listed
from game.authoring.sheet.showing import Showing
from game.content.spec import Field
from game.tables.table import letters

_FEW = 25
"""Numbers a drop-down shows; beyond, a number between two bounds is typed."""
_GROWING = ("issue", "lever", "event", "card")
"""Things that a new row may add: an id that is not in the list yet is no mistake."""


class Lists:
    """Gathers the words as columns ask for them, then writes them once."""

    def __init__(self, name: str, showing: Showing) -> None:
        self._name, self._showing = name, showing
        self._columns: dict[tuple[str, ...], str] = {}

    def rule(self, column: Column) -> dict[str, Any] | None:
        """Give the validation of a column; `strict`: nothing else may be typed."""
        field = column.field
        if listed(field):
            words = self._showing.choices(field.of) if field.of is not None else ()
            return {**self._from(words), "strict": False} if words else None
        if field.kind == "whole":
            return self._numbers(field)
        words = self._showing.choices(field)
        strict = field.kind == "choice" or (field.kind == "ref" and field.to not in _GROWING)
        return {**self._from(words), "strict": strict} if words else None

    def _numbers(self, field: Field) -> dict[str, Any]:
        low, high = int(field.low), int(field.high)
        if high - low < _FEW:
            return {**self._from(tuple(str(one) for one in range(low, high + 1))), "strict": True}
        return {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high, "strict": True}

    def _from(self, words: tuple[str, ...]) -> dict[str, Any]:
        at = self._columns.setdefault(words, letters(len(self._columns)))
        return {"validate": "list", "source": f"='{self._name}'!${at}$1:${at}${len(words)}"}

    def write(self, book: Any) -> None:
        """Write the hidden sheet."""
        sheet = book.add_worksheet(self._name)
        sheet.hide()
        for n, words in enumerate(self._columns):
            for at, word in enumerate(words):
                if word.lstrip("-").isdigit():
                    sheet.write_number(at, n, int(word))
                else:
                    sheet.write_string(at, n, word)
