"""What is wrong in a map, on its way from where it is found to the sentence that tells it."""

from __future__ import annotations

Facts = tuple[tuple[str, str | int | float], ...]
Told = tuple[str, Facts]
"""A problem's code, and the facts of its sentence."""


class MapFault(Exception):  # noqa: N818  a fault, as a file is faulty; it never leaves game/content
    """Something that cannot be read. `code` is the problem's (problems.py); whether it stops the map is said there."""

    def __init__(self, code: str, **facts: str | float) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Facts = tuple(facts.items())

    @property
    def told(self) -> Told:
        """Give code and facts."""
        return self.code, self.facts
