"""Whether a path is a file or a folder, asked without a fault: in a closed folder, nothing may be looked at.

What may not be looked at counts as not there; whoever then reads or writes it gives the system's reason.
"""

from __future__ import annotations

from pathlib import Path


def is_file(path: Path) -> bool:
    """Tell whether a path is a file that may be looked at."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a path is a folder that may be looked at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def saved(path: Path) -> float:
    """Give when a file was saved last, in seconds; 0 for what is no file, or may not be looked at."""
    try:
        return path.stat().st_mtime if path.is_file() else 0.0
    except OSError:
        return 0.0


def whole(path: Path) -> Path:
    """Give a path from the root, its links followed; as it is where they go round."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def closed(path: Path) -> bool:
    """Tell whether a path may not be looked at, whether there is something there or not."""
    try:
        path.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return False
