"""Errors by addressee: players, authors, the session file, an export.

Every error carries a code and facts, never a sentence: the catalogue words it in the reader's language.
"""

from __future__ import annotations

Fact = str | int | float | tuple[str, ...]


class GameError(Exception):
    """What went wrong and can be said in one sentence; never raised itself."""

    def __init__(self, code: str, **facts: Fact) -> None:
        if type(self) is GameError:
            message = "raise one of the kinds of GameError"
            raise TypeError(message)
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, GameError)
            and type(self) is type(other)
            and (self.code, self.facts) == (other.code, other.facts)
        )

    def __hash__(self) -> int:
        return hash((type(self), self.code))

    def __repr__(self) -> str:
        facts = "".join(f", {name}={value!r}" for name, value in self.facts.items())
        return f"{type(self).__name__}({self.code!r}{facts})"


class Refused(GameError):  # noqa: N818  the rules say no: an answer, not a failure
    """The rules of the workshop say no; the session is untouched."""


class JournalError(GameError):
    """The session file cannot be opened, read or written."""


class ExportError(GameError):
    """A file for the town hall cannot be written."""


class SetupError(GameError):
    """The machine lacks something: a folder that can be read or written, a font, a library."""


class MeasureError(GameError):
    """A file of contract data cannot be read."""


class TableError(GameError):
    """A table (a CSV, a workbook) cannot be read, or only wrongly."""
