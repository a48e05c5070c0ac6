"""The board that all families share: a cell each, wherever cards lie in it, and marks at both ends. In mm on an A2."""

from __future__ import annotations

from math import ceil
from pathlib import Path
from typing import Any

from game.core.cards import Deck
from game.core.scenario import FamilyRole, Scenario
from game.core.town import Extent
from game.printing.boards import EDGE, MARKS, PAPERS, beside
from game.printing.codes import Region, Sheet, drawn, marked
from game.printing.faces import family_face
from game.printing.setting import Printed, typeset
from game.words.catalogue import Speaker

PAPER = (PAPERS["a2"][1], PAPERS["a2"][0])
FIELD = (EDGE + MARKS, EDGE + 24.0, PAPER[0] - 2 * (EDGE + MARKS), PAPER[1] - 2 * EDGE - 24.0)
"""Where the cells stand, under the title: x, y, width, height."""


def sheet(scenario: Scenario) -> Sheet:
    """Give the marks of a town's board, and the cells of its families."""
    families = [role.id for role in scenario.families]
    regions = tuple(Region(name, "", box) for name, box in zip(families, _cells(len(families)), strict=True))
    return Sheet(PAPER, marked("board " + " ".join(families), beside(FIELD)), regions)


def _cells(count: int) -> list[Extent]:
    """Cut the field into two rows of cells, or one for three families and less; each row is filled."""
    x, y, wide, high = FIELD
    rows = [count] if count <= 3 else [ceil(count / 2), count // 2]
    tall = high / len(rows)
    return [
        (x + wide * at / cells, y + tall * row, x + wide * (at + 1) / cells, y + tall * (row + 1))
        for row, cells in enumerate(rows)
        for at in range(cells)
    ]


def board(
    deck: Deck, scenario: Scenario, size: str, said: Speaker, style: Path | None = None, *, saving: bool = False
) -> Printed:
    """Set the board on A3, A2 or A1. Raises ImportError without typst or zxing-cpp, ExportError."""
    laid = sheet(scenario)
    cells = [_cell(deck, role, region, said) for role, region in zip(scenario.families, laid.regions, strict=True)]
    data: dict[str, Any] = {
        "title": said.say("printing.board.title", town=scenario.town.say(said.lang)), "lang": said.lang,
        "authors": list(scenario.authors), "paper": [PAPERS[size][1], PAPERS[size][0]], "edge": EDGE,
        "unit": PAPERS[size][0] / PAPERS["a2"][0], "field": FIELD, "cells": cells,
        "under": said.say("printing.board.under"), "saving": saving, "marks": [drawn(one) for one in laid.marks],
    }  # fmt: skip
    return typeset("shared.typ", data, {one["family"]["icon"] for one in cells}, style)


def _cell(deck: Deck, role: FamilyRole, region: Region, said: Speaker) -> dict[str, Any]:
    family = deck.family(role.id)
    assert family is not None
    return {"id": role.id, "family": family_face(family, said), "deputy": role.deputy.say(said.lang), "box": region.box}
