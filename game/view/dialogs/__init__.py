"""The dialogs, one file each, by the name `OpenDialog` gives; a moment's are read when its first is shown.

"menu" and "spotlight" are shown by ui.menu and ui.spotlight.

A dialog is `build(sight, ui, session) -> Node` with the state "modal" (pieces.dialog gives it).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Anywhere = Callable[[Sight, Ui], Node]
Dialog = Callable[[Sight, Ui, Session], Node]


def _anywhere(name: str, s: Sight, ui: Ui) -> Node:
    from game.view.dialogs import first, keys, menu, problems, scale, windows

    found = {
        "first": first.build, "keys": keys.build, "menu": menu.build, "problems": problems.build,
        "scale": scale.build, "windows": windows.build,
    }  # fmt: skip
    return found[name](s, ui)


def _table(name: str, s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import guide, leaping, moment, note, opening, photos, record, survey, time

    found: dict[str, Dialog] = {
        "guide": guide.build, "leaping": leaping.build, "moment": moment.build, "note": note.build,
        "opening": opening.build, "photos": photos.build, "record": record.build,
        "survey": survey.build, "time": time.build,
    }  # fmt: skip
    return found[name](s, ui, session)


def _board(name: str, s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import advise, ask, axes, blank, glossary, intention, spotlight

    found: dict[str, Dialog] = {
        "advise": advise.build, "ask": ask.build, "axes": axes.build, "blank": blank.build,
        "glossary": glossary.build, "intention": intention.build, "spotlight": spotlight.build
    }  # fmt: skip
    return found[name](s, ui, session)


def _council(name: str, s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import arbitrate, booth, event, renouncing, result, voting, way

    found: dict[str, Dialog] = {
        "arbitrate": arbitrate.build, "event": event.build, "assume": voting.assume, "ballot": voting.ballot,
        "renounce": renouncing.renounce,
        "thanked": renouncing.thanked, "tie": voting.tie, "booth": booth.build, "result": result.build,
        "still": way.still, "way": way.build,
    }  # fmt: skip
    return found[name](s, ui, session)


def _scouting(name: str, s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import share, slate

    found: dict[str, Dialog] = {"early": slate.early, "share": share.build, "slate": slate.build}
    return found[name](s, ui, session)


def _objectives(name: str, s: Sight, ui: Ui, session: Session) -> Node:
    from game.view.dialogs import (
        adopted,
        adopting,
        award,
        closing,
        ended,
        folders,
        followup,
        leaving,
        opendata,
        reason,
        taken,
    )

    found: dict[str, Dialog] = {
        "adopted": adopted.build, "adopting": adopting.build, "award": award.build, "closing": closing.build,
        "ended": ended.build,
        "folders": folders.build,
        "followup": followup.build, "leaving": leaving.build, "opendata": opendata.build, "reason": reason.build,
        "taken": taken.build,
    }  # fmt: skip
    return found[name](s, ui, session)


ANYWHERE: dict[str, Anywhere] = {
    name: partial(_anywhere, name) for name in ("first", "keys", "menu", "problems", "scale", "windows")
}
"""Those that need no open session."""
MOMENTS = {
    _table: ("guide", "leaping", "moment", "note", "opening", "photos", "record", "survey", "time"),
    _scouting: ("early", "share", "slate"),
    _board: ("advise", "ask", "axes", "blank", "glossary", "intention", "spotlight"),
    _council: (
        "arbitrate",
        "assume",
        "ballot",
        "booth",
        "event",
        "renounce",
        "result",
        "still",
        "thanked",
        "tie",
        "way",
    ),
    _objectives: (
        *("adopted", "adopting", "award", "closing", "ended", "folders"),
        *("followup", "leaving", "opendata", "reason", "taken"),
    ),
}
DIALOGS: dict[str, Dialog] = {name: partial(show, name) for show, names in MOMENTS.items() for name in names}
