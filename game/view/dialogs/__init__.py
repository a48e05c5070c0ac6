"""The dialogs, one file each, by the name `OpenDialog` gives; a file is read when its dialog is first shown.

"menu" and "spotlight" are shown by ui.menu and ui.spotlight.

A dialog is `build(sight, ui, session) -> Node` with the state "modal" (pieces.dialog gives it).
"""

from __future__ import annotations

from collections.abc import Callable

from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def _arbitrate(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import arbitrate

    return arbitrate.build(s, ui, session)


def _assume(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import voting

    return voting.assume(s, ui, session)


def _ballot(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import voting

    return voting.ballot(s, ui, session)


def _blank(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import blank

    return blank.build(s, ui, session)


def _closing(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import closing

    return closing.build(s, ui, session)


def _event(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import event

    return event.build(s, ui, session)


def _followup(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import followup

    return followup.build(s, ui, session)


def _guide(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import guide

    return guide.build(s, ui, session)


def _intention(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import intention

    return intention.build(s, ui, session)


def _menu(s: Sight, ui: Ui) -> Node:
    from game.view.dialogs import menu

    return menu.build(s, ui)


def _note(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import note

    return note.build(s, ui, session)


def _opendata(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import opendata

    return opendata.build(s, ui, session)


def _problems(s: Sight, ui: Ui) -> Node:
    from game.view.dialogs import problems

    return problems.build(s, ui)


def _reason(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import reason

    return reason.build(s, ui, session)


def _renounce(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import voting

    return voting.renounce(s, ui, session)


def _scale(s: Sight, ui: Ui) -> Node:
    from game.view.dialogs import scale

    return scale.build(s, ui)


def _spotlight(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import spotlight

    return spotlight.build(s, ui, session)


def _tie(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import voting

    return voting.tie(s, ui, session)


def _time(s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import time

    return time.build(s, ui, session)


ANYWHERE: dict[str, Callable[[Sight, Ui], Node]] = {"menu": _menu, "problems": _problems, "scale": _scale}
"""Those that need no open session."""
DIALOGS: dict[str, Callable[[Sight, Ui, Session], Node]] = {
    "arbitrate": _arbitrate,
    "assume": _assume,
    "ballot": _ballot,
    "blank": _blank,
    "closing": _closing,
    "event": _event,
    "followup": _followup,
    "guide": _guide,
    "intention": _intention,
    "note": _note,
    "opendata": _opendata,
    "reason": _reason,
    "renounce": _renounce,
    "spotlight": _spotlight,
    "tie": _tie,
    "time": _time,
}
