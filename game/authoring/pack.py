"""A deck as one file to share: a zip of its folder, the same bytes for the same deck; and such a file opened safely.

Whatever the zip says of itself is checked before anything is written, and what is written is counted.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from game.content.problems import ContentError, Problem
from game.content.shelf import DECK
from game.core.errors import SetupError
from game.core.frozen import dataclass
from game.places import landing
from game.places.folders import cache
from game.places.looks import is_file

SUFFIX = ".clapdeck.zip"
FOLDERS = ("images", "i18n", "scenario", ".schema")
KINDS = frozenset({"yaml", "yml", "md", "txt", "png", "jpg", "jpeg", "webp", "gif", "svg", "json", "geojson", "csv"})
"""What a deck is made of: a folder of text and pictures, one level of folders."""
LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
"""Files that systems leave in folders and in the zips people make of them by hand: passed over."""
FILES, BYTES, ZIPPED, RATIO = 500, 150_000_000, 80_000_000, 60
"""Limits of a pack: its files, its bytes once opened, its bytes as it is, how much smaller than what it holds."""
SMALL = 100_000
"""Bytes under which a file's ratio tells nothing."""
ENTRY, TAIL, FINDER = 1_000, 66_000, 20
"""Bytes of one line of a zip's table of contents at most; of its end, where the table is announced; of the finder that
stands before the end of a zip of more files than the end can count."""
CHUNK = 1 << 16
LONGEST = 120
"""Bytes of a file's name."""
EPOCH = (1980, 1, 1, 0, 0, 0)
_NAME = re.compile(r"(?!(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$))[\w.][\w .()+,'@&=-]*", re.IGNORECASE)
"""A file's name that every system takes; some systems keep a few names for themselves."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was made: its file, what it holds, and the files of the folder that it does not take."""

    path: Path
    files: tuple[str, ...]
    left: tuple[str, ...]


def pack(folder: Path, to: Path) -> Packed:
    """Write a checked deck's folder to a zip.

    Raises ContentError when what it holds could not be opened again, SetupError not_written, and as `landing.allowed`.
    """
    found = sorted(path for path in folder.rglob("*") if path.is_symlink() or is_file(path))
    names = {path.relative_to(folder).as_posix(): path for path in found}
    taken = {name: path for name, path in names.items() if _of_a_deck(name) and not path.is_symlink()}
    landing.allowed(to)
    try:
        _made(taken, to)
    except OSError as error:
        raise SetupError("not_written", path=str(to), reason=error.strerror or "") from error
    return Packed(to, tuple(taken), tuple(name for name in names if name not in taken and not _litter(name)))


def _made(files: dict[str, Path], to: Path) -> None:
    """Write a zip beside its place, open it as anyone will, and put it there."""
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".pack") as folder:
        part = Path(folder) / to.name
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as made:
            for name, path in files.items():
                info = zipfile.ZipInfo(name, EPOCH)
                info.external_attr = (stat.S_IFREG | 0o644) << 16
                made.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
        with _archive(part, str(to)):
            part.replace(to)


def _of_a_deck(name: str) -> bool:
    parts = PurePosixPath(name).parts
    placed = len(parts) == 1 or (len(parts) == 2 and parts[0] in FOLDERS)
    return placed and _known(name) and all(_NAME.fullmatch(part) for part in parts)


def _known(name: str) -> bool:
    return name.rpartition(".")[2].lower() in KINDS


def _litter(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return parts[0] == "__MACOSX" or parts[-1].lower() in LITTER or parts[-1].startswith("._")


def is_pack(path: Path) -> bool:
    """Tell whether a file is a zip by its name or by how it begins."""
    if not is_file(path):
        return False
    try:
        with path.open("rb") as file:
            return path.suffix.lower() == ".zip" or file.read(4) == b"PK\3\4"
    except OSError:
        return False


def opened(path: Path) -> Path:
    """Open a pack: give the folder of its deck, in the cache. Raises ContentError, with one problem, if unsafe."""
    shown = str(path)
    with _archive(path, shown) as (archive, entries):
        home = cache() / "packs" / _digest(path)
        kept = next(home.glob(f"*/{DECK}"), None)
        return kept.parent if kept is not None else _unpacked(archive, entries, home, shown)


class _archive:  # noqa: N801  read as the function it is: with _archive(…) as (archive, entries)
    """A zip whose table of contents was read and found safe, with the name each entry is written under."""

    def __init__(self, path: Path, shown: str) -> None:
        _ending(path, shown)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise _fault("pack_broken", shown) from error
        self._shown, self._size = shown, path.stat().st_size

    def __enter__(self) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
        try:
            return self._zip, _entries(self._zip.infolist(), self._shown, self._size)
        except BaseException:
            self._zip.close()
            raise

    def __exit__(self, *_: object) -> None:
        self._zip.close()


def _ending(path: Path, shown: str) -> None:
    """Refuse, from its last bytes, a zip that would be long to read the contents of."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a pipe would be waited for
            raise _fault("pack_broken", shown)
        size = about.st_size
        with path.open("rb") as file:
            file.seek(max(0, size - TAIL))
            tail = file.read(TAIL)
    except OSError as error:
        raise _fault("file_unreadable", shown, reason=error.strerror or "") from error
    at = tail.rfind(b"PK\5\6")
    if size > ZIPPED:
        raise _fault("pack_big", shown, limit=ZIPPED // 1_000_000)
    if at < 0 or len(tail) - at < 22:
        raise _fault("pack_broken", shown)
    count, table = (int.from_bytes(tail[at + i : at + j], "little") for i, j in ((10, 12), (12, 16)))
    longer = tail[max(0, at - FINDER) : at].startswith(b"PK\6\7")  # an end for millions of files: it would be believed
    if longer or count > FILES or table > FILES * ENTRY:
        raise _fault("pack_many", shown, limit=FILES)


def _entries(infos: list[zipfile.ZipInfo], shown: str, size: int) -> dict[str, zipfile.ZipInfo]:
    """Give what is to be written, by safe name; `size` is that of the pack, in bytes."""
    if len(infos) > FILES:
        raise _fault("pack_many", shown, limit=FILES)
    files = [info for info in infos if not info.is_dir() and not _litter(info.filename)]
    for info in files:
        _regular(info, shown)
        _named(info.orig_filename, shown)
        _named(info.filename, shown)  # an extra field may say another
    _sized(files, shown, size)
    return _placed(files, shown)


def _regular(info: zipfile.ZipInfo, shown: str) -> None:
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise _fault("pack_link", shown, name=_clip(info.filename))
    if info.flag_bits & 1:
        raise _fault("pack_locked", shown, name=_clip(info.filename))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _fault("pack_broken", shown)


def _plain(name: str) -> str:
    """Give a name as it is written here: systems spell an accent in two ways, which are one name for people."""
    return normalize("NFC", name)


def _named(name: str, shown: str) -> None:
    parts = _plain(name).split("/")
    if "\\" in name or name.startswith("/") or ".." in parts or re.match("[A-Za-z]:", name):
        raise _fault("pack_escapes", shown, name=_clip(name))
    if not all(_NAME.fullmatch(part) and part[-1] not in ". " and len(part.encode()) <= LONGEST for part in parts):
        raise _fault("pack_name", shown, name=_clip(name))


def _sized(files: list[zipfile.ZipInfo], shown: str, size: int) -> None:
    """Refuse what would swell, and bytes that several files say are theirs."""
    whole, packed = sum(info.file_size for info in files), sum(info.compress_size for info in files)
    bloated = any(_bloated(info.file_size, info.compress_size) for info in files)
    if whole > BYTES or packed > size or bloated or _bloated(whole, packed):
        raise _fault("pack_bomb", shown, size=max(1, whole // 1_000_000), limit=BYTES // 1_000_000)


def _bloated(whole: int, packed: int) -> bool:
    return whole > SMALL and whole > RATIO * max(packed, 1)


def _placed(files: list[zipfile.ZipInfo], shown: str) -> dict[str, zipfile.ZipInfo]:
    """Give the names within the deck's folder: people zip the folder itself as often as what it holds."""
    tops = {_plain(info.filename).partition("/")[0] for info in files}
    within = len(tops) == 1 and all("/" in info.filename for info in files) and tops.isdisjoint(FOLDERS)
    found: dict[str, zipfile.ZipInfo] = {}
    for info in files:
        name = _plain(info.filename)
        name = name.partition("/")[2] if within else name
        if not _of_a_deck(name):
            nested = _known(name)
            raise _fault(
                "pack_nested" if nested else "pack_kind", shown, name=_clip(name), known=", ".join(FOLDERS[:3])
            )
        if name.casefold() in {known.casefold() for known in found}:
            raise _fault("pack_twice", shown, name=_clip(name))
        found[name] = info
    if DECK not in found:
        raise _fault("pack_no_deck", shown)
    return found


def _unpacked(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], home: Path, shown: str) -> Path:
    home.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(dir=home.parent, prefix=".part"))
    try:
        for name, info in entries.items():
            file = part / "deck" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(archive, info, file)
        (part / "deck").rename(part / _called(part / "deck" / DECK))
        shutil.rmtree(home, ignore_errors=True)
        part.rename(home)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise _fault("pack_broken", shown) from error
    except OSError as error:
        raise _fault("pack_unwritten", shown, folder=str(home.parent), reason=error.strerror or "") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return next(home.glob(f"*/{DECK}")).parent


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, to: Path) -> None:
    with to.open("xb") as out:
        for piece in _pieces(archive, info):
            out.write(piece)


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Read an entry, as much of it as it announces. Raises BadZipFile, whatever is wrong."""
    left = info.file_size
    try:
        with archive.open(info) as source:
            while piece := source.read(CHUNK):
                left -= len(piece)
                if left < 0:
                    raise zipfile.BadZipFile(info.filename)
                yield piece
        if left:
            raise zipfile.BadZipFile(info.filename)
    except OSError as error:
        raise zipfile.BadZipFile(info.filename) from error


def _called(deck: Path) -> str:
    """Give the folder's name: the deck's id, by which its scenario finds it."""
    found = re.search(rb"^id:[ \t]*[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)", deck.read_bytes()[:CHUNK], re.MULTILINE)
    return found[1].decode()[:60] if found else "deck"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]


def _fault(code: str, file: str, **facts: str | int) -> ContentError:
    return ContentError((Problem(code, file, 0, 0, tuple(facts.items())),))


def _clip(name: str) -> str:
    shown = "".join(sign if sign.isprintable() else "?" for sign in name)
    return shown if len(shown) <= 60 else shown[:59] + "…"
