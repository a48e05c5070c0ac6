"""What a DOCX holds, read under limits: a zip whose names, number and sizes are checked before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from game.core.errors import ExportError

PACKED, UNPACKED, PARTS = 30_000_000, 64_000_000, 1_000
"""Limits of a template: its bytes, the bytes it says it unpacks to, its parts."""
XML = 6_000_000
"""Bytes of one part that is text: styles of a large town take half a million."""
_ENTRY, _ZIP = b"PK\x01\x02", b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (_OLE, "Word 97-2003 (.doc)"))
_PARTS_OF_OTHERS = (("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"))


class Parcel:
    """The parts of a DOCX by name. Raises ExportError without its path: template_password, template_kind (kind),
    template_heavy (limit: megabytes), template_not_docx.
    """

    def __init__(self, data: bytes) -> None:
        _other(data)
        if len(data) > PACKED or data.count(_ENTRY) > PARTS:
            raise ExportError("template_heavy", limit=UNPACKED // 1_000_000)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise ExportError("template_not_docx") from error
        self._infos = _named(self._zip.infolist())
        self._left = UNPACKED
        _office(self)

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._infos

    def names(self) -> tuple[str, ...]:
        """Give the names of all parts, casefolded."""
        return tuple(self._infos)

    def read(self, name: str, most: int = XML) -> bytes:
        """Give a part's bytes: never more than it announces, nor than is left of what all may unpack to."""
        info = self._infos.get(name.casefold())
        if info is None:
            raise ExportError("template_not_docx")
        try:
            with self._zip.open(info) as part:
                data = part.read(min(most, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise ExportError("template_not_docx") from error
        except RuntimeError as error:  # what zipfile says of a part with a password
            raise ExportError("template_password") from error
        if len(data) > min(most, self._left):
            raise ExportError("template_heavy", limit=UNPACKED // 1_000_000)
        self._left -= len(data)
        return data


def _other(data: bytes) -> None:
    """Tell a file of another kind by how it begins."""
    if data.startswith(_OLE) and _LOCKED in data:
        raise ExportError("template_password")
    for head, kind in _OTHERS:
        if data.lstrip(b"\xef\xbb\xbf \r\n").startswith(head):
            raise ExportError("template_kind", kind=kind)
    if not data.startswith(_ZIP):
        raise ExportError("template_not_docx")


def _named(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Give the parts by casefolded name. Refuses names that lead out, names twice, and sizes that are too much."""
    found: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.orig_filename.casefold()
        if "\\" in name or "\0" in name or ":" in name or name.startswith("/") or ".." in PurePosixPath(name).parts:
            raise ExportError("template_not_docx")
        if name in found:
            raise ExportError("template_not_docx")
        if info.flag_bits & 1:
            raise ExportError("template_password")
        found[name] = info
    if len(found) > PARTS or sum(info.file_size for info in infos) > UNPACKED:
        raise ExportError("template_heavy", limit=UNPACKED // 1_000_000)
    return found


def _office(parcel: Parcel) -> None:
    """Tell the zip of another program."""
    if "mimetype" in parcel and b"opendocument" in parcel.read("mimetype", 1_000):
        raise ExportError("template_kind", kind="OpenDocument (.odt)")
    for name, kind in _PARTS_OF_OTHERS:
        if name in parcel:
            raise ExportError("template_kind", kind=kind)
