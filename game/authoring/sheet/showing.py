"""What the workbook shows in place of ids and words of the format: labels, and the values of a closed list in words.

A name is shown only where it is read back as what it stands for; else the id is.
"""

from __future__ import annotations

from collections.abc import Callable

from game.authoring.sheet.columns import BETWEEN, listed, values
from game.authoring.sheet.pointing import KINDS, known
from game.authoring.sheet.spoken import meant
from game.content.spec import Field
from game.core.cards import Deck

Say = Callable[..., str]
YES_NO = ("yes", "no")


class Showing:
    """Words what cells hold, in one language."""

    def __init__(self, deck: Deck, say: Say) -> None:
        self._deck, self._say, self._names = deck, say, known(deck)
        self._lang = say("sheet.language")

    def cell(self, field: Field, text: str) -> str:
        """Give what a cell shows of a value as the deck has it."""
        if listed(field) and field.of is not None:
            of = field.of
            return BETWEEN.join(self._one(of, one) for one in values(text))
        return self._one(field, text)

    def choices(self, field: Field) -> tuple[str, ...]:
        """Give the words a drop-down offers for a value of a kind; none for one that may be anything."""
        if field.kind == "ref":
            return tuple(self._called(field, one.id) for name in KINDS.get(field.to, ())
                         for one in getattr(self._deck, name))  # fmt: skip
        return tuple(self._one(field, one) for one in self._offered(field))

    def _one(self, field: Field, text: str) -> str:
        if field.kind == "ref":
            return self._called(field, text)
        if text not in self._offered(field):
            return text
        key = f"sheet.value.{text}"
        word = self._say(key)
        return word if word != key and meant(field, word) == text else text

    def _offered(self, field: Field) -> tuple[str, ...]:
        """Give the values of a closed list; none of a value that may be anything."""
        return YES_NO if field.kind == "yesno" else field.choices if field.kind == "choice" else ()

    def _called(self, field: Field, card: str) -> str:
        """Name a card or a group by what people read of it, where that names nothing else."""
        kinds = KINDS.get(field.to, ())
        found = next((one for name in kinds for one in getattr(self._deck, name) if one.id == card), None)
        if found is None:
            return card
        text = next((getattr(found, part) for part in ("label", "short", "name") if hasattr(found, part)), None)
        name = text.say(self._lang) if text is not None else ""
        sure = name and ";" not in name and self._names.find(kinds, name) == card
        return name if sure else card
