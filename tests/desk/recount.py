"""Counts again what minutes say from the session file alone: SQLite, JSON and YAML, nothing of the game."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre")  # fmt: skip
FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
MOVING = {"2027-03-29", "2027-05-06", "2027-05-17", "2028-04-17", "2028-05-25", "2028-06-05"}
"""Mondays and Thursdays after Easter, off a calendar of the wall."""
Row = dict[str, Any]


def month(value: str) -> str:
    return f"{MONTHS[int(value[5:7]) - 1]} {value[:4]}"


def day(value: date) -> str:
    return f"{'1er' if value.day == 1 else value.day} {MONTHS[value.month - 1]} {value.year}"


def worked(value: date, step: int = 1) -> date:
    while value.weekday() > 4 or (value.month, value.day) in FIXED or value.isoformat() in MOVING:
        value += timedelta(step)
    return value


def shifted(value: date, months: int) -> date:
    count = value.year * 12 + value.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return first.replace(day=min(value.day, last.day))


class Recount:
    """One session file, read by hand."""

    def __init__(self, path: Path) -> None:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
            texts = dict(file.execute("select name, text from sources"))
            rows = list(file.execute("select kind, data from rows order by id"))
        self.deck, self.town, self.law = (yaml.safe_load(texts[name]) for name in ("deck", "scenario", "duties"))
        done: list[list[Any]] = []
        undone: list[list[Any]] = []
        for kind, data in rows:
            if kind == "gesture":
                done.append(json.loads(data))
                undone.clear()
            elif kind == "undo":
                undone.append(done.pop())
            elif kind == "redo":
                done.append(undone.pop())
        self.events: list[tuple[str, Row]] = [(name, row) for events in done for name, row in events]
        self.levers = {one["id"]: one for one in self.deck["levers"]}
        self.issues = {one["id"]: one for one in self.deck["issues"]}
        self.purchases = {one["id"]: one for one in self.town["intentions"]}

    def of(self, name: str) -> list[Row]:
        return [row for kind, row in self.events if kind == name]

    @property
    def held(self) -> date:
        return date.fromisoformat(self.of("SessionOpened")[0]["date"])

    @property
    def adopted(self) -> list[Row]:
        """Give the sheets as they were adopted, by number."""
        found = {row["issue"]: row["sheet"] for row in self.of("ObjectiveAdopted")}
        return sorted(found.values(), key=lambda sheet: sheet["code"])

    @property
    def tokens(self) -> Counter[str]:
        laid = Counter(row["issue"] for row in self.of("TokenLaid"))
        return laid - Counter(row["issue"] for row in self.of("TokenTaken"))

    @property
    def axes(self) -> Counter[str]:
        return Counter(self.issues[sheet["issue"]]["axis"] for sheet in self.adopted)

    @property
    def burden(self) -> dict[str, tuple[float, float]]:
        """Give what each purchase costs and waits more: euros and weeks."""
        points = self.town["points"]
        found: dict[str, tuple[float, float]] = {}
        for sheet in self.adopted:
            cost = sum(self.levers[lever]["effects"]["cost"] for lever in sheet["levers"])
            late = sum(self.levers[lever]["effects"]["delay"] for lever in sheet["levers"])
            for item in sheet["intentions"]:
                euros, weeks = found.get(item["id"], (0.0, 0.0))
                more = cost * points["cost_pct"] * item["amount_ht"] / 100
                found[item["id"]] = (euros + more, weeks + late * points["delay_weeks"])
        return found

    @property
    def examined(self) -> list[Row]:
        linked = {item["id"] for sheet in self.adopted for item in sheet["intentions"]}
        spots = {row["card"]: (row["family"], row["place"]) for row in self.of("IssuePlaced")}
        spots |= {row["card"]: (row["family"], row["place"]) for row in self.of("IssueMoved")}
        for row in self.of("IssueLifted"):
            spots.pop(row["card"], None)
        return [one for key, one in self.purchases.items()
                if key in linked or (one["family"], one["place"]) in spots.values()]  # fmt: skip

    def file_months(self, item: Row) -> int:
        """Give how long the tender file of a purchase takes, by the country's procedures."""
        kinds = [(len(start), kind["id"]) for kind in self.law["kinds"] for start in kind["cpv"]
                 if item["cpv"].startswith(start)]  # fmt: skip
        kind = max(kinds)[1]

        def meets(case: Row) -> bool:
            amount = item["amount_ht"]
            return (
                kind in case.get("kinds", (kind,))
                and amount >= case.get("at_least", 0)
                and amount < case.get("below", amount + 1)
                and not any(item["cpv"].startswith(start) for start in case.get("cpv_except", ()))
            )

        ways = (way for way in self.law["procedures"] if not way.get("cases") or any(map(meets, way["cases"])))
        return int(next(ways)["months"])

    def begun_by(self, item: Row) -> date:
        launch = worked(date.fromisoformat(f"{item['launch']}-01"))
        return worked(shifted(launch, -self.file_months(item)), -1)

    @property
    def next_meeting(self) -> date:
        return worked(shifted(self.held, 3))
