"""An objective's baseline taken from open contract data: which file, which buyer, which indicator."""

from __future__ import annotations

from functools import partial

from game.core.months import written
from game.core.moves.objectives import AmendObjective
from game.core.objective import Objective, objective
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.dialogs.asking import Way, asking
from game.view.fields import field as text_field
from game.view.intents import CloseTop, FindData, ReadData, Several
from game.view.node import Node
from game.view.panels import naming
from game.view.panels.blocks import Block, text
from game.view.panels.options import option
from game.view.sight import Sight
from game.view.survey import Figure, Survey
from game.words.numbers import percent

PATH = "opendata:path"
LONGEST = 240
"""Characters of a path. It is typed live, so that no draft of it is recorded: a path may name a person."""
PRINT = 8
"""Signs of the file's print that a source names."""
NAMED = 40
"""Signs of the file's name that a source names."""


def build(s: Sight) -> Node:
    """Build the dialog; `ui.about` is the objective's issue card."""
    session = s.session
    assert isinstance(session, Session)
    sheet = objective(session, s.ui.about)
    title = s.say("opendata.title")
    close: Way = ("back", s.say("council.cancel"), CloseTop(), "plain", True)
    if sheet is None:
        return asking(s, "opendata", title, (1000, 400), lambda wide: (), (close,))
    found = s.ui.survey
    if not found.file:
        path = s.ui.text(PATH).strip()
        read: Way = ("read", s.say("opendata.read"), ReadData(path, sheet.family), "primary", bool(path))
        return asking(s, "opendata", title, (1200, 900), partial(_files, s, found, sheet), (close, read))
    other: Way = ("other", s.say("opendata.other"), FindData(), "plain", True)
    shown = _buyers if found.buyers else _figures
    return asking(s, "opendata", title, (1200, 900), partial(shown, s, found, sheet), (close, other))


def _files(s: Sight, found: Survey, sheet: Objective, wide: int) -> tuple[Block, ...]:
    """Ask for a file: one of the sessions folder, or the path of another."""
    tall = s.step(theme.TEXT) + s.px(4) + s.step(theme.BODY) + s.px(22)

    def path(box: Box) -> Node:
        return text_field(s, box, PATH, s.say("opendata.path"), "", limit=LONGEST, live=True)

    listed = tuple(
        option(s, wide, f"opendata:file:{i}", name, "", ReadData(name, sheet.family), on=False, icon="database")
        for i, name in enumerate(found.files)
    )
    words = s.say("opendata.which" if listed else "opendata.no_file")
    return (text(s, wide, "opendata:which", words), *listed, Block(tall, path))


def _buyers(s: Sight, found: Survey, sheet: Objective, wide: int) -> tuple[Block, ...]:
    listed = (
        option(s, wide, f"opendata:buyer:{siren}", siren, s.say("opendata.contracts", n=count),
               ReadData(found.path, sheet.family, siren), on=False, icon="landmark")
        for siren, count in found.buyers
    )  # fmt: skip
    return (text(s, wide, "opendata:whose", s.say("opendata.whose", file=found.file)), *listed)


def _figures(s: Sight, found: Survey, sheet: Objective, wide: int) -> tuple[Block, ...]:
    """List what is measured of the family; a figure that is a rate may be taken, the others say why not."""
    session = s.session
    assert isinstance(session, Session)
    family = naming.family(session, sheet.family).short.say(s.speaker.lang)
    facts = {"file": found.file, "print": found.sha256[:PRINT], "family": family}
    head = text(s, wide, "opendata:head", s.say("opendata.found", n=found.contracts, **facts))
    wanted = text(s, wide, "opendata:wanted", _indicator(s, sheet), theme.BODY, bold=True)
    if not found.contracts:
        return head, wanted
    return (head, wanted, *(_figure(s, found, sheet, one, wide) for one in found.figures))


def _indicator(s: Sight, sheet: Objective) -> str:
    lang = s.speaker.lang
    return s.say("opendata.indicator", indicator=naming.typed(s, sheet.indicator.say(lang)), unit=sheet.unit.say(lang))


def _figure(s: Sight, found: Survey, sheet: Objective, one: Figure, wide: int) -> Block:
    name, note = s.say(f"measure.{one.name}"), _worded(s, one)
    if one.state not in ("value", "points"):
        return text(s, wide, f"opendata:{one.name}", s.say("opendata.line", name=name, value=note), colour=theme.INK_3)
    does = Several((*_pulled(s, found, sheet, one), CloseTop()))
    return option(s, wide, f"opendata:{one.name}", name, note, does, on=False, icon="chart-line")


def _worded(s: Sight, one: Figure) -> str:
    facts = {"k": one.k, "n": one.n, "points": one.points}
    share = percent(100 * one.share, s.speaker.lang, 1)
    key = {"unknown": "unknown", "few": "few", "points": "few_points"}.get(one.state, "share")
    return s.say(f"measure.{key}", share=share, **facts)


def _pulled(s: Sight, found: Survey, sheet: Objective, one: Figure) -> tuple[AmendObjective, AmendObjective]:
    """Write the baseline, and where it comes from: the file, its print, what was counted."""
    source = s.say(
        "opendata.source", file=found.file[:NAMED], print=found.sha256[:PRINT], name=s.say(f"measure.{one.name}"),
        k=one.k, n=one.n,
    )  # fmt: skip
    baseline = written(round(100 * one.share, 1))
    return AmendObjective(sheet.issue, "baseline", baseline), AmendObjective(sheet.issue, "source", source)
