"""How a file reaches its folder: whole or not at all, and what is said when it cannot."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from errno import EBUSY, EDQUOT, EEXIST, EFBIG, EINVAL, EISDIR, ENOSPC, ENOTEMPTY, EROFS, ETXTBSY
from pathlib import Path

from game.core.errors import ExportError

FULL = (ENOSPC, EDQUOT, EFBIG)
IN_THE_WAY = (EISDIR, ENOTEMPTY)
HELD = (EBUSY, ETXTBSY)
PART = ".clap-"
"""How the name begins of a file being written."""
TRIES = 1_000
"""Names tried for a file being written: each one taken was left by a program that was killed."""
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def folder(path: Path) -> Path:
    """Give a folder to export to, made if need be. Raises export_not_a_folder, disk_full, folder_unwritable."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise ExportError("export_not_a_folder", path=str(path)) from error
    except ValueError as error:  # a NUL in its name
        raise ExportError("export_failed", path=str(path), reason=os.strerror(EINVAL)) from error
    except OSError as error:
        raise _closed(path, error) from error
    return path


def put(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file under another name, then give it its own: a reader sees the former file or the new one, never half.

    The other name is one that nothing bears: what was left there, or a link put there, is never written to; a link at
    `path` is replaced, not followed. `private`: only its owner may read it.
    Raises folder_unwritable, disk_full, export_is_folder, export_is_device, export_busy (open elsewhere, or protected),
    export_failed; the former file is then as it was.
    """
    put_together(((path, content),), private=private)


def put_together(files: Iterable[tuple[Path, bytes]], *, private: bool = False) -> None:
    """Write files as `put` does, all of them before the first is given its name: a moment parts the names, no more."""
    parts: list[tuple[Path, Path]] = []
    try:
        for path, content in files:
            allowed(path)
            part, number = _begun(path.parent, 0o600 if private else 0o666)
            parts.append((part, path))
            _write(number, part, content)
        for part, path in parts:
            _replace(part, path)
    finally:
        for part, _ in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def swept(folder: Path) -> None:
    """Take away what killed programs left of files they were writing in a folder where nobody else writes now."""
    with suppress(OSError):
        for part in folder.glob(f"{PART}*.part"):
            part.unlink(missing_ok=True)


def allowed(path: Path) -> None:
    """Refuse a target that is no file to be replaced: a folder, a pipe or a device, a file that is protected."""
    try:
        about = path.lstat()
    except FileNotFoundError:
        return
    except ValueError as error:
        raise ExportError("export_failed", path=str(path), reason=os.strerror(EINVAL)) from error
    except OSError as error:
        raise _closed(path.parent if isinstance(error, PermissionError) else path, error) from error
    kind = stat.S_IFMT(about.st_mode)
    if kind == stat.S_IFDIR:
        raise ExportError("export_is_folder", path=str(path))
    if kind not in (stat.S_IFREG, stat.S_IFLNK):
        raise ExportError("export_is_device", path=str(path))
    if kind == stat.S_IFREG and not os.access(path, os.W_OK):
        raise ExportError("export_busy", path=str(path))


def _begun(room: Path, mode: int) -> tuple[Path, int]:
    """Open a file under a name nothing bears: its path and its number."""
    for n in range(TRIES):
        part = room / f"{PART}{os.getpid()}-{n}.part"
        try:
            return part, os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, mode)
        except FileExistsError:
            continue
        except OSError as error:
            raise _closed(room, error) from error
    raise ExportError("export_failed", path=str(room), reason=os.strerror(EEXIST))


def _write(number: int, part: Path, content: bytes) -> None:
    try:
        with os.fdopen(number, "wb") as file:
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
