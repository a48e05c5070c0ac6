"""Reads a map of a town in a process of its own: `json` parses it, `first` and `again` open it as the table does."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from game.content import largemap

HERE, APART = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN


def parsed(file: Path) -> object:
    return json.loads(file.read_bytes())


def opened(file: Path) -> object:
    town, problems = largemap.read(file.read_bytes(), file.name, None)
    assert town is not None, problems
    return town


def spent() -> float:
    """Give the processor time of this process and of those it started, in seconds."""
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, (HERE, APART)))


def resident() -> float:
    """Give the megabytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize() / 2**20


def main(what: str, file: Path) -> dict[str, Any]:
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
