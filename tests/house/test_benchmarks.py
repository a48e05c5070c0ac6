"""The benchmarks' own table: a goal is held against the ratio or the value, and a missed one is seen."""

from __future__ import annotations

import pytest

from benchmarks.figure import Figure, table


@pytest.mark.parametrize(
    ("figure", "met"),
    [
        (Figure("a", 3.0, "ms", 2.0, 1.5, of_floor=True), True),
        (Figure("a", 3.1, "ms", 2.0, 1.5, of_floor=True), False),
        (Figure("a", 3.0, "ms", 2.0, 3.0), True),
        (Figure("a", 3.1, "ms", 2.0, 3.0), False),
        (Figure("a", 3.1, "ms", 2.0), None),
        (Figure("a", 3.1, "ms", None, 2, of_floor=True), None),
    ],
)
def test_a_goal_is_held(figure: Figure, met: object) -> None:
    assert figure.met is met


def test_the_table_shows_a_miss() -> None:
    lines = table([Figure("frame", 3.1, "ms", 2.0, 3.0), Figure("memory", 50, "MB")]).splitlines()
    assert lines[2].split("|")[1:7] == [" frame  ", " 3.10 ms  ", " 2.00 ms ", " 1.55  ", " ≤ 3 ms ", " MISSED "]
    assert {len(line) for line in lines} == {len(lines[0])}
