"""The hidden sheet of words to choose from, and the rule of each column's drop-down."""

from __future__ import annotations

from typing import Any

from game.authoring.sheet.columns import Column, listed
from game.content.spec import Field
from game.core.cards import Deck
from game.tables.table import letters

_FEW = 25
"""Numbers a drop-down shows; beyond, a number between two bounds is typed."""
_THINGS = {
    "axis": ("axes",),
    "stage": ("stages",),
    "family": ("families",),
    "issue": ("issues",),
    "lever": ("levers",),
    "event": ("events",),
    "card": ("issues", "levers", "events"),
}
"""What a reference may point to, in the whole deck: what it extends included."""
_GROWING = ("issue", "lever", "event", "card")
"""Things that a new row may add: an id that is not in the list yet is no mistake."""


class Lists:
    """Gathers the words as columns ask for them, then writes them once."""

    def __init__(self, name: str, deck: Deck) -> None:
        self._name, self._deck = name, deck
        self._columns: dict[tuple[str, ...], str] = {}

    def rule(self, column: Column) -> dict[str, Any] | None:
        """Give the validation of a column; `strict`: nothing else may be typed."""
        field = column.field
        if listed(field):
            words = self._words(field.of) if field.of is not None else ()
            return {**self._from(words), "strict": False} if words else None
        if field.kind == "whole":
            return self._numbers(field)
        if field.kind == "ref":
            words = self._words(field)
            return {**self._from(words), "strict": field.to not in _GROWING} if words else None
        return {**self._from(field.choices), "strict": True} if field.kind == "choice" else None

    def _numbers(self, field: Field) -> dict[str, Any]:
        low, high = int(field.low), int(field.high)
        if high - low < _FEW:
            return {**self._from(tuple(str(one) for one in range(low, high + 1))), "strict": True}
        return {"validate": "integer", "criteria": "between", "minimum": low, "maximum": high, "strict": True}

    def _words(self, field: Field) -> tuple[str, ...]:
        return tuple(one.id for name in _THINGS.get(field.to, ()) for one in getattr(self._deck, name))

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
