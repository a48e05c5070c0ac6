"""The checker's faults in an edited deck, told by the cells they come from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from game.authoring.sheet.grid import Found, Grid, Place
from game.authoring.sheet.merge import Plan
from game.authoring.sheet.table import Row, Table, pair_name, tables
from game.content.problems import LINE_ENDS, Problem


def blamed(text: str, file: str, problems: Iterable[Problem], plan: Plan) -> tuple[list[Found], list[Problem]]:
    """Give the faults that a row of the sheets explains, by cell, and the others as they are."""
    places = _Places(text, tables(text), plan)
    found: list[Found] = []
    others: list[Problem] = []
    for problem in problems:
        place = places.of(problem) if problem.file == file and problem.line else None
        if place is None:
            others.append(problem)
        else:
            found.append(Found(place, problem))
    return found, others


class _Places:
    def __init__(self, text: str, found: Mapping[str, Table], plan: Plan) -> None:
        self.starts = [0, *(one.end() for one in LINE_ENDS.finditer(text))]
        self.lines = {**plan.rows, **_renamed(plan)}
        rows = ((row.spot.start, kind, row) for kind, table in found.items() for row in table.rows)
        self.rows = sorted(rows, key=lambda one: one[0])
        self.first = [start for start, _, _ in self.rows]

    def of(self, problem: Problem) -> Place | None:
        """Find the cell of a fault."""
        at = self.starts[min(problem.line, len(self.starts)) - 1] + problem.column - 1
        n = bisect_right(self.first, at) - 1
        if n < 0 or at > self.rows[n][2].spot.end:
            return None
        _, kind, row = self.rows[n]
        grid, line = self.lines.get((kind, row.id), (None, 0))
        return grid.place(line, _key(grid, row, at, problem)) if grid is not None else None


def _renamed(plan: Plan) -> dict[tuple[str, str], tuple[Grid, int]]:
    """Give the lines of pairs whose cards change: their row is known by the new ones."""
    changed = {(one.kind, one.card): one.new for one in plan.changes if one.key == "pair"}
    added = {(one.kind, one.card): one.cells["pair"] for one in plan.added if "pair" in one.cells}
    return {(kind, pair_name(new)): plan.rows[kind, card] for (kind, card), new in (changed | added).items()}


def _key(grid: Grid, row: Row, at: int, problem: Problem) -> str:
    """Find the column: the narrowest value the fault stands in, or the key it names."""
    around = [(spot.end - spot.start, key) for key, spot in row.places.items() if spot.start <= at <= spot.end]
    named = [one.strip() for one in str(dict(problem.facts).get("key", "")).split(",") if one.strip()]
    lacking = problem.code in ("missing_key", "empty_value", "translation_missing")
    if around and not lacking:
        return min(around)[1]
    language = str(dict(problem.facts).get("language", ""))
    return next((key for name in named if (key := _heading(grid, row, at, name, language))), "id")


def _heading(grid: Grid, row: Row, at: int, name: str, language: str) -> str:
    """Find the heading of a key that has no value."""
    wanted = f"[{language}]" if language else ""
    fits = [key for key in grid.columns if _last(key) == name and wanted in key and not row.cells.get(key)]
    near = [key for key, spot in row.places.items() if spot.start >= at]
    group = near[0].rpartition(".")[0] if near else ""
    return next((key for key in fits if key.startswith(group)), fits[0] if fits else "")


def _last(key: str) -> str:
    return key.partition(" [")[0].rpartition(".")[2]
