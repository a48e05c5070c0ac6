"""The program as a bundle: a folder with its own Python, in which nothing is named python (.ci/bundle.py)."""

from __future__ import annotations

import os
import sys
from importlib import import_module

APART = "--apart"
"""What a bundle is started with to do a part of a reading in a program of its own (game/content/apart.py)."""
READERS = "game.content."
"""What the modules are called that may be run so."""
LIBRARIES = "LD_LIBRARY_PATH"


def bundled() -> bool:
    """Tell whether this copy is a bundle."""
    return bool(getattr(sys, "frozen", False))


def prepared(arguments: list[str]) -> bool:
    """Make a bundle fit to start programs; tell whether it was started to read apart, which is then done.

    What it starts finds this computer's libraries again, not the bundle's: a file manager would not open with those.
    """
    own = os.environ.pop(f"{LIBRARIES}_ORIG", None)
    os.environ.pop(LIBRARIES, None)
    if own is not None:
        os.environ[LIBRARIES] = own
    if arguments[:1] != [APART] or not arguments[1].startswith(READERS):
        return False
    import_module(arguments[1]).main(*arguments[2:])
    return True
