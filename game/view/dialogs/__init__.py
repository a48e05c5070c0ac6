"""The dialogs, one file each, by the name `OpenDialog` gives; a file is read when its dialog is first shown.

"menu" and "spotlight" are shown by ui.menu and ui.spotlight.

A dialog is `build(sight) -> Node` with the state "modal" (widgets.dialog_frame gives it).
"""

from __future__ import annotations

from collections.abc import Callable

from game.view.node import Node
from game.view.sight import Sight


def _arbitrate(s: Sight) -> Node:
    from game.view.dialogs import arbitrate

    return arbitrate.build(s)


def _assume(s: Sight) -> Node:
    from game.view.dialogs import voting

    return voting.assume(s)


def _ballot(s: Sight) -> Node:
    from game.view.dialogs import voting

    return voting.ballot(s)


def _blank(s: Sight) -> Node:
    from game.view.dialogs import blank

    return blank.build(s)


def _closing(s: Sight) -> Node:
    from game.view.dialogs import closing

    return closing.build(s)


def _event(s: Sight) -> Node:
    from game.view.dialogs import event

    return event.build(s)


def _followup(s: Sight) -> Node:
    from game.view.dialogs import followup

    return followup.build(s)


def _guide(s: Sight) -> Node:
    from game.view.dialogs import guide

    return guide.build(s)


def _intention(s: Sight) -> Node:
    from game.view.dialogs import intention

    return intention.build(s)


def _menu(s: Sight) -> Node:
    from game.view.dialogs import menu

    return menu.build(s)


def _note(s: Sight) -> Node:
    from game.view.dialogs import note

    return note.build(s)


def _opendata(s: Sight) -> Node:
    from game.view.dialogs import opendata

    return opendata.build(s)


def _problems(s: Sight) -> Node:
    from game.view.dialogs import problems

    return problems.build(s)


def _reason(s: Sight) -> Node:
    from game.view.dialogs import reason

    return reason.build(s)


def _renounce(s: Sight) -> Node:
    from game.view.dialogs import voting

    return voting.renounce(s)


def _scale(s: Sight) -> Node:
    from game.view.dialogs import scale

    return scale.build(s)


def _spotlight(s: Sight) -> Node:
    from game.view.dialogs import spotlight

    return spotlight.build(s)


def _tie(s: Sight) -> Node:
    from game.view.dialogs import voting

    return voting.tie(s)


def _time(s: Sight) -> Node:
    from game.view.dialogs import time

    return time.build(s)


DIALOGS: dict[str, Callable[[Sight], Node]] = {
    "arbitrate": _arbitrate,
    "assume": _assume,
    "ballot": _ballot,
    "blank": _blank,
    "closing": _closing,
    "event": _event,
    "followup": _followup,
    "guide": _guide,
    "intention": _intention,
    "menu": _menu,
    "note": _note,
    "opendata": _opendata,
    "problems": _problems,
    "reason": _reason,
    "renounce": _renounce,
    "scale": _scale,
    "spotlight": _spotlight,
    "tie": _tie,
    "time": _time,
}
