"""A photograph opened and looked through for codes, in a program of its own with limits of memory and time.

What comes back is its size upright, the codes found in it and a smaller picture of it; or what is wrong with it.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from math import hypot
from typing import Any

from game.content import apart
from game.core.errors import SetupError
from game.core.frozen import dataclass
from game.core.town import Point

LARGEST, PIXELS, SMALLEST = 60_000_000, 30_000_000, 300
"""Bytes of a photograph's file, its pixels at most, pixels of its shorter side at least."""
MEMORY, SECONDS = 1_200_000_000, 20
SCALES, ENLARGED = (1.0, 1.5, 2.0, 3.0), 50_000_000
"""How large a photograph is looked through, and its pixels then at most: each size reads codes that others miss."""
SIDE, QUALITY = 1_920, 85
"""Longest side in pixels of the picture that is given back, and its quality."""
HEADS = {
    b"\xff\xd8\xff": "",
    b"\x89PNG": "",
    b"RIFF": "",
    b"%PDF": "photo_pdf",
    b"GIF8": "photo_kind",
    b"BM": "photo_kind",
}
HEIF = (b"heic", b"heix", b"mif1", b"avif", b"hevc")


@dataclass(frozen=True, slots=True)
class Code:
    """A code: its digits ("" where it was seen but not read) and its corners in pixels, from its own top left on."""

    number: str
    corners: tuple[Point, ...]

    @property
    def middle(self) -> Point:
        """Give its middle, in pixels."""
        return sum(x for x, _ in self.corners) / 4, sum(y for _, y in self.corners) / 4

    @property
    def side(self) -> float:
        """Give its side in pixels, at a mean."""
        ends = (*self.corners[1:], self.corners[0])
        return sum(hypot(a - c, b - d) for (a, b), (c, d) in zip(self.corners, ends, strict=True)) / 4


@dataclass(frozen=True, slots=True)
class Seen:
    """A photograph as it was seen: its size in pixels upright, the codes in it, a smaller JPEG of it."""

    size: tuple[int, int]
    codes: tuple[Code, ...]
    picture: bytes


def seen(data: bytes, name: str) -> Seen:
    """Look through a photograph; `name` is what it is called when it cannot be.

    Raises SetupError: photo_empty, photo_heavy, photo_heif, photo_pdf, photo_kind, photo_large, photo_small, photo_cut,
    photo_bad.
    """
    wrong = _wrong(data)
    said = b"" if wrong else apart.told("game.photo.eye", given=data, seconds=2 * SECONDS)
    head, _, picture = said.partition(b"\n")
    found: dict[str, Any] = json.loads(head) if head else {"fault": wrong or "photo_bad"}
    if found["fault"]:
        raise SetupError(found["fault"], file=name)
    return _made(found, picture)


def looked(data: bytes) -> Seen:
    """Look through a photograph in this very program, as `main` does in one of its own. Raises SetupError too."""
    found, picture = _looked(data)
    if found["fault"]:
        raise SetupError(found["fault"], file="")
    return _made(found, picture)


def _made(found: dict[str, Any], picture: bytes) -> Seen:
    codes = tuple(Code(number, tuple((x, y) for x, y in corners)) for number, corners in found["codes"])
    wide, high = found["size"]
    return Seen((wide, high), codes, picture)


def _wrong(data: bytes) -> str:
    """Tell what is wrong with a file by its size and its first bytes."""
    if not data:
        return "photo_empty"
    if len(data) > LARGEST:
        return "photo_heavy"
    if data[4:8] == b"ftyp" and data[8:12] in HEIF:
        return "photo_heif"
    return next((code for head, code in HEADS.items() if data.startswith(head)), "photo_kind")


def main() -> None:
    """Look through the photograph on the input; write what was seen as JSON, a line's end, the smaller picture."""
    apart.limited(MEMORY, SECONDS)
    out = sys.stdout.buffer
    found, picture = _looked(sys.stdin.buffer.read())
    out.write(json.dumps(found).encode() + b"\n" + picture)


def _looked(data: bytes) -> tuple[dict[str, Any], bytes]:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # measured here, before anything is decoded
    try:
        whole = Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP"))
        if whole.width * whole.height > PIXELS:
            return {"fault": "photo_large"}, b""
        if min(whole.size) < SMALLEST:
            return {"fault": "photo_small"}, b""
        whole.load()
        upright = ImageOps.exif_transpose(whole).convert("RGB")
    except OSError as why:
        return {"fault": "photo_cut" if "truncated" in str(why) else "photo_bad"}, b""
    except Exception:  # a decoder may raise anything of a file made to break it
        return {"fault": "photo_bad"}, b""
    codes = _codes(upright.convert("L"))
    size = upright.size
    upright.thumbnail((SIDE, SIDE))
    file = BytesIO()
    upright.save(file, "JPEG", quality=QUALITY)
    return {"fault": "", "size": size, "codes": codes}, file.getvalue()


def _codes(grey: Any) -> list[tuple[str, list[Point]]]:
    """Find the codes of a picture, looked through at several sizes; each is given once, read rather than not."""
    sizes = (scale for scale in SCALES if scale == 1 or grey.width * grey.height * scale**2 <= ENLARGED)
    found = [one for scale in sizes for one in _read(grey, scale)]
    kept: list[tuple[str, list[Point]]] = []
    for number, corners in sorted(found, key=lambda one: not one[0]):
        if not any(number in ("", other) and _touching(corners, known) for other, known in kept):
            kept.append((number, corners))
    return kept


def _read(grey: Any, scale: float) -> list[tuple[str, list[Point]]]:
    import zxingcpp

    size = round(grey.width * scale), round(grey.height * scale)
    matrix = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.DataMatrix)
    read = zxingcpp.read_barcodes(grey.resize(size), formats=matrix, try_invert=False, return_errors=True)
    found = []
    for one in read:
        at = one.position
        corners = [((p.x + 0.5) / scale - 0.5, (p.y + 0.5) / scale - 0.5)
                   for p in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)]  # fmt: skip
        found.append((one.text if one.valid else "", corners))
    return found


def _touching(some: list[Point], others: list[Point]) -> bool:
    """Tell whether two codes are one: their middles are nearer than half their side."""
    (x, y), (u, v) = ((sum(a for a, _ in each) / 4, sum(b for _, b in each) / 4) for each in (some, others))
    return hypot(x - u, y - v) < hypot(some[0][0] - some[2][0], some[0][1] - some[2][1]) / 2.8
