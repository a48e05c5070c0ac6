"""Files for the town hall, written from a session's report: papers, the register as data and as a table, a calendar.

The picture of the table is painted two floors up: whoever calls hands over a function that gives its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from game.core.errors import ExportError, GameError
from game.core.frozen import dataclass
from game.core.report import Report
from game.core.tryouts import counted
from game.export import framing, to_csv, to_docx, to_ics, to_json, to_pdf, to_xlsx
from game.places import landing

Done = TypeVar("Done")
Picture = Callable[[], bytes]
"""Gives the PNG of the table."""
Files = tuple[tuple[str, bytes], ...]
"""File names and what is in them."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What papers are dressed in: the town's own DOCX, the PNG of the table; both may be missing."""

    template: Path | None = None
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """What can be exported: its short name, the file's name, and its bytes from a report in a language."""

    what: str
    file: str
    content: Callable[[Report, str, Dress], bytes]

    def files(self, report: Report, lang: str, dress: Dress) -> Files:
        """Give its one file."""
        return ((self.file, self.content(report, lang, dress)),)


@dataclass(frozen=True, slots=True)
class Notes:
    """The framing notes: two files a purchase, one to be completed and one to be joined."""

    what: str = "cao"
    file: str = "cao-*"

    def files(self, report: Report, lang: str, dress: Dress) -> Files:
        """Give the files; none where no adopted objective bears on a purchase."""
        found = framing.notes(report, lang)
        papers = tuple((f"cao-{name}.docx", to_docx.written(note, dress.template)) for name, note in found)
        return (*papers, *((f"cao-{name}.pdf", to_pdf.written(note)) for name, note in found))


def _plain(content: Callable[[Report, str], bytes]) -> Callable[[Report, str, Dress], bytes]:
    return lambda report, lang, _: content(report, lang)


FORMATS: tuple[Format | Notes, ...] = (
    Format("docx", "minutes.docx", lambda report, lang, d: to_docx.content(report, lang, d.template, d.picture)),
    Format("pdf", "minutes.pdf", lambda report, lang, d: to_pdf.content(report, lang, d.picture)),
    Format("sheets", "sheets.pdf", _plain(to_pdf.objectives)),
    Notes(),
    Format("xlsx", "objectives.xlsx", _plain(to_xlsx.content)),
    Format("ics", "deadlines.ics", _plain(to_ics.content)),
    Format("csv", "objectives.csv", _plain(to_csv.content)),
    Format("json", "objectives.json", _plain(to_json.content)),
)
PICTURE = ("png", "table.png")
PICTURED = (PICTURE[0], "docx", "pdf")
"""What shows the picture of the table."""
WHATS = (*(form.what for form in FORMATS), PICTURE[0])
"""What can be asked for, in the order it is written."""


def export_all(
    report: Report, lang: str, folder: Path, picture: Picture | None = None, template: Path | None = None
) -> tuple[Path, ...]:
    """Write every file in a folder, made if need be; the picture only if one can be had. Gives the files written.

    `template` is a DOCX of the town's own, whose styles, header and logo the DOCX papers keep.
    All are made before the first is written. One that cannot be made or written leaves the others, which are: then
    ExportError is raised, as `landing` and `word` say where that tells all, else `export_part`, which names the files
    that are missing (a picture also from the papers that show it). SetupError tryout_session, as core/tryouts says.
    """
    counted(report.session)
    trial = _Trial()
    shown = trial.of(PICTURE[1], picture) if picture is not None else None
    dress = Dress(template, shown)
    made = [file for form in FORMATS for file in trial.of(form.file, partial(form.files, report, lang, dress)) or ()]
    if shown is not None:
        made.append((PICTURE[1], shown))
    tried = [trial.of(file, partial(_put, folder, file, content)) for file, content in made]
    written = tuple(path for path in tried if path is not None)
    trial.done(folder, written)
    return written


class _Trial:
    """Files that are made and written one by one: those that fail leave the others."""

    def __init__(self) -> None:
        self._failed: dict[str, Exception] = {}

    def of(self, file: str, work: Callable[[], Done]) -> Done | None:
        """Do what makes or writes a file; None where it fails."""
        try:
            return work()
        except Exception as error:  # whatever it is, the other files are wanted
            self._failed[file] = error
            return None

    def done(self, folder: Path, written: tuple[Path, ...]) -> None:
        """Raise what says which files failed, if any did."""
        if not self._failed:
            return
        errors = list(self._failed.values())
        first = next((error for error in errors if not isinstance(error, GameError)), errors[0])
        if isinstance(first, GameError) and (not written or all(error == first for error in errors)):
            raise first
        raise ExportError("export_part", files=tuple(self._failed), count=len(written), folder=str(folder)) from first


def export_one(
    what: str, report: Report, lang: str, folder: Path, picture: Picture | None = None, template: Path | None = None
) -> tuple[Path, ...]:
    """Write what one short name stands for (WHATS); gives the files written: one, or two a purchase for `cao`.

    Raises ExportError: export_unknown, export_no_picture (a png without a `picture`), export_no_cao, and as
    `landing` and `word` say; SetupError tryout_session.
    """
    counted(report.session)
    if what == PICTURE[0]:
        if picture is None:
            raise ExportError("export_no_picture")
        return (_put(folder, PICTURE[1], picture()),)
    form = next((form for form in FORMATS if form.what == what), None)
    if form is None:
        raise ExportError("export_unknown", what=what, known=WHATS)
    shown = picture() if picture is not None and what in PICTURED else None
    made = form.files(report, lang, Dress(template, shown))
    if not made:
        raise ExportError("export_no_cao")
    return tuple(_put(folder, file, content) for file, content in made)


def _put(folder: Path, file: str, content: bytes) -> Path:
    path = landing.folder(folder) / file
    landing.put(path, content)
    return path
