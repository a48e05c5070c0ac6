"""When the garbage collector does its rounds: a full one skips frames, and waits until the table rests."""

from __future__ import annotations

import gc

DUE, LATEST = 10, 300
"""Rounds of the garbage collector after which a full one is done where the table rests, and where it never does."""


def settle() -> None:
    """Spare the memory in use from the garbage collector: read at the start, it stays as long as the table.

    `game.__main__` stops the collector on the way here. Its full rounds skip frames: they wait until the table rests.
    """
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], LATEST)
    gc.enable()


def tidy() -> None:
    """Have the garbage collector do a full round, if one is due."""
    if gc.get_count()[2] > DUE:
        gc.collect()
