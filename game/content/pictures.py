"""Pictures of a deck: where they may be, and what a file says of itself, without ever decoding one.

Only headers and checksums are read: an image bomb is refused by the size it announces. What a file is is told by its
first bytes, never by its name.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path, PurePosixPath
from struct import error, unpack_from

FOLDER = "images"
KINDS = ("png", "jpg", "jpeg", "webp", "svg")
BYTES, PIXELS, SIDE = 20_000_000, 40_000_000, 20_000
"""Limits of one picture: its file, its pixels, its longest side."""
SVG_BYTES, TOGETHER = 2_000_000, 150_000_000
"""Bytes of a drawing; of all the pictures of a deck, which a session and a pack take along."""

Fault = tuple[str, dict[str, str | int]]
"""A code and the facts of its sentence."""
NONE: Fault = ("", {})

_DRIVE = re.compile(r"[A-Za-z]:|[a-z]+://|[/\\~]")
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""PNG: the bit depths each colour type may have (PNG specification, 11.2.2)."""
_SVG = (
    ("entity", re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)),
    ("script", re.compile(rb"<\s*(?:\w+:)?(?:script|foreignObject|handler)\b|\son\w+\s*=|javascript:", re.IGNORECASE)),
    ("link", re.compile(rb"""(?:href|src)\s*=\s*["']?\s*(?!["'#\s]|data:image/(?:png|jpeg|webp);)""", re.IGNORECASE)),
    ("link", re.compile(rb"""url\(\s*["']?\s*(?![#"'\s])|@import|<\?xml-stylesheet""", re.IGNORECASE)),
    (
        "use",
        re.compile(
            rb"<\s*(?:\w+:)?(?:use|mask|marker|pattern|filter|include)\b|\bmarker(?:-\w+)?\s*[=:]", re.IGNORECASE
        ),
    ),
)


def path_fault(path: str) -> str:
    """Tell what is wrong with the path a deck gives for a picture: a code, or nothing."""
    parts = PurePosixPath(path).parts
    away = _DRIVE.match(path) or "\\" in path or ".." in parts or "\0" in path
    if away or len(parts) < 2 or parts[0] != FOLDER:
        return "image_outside"
    return "" if PurePosixPath(path).suffix.lower()[1:] in KINDS else "image_kind"


def file_fault(folder: Path, path: str) -> Fault:
    """Tell what is wrong with a picture file of a deck's folder; a missing one is `image_missing`."""
    file = folder
    try:
        for part in PurePosixPath(path).parts:
            file = file / part
            if file.is_symlink():
                return "image_link", {}
        size = file.stat().st_size
        if not file.is_file():
            return "image_missing", {}
        return _heavy(size) if size > BYTES else content_fault(file.read_bytes(), file.suffix.lower()[1:])
    except FileNotFoundError:
        return "image_missing", {}
    except OSError as why:
        return "image_unreadable", {"reason": why.strerror or type(why).__name__}


def _heavy(size: int) -> Fault:
    return "image_heavy", {"size": round(size / 1_000_000), "limit": BYTES // 1_000_000}


def content_fault(data: bytes, kind: str) -> Fault:
    """Tell what is wrong with the bytes of a picture; `kind` is what its name says it is."""
    found = _kind(data)
    if found == "svg":
        return _svg(data) if kind == "svg" else ("image_lies", {"kind": found})
    if not found or found != {"jpeg": "jpg"}.get(kind, kind):
        return ("image_lies", {"kind": found}) if found else ("image_broken", {})
    try:
        wide, tall = _SIZES[found](data)
    except (error, ValueError, IndexError):
        return "image_broken", {}
    return _size(wide, tall)


def _size(wide: int, tall: int) -> Fault:
    if wide < 1 or tall < 1:
        return "image_broken", {}
    if wide * tall > PIXELS or max(wide, tall) > SIDE:
        return "image_pixels", {"wide": wide, "tall": tall, "limit": PIXELS // 1_000_000}
    return NONE


def _kind(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "svg" if re.search(rb"<\s*(?:\w+:)?svg[\s>]", data[:4096]) else ""


def _png(data: bytes) -> tuple[int, int]:
    """Read the size of a PNG; every chunk's checksum must hold, and there must be pixels."""
    wide, tall, depth, colour = unpack_from(">IIBB", data, 16)
    at, names = 8, []
    while at < len(data) and b"IEND" not in names:
        length, name = unpack_from(">I4s", data, at)
        (check,) = unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(data[at + 4 : at + 8 + length]) != check:
            raise ValueError(name)
        names.append(name)
        at += 12 + length
    if names[0] != b"IHDR" or b"IDAT" not in names or names[-1] != b"IEND" or depth not in _DEPTHS.get(colour, ()):
        raise ValueError(names[0])
    return wide, tall


def _jpeg(data: bytes) -> tuple[int, int]:
    """Read the size from the first frame header (ITU T.81, B.2.2)."""
    at = 2
    while data[at] == 0xFF:
        mark = data[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            tall, wide = unpack_from(">HH", data, at + 5)
            return wide, tall
        at += 1 if mark == 0xFF else 2 + int(unpack_from(">H", data, at + 2)[0])
    raise ValueError(at)


def _webp(data: bytes) -> tuple[int, int]:
    """Read the size from the first chunk (RFC 9649)."""
    kind = data[12:16]
    if kind == b"VP8X":
        wide, tall = (int.from_bytes(data[i : i + 3], "little") + 1 for i in (24, 27))
    elif kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        wide, tall = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        wide, tall = (side & 0x3FFF for side in unpack_from("<HH", data, 26))
    else:
        raise ValueError(kind)
    return wide, tall


_SIZES = {"png": _png, "jpg": _jpeg, "webp": _webp}


def _svg(data: bytes) -> Fault:
    """Refuse a drawing that reaches out of its file or could grow without end."""
    if len(data) > SVG_BYTES:
        return _heavy(len(data))
    text = data.replace(b"\0", b"")  # a UTF-16 drawing hides its words behind zeros
    found = next((what for what, pattern in _SVG if pattern.search(text)), "")
    if found:
        return f"image_svg_{found}", {}
    return NONE if _well_formed(data) else ("image_broken", {})


def _well_formed(data: bytes) -> bool:
    from xml.parsers import expat

    try:
        expat.ParserCreate().Parse(data, True)  # noqa: FBT003  its own signature; entities were refused before
    except expat.ExpatError:
        return False
    return True
