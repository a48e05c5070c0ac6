"""The check of a deck, text fit included, beside a bare load of the same text by PyYAML's C loader."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import yaml

from benchmarks.figure import Figure
from game.authoring.check import check_deck
from game.content.problems import errors
from game.places import shelves

RUNS = 5
CARDS = 91
"""Issues and levers of our deck."""


def figures() -> Iterator[Figure]:
    """Time 1,000 cards, then 10,000, a bare load among every two checks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = _interleaved(_deck(folder / "small", 1_000))
        large = _interleaved(_deck(folder / "large", 10_000), runs=3)
    yield Figure(
        "deck check, 1,000 cards", small[0], "ms", small[1], 2, of_floor=True, note="floor: yaml.load(CSafeLoader)"
    )
    yield Figure("deck check, 10,000 cards", large[0], "ms", large[1], 2, of_floor=True, note="floor: the same")
    yield Figure("10,000 cards over 1,000", large[0], "ms", small[0], 12, of_floor=True)


def _deck(folder: Path, count: int) -> Path:
    """Write a deck of so many cards: ours again and again, each time under other ids."""
    folder.mkdir()
    text = (shelves.decks() / "clap" / "deck.yaml").read_text(encoding="utf-8")
    parts = dict(
        zip(
            ("head", "issues", "levers", "rest"),
            re.split(r"^(?:issues|levers|events):\n", text, flags=re.MULTILINE),
            strict=True,
        )
    )
    rounds = range(-(-count // CARDS))
    issues, levers = ("".join(_again(parts[kind], i) for i in rounds) for kind in ("issues", "levers"))
    made = f"{parts['head']}issues:\n{issues}levers:\n{levers}"
    (folder / "deck.yaml").write_text(made, encoding="utf-8")
    return folder / "deck.yaml"


def _again(cards: str, number: int) -> str:
    cards = re.sub(r"^  - id: (\S+)", rf"  - id: \1-{number}", cards, flags=re.MULTILINE)
    cards = re.sub(r"^    former_ids: .*\n", "", cards, flags=re.MULTILINE)
    return re.sub(
        r"answers: \[([^\]]*)\]",
        lambda found: "answers: [" + re.sub(r"([a-z0-9-]+)", rf"\1-{number}", found[1]) + "]",
        cards,
    )


def _interleaved(file: Path, runs: int = RUNS) -> tuple[float, float]:
    data = file.read_bytes()
    checked, bare = [], []
    for _ in range(runs):
        bare.append(_timed(lambda: yaml.load(data, yaml.CSafeLoader)))
        checked.append(_timed(lambda: _sound(file)))
    return median(checked), median(bare)


def _sound(file: Path) -> None:
    wrong = errors(check_deck(file, file.parent.parent).problems)
    if wrong:
        raise RuntimeError(str(wrong[0]))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)
