"""The program as a bundle: a folder with its own Python, in which nothing is named python (.ci/bundle.py)."""

from __future__ import annotations

import os
import sys

APART = "--apart"
"""What a bundle is started with to do a part of a reading in a program of its own (game/wiring/readers.py)."""
LIBRARIES = "LD_LIBRARY_PATH"


def bundled() -> bool:
    """Tell whether this copy is a bundle."""
    return bool(getattr(sys, "frozen", False))


def released() -> None:
    """Have what a bundle starts find this computer's libraries, not its own: a file manager opens with no others."""
    own = os.environ.pop(f"{LIBRARIES}_ORIG", None)
    os.environ.pop(LIBRARIES, None)
    if own is not None:
        os.environ[LIBRARIES] = own
