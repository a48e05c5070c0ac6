"""One measured figure, its floor taken in the same run, and what it is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A median. `floor` is the least anything could cost, in the same unit and the same run.

    `goal` bounds the ratio to the floor when `of_floor`, else the value itself; None: told, not held.
    """

    name: str
    value: float
    unit: str
    floor: float | None = None
    goal: float | None = None
    of_floor: bool = False
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Give how many times the floor it is."""
        return self.value / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Tell whether the goal is met; None without a goal."""
        held = self.ratio if self.of_floor else self.value
        return None if self.goal is None or held is None else held <= self.goal

    @property
    def aim(self) -> str:
        """Give the goal as it is read."""
        if self.goal is None:
            return "-"
        return f"≤ {self.goal:g} {'× floor' if self.of_floor else self.unit}"

    def row(self) -> tuple[str, ...]:
        """Give the cells of its row."""
        floor = f"{self.floor:.2f} {self.unit}" if self.floor is not None else "-"
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else "-"
        verdict = {True: "met", False: "MISSED", None: ""}[self.met]
        return self.name, f"{self.value:.2f} {self.unit}", floor, ratio, self.aim, verdict, self.note

    def facts(self) -> dict[str, object]:
        """Give it for a machine."""
        return asdict(self) | {"ratio": self.ratio, "met": self.met}


HEAD = ("figure", "median", "floor", "ratio", "goal", "", "note")


def table(figures: Iterable[Figure]) -> str:
    """Give the figures as a Markdown table, aligned to be read as it stands."""
    rows = [HEAD, *(figure.row() for figure in figures)]
    wide = [max(len(row[i]) for row in rows) for i in range(len(HEAD))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)) + " |" for row in rows]
    rule = "|" + "|".join("-" * (width + 2) for width in wide) + "|"
    return "\n".join((lines[0], rule, *lines[1:]))
