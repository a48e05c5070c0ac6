"""The screens, one file each, read when it is first shown: `build(sight) -> Node` fills `sight.box`."""

from __future__ import annotations

from collections.abc import Callable

from game.view.node import Node
from game.view.sight import Sight


def _home(s: Sight) -> Node:
    from game.view.screens import home

    return home.build(s)


def _play(s: Sight) -> Node:
    from game.view.screens import play

    return play.build(s)


def _poster(s: Sight) -> Node:
    from game.view.screens import poster

    return poster.build(s)


def _seats(s: Sight) -> Node:
    from game.view.screens import seats

    return seats.build(s)


SCREENS: dict[str, Callable[[Sight], Node]] = {"home": _home, "play": _play, "poster": _poster, "seats": _seats}
