"""Files reach their folder whole or not at all, and what is wrong is said."""

from __future__ import annotations

import os
import subprocess
import sys
from errno import EACCES, EBUSY, EIO, ENOSPC
from pathlib import Path, PurePath

import pytest

from game.core.errors import ExportError
from game.core.report import Report
from game.export import FORMATS, WHATS, Dress, Files, Format, Notes, export_all, export_one
from game.places import landing
from game.places.papers import RECORD
from game.words.catalogue import speaker
from game.words.refusals import failure
from tests.export.conftest import png
from tests.odd_files import odd

NOTES = [f"note-cao-{name}.{kind}" for name in ("enf-denrees", "soli-nettoyage", "sport-patinoire-moe",
         "trav-ecole-pres", "urb-mobilier") for kind in ("docx", "pdf")]  # fmt: skip
FILES = ["compte-rendu.docx", "compte-rendu.pdf", "echeances.ics", "fiches.pdf", *NOTES, "objectives.csv",
         "objectives.json", "registre.xlsx", "table.png"]  # fmt: skip
KINDS = {"sheets": ".pdf"}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != RECORD)


def code(error: pytest.ExceptionInfo[ExportError]) -> str:
    """Give the code, once its sentence was found in both languages, every fact in it filled."""
    for lang in ("fr", "en"):
        said = failure(error.value, speaker(lang))
        assert said != f"error.{error.value.code}"
        assert "{" not in said
    return error.value.code


def test_all_files_in_a_folder_made_for_them(left: Report, blank: Report, tmp_path: Path) -> None:
    folder = tmp_path / "mairie" / "séance 4"
    written = export_all(left, "fr", folder, png)
    assert names(folder) == FILES == sorted(path.name for path in written)
    assert (folder / "table.png").read_bytes() == png()
    without = {path.name for path in export_all(blank, "fr", tmp_path / "two")}
    assert without == {path.name for path in export_all(blank, "fr", tmp_path / "three", png)} - {"table.png"}


@pytest.mark.parametrize("what", WHATS)
def test_one_kind_alone(what: str, left: Report, tmp_path: Path) -> None:
    written = export_one(what, left, "fr", tmp_path, png)
    assert names(tmp_path) == sorted(path.name for path in written)
    if what == "cao":
        assert names(tmp_path) == NOTES
    else:
        assert [path.suffix for path in written] == [KINDS.get(what, f".{what}")]


def test_no_note_where_nothing_is_adopted(blank: Report, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as error:
        export_one("cao", blank, "fr", tmp_path)
    assert code(error) == "export_no_cao"
    assert names(tmp_path) == []


def test_what_cannot_be_asked_for(left: Report, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as error:
        export_one("odt", left, "fr", tmp_path)
    assert code(error) == "export_unknown"
    with pytest.raises(ExportError) as error:
        export_one("png", left, "fr", tmp_path)
    assert code(error) == "export_no_picture"


def test_a_picture_that_fails_is_said_and_the_rest_is_written(left: Report, tmp_path: Path) -> None:
    def broken() -> bytes:
        raise RuntimeError

    with pytest.raises(ExportError) as error:
        export_all(left, "fr", tmp_path / "new", broken)
    assert code(error) == "export_part"
    assert error.value.facts["files"] == ("table.png",)
    assert isinstance(error.value.__cause__, RuntimeError), "for the fault file"
    assert names(tmp_path / "new") == [name for name in FILES if name != "table.png"]


class Kept:
    """A format that gives again the files it gave once; `broken`, none."""

    def __init__(self, form: Format | Notes, report: Report) -> None:
        self.what, self.file, self.broken = form.what, form.file, False
        self._made = form.files(report, "fr", Dress(None, png()))

    def files(self, *_: object) -> Files:
        if self.broken:
            raise ZeroDivisionError
        return self._made


@pytest.fixture(scope="module")
def kept(left: Report) -> tuple[Kept, ...]:
    return tuple(Kept(form, left) for form in FORMATS)


@pytest.fixture
def quick(kept: tuple[Kept, ...], monkeypatch: pytest.MonkeyPatch) -> tuple[Kept, ...]:
    """Have the files made once for all the tests that ask what becomes of them, not what is in them."""
    monkeypatch.setattr("game.export.FORMATS", kept)
    return kept


@pytest.mark.parametrize("at", range(len(FORMATS)), ids=lambda at: FORMATS[at].what)
def test_a_format_that_fails_is_named_and_the_rest_is_written(
    at: int, left: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick: tuple[Kept, ...]
) -> None:
    form = quick[at]
    monkeypatch.setattr(form, "broken", True)
    with pytest.raises(ExportError) as error:
        export_all(left, "fr", tmp_path, png)
    assert code(error) == "export_part"
    assert error.value.facts["files"] == (form.file("fr"),)
    assert names(tmp_path) == [name for name in FILES if not PurePath(name).match(form.file("fr"))]


@pytest.mark.usefixtures("quick")
def test_a_file_open_elsewhere_leaves_the_others(left: Report, tmp_path: Path) -> None:
    for name in ("compte-rendu.docx", "objectives.csv"):
        (tmp_path / name).mkdir()
    with pytest.raises(ExportError) as error:
        export_all(left, "fr", tmp_path, png)
    assert code(error) == "export_part"
    assert error.value.facts["files"] == ("compte-rendu.docx", "objectives.csv")
    assert names(tmp_path) == FILES
    (tmp_path / "compte-rendu.docx").rmdir()
    with pytest.raises(ExportError) as error:
        export_all(left, "fr", tmp_path, png)
    assert code(error) == "export_is_folder"
    assert (tmp_path / "compte-rendu.docx").is_file()


@pytest.mark.parametrize("number", [ENOSPC, EIO])
def test_a_write_that_fails_midway_leaves_the_former_file(
    number: int, left: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "objectives.json").write_bytes(b"former")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError) as error:
        export_one("json", left, "fr", tmp_path)
    assert code(error) == {ENOSPC: "disk_full", EIO: "export_failed"}[number]
    assert names(tmp_path) == ["objectives.json"]
    assert (tmp_path / "objectives.json").read_bytes() == b"former"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_file_the_system_cuts_short_leaves_the_former_one(tmp_path: Path) -> None:
    path = tmp_path / "objectives.json"
    path.write_bytes(b"former")
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from game.core.errors import ExportError\n"
        "from game.places.landing import put\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    put(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except ExportError as error:\n"
        "    print(error.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == "disk_full\n"
    assert names(tmp_path) == ["objectives.json"]
    assert path.read_bytes() == b"former"


@pytest.mark.parametrize("number", [EACCES, EBUSY])
def test_a_file_open_elsewhere_is_said(
    number: int, left: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Windows answers when a spreadsheet holds the file."""

    def held(self: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number), str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(ExportError) as error:
        export_one("csv", left, "fr", tmp_path)
    assert code(error) == "export_busy"
    assert names(tmp_path) == []


def test_a_folder_in_the_way_is_said(left: Report, tmp_path: Path) -> None:
    (tmp_path / "objectives.csv").mkdir()
    with pytest.raises(ExportError) as error:
        export_one("csv", left, "fr", tmp_path)
    assert code(error) == "export_is_folder"
    assert names(tmp_path) == ["objectives.csv"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("below", ["", "below"])
def test_a_file_instead_of_a_folder_is_said(below: str, left: Report, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError) as error:
        export_all(left, "fr", tmp_path / "file" / below)
    assert code(error) == "export_not_a_folder"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root and Windows write anywhere")
def test_a_folder_one_may_not_write_in_is_said(left: Report, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError) as error:
        export_all(left, "fr", tmp_path)
    tmp_path.chmod(0o700)
    assert code(error) == "folder_unwritable"


def test_a_folder_the_system_refuses_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(EACCES, os.strerror(EACCES), str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ExportError) as error:
        landing.folder(tmp_path / "new")
    assert code(error) == "folder_unwritable"


# What stands in the way, and what was left or put there.


def test_what_was_left_by_a_killed_program_does_not_block(tmp_path: Path) -> None:
    (tmp_path / f".clap-{os.getpid()}-0.part").write_bytes(b"left")
    landing.put(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    assert names(tmp_path) == [f".clap-{os.getpid()}-0.part", "a.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    mine, room = tmp_path / "mine.txt", tmp_path / "room"
    mine.write_bytes(b"mine")
    room.mkdir()
    for name in (f".clap-{os.getpid()}-0.part", "a.csv", ".a.csv.part"):
        (room / name).symlink_to(mine)
    landing.put(room / "a.csv", b"new")
    assert mine.read_bytes() == b"mine"
    assert (room / "a.csv").read_bytes() == b"new"
    assert not (room / "a.csv").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_what_may_tell_of_people_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    landing.put(tmp_path / "a.txt", b"x", private=True)
    landing.put(tmp_path / "b.txt", b"x")
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "b.txt").stat().st_mode & 0o200


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize(
    ("kind", "expected"),
    [("fifo", "export_is_device"), ("socket", "export_is_device"), ("folder", "export_is_folder"),
     ("long_name", "export_failed"), ("nul", "export_failed"), ("below_a_file", "export_failed")],
)  # fmt: skip
def test_a_target_that_is_no_file_is_said(kind: str, expected: str, tmp_path: Path) -> None:
    path = odd(kind, tmp_path, ".csv")
    before = names(tmp_path)
    with pytest.raises(ExportError) as error:
        landing.put(path, b"x")
    assert code(error) == expected
    assert names(tmp_path) == before


def test_a_file_that_is_protected_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"kept")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
    with pytest.raises(ExportError) as error:
        landing.put(path, b"x")
    assert code(error) == "export_busy"
    assert path.read_bytes() == b"kept"


def test_a_name_at_the_systems_limit_is_written(tmp_path: Path) -> None:
    landing.put(tmp_path / f"{'a' * 251}.csv", b"x")
    assert names(tmp_path) == [f"{'a' * 251}.csv"]
