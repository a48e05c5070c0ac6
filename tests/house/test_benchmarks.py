"""The benchmarks: a goal is held against the ratio or the value, a missed one seen, and what they measure is there."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.afternoon import Afternoon
from benchmarks.figure import Figure, table
from benchmarks.gestures import figures_of
from benchmarks.turns import Cost, Turn

FILES = sorted((Path(__file__).parents[2] / "benchmarks").rglob("*.py"))


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


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_a_benchmark_names_is_there(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(("game", "benchmarks", "tests")):
            module = import_module(node.module)
            assert [name.name for name in node.names if not _there(module, name.name)] == []


def _there(module: object, name: str) -> bool:
    """Tell whether a module has a name, or a module of that name below it."""
    if hasattr(module, name):
        return True
    try:
        import_module(f"{module.__name__}.{name}")  # type: ignore[attr-defined]
    except ModuleNotFoundError:
        return False
    return True


def test_the_frozen_afternoon_is_played_to_its_credits(tmp_path: Path) -> None:
    afternoon = Afternoon(tmp_path / "a.clap")
    afternoon.until("arbitrage")
    assert afternoon.desk.session.phase == "leviers"
    afternoon.until("")
    session = afternoon.desk.session
    assert (session.phase, session.closed, session.ballot.tied) == ("generique", False, ())
    afternoon.desk.close()


TOOK = {
    "cpu": 22.0, "building": 20.0, "painting": 2.0, "unit": 10.0, "pixels": 1.0, "wall": 30.0, "commit wall": 5.0,
    "painting wall": 3.0, "pixels wall": 1.0, "unit wall": 11.0, "p95": 25.0, "events": 60,
}  # fmt: skip


def test_the_commit_and_the_painting_are_not_in_the_building() -> None:
    turn = Turn(whole=Cost(30, 20), shows=Cost(9, 8), painting=Cost(9, 11), commit=Cost(5, 2), rest=Cost(4))
    facts = turn.facts()
    assert (facts["building"], facts["painting"], facts["cpu"]) == (12, 11, 23)
    assert (facts["wall"], facts["painting wall"], facts["commit wall"]) == (26, 5, 5)


def test_a_gesture_is_held_in_the_afternoon_and_grows_with_the_cards() -> None:
    made = list(figures_of("undo", "4K", {"afternoon": TOOK, "200": TOOK, "1000": TOOK | {"cpu": 44.0}}))
    assert [(figure.name, figure.ratio, figure.met) for figure in made] == [
        ("undo, afternoon, 4K", 2.0, True),
        ("undo, afternoon, 4K: painting", 2.0, True),
        ("undo, 1,000 over 200 cards, 4K", 2.0, False),
    ]


def test_some_cards_alone_are_told_and_not_held() -> None:
    assert [figure.goal for figure in figures_of("undo", "4K", {"200": TOOK})] == [None, None]


def test_a_gesture_that_shows_nothing_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="nothing was shown"):
        list(figures_of("undo", "4K", {"afternoon": TOOK | {"pixels": 0.0}}))
