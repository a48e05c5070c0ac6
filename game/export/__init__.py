"""Files for the town hall, written from a session's report: the register as data, as a table and as paper.

The picture of the table is painted two floors up: whoever calls hands over a function that gives its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.core.errors import ExportError
from game.core.report import Report
from game.export import landing, to_csv, to_json, to_xlsx

Picture = Callable[[], bytes]
"""Gives the PNG of the table."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file of the export: its short name, its file name, and its bytes from a report in a language."""

    what: str
    file: str
    content: Callable[[Report, str], bytes]


FORMATS = (
    Format("json", "objectives.json", to_json.content),
    Format("csv", "objectives.csv", to_csv.content),
    Format("xlsx", "objectives.xlsx", to_xlsx.content),
)
PICTURE = ("png", "table.png")
WHATS = (*(form.what for form in FORMATS), PICTURE[0])
"""What can be asked for, in the order it is written."""


def export_all(report: Report, lang: str, folder: Path, picture: Picture | None = None) -> tuple[Path, ...]:
    """Write every file in a folder, made if need be; the picture only if one can be had. Gives the files written.

    All are made before the first is written. Raises ExportError as `landing` says.
    """
    made = [(form.file, form.content(report, lang)) for form in FORMATS]
    if picture is not None:
        made.append((PICTURE[1], picture()))
    return tuple(_put(folder, file, content) for file, content in made)


def export_one(what: str, report: Report, lang: str, folder: Path, picture: Picture | None = None) -> Path:
    """Write one file: json, csv, xlsx or png.

    Raises ExportError: export_unknown, export_no_picture (a png without a `picture`), and as `landing` says.
    """
    if what == PICTURE[0]:
        if picture is None:
            raise ExportError("export_no_picture")
        return _put(folder, PICTURE[1], picture())
    form = next((form for form in FORMATS if form.what == what), None)
    if form is None:
        raise ExportError("export_unknown", what=what, known=WHATS)
    return _put(folder, form.file, form.content(report, lang))


def _put(folder: Path, file: str, content: bytes) -> Path:
    path = landing.folder(folder) / file
    landing.put(path, content)
    return path
