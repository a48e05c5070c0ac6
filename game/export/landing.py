"""How a file reaches its folder: whole or not at all, and what is said when it cannot."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EBUSY, EDQUOT, EFBIG, EISDIR, ENOSPC, ENOTEMPTY, EROFS, ETXTBSY
from pathlib import Path

from game.core.errors import ExportError

FULL = (ENOSPC, EDQUOT, EFBIG)
IN_THE_WAY = (EISDIR, ENOTEMPTY)
HELD = (EBUSY, ETXTBSY)


def folder(path: Path) -> Path:
    """Give a folder to export to, made if need be. Raises export_not_a_folder, disk_full, folder_unwritable."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise ExportError("export_not_a_folder", path=str(path)) from error
    except OSError as error:
        raise _closed(path, error) from error
    return path


def put(path: Path, content: bytes) -> None:
    """Write a file under another name, then give it its own: a reader sees the former file or the new one, never half.

    Raises folder_unwritable, disk_full, export_is_folder, export_busy (open elsewhere, or protected), export_failed;
    the former file is then as it was.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _write(part, content)
        _replace(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _write(part: Path, content: bytes) -> None:
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _closed(part.parent, error) from error


def _replace(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except OSError as error:
        if path.is_dir() or error.errno in IN_THE_WAY:
            raise ExportError("export_is_folder", path=str(path)) from error
        if isinstance(error, PermissionError) or error.errno in HELD:
            raise ExportError("export_busy", path=str(path)) from error
        raise ExportError("export_failed", path=str(path), reason=_reason(error)) from error


def _closed(path: Path, error: OSError) -> ExportError:
    if error.errno in FULL:
        return ExportError("disk_full", path=str(path))
    if isinstance(error, PermissionError | FileNotFoundError) or error.errno == EROFS:
        return ExportError("folder_unwritable", folder=str(path), reason=_reason(error))
    return ExportError("export_failed", path=str(path), reason=_reason(error))


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
