"""Files for the town hall, written from a session's report: papers, the register as data and as a table, a calendar.

The picture of the table is painted two floors up: whoever calls hands over a function that gives its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from game.core.errors import ExportError, GameError
from game.core.frozen import dataclass
from game.core.report import Report
from game.core.tryouts import counted
from game.export import framing, to_csv, to_docx, to_ics, to_json, to_pdf, to_xlsx
from game.places.papers import Paper, Papers
from game.words.catalogue import speaker

Done = TypeVar("Done")
Picture = Callable[[], bytes]
"""Gives the PNG of the table."""
Files = tuple[tuple[str, str, bytes], ...]
"""File names, in the language of the papers and in English, and what is in the files."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What papers are dressed in: the town's own DOCX, the PNG of the table; both may be missing."""

    template: Path | None = None
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Means:
    """What papers may be made with: what paints the table, the town's own DOCX."""

    picture: Picture | None = None
    template: Path | None = None


PLAIN = Means()


@dataclass(frozen=True, slots=True)
class Format:
    """What can be exported: its short name, the file's names in French and in English, its bytes from a report."""

    what: str
    names: tuple[str, str]
    content: Callable[[Report, str, Dress], bytes]

    def file(self, lang: str) -> str:
        """Give the file's name: stable, in the language of the papers (ISO 639-1)."""
        return self.names[lang != "fr"]

    def files(self, report: Report, lang: str, dress: Dress) -> Files:
        """Give its one file."""
        return ((self.file(lang), self.file("en"), self.content(report, lang, dress)),)


@dataclass(frozen=True, slots=True)
class Notes:
    """The framing notes: two files a purchase, one to be completed and one to be joined."""

    what: str = "cao"

    def file(self, lang: str) -> str:
        """Give the pattern of the files' names."""
        return "note-cao-*" if lang == "fr" else "cao-*"

    def files(self, report: Report, lang: str, dress: Dress) -> Files:
        """Give the files; none where no adopted objective bears on a purchase."""
        found = framing.notes(report, lang)
        papers = tuple(
            (*self._named(lang, f"{name}.docx"), to_docx.written(note, dress.template)) for name, note in found
        )
        return (*papers, *((*self._named(lang, f"{name}.pdf"), to_pdf.written(note)) for name, note in found))

    def _named(self, lang: str, name: str) -> tuple[str, str]:
        return self.file(lang).replace("*", name), self.file("en").replace("*", name)


def _plain(content: Callable[[Report, str], bytes]) -> Callable[[Report, str, Dress], bytes]:
    return lambda report, lang, _: content(report, lang)


FORMATS: tuple[Format | Notes, ...] = (
    Format("docx", ("compte-rendu.docx", "minutes.docx"),
           lambda report, lang, d: to_docx.content(report, lang, d.template, d.picture)),
    Format("pdf", ("compte-rendu.pdf", "minutes.pdf"), lambda report, lang, d: to_pdf.content(report, lang, d.picture)),
    Format("sheets", ("fiches.pdf", "sheets.pdf"), _plain(to_pdf.objectives)),
    Notes(),
    Format("xlsx", ("registre.xlsx", "objectives.xlsx"), _plain(to_xlsx.content)),
    Format("ics", ("echeances.ics", "deadlines.ics"), _plain(to_ics.content)),
    Format("csv", ("objectives.csv", "objectives.csv"), _plain(to_csv.content)),
    Format("json", ("objectives.json", "objectives.json"), _plain(to_json.content)),
)  # fmt: skip
PICTURE = ("png", "table.png")
PICTURED = (PICTURE[0], "docx", "pdf")
"""What shows the picture of the table."""
WHATS = (*(form.what for form in FORMATS), PICTURE[0])
"""What can be asked for, in the order it is written."""


def export_all(
    report: Report, lang: str, folder: Path | Papers, picture: Picture | None = None, template: Path | None = None
) -> tuple[Path, ...]:
    """Write every file in a folder, made if need be; the picture only if one can be had. Gives the files written.

    `template` is a DOCX of the town's own, whose styles, header and logo the DOCX papers keep.
    All are made before the first is written. One that cannot be made or written leaves the others, which are: then
    ExportError is raised, as `landing` and `word` say where that tells all, else `export_part`, which names the files
    that are missing (a picture also from the papers that show it). SetupError tryout_session, as core/tryouts says.
    """
    return export_some(WHATS if picture is not None else WHATS[:-1], report, lang, folder, Means(picture, template))


def export_some(
    whats: Collection[str], report: Report, lang: str, folder: Path | Papers, means: Means = PLAIN
) -> tuple[Path, ...]:
    """Write what some short names stand for (WHATS), as export_all does."""
    counted(report.session)
    trial, room = _Trial(), _room(folder)
    wanted = means.picture is not None and not {PICTURE[0], *PICTURED}.isdisjoint(whats)
    shown = trial.of(PICTURE[1], means.picture) if means.picture is not None and wanted else None
    dress = Dress(means.template, shown)
    made: list[Paper] = []
    for form in FORMATS:
        if form.what in whats:
            files = trial.of(form.file(lang), partial(form.files, report, lang, dress)) or ()
            made += (Paper(form.what, file, content, former) for file, former, content in files)
    if shown is not None and PICTURE[0] in whats:
        made.append(Paper(*PICTURE, shown, PICTURE[1]))
    begun = trial.of(made[0].name if made else "", partial(_begin, room, made, lang))
    tried = [trial.of(one.name, partial(room.put, one)) for one in made] if begun else []
    written = tuple(path for path in tried if path is not None)
    trial.done(room.folder, written)
    return written


def _room(folder: Path | Papers) -> Papers:
    return Papers(folder) if isinstance(folder, Path) else folder


def _begin(room: Papers, made: Sequence[Paper], lang: str) -> bool:
    """Note what is about to be written; gives True, for a trial."""
    room.begin(made, lang, speaker(lang).say("export.former"))
    return True


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
    what: str,
    report: Report,
    lang: str,
    folder: Path | Papers,
    picture: Picture | None = None,
    template: Path | None = None,
) -> tuple[Path, ...]:
    """Write what one short name stands for (WHATS); gives the files written: one, or two a purchase for `cao`.

    Raises ExportError: export_unknown, export_no_picture (a png without a `picture`), export_no_cao, and as
    `landing` and `word` say; SetupError tryout_session.
    """
    counted(report.session)
    room = _room(folder)
    made = _made(what, report, lang, Means(picture, template))
    if not made:
        raise ExportError("export_no_cao")
    _begin(room, made, lang)
    return tuple(room.put(one) for one in made)


def _made(what: str, report: Report, lang: str, means: Means) -> tuple[Paper, ...]:
    if what == PICTURE[0]:
        if means.picture is None:
            raise ExportError("export_no_picture")
        return (Paper(*PICTURE, means.picture(), PICTURE[1]),)
    form = next((form for form in FORMATS if form.what == what), None)
    if form is None:
        raise ExportError("export_unknown", what=what, known=WHATS)
    shown = means.picture() if means.picture is not None and what in PICTURED else None
    made = form.files(report, lang, Dress(means.template, shown))
    return tuple(Paper(what, file, content, former) for file, former, content in made)
