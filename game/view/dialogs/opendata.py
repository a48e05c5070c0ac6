"""A figure taken from open contract data: the baseline of an objective, or the measure of one that is reviewed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.core.frozen import dataclass
from game.core.months import written
from game.core.moves.measures import PullMeasure
from game.core.moves.objectives import AmendObjective
from game.core.objective import Objective
from game.core.review import Carried
from game.core.session import Session
from game.core.sheets import objective
from game.core.text import Text
from game.view.answer.intents import CloseTop, FindData, ReadData, Several
from game.view.answer.survey import Figure, Survey
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, Way, asking
from game.view.parts import limits, naming
from game.view.parts.fields import Field
from game.view.parts.options import Option, option
from game.view.parts.pieces import field, label
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.numbers import percent

PATH = "opendata:path"
"""It is typed live, so that no draft of it is recorded: a path may name a person."""
NAMED = 40
"""Signs of the file's name that a source names."""

WORDS = {"unknown": "unknown", "few": "few", "points": "few_points", "unread": "unread"}
"""The sentence of each state of a figure; that of a share, otherwise."""

Pull = Callable[[Sight, Survey, Figure], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class _Aim:
    """What the figure is for: the family and indicator looked for, the sentence that asks, the commands it does."""

    family: str
    name: str
    indicator: Text
    unit: Text
    asks: str
    pulled: Pull


def _aim(s: Sight, ui: Ui, session: Session) -> _Aim | None:
    """Give what the dialog is about: an issue card's objective, or the code of one that is reviewed."""
    sheet, lang = objective(session, ui.about), s.speaker.lang
    if sheet is not None:
        name = naming.family(session, sheet.family).short.say(lang)
        return _Aim(sheet.family, name, sheet.indicator, sheet.unit, "opendata.indicator", partial(_baseline, sheet))
    one = session.followed(ui.about)
    if one is None:
        return None
    name = one.family.name.say(lang)
    return _Aim(one.family.id, name, one.indicator, one.unit, "opendata.measured", partial(_measure, one))


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; `ui.about` is the objective's issue card, or the code of one under review."""
    sheet = _aim(s, ui, session)
    title = s.say("opendata.title")
    close: Way = ("back", s.say("council.cancel"), CloseTop(), "plain", True)
    if sheet is None:
        return asking(s, ui, Asking("opendata", title, (1000, 400)), (), (close,))
    found = ui.survey
    if not found.file:
        path = ui.text(PATH).strip()
        read: Way = ("read", s.say("opendata.read"), ReadData(path, sheet.family), "primary", bool(path))
        return asking(s, ui, Asking("opendata", title, (1200, 900)), _files(s, ui, found, sheet), (close, read))
    other: Way = ("other", s.say("opendata.other"), FindData(), "plain", True)
    shown = _buyers if found.buyers else _figures
    return asking(s, ui, Asking("opendata", title, (1200, 900)), shown(s, found, sheet), (close, other))


def _files(s: Sight, ui: Ui, found: Survey, sheet: _Aim) -> Pieces:
    """Ask for a file: one of the sessions folder, or the path of another."""
    listed = tuple(
        option(s, Option(f"opendata:file:{i}", name, "", ReadData(name, sheet.family), icon="database"))
        for i, name in enumerate(found.files)
    )
    path = field(s, ui, Field(PATH, s.say("opendata.path"), "", limits.PATH, live=True))
    words = s.say("opendata.which" if listed else "opendata.no_file")
    return (label(s, "opendata:which", words), *listed, path)


def _buyers(s: Sight, found: Survey, sheet: _Aim) -> Pieces:
    listed = (
        option(s, Option(f"opendata:buyer:{siren}", siren, s.say("opendata.contracts", n=count),
                         ReadData(found.path, sheet.family, siren), icon="landmark"))
        for siren, count in found.buyers
    )  # fmt: skip
    return (label(s, "opendata:whose", s.say("opendata.whose", file=found.file)), *listed)


def _figures(s: Sight, found: Survey, sheet: _Aim) -> Pieces:
    """List what is measured of the family; a figure that is a rate may be taken, the others say why not."""
    said = s.say("opendata.found", n=found.contracts, file=found.file, family=sheet.name)
    head = label(s, "opendata:head", said)
    wanted = label(s, "opendata:wanted", _indicator(s, sheet), Style(theme.BODY, bold=True))
    if not found.contracts:
        return head, wanted
    return (head, wanted, *(_figure(s, found, sheet, one) for one in found.figures))


def _indicator(s: Sight, sheet: _Aim) -> str:
    lang = s.speaker.lang
    return s.say(sheet.asks, indicator=naming.typed(s, sheet.indicator.say(lang)), unit=sheet.unit.say(lang))


def _figure(s: Sight, found: Survey, sheet: _Aim, one: Figure) -> Piece:
    name, note = s.say(f"measure.{one.name}"), _worded(s, one)
    if one.state not in ("value", "points"):
        return label(s, f"opendata:{one.name}", s.say("opendata.line", name=name, value=note), Style(ink=theme.INK_3))
    does = Several((*sheet.pulled(s, found, one), CloseTop()))
    return option(s, Option(f"opendata:{one.name}", name, note, does, icon="chart-line"))


def _worded(s: Sight, one: Figure) -> str:
    facts = {"k": one.k, "n": one.n, "points": one.points, "unread": one.unread}
    share = percent(100 * one.share, s.speaker.lang, 1)
    key = WORDS.get(one.state, "share")
    return s.say(f"measure.{key}", share=share, **facts)


def _baseline(sheet: Objective, s: Sight, found: Survey, one: Figure) -> tuple[AmendObjective, AmendObjective]:
    """Write the baseline, and where it comes from: the file, what was counted."""
    source = s.say(
        "opendata.source", file=found.file[:NAMED], name=s.say(f"measure.{one.name}"),
        k=one.k, n=one.n,
    )  # fmt: skip
    baseline = written(round(100 * one.share, 1))
    return AmendObjective(sheet.issue, "baseline", baseline), AmendObjective(sheet.issue, "source", source)


def _measure(carried: Carried, s: Sight, found: Survey, one: Figure) -> tuple[PullMeasure]:
    """Record the measure with its source: a share where the unit is one, else how many contracts."""
    what = s.say(f"measure.{one.name}")
    share = any(said.startswith("%") for said in carried.unit.said)
    value = round(100 * one.share, 1) if share else float(one.k)
    return (PullMeasure(carried.code, value, one.k, one.n, found.file, found.sha256, what, comment=what),)
