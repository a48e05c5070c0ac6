"""A paper as PDF: tagged, in its language, PDF/UA-1, set in our fonts by the templates of assets/print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.core.report import Report
from game.export.blocks import Block, Curve, Leaf, Picture
from game.export.curve import vector
from game.export.minutes import minutes
from game.export.objectives import sheets
from game.export.telling import clean
from game.places.scratch import scratch
from game.printing.setting import typeset

TABLE = "table.png"


def content(report: Report, lang: str, picture: bytes | None = None) -> bytes:
    """Give the bytes of minutes.pdf. Raises ExportError as `typeset` does."""
    return written(minutes(report, lang), picture)


def objectives(report: Report, lang: str) -> bytes:
    """Give the bytes of sheets.pdf: a page an objective. Raises ExportError as `typeset` does."""
    leaf, pages = sheets(report, lang)
    data = _about(leaf) | {"sheets": [[_told(block, {}, leaf.lang) for block in page] for page in pages]}
    return typeset("objectives.typ", data, set()).pdf


def written(leaf: Leaf, picture: bytes | None = None) -> bytes:
    """Set a paper. Raises what `typeset` does."""
    files: dict[str, bytes] = {} if picture is None else {TABLE: picture}
    shown = [block for block in leaf.blocks if picture is not None or not isinstance(block, Picture)]
    data = _about(leaf) | {"blocks": [_told(block, files, leaf.lang) for block in shown]}
    with scratch("clap-papers-") as folder:
        return typeset("papers.typ", data, set(), files=dict(_landed(folder, files))).pdf


def _about(leaf: Leaf) -> dict[str, Any]:
    names = ("title", "under", "foot", "warning", "lang", "page")
    return {name: clean(getattr(leaf, name)) for name in names}


def _told(block: Block, files: dict[str, bytes], lang: str) -> dict[str, Any]:
    """Give a block as values; pictures go to `files`, by name."""
    told: dict[str, Any] = {"kind": type(block).__name__, **_cleaned(asdict(block))}
    if isinstance(block, Picture):
        told["file"] = TABLE
    elif isinstance(block, Curve):
        told["file"] = f"curve-{len(files)}.svg"
        files[told["file"]] = vector(block, lang)
    return told


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(each) for name, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list | tuple) else value


def _landed(folder: Path, files: dict[str, bytes]) -> Iterable[tuple[str, Path]]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
        yield name, folder / name
