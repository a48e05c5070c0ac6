"""Work that was begun, done to its end without a table; and what stands in for the picture of a board."""

from __future__ import annotations

from collections.abc import Callable

from game.table.answers import Answer, Begun, Painting


def done(answer: Begun) -> Answer:
    """Do all of it: the loop's own part, then what is done beside it."""
    for _ in answer.before:
        pass
    return answer.work()


def drawn(make: Callable[[], bytes]) -> Callable[..., Painting]:
    """Give what paints a picture in two bits."""

    def painting(*_: object) -> Painting:
        yield
        made = make()
        yield
        return lambda: made

    return painting
