"""A plan that is a picture: a scan, a photo or a page of a PDF, made small enough for a map to carry.

It is decoded in a program of its own, with limits of memory and time; what comes back is a JPEG, or nothing.
"""

from __future__ import annotations

import base64
import binascii
import sys
from importlib.util import find_spec
from io import BytesIO
from math import cos, radians
from typing import Any

from game.content import apart
from game.content.decoding import undecodable
from game.content.maps import outlet
from game.content.maps.drawing import AREA
from game.content.maps.fault import MapFault
from game.content.maps.locating import DEGREE, centre
from game.content.maps.outlet import Feature
from game.core.town import Extent

JPEG = b"\xff\xd8\xff"
HEADS = (b"\x89PNG", JPEG, b"%PDF", b"RIFF")
SIDE, QUALITY, LARGEST = 2_400, 82, 6_000_000
"""Pixels of a picture's longer side, the quality it is kept with, bytes of one that a map may carry."""
MEMORY, SECONDS = 1_500_000_000, 60
CARRIED = "data:image/jpeg;base64,"
"""What opens the property of a map's object that carries a picture."""


def made(data: bytes) -> bytes:
    """Give a picture as a JPEG of SIDE pixels at most. Raises MapFault: map_picture_bad, map_pdf_extra."""
    if data.startswith(b"%PDF") and find_spec("pypdfium2") is None:
        raise MapFault("map_pdf_extra")
    found = apart.told("game.content.maps.scan", given=data, seconds=2 * SECONDS)
    if not found.startswith(JPEG):
        raise MapFault("map_picture_bad")
    return found


def size(jpeg: bytes) -> tuple[int, int]:
    """Give the width and height of a JPEG that `made` gave, in pixels."""
    at = 2
    while jpeg[at + 1] not in range(0xC0, 0xC4):
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return int.from_bytes(jpeg[at + 7 : at + 9], "big"), int.from_bytes(jpeg[at + 5 : at + 7], "big")


def feature(jpeg: bytes, box: Extent, wide: float = 0.0) -> Feature:
    """Give the object that carries a picture, over a box in degrees: as much of it as shows it whole, in its middle.

    `wide`: kilometres that it shows from side to side, where that is known; the box's sides then count for nothing.
    """
    (x, y), (across, down) = centre(box), size(jpeg)
    east, ratio = DEGREE * cos(radians(y)), down / across
    metres = wide * 1000 or max((box[2] - box[0]) * east, (box[3] - box[1]) * DEGREE / ratio)
    dx, dy = metres / east / 2, metres * ratio / DEGREE / 2
    ring = [(x - dx, y - dy), (x + dx, y - dy), (x + dx, y + dy), (x - dx, y + dy), (x - dx, y - dy)]
    made = outlet.feature("picture", "", "", "", [[[[round(lon, 6), round(lat, 6)] for lon, lat in ring]]], AREA)
    made["properties"]["picture"] = CARRIED + base64.b64encode(jpeg).decode()
    return made


def across(made: Feature) -> float:
    """Give the kilometres that an object of `feature` shows from side to side."""
    (x0, y0), (x1, _), (_, y1), *_ = made["geometry"]["coordinates"][0]
    return float((x1 - x0) * DEGREE * cos(radians((y0 + y1) / 2)) / 1000)


def opened(said: object) -> bytes:
    """Give the picture that an object carries. Raises MapFault map_picture_bad for one that cannot be decoded."""
    if not isinstance(said, str) or not said.startswith(CARRIED) or len(said) > LARGEST * 4 // 3:
        raise MapFault("map_picture_bad")
    try:
        data = base64.b64decode(said[len(CARRIED) :], validate=True)
    except (binascii.Error, ValueError):
        raise MapFault("map_picture_bad") from None
    if not data.startswith(JPEG) or undecodable([("map.jpg", data)]):
        raise MapFault("map_picture_bad")
    return data


def main() -> None:
    """Read a picture on the input; write it as a JPEG."""
    apart.limited(MEMORY, SECONDS)
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = 200_000_000
    data = sys.stdin.buffer.read()
    whole = _page(data) if data.startswith(b"%PDF") else Image.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
    whole.draft("RGB", (SIDE, SIDE))
    upright = ImageOps.exif_transpose(whole).convert("RGBA")
    upright.thumbnail((SIDE, SIDE))
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    paper.save(sys.stdout.buffer, "JPEG", quality=QUALITY, optimize=True)


def _page(data: bytes) -> Any:
    """Give the first page of a PDF as a picture."""
    import pypdfium2

    page = pypdfium2.PdfDocument(data)[0]
    return page.render(scale=SIDE / max(page.get_size())).to_pil()
