"""What a gesture takes from the event to the screen, its building and its painting apart, each beside its own floor."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from benchmarks.screen import child, screen

BUILT: Mapping[str, float | None] = {
    "undo": 2.5, "redo": 2.5, "drop": 2.5, "phase": 6, "spotlight-open": 6, "spotlight-close": 6, "typing": 1.5,
    "scrolling": 1.5, "language": None, "pan": 1, "zoom": 1, "table-png": 20,
}  # fmt: skip
"""The rows, and how many units their building may take in the recorded afternoon; None: told, not held."""
BESIDE = "table-png"
"""The row whose file is written while the table is played on: what counts is the slowest turn meanwhile, whole."""
PAINTED, MOVED, GROWTH = 2, 3, 1.5
"""How often the pixels that changed the painting may cost, and that of a plan that moves; how often the fewer cards
the more, all told."""
AFTERNOON, FEWER, MORE = "afternoon", "200", "1000"
DECKS = (AFTERNOON, FEWER, MORE)
"""The recorded afternoon, and how many cards there are, half placed."""
SIZES = {"1080p": (1920, 1080), "4K": (3840, 2160)}
CHOICES = (*BUILT, *DECKS, *SIZES)
"""What can be chosen."""
LIMIT = 900
"""Seconds given to one window."""
Took = Mapping[str, float]


def figures(*chosen: str) -> Iterator[Figure]:
    """Measure each gesture in each window with each deck, or those that are chosen: rows, decks and sizes."""
    rows, decks, sizes = (_chosen(known, chosen) for known in (BUILT, DECKS, SIZES))
    for size in sizes:
        found = {deck: _measured(size, deck, rows) for deck in decks}
        for row in rows:
            yield from figures_of(row, size, {deck: found[deck][row] for deck in decks})


def _chosen(known: Mapping[str, object] | tuple[str, ...], chosen: tuple[str, ...]) -> tuple[str, ...]:
    """Give those of one kind that are chosen; all of them if none is."""
    return tuple(one for one in known if one in chosen) or tuple(known)


def _measured(size: str, deck: str, rows: tuple[str, ...]) -> dict[str, Took]:
    """Give the medians of each row, in one window."""
    with screen(SIZES[size]) as env, tempfile.TemporaryDirectory() as folder:
        found = child(env, "gestures", deck, folder, *rows, home=Path(folder) / "home", limit=LIMIT)
    return {row: _medians(found[row]) for row in rows}


def _medians(events: list[Took]) -> Took:
    slow = sorted(event["building"] for event in events)[len(events) * 95 // 100]
    return {what: median(event[what] for event in events) for what in events[0]} | {"p95": slow, "events": len(events)}


def figures_of(row: str, size: str, took: dict[str, Took]) -> Iterator[Figure]:
    """Give what one row took with each deck; two decks of cards are told by how much the more takes longer."""
    grown = FEWER in took and MORE in took
    for deck, found in took.items():
        if deck == AFTERNOON or not grown:
            tell = _beside if row == BESIDE else _parts
            yield from tell(row, f"{row}, {deck}, {size}", found, held=deck == AFTERNOON)
    if grown:
        few, many = (took[deck]["cpu"] / took[deck]["unit"] for deck in (FEWER, MORE))
        note = f"{took[MORE]['wall']:.0f} and {took[FEWER]['wall']:.0f} ms; {took[MORE]['events']:.0f} events"
        yield Figure(f"{row}, 1,000 over 200 cards, {size}", many, "units", few, GROWTH, of_floor=True, note=note)


def _parts(row: str, name: str, took: Took, *, held: bool) -> Iterator[Figure]:
    """Give the building beside the unit, and the painting beside the pixels: processor time, the wall's noted."""
    if not took["pixels"]:
        message = f"{name}: nothing was shown"
        raise RuntimeError(message)
    wall = f"wall {took['wall']:.1f} ms, of it commit {took['commit wall']:.1f}, unit {took['unit wall']:.1f}"
    both = f"with its painting {took['cpu'] / took['unit']:.1f} units; p95 {took['p95']:.1f} ms; {wall}"
    goal = BUILT[row] if held else None
    yield Figure(name, took["building"], "ms", took["unit"], goal, of_floor=True, note=both)
    shown = f"wall {took['painting wall']:.1f} ms, its floor {took['pixels wall']:.1f}; {took['events']:.0f} events"
    goal = (MOVED if row in ("pan", "zoom") else PAINTED) if held and goal is not None else None
    yield Figure(f"{name}: painting", took["painting"], "ms", took["pixels"], goal, of_floor=True, note=shown)


def _beside(row: str, name: str, took: Took, *, held: bool) -> Iterator[Figure]:
    note = f"the slowest turn until the file is there: wall {took['wall']:.1f} ms; {took['events']:.0f} files"
    yield Figure(name, took["cpu"], "ms", took["unit"], BUILT[row] if held else None, of_floor=True, note=note)
