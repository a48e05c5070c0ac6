"""The page of the doors says what is: each test it names is there, each limit is the one in force."""

from __future__ import annotations

import re
from functools import reduce
from importlib import import_module

import pytest

from tests.house.sources import ROOT

PAGE = (ROOT / "docs" / "doors.md").read_text(encoding="utf-8")
DOORS, _, LIMITS = PAGE.partition("## Limits")
NAMED = sorted(set(re.findall(r"[a-z]+/test_\w+\.py", DOORS)))


def test_each_door_is_held_by_tests_that_are_there():
    rows = [line for line in DOORS.splitlines() if line.startswith("| ") and not line.startswith("| door")]
    assert len(rows) >= 15
    assert [row for row in rows if "test_" not in row.rpartition(" | ")[2]] == []
    assert [name for name in NAMED if not (ROOT / "tests" / name).is_file()] == []


@pytest.mark.parametrize(("name", "most"), re.findall(r"\| `game\.([\w.]+)` \| ([\d,]+) \|", LIMITS))
def test_each_limit_is_the_one_in_force(name: str, most: str):
    words = name.split(".")
    at = next(n for n, word in enumerate(words) if word.isupper())
    found = reduce(getattr, words[at:], import_module(".".join(("game", *words[:at]))))
    assert found == int(most.replace(",", ""))
