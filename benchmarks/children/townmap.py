"""Reads a map of a town in a process of its own: `json` parses it, `first` and `again` open it as the table does.

`notch` opens it again, and looks closer and closer: what the slowest step of the plan's picture takes, and the unit.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame

from benchmarks import unit
from game.content import largemap
from game.core.town import Town
from game.table.ground import Ground
from game.table.tidying import settle
from game.type.ground import Setting
from game.type.measure import FontMeasure
from game.view import scene
from game.view.tree.box import Box
from game.view.tree.looks import Picture
from game.view.tree.sight import Memo
from game.words.catalogue import speaker

HERE, APART = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
PLAN, ZOOMS, UNITS = Box(0, 98, 960, 668), (1.25, 1.56, 2.0, 4.0, 6.0), 9
"""The plan's box at 1080p, how much closer it is looked at, and how often the unit is built."""


def parsed(file: Path) -> object:
    return json.loads(file.read_bytes())


def opened(file: Path) -> Town:
    town, problems = largemap.read(file.read_bytes(), file.name, None)
    assert town is not None, problems
    return town


def notches(town: Town) -> dict[str, float]:
    """Look closer and closer; give the milliseconds of the slowest step, and of the unit."""
    pygame.font.init()
    settle()
    ground, sight = Ground(town), scene.sight(speaker("fr"), FontMeasure(), (1920, 1080), 100, Memo())
    steps = [took for zoom in (1.0, *ZOOMS) for took in _steps(ground, _looked(town, zoom))]
    built = sorted(_timed(lambda: unit.nodes(sight))[0] for _ in range(UNITS))
    return {"notch": max(steps), "unit": built[UNITS // 2]}


def _looked(town: Town, zoom: float) -> Picture:
    x0, y0, x1, y1 = town.extent
    metres = max((x1 - x0) / PLAN.w, (y1 - y0) / PLAN.h) / zoom
    left, top = (x0 + x1 - PLAN.w * metres) / 2, (y0 + y1 - PLAN.h * metres) / 2
    return Picture(PLAN, "town", (left, top, metres, Setting()))


def _steps(ground: Ground, mark: Picture) -> Iterator[float]:
    """Give what each step of a picture takes, the quick one that stands for it meanwhile being the first."""
    screen, drawing, going = pygame.Surface((1920, 1080)), ground.drawn(mark), True
    screen.set_clip((mark.box.x, mark.box.y, mark.box.w, mark.box.h))
    yield _timed(lambda: ground.quick(screen, mark))[0]
    while going:
        took, ended = _timed(lambda: next(drawing, drawing))
        going = ended is not drawing
        yield took


def _timed(work: Callable[[], object]) -> tuple[float, object]:
    """Give the milliseconds of the processor that a work takes, and what it gives."""
    began = time.thread_time()
    found = work()
    return 1000 * (time.thread_time() - began), found


def spent() -> float:
    """Give the processor time of this process and of those it started, in seconds."""
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, (HERE, APART)))


def resident() -> float:
    """Give the megabytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20


def main(what: str, file: Path) -> dict[str, Any]:
    if what == "notch":
        return notches(opened(file))
    began, clock = spent(), time.perf_counter()
    held = parsed(file) if what == "json" else opened(file)
    took = {
        "cpu": spent() - began,
        "seconds": time.perf_counter() - clock,
        "held": resident(),
        "kind": type(held).__name__,
    }
    peak = max(resource.getrusage(one).ru_maxrss for one in (HERE, APART)) / 1024
    return took | {"peak": peak}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
