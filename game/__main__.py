"""`clap`, and `python -m game`: the curtain goes up before the commands are even read, and most often without them."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from game.places.bundle import APART, bundled, released


def main() -> None:
    """Run a command and leave with its exit code."""
    if bundled():
        released()
        if sys.argv[1:2] == [APART]:
            from game.wiring.readers import read

            return read(*sys.argv[2:])
    try:
        sys.exit(_straight(sys.argv[1:]) if opens_table(sys.argv[1:]) else _command(sys.argv[1:]))
    except ImportError as error:
        from game.cli.lastword import last_word

        sys.exit(last_word(error))


def opens_table(arguments: list[str]) -> bool:
    """Tell whether a command is plain `clap`, `clap play` or `clap play SESSION` where there is a screen."""
    from game.table.opening import has_display

    plain = not arguments or (arguments[0] == "play" and len(arguments) < 3 and not arguments[-1].startswith("-"))
    return plain and has_display()


def _straight(arguments: list[str]) -> int:
    """Open the table without reading the other commands: what the window shows is read while the curtain stands.

    The garbage collector waits until the table is painted (game/table/tidying.py `settle`): all that is read stays.
    """
    from game.table import opening

    gc.disable()
    try:
        opening.curtain("CLAP")
        from game.wiring.play import play

        play(Path(arguments[1]) if len(arguments) > 1 else None, None)
    except KeyboardInterrupt:
        return 1
    except Exception as error:  # whatever it is, a person reads one sentence
        from game.cli.lastword import last_word

        return last_word(error)
    return 0


def _command(arguments: list[str]) -> int:
    from game.cli.main import run

    return run(arguments)


if __name__ == "__main__":
    main()
