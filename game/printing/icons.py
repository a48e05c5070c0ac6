"""Lucide icons as SVG text, from the package's archive; the template colours them (`currentColor`)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from game.core.errors import SetupError

PLAIN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
)
"""What stands for an icon that lucide lacks, as on screen."""


def icons(names: Iterable[str]) -> dict[str, str]:
    """Read icons by name. Raises library_missing when the package is not installed."""
    spec = find_spec("lucide")
    where = next(iter(spec.submodule_search_locations or ()), "") if spec is not None else ""
    try:
        archive = _opened(Path(where) / "lucide.zip")
        files = {name: f"{name}.svg" for name in sorted(set(names))}
        known = archive.NameToInfo
        return {name: archive.read(file).decode() if file in known else PLAIN for name, file in files.items()}
    except (OSError, BadZipFile):
        raise SetupError("library_missing", name="lucide") from None


@cache
def _opened(file: Path) -> ZipFile:
    """Open the archive, and leave it so: its list of names is long to read, and each paper asks for some."""
    return ZipFile(file)
