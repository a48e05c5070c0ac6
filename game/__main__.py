"""`clap`, and `python -m game`: the curtain goes up before the commands are even read."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run a command and leave with its exit code."""
    try:
        if opens_table(sys.argv[1:]):
            _curtain()
        from game.cli.main import run

        code = run(sys.argv[1:])
    except ImportError as error:
        from game.cli.failures import last_word

        code = last_word(error)
    sys.exit(code)


def opens_table(arguments: list[str]) -> bool:
    """Tell whether a command is `clap`, `clap play` or `clap play SESSION`, sure to open the window."""
    return not arguments or (arguments[0] == "play" and len(arguments) < 3 and not arguments[-1].startswith("-"))


def _curtain() -> None:
    """Open the window at once where there is a screen: what it shows is read while it stands.

    The garbage collector waits until the table is painted (game/table/app.py `settle`): all that is read stays.
    """
    from game.table import opening

    if opening.has_display():
        gc.disable()
        opening.curtain("CLAP")


if __name__ == "__main__":
    main()
