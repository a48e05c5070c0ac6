"""The folders of whoever plays: sessions in the documents, settings and cache where the system wants them.

`CLAP_HOME`, when set, holds them all: for tests, and for whoever wants them together. So does the folder beside a
bundle that is started from a stick (sticks.py).
"""

from __future__ import annotations

import os
from errno import EACCES
from os import strerror
from pathlib import Path

from game.core.errors import SetupError
from game.places.sticks import beside

APP = "CLAP"


def sessions() -> Path:
    """Give the folder of the session files, made if need be. Raises folder_unwritable."""
    home = _home()
    if home is not None:
        return writable(home / "sessions")
    from platformdirs import user_documents_path

    return writable(user_documents_path() / APP)


def settings() -> Path:
    """Give the folder of the settings, made if need be. Raises folder_unwritable."""
    home = _home()
    if home is not None:
        return writable(home / "settings")
    from platformdirs import user_config_path

    return writable(user_config_path(APP, appauthor=False))


def cache() -> Path:
    """Give the folder of what can be computed again, made if need be. Raises folder_unwritable."""
    home = _home()
    if home is not None:
        return writable(home / "cache")
    from platformdirs import user_cache_path

    return writable(user_cache_path(APP, appauthor=False))


def _home() -> Path | None:
    home = os.environ.get("CLAP_HOME")
    return Path(home) if home else beside()


def writable(folder: Path) -> Path:
    """Give a folder one can write in, made if need be. Raises folder_unwritable, with the system's reason."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError("folder_unwritable", folder=str(folder), reason=_reason(error)) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SetupError("folder_unwritable", folder=str(folder), reason=strerror(EACCES))
    return folder


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
