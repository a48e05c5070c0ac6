"""`python -m benchmarks [NAME…] [--json]`: measure what is named (see ALL), or everything, and print one table.

Some of the gestures alone: `gestures:undo`, `gestures:undo:1080p`, `gestures:typing:scrolling:afternoon` (see CHOICES).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from benchmarks import (
    authoring,
    bigmap,
    bundle,
    drag,
    followed,
    gestures,
    idle,
    labels,
    national,
    papers,
    photos,
    played,
    retold,
    session,
    startup,
    windows,
)
from benchmarks.figure import Figure, table
from benchmarks.gestures import CHOICES
from benchmarks.screen import NoScreenError

Measure = Callable[..., Iterator[Figure]]
ALL: dict[str, Measure] = {
    "startup": startup.figures,
    "idle": idle.figures,
    "drag": drag.figures,
    "gestures": gestures.figures,
    "afternoon": played.figures,
    "followed": followed.figures,
    "commit": session.commit,
    "refold": session.refold,
    "home": session.home,
    "retold": retold.figures,
    "check": authoring.figures,
    "papers": papers.figures,
    "photos": photos.figures,
    "memory": idle.memory,
    "windows": windows.figures,
    "national": national.figures,
    "bigmap": bigmap.figures,
    "labels": labels.figures,
    "bundle": bundle.figures,
}


def main() -> None:
    """Measure what was named, or everything."""
    ask = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    ask.add_argument("names", nargs="*", metavar="name", help=", ".join(ALL))
    ask.add_argument("--json", action="store_true", help="for a machine")
    given = ask.parse_args()
    unknown = [name for name in given.names if not _known(*name.split(":"))]
    if unknown:
        ask.error(
            f"no benchmark {', '.join(unknown)}; there are {', '.join(ALL)}, and for gestures: {', '.join(CHOICES)}"
        )
    found = [figure for name in given.names or ALL for figure in _measured(name)]
    print(json.dumps([figure.facts() for figure in found], indent=1) if given.json else table(found))


def _known(name: str, *chosen: str) -> bool:
    return name in ALL and set(chosen) <= set(CHOICES if name == "gestures" else ())


def _measured(named: str) -> list[Figure]:
    print(f"{named}…", file=sys.stderr, flush=True)
    name, *chosen = named.split(":")
    try:
        return list(ALL[name](*chosen))
    except NoScreenError:
        print(f"{named}: left out, there is no Xvfb (Debian: apt-get install xvfb)", file=sys.stderr)
        return []


if __name__ == "__main__":
    main()
