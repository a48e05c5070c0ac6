"""The maps people bring, whatever program wrote them: what each draws, and what was odd in it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from game.content.files import read_bytes, shown
from game.content.maps import collection, library, scan, xml
from game.content.maps.collection import Collection
from game.content.maps.drawing import Drawing
from game.content.maps.fault import MapFault, Told
from game.content.maps.locating import middle, swapped
from game.content.maps.reading import Map, folded, of_collection, whole
from game.content.maps.tags import tags
from game.content.maps.text import BYTES, decoded, unpacked
from game.content.near import slug
from game.content.pause import collector_paused
from game.content.problems import ContentError, Problem
from game.core.frozen import dataclass

OURS = (".geojson", ".json", ".umap", ".kml", ".osm", ".geojsonl", ".gz")
"""Endings of what is read here; a library is asked for THEIRS, told by their first bytes."""
THEIRS = (".gpkg", ".shp", ".fgb")
_HEADS = (b"SQLite format 3\0", b"\0\0\x27\x0a", b"fgb\x03")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OFFICE = (("word/", "map_word"), ("xl/", "map_excel"), ("ppt/", "map_office"), ("content.xml", "map_office"))
"""How a member of a document that is packed as a zip begins, and what the document then is."""
_PAGES = (b"<!doctype html", b"<html")
PBF = b"OSMHeader"


@dataclass(frozen=True, slots=True)
class Brought:
    """What some files draw, the pictures among them (JPEG), and what was set aside or guessed."""

    drawings: list[Drawing]
    pictures: tuple[bytes, ...]
    odd: tuple[Problem, ...]


def drawn(files: Sequence[Path]) -> Brought:
    """Read the maps somebody brings. Raises ContentError: a file that cannot be read."""
    found: list[Drawing] = []
    pictures: list[bytes] = []
    odd: list[Problem] = []
    for file in files:
        name = shown(file)
        data = read_bytes(file, BYTES)
        try:
            if data.startswith(scan.HEADS):
                pictures.append(scan.made(data))
                continue
            read = _read(data, file, name)
        except MapFault as why:
            raise ContentError((whole(why.told, name),)) from None
        odd += read.told
        found += _righted(read, name, odd)
    if not found and not pictures:
        raise ContentError(folded([*odd, Problem("map_empty", shown(files[0]), 0, 0)]))
    return Brought(found, tuple(pictures), folded(odd))


@collector_paused()
def _read(data: bytes, file: Path, name: str) -> Map:
    found, told = _collected(data, file)
    read = of_collection(found, name, told)
    for layer in (found.name, file.name.partition(".")[0]):
        _layered(read.drawings, layer)
    return read


def _layered(drawings: Iterable[Drawing], layer: str) -> None:
    """Tell objects the name of their layer, where that is what a sort of place is called: `ecoles.geojson`."""
    said = slug(layer)
    if any(said in (word, f"{word}s") for sort in tags().sorts for word in sort.words):
        for one in drawings:
            one.known.setdefault("calque", said.removesuffix("s"))


def _collected(data: bytes, file: Path) -> tuple[Collection, tuple[Told, ...]]:
    """Give the objects of a file, told by its bytes. Raises MapFault."""
    data = unpacked(data)
    if data.startswith(_HEADS) or PBF in data[:32]:
        return library.collected(str(file.resolve())), ()
    if data.startswith(_ZIP):
        return _packed(data, file)
    _no_map(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return xml.collected(data), ()
    text, told = decoded(data)
    return collection.collected(text), told


def _no_map(data: bytes) -> None:
    """Know a file of another trade by its first bytes. Raises MapFault."""
    if data.startswith(_OLE):
        raise MapFault("map_office")
    head = data[:4_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:20].lower().startswith(_PAGES):
        raise MapFault("map_html")
    first = head.partition(b"\n")[0]
    if head[:1].isalnum() and any(first.count(sign) for sign in (b";", b",", b"\t")) and b"{" not in first:
        raise MapFault("map_csv")


def _office(names: Sequence[str]) -> None:
    """Know an office document by what is packed in it. Raises MapFault."""
    for start, code in _OFFICE:
        if any(name.startswith(start) for name in names):
            raise MapFault(code)


def _packed(data: bytes, file: Path) -> tuple[Collection, tuple[Told, ...]]:
    """Give the objects of the first map in a zip (a KMZ is one). Raises MapFault."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            members = [one for one in packed.infolist() if not one.filename.startswith(("__MACOSX", "/", ".."))]
            if sum(one.file_size for one in members) > BYTES:
                raise MapFault("map_too_big", size=sum(one.file_size for one in members) // 10**6, limit=BYTES // 10**6)
            _office([one.filename for one in members])
            theirs = next((one for one in members if one.filename.lower().endswith(THEIRS)), None)
            ours = next((one for one in members if one.filename.lower().endswith(OURS)), None)
            if theirs is not None:
                return library.collected(f"/vsizip/{file.resolve()}/{theirs.filename}"), ()
            if ours is None:
                raise MapFault("map_zip_empty", kinds=", ".join((*OURS[:-1], *THEIRS)))
            with packed.open(ours) as member:
                within = member.read(BYTES)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise MapFault("map_packed") from None
    return _collected(within, file) if not within.startswith(_ZIP) else _nested()


def _nested() -> tuple[Collection, tuple[Told, ...]]:
    raise MapFault("map_packed")


def _righted(read: Map, file: str, odd: list[Problem]) -> list[Drawing]:
    """Turn round a map that gives its latitudes first, and say so."""
    if not read.drawings or read.crs or not swapped(read.drawings):
        return read.drawings
    for one in read.drawings:
        for path in (path for part in one.parts for path in part):
            path[:] = [[point[1], point[0]] for point in path]
        x0, y0, x1, y1 = one.box
        one.box = (y0, x0, y1, x1)
    x, y = middle(read.drawings)
    odd.append(Problem("map_turned", file, 0, 0, (("x", f"{x:.4f}"), ("y", f"{y:.4f}"))))
    return read.drawings
