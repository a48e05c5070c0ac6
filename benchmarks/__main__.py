"""`python -m benchmarks [NAME…] [--json]`: measure what is named (see ALL), or everything, and print one table."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from benchmarks import authoring, drag, idle, national, papers, session, startup
from benchmarks.figure import Figure, table
from benchmarks.screen import NoScreenError

Measure = Callable[[], Iterator[Figure]]
ALL: dict[str, Measure] = {
    "startup": startup.figures,
    "idle": idle.figures,
    "drag": drag.figures,
    "commit": session.commit,
    "refold": session.refold,
    "home": session.home,
    "check": authoring.figures,
    "papers": papers.figures,
    "memory": idle.memory,
    "national": national.figures,
}


def main() -> None:
    """Measure what was named, or everything."""
    ask = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    ask.add_argument("names", nargs="*", metavar="name", help=", ".join(ALL))
    ask.add_argument("--json", action="store_true", help="for a machine")
    given = ask.parse_args()
    unknown = sorted(set(given.names) - set(ALL))
    if unknown:
        ask.error(f"no benchmark {', '.join(unknown)}; there are {', '.join(ALL)}")
    found = [figure for name in given.names or ALL for figure in _measured(name)]
    print(json.dumps([figure.facts() for figure in found], indent=1) if given.json else table(found))


def _measured(name: str) -> list[Figure]:
    print(f"{name}…", file=sys.stderr, flush=True)
    try:
        return list(ALL[name]())
    except NoScreenError:
        print(f"{name}: left out, there is no Xvfb (Debian: apt-get install xvfb)", file=sys.stderr)
        return []


if __name__ == "__main__":
    main()
