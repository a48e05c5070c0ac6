"""`clap`, and `python -m game`: the curtain goes up before the commands are even read."""

from __future__ import annotations

import sys


def main() -> None:
    """Run a command and leave with its exit code."""
    try:
        if not sys.argv[1:] or sys.argv[1:] == ["play"]:
            _curtain()
        from game.cli.main import run

        code = run(sys.argv[1:])
    except ImportError as error:
        from game.cli.failures import last_word

        code = last_word(error)
    sys.exit(code)


def _curtain() -> None:
    """Open the window at once where there is a screen: what it shows is read while it stands."""
    from game.table import opening

    if opening.has_display():
        opening.curtain("CLAP")


if __name__ == "__main__":
    main()
