"""A folder for the time of a work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from game.core.errors import SetupError


@contextmanager
def scratch(prefix: str) -> Iterator[Path]:
    """Give an empty folder, gone afterwards. Raises no_scratch where none can be made, or is too small."""
    try:
        with TemporaryDirectory(prefix=prefix) as name:
            yield Path(name)
    except OSError as error:
        raise SetupError("no_scratch") from error
