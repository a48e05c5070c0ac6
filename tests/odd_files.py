"""Things that people may name where a file is wanted, by kind: pipes, devices, folders, names no system takes."""

from __future__ import annotations

import os
import socket
from pathlib import Path

KINDS = (
    "fifo", "device", "socket", "folder", "missing", "link_to_nothing", "loop", "long_name", "long_path", "nul",
    "not_utf8", "below_a_file",
)  # fmt: skip


def odd(kind: str, folder: Path, suffix: str = "") -> Path:
    """Make one in a folder, and give its path; its name ends as a door wants where it can."""
    path = folder / f"{kind}{suffix}"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as one, _within(folder):
            one.bind(path.name)
    elif kind == "folder":
        path.mkdir()
    elif kind in ("link_to_nothing", "loop"):
        path.symlink_to(folder / "nowhere" if kind == "link_to_nothing" else path)
    return path if kind in _MADE else _named(kind, folder, suffix)


_MADE = ("fifo", "device", "socket", "folder", "missing", "link_to_nothing", "loop")


class _within:  # noqa: N801  the name of a socket is short: it is bound from its own folder
    def __init__(self, folder: Path) -> None:
        self._folder, self._was = folder, Path.cwd()

    def __enter__(self) -> None:
        os.chdir(self._folder)

    def __exit__(self, *_: object) -> None:
        os.chdir(self._was)


def _named(kind: str, folder: Path, suffix: str) -> Path:
    if kind == "below_a_file":
        (folder / "a-file").write_text("text", encoding="utf-8")
        return folder / "a-file" / f"x{suffix}"
    names = {"long_name": "é" * 150, "nul": "a\0b", "not_utf8": os.fsdecode(b"caf\xe9")}
    if kind == "long_path":
        return folder.joinpath(*["d" * 200] * 25) / f"x{suffix}"
    return folder / f"{names[kind]}{suffix}"
