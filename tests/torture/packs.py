"""Packs made to harm whoever opens them, each by its kind; made here, never kept."""

from __future__ import annotations

import io
import json
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from game.authoring.scaffold import scaffold

Entry = tuple[str, bytes]
Maker = Callable[[Path, "Parts"], None]
Parts = dict[str, bytes]
STORED, DEFLATED, BZIP2, LZMA, AES = 0, 8, 12, 14, 99


def parts(folder: Path) -> Parts:
    """Give the files of a sound deck with its scenario, by name."""
    scaffold(folder, "fr")
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def zipped(path: Path, entries: Iterable[Entry], mode: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", mode) as made:
        for name, data in entries:
            info = zipfile.ZipInfo("x", (1980, 1, 1, 0, 0, 0))
            info.filename = name  # as it is: ZipInfo would mend it
            made.writestr(info, data, mode)
    return path


def header(name: bytes, data: bytes, **more: int | bytes) -> tuple[bytes, bytes]:
    """Give the local header with its data, and the line of the table, of one entry; `more` overrides what they say."""
    said = {"flags": 0, "method": STORED, "crc": zlib.crc32(data), "packed": len(data), "whole": len(data),
            "local": name, "extra": b"", "mode": (stat.S_IFREG | 0o644) << 16, "offset": 0} | more  # fmt: skip
    number = {key: value for key, value in said.items() if isinstance(value, int)}
    extra, local = bytes(said["extra"]), bytes(said["local"])  # type: ignore[arg-type]
    common = struct.pack("<HHHHIII", number["flags"], number["method"], 0, 33, number["crc"], number["packed"],
                         number["whole"])  # fmt: skip
    first = b"PK\3\4" + struct.pack("<H", 20) + common + struct.pack("<HH", len(local), 0) + local + data
    line = b"PK\1\2" + struct.pack("<HH", 0x314, 20) + common + struct.pack(
        "<HHHHHII", len(name), len(extra), 0, 0, 0, number["mode"], number["offset"]) + name + extra  # fmt: skip
    return first, line


def assembled(path: Path, entries: Iterable[tuple[bytes, bytes, dict[str, int | bytes]]], tail: bytes = b"",
              count: int | None = None, before: bytes = b"") -> None:  # fmt: skip
    """Write a zip byte by byte."""
    body, table, total = before, b"", 0
    for name, data, more in entries:
        first, line = header(name, data, **{"offset": len(body), **more})
        body, table, total = body + first, table + line, total + 1
    said = total if count is None else count
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, said & 0xFFFF, said & 0xFFFF, len(table), len(body), len(tail))
    path.write_bytes(body + table + end + tail)


def with_one(name: str, data: bytes = b"x") -> Maker:
    return lambda path, sound: zipped(path, [*sound.items(), (name, data)]) and None


def with_raw(name: bytes, data: bytes = b"x", **more: int | bytes) -> Maker:
    def make(path: Path, sound: Parts) -> None:
        assembled(path, [*((key.encode(), value, {}) for key, value in sound.items()), (name, data, more)])

    return make


def changed(name: str, change: Callable[[bytes], bytes]) -> Maker:
    def make(path: Path, sound: Parts) -> None:
        zipped(path, {**sound, name: change(sound[name])}.items())

    return make


def stored(name: str, change: Callable[[bytes], bytes]) -> Maker:
    """Change a file of a pack that is not compressed: its size is then no reason to refuse it."""
    return lambda path, sound: zipped(path, {**sound, name: change(sound[name])}.items(), zipfile.ZIP_STORED) and None


def spoilt(change: Callable[[bytes], bytes]) -> Maker:
    """Make a sound pack, then change its bytes."""
    return lambda path, sound: path.write_bytes(change(zipped(path, sound.items()).read_bytes())) and None


def overlapped(path: Path, sound: Parts) -> None:
    """Many lines of the table that name the same bytes."""
    data = zlib.compressobj(9, zlib.DEFLATED, -15)
    kernel = data.compress(b"\0" * 290_000) + data.flush()
    more = {"method": DEFLATED, "crc": zlib.crc32(b"\0" * 290_000), "whole": 290_000, "packed": max(len(kernel), 5_000)}
    entries = [(key.encode(), value, {}) for key, value in sound.items()]
    at = sum(len(header(name, value)[0]) for name, value, _ in entries)
    assembled(path, [*entries, *((b"images/%d.png" % i, kernel, {**more, "offset": at}) for i in range(400))])


def nested(path: Path, sound: Parts) -> None:
    data = b"\0" * 10_000_000
    for _ in range(4):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("a.zip", data)
        data = out.getvalue()
    zipped(path, [*sound.items(), ("images/a.png", data)], zipfile.ZIP_STORED)


def sixty_four(path: Path, sound: Parts) -> None:
    """A short end that says one file, before it a long one that says a million and a half."""
    body = b"".join(header(b"deck.yaml", b"x")[:1])
    line = header(b"a", b"")[1]
    table = line * 600_000
    at = len(body)
    long = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 600_000, 600_000, len(table), at)
    finder = b"PK\6\7" + struct.pack("<IQI", 0, at + len(table), 1)
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    path.write_bytes(body + table + long + finder + end)


def unicode_path(name: str) -> bytes:
    """Give the extra field by which a zip says another name for an entry (APPNOTE 4.6.9)."""
    data = struct.pack("<BI", 1, zlib.crc32(b"README.txt")) + name.encode()
    return struct.pack("<HH", 0x7075, len(data)) + data


def both_forms(path: Path, sound: Parts) -> None:
    """The same name for the eye, twice: "é" as one sign, and as a letter and its accent."""
    names = [unicodedata.normalize(form, "images/été.png") for form in ("NFC", "NFD")]
    zipped(path, [*sound.items(), *((name, b"x") for name in names)])


def escaped(sign: str) -> Maker:
    return changed("deck.yaml", lambda deck: deck.replace(b"title: {fr: ", f'title: {{en: "{sign}", fr: '.encode(), 1))


def map_of(root: object) -> Maker:
    return stored("scenario/town.geojson", lambda _: root if isinstance(root, bytes) else json.dumps(root).encode())


def scenario_with(old: str, new: str) -> Maker:
    return changed("scenario/scenario.yaml", lambda text: text.replace(old.encode(), new.encode(), 1))


def picture(data: bytes, name: str = "a.png") -> Maker:
    def make(path: Path, sound: Parts) -> None:
        deck = sound["deck.yaml"].replace(b"    axis: ", f"    image: images/{name}\n    axis: ".encode(), 1)
        zipped(path, {**sound, "deck.yaml": deck, f"images/{name}": data}.items())

    return make


PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 60_000, 60_000, 8, 6, 0, 0, 0)
SVG = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><svg>&b;</svg>'
BOMB = b"a: &a [x, x, x]\n" + b"".join(
    b"%c: &%c [*%c, *%c, *%c]\n" % (n, n, n - 1, n - 1, n - 1) for n in range(98, 120)
)

BOMBS = [(f"images/{i}.png", b"\0" * 99_000) for i in range(490)]
WITHIN = [("deck.yaml/", b""), ("deck.yaml/a.yaml", b"x")]
PACKS: dict[str, Maker] = {
    "goes up": with_one("../../evil.yaml"),
    "goes up inside": with_one("images/../../../evil.png"),
    "from the root": with_one("/tmp/evil-of-a-pack.yaml"),
    "backslashes": with_one("..\\..\\evil.yaml"),
    "a drive": with_one("C:/evil.yaml"),
    "a share": with_one("\\\\server\\share\\evil.yaml"),
    "a second stream": with_one("deck.yaml:evil.yaml"),
    "a link to a file": with_raw(b"images/a.png", b"/etc/passwd", mode=(stat.S_IFLNK | 0o777) << 16),
    "a link to a folder": with_raw(b"images", b"/tmp", mode=(stat.S_IFLNK | 0o777) << 16),
    "a pipe": with_raw(b"images/a.png", b"", mode=(stat.S_IFIFO | 0o644) << 16),
    "a device": with_raw(b"images/a.png", b"", mode=(stat.S_IFCHR | 0o644) << 16),
    "twice the same": with_raw(b"deck.yaml", b"format: 1\n"),
    "capitals alone": with_one("Deck.YAML"),
    "two forms of an accent": both_forms,
    "Windows names": with_one("images/con.png"),
    "Windows names with figures": with_one("images/com\u00b9.png"),
    "a dot at the end": with_one("images/a.png."),
    "a zero in the name": with_raw(b"images/a.png\0.exe"),
    "a control in the name": with_raw(b"images/\x1b[2Ja.png"),
    "a turned name": with_one("images/a\u202egnp.exe"),
    "a name without end": with_one("images/" + "a" * 5_000 + ".png"),
    "folders without end": with_one("a/" * 2_000 + "a.yaml"),
    "another name aside": with_raw(b"README.txt", extra=unicode_path("../../evil.yaml")),
    "a program": with_one("images/a.exe"),
    "a program that is said a picture": with_raw(b"images/run.sh", b"#!/bin/sh\n", mode=(stat.S_IFREG | 0o4755) << 16),
    "a bomb": with_one("images/a.png", b"\0" * 120_000_000),
    "bombs": lambda path, sound: zipped(path, [*sound.items(), *BOMBS]) and None,
    "a zip of zips": nested,
    "bytes used by many": overlapped,
    "says less than it holds": with_raw(b"README.txt", b"x" * 50_000, whole=10),
    "says more than it holds": with_raw(b"README.txt", b"x" * 10, whole=90_000),
    "says no end": with_raw(b"README.txt", b"x" * 10, whole=0xFFFFFFFE, packed=0xFFFFFFFE),
    "a wrong sum": with_raw(b"README.txt", b"hello", crc=1),
    "locked": with_raw(b"README.txt", b"x" * 40, flags=1),
    "locked otherwise": with_raw(b"README.txt", b"x" * 40, method=AES, flags=1),
    "another compression": lambda path, sound: zipped(path, sound.items(), zipfile.ZIP_LZMA) and None,
    "65,000 files": lambda path, sound: assembled(path, [(b"images/%d.png" % i, b"", {}) for i in range(65_000)]),
    "600,000 files, unsaid": sixty_four,
    "says few files": lambda path, sound: assembled(path, [(b"a%d.yaml" % i, b"", {}) for i in range(3_000)], count=2),
    "a deck that is a folder": lambda path, sound: zipped(path, WITHIN) and None,
    "a folder that is a file": with_one("images", b"x"),
    "a second end in its remark": spoilt(lambda data: data[:-2] + struct.pack("<H", 22) + b"PK\5\6" + b"\0" * 18),
    "a remark without end": spoilt(lambda data: data[:-2] + b"\xff\xff" + b"x" * 65_535),
    "something before it": spoilt(lambda data: b"MZ" + b"\x90" * 5_000 + data),
    "cut": spoilt(lambda data: data[: len(data) // 2]),
    "other names on the spot": with_raw(b"README.txt", b"x", local=b"../../evil.yaml"),
    "an offset beyond": with_raw(b"README.txt", b"x", offset=0x7FFFFFFF),
    "on another disk": spoilt(lambda data: data[:-18] + b"\7\0\7\0" + data[-14:]),
    "a zero as an escape": escaped(r"\0"),
    "an escape as an escape": escaped(r"\e]0;owned\a"),
    "a turn as an escape": escaped(r"\u202e"),
    "a bomb of links": changed("deck.yaml", lambda _: BOMB),
    "15 MB of one word": stored("deck.yaml", lambda deck: deck + b"x-a: " + b"ab " * 5_000_000),
    "15 MB of one sign": stored("deck.yaml", lambda deck: deck + b'x-a: "' + b"\\0" * 7_000_000 + b'"\n'),
    "a million values": stored("deck.yaml", lambda deck: deck + b"x-a:\n" + b"".join(
        b"- [%s]\n" % b",".join([b"a"] * 1_000) for _ in range(1_500))),
    "signs in every value": stored("deck.yaml", lambda deck: deck + b"x-a: [" + b'"\\e", ' * 11_000 + b"a]\n"),
    "20 MB pictures": lambda path, sound: zipped(path, [*sound.items(), *(
        (f"images/{i}.png", PNG + bytes([i]) * 19_000_000) for i in range(4))], zipfile.ZIP_STORED) and None,
    "a code that goes up": scenario_with("code: ESSAI", "code: ../../../evil"),
    "a deck that goes up": scenario_with("deck: ", "deck: ../../../../etc/ # "),
    "a map that goes up": scenario_with("format: 1", "format: 1\nmap: ../../../etc/passwd"),
    "a base that goes up": changed("deck.yaml", lambda deck: deck + b"extends: ../../../../../../etc/passwd\n"),
    "a map of brackets": map_of(b"[" * 900_000),
    "a map of numbers": map_of(b'{"type":"FeatureCollection","features":[' + b"1.5," * 4_900_000 + b"1]}"),
    "a map of objects": map_of(b'{"type":"FeatureCollection","features":[' + b"{}," * 6_000_000 + b"{}]}"),
    "a picture of 14 GB": picture(PNG + struct.pack(">I", zlib.crc32(PNG[12:]))),
    "a drawing that swells": picture(SVG, "a.svg"),
    "a drawing that acts": picture(b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>", "a.svg"),
    "a translation that goes up": with_one("i18n/oc.yaml", b'format: 1\ndeck: ../x\nlanguage: oc\ntitle: "\\0"\n'),
}  # fmt: skip
LARGE = frozenset({
    "a bomb", "bombs", "a zip of zips", "65,000 files", "600,000 files, unsaid", "15 MB of one word",
    "15 MB of one sign", "a million values", "20 MB pictures", "a map of numbers", "a map of objects",
    "signs in every value",
})  # fmt: skip
"""Those that take long to make."""
