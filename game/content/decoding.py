"""Pictures decoded once, in a program of their own: what a picture does to its reader is done there, and no further.

That program has a limit of memory and of time where the system sets any; it is given bytes and gives back numbers.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from io import BytesIO
from typing import BinaryIO

from game.content import apart

MEMORY, SECONDS = 700_000_000, 20
"""Bytes of address space (a picture of the largest size takes a quarter, the libraries the rest) and seconds."""
FORMATS = ("PNG", "JPEG", "WEBP")
HEAD, TOGETHER = 4, 20_000_000
"""Bytes that tell a picture's length; bytes of pictures given to one program, at least."""


def undecodable(pictures: Iterable[tuple[str, bytes]]) -> tuple[str, ...]:
    """Give the names of the pictures that cannot be decoded whole; drawings (SVG) are not decoded here.

    They are taken a few at a time, so that pictures that are read as they are asked for are not all held.
    """
    wrong: list[str] = []
    some: list[tuple[str, bytes]] = []
    for name, data in pictures:
        if not name.lower().endswith(".svg"):
            some.append((name, data))
        if sum(len(one) for _, one in some) > TOGETHER:
            wrong += _undecodable(some)
            some = []
    return (*wrong, *_undecodable(some))


def _undecodable(asked: list[tuple[str, bytes]]) -> list[str]:
    wrong: list[str] = []
    while asked:
        done, sound = _told([data for _, data in asked])
        wrong += [name for (name, _), good in zip(asked, sound, strict=False) if not good]
        if done < len(asked):  # it ended on this one, whatever killed it
            wrong.append(asked[done][0])
        asked = asked[done + 1 :]
    return wrong


def _told(pictures: list[bytes]) -> tuple[int, list[bool]]:
    """Have pictures decoded; give how many were answered, and whether each is sound."""

    given = b"".join(len(data).to_bytes(HEAD, "big") + data for data in pictures)
    run = apart.command("game.content.decoding")
    try:
        done = subprocess.run(run, input=given, capture_output=True, timeout=2 * SECONDS, check=False)
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
    except OSError:  # no program can be started here: nothing is known of any
        return len(pictures), [True] * len(pictures)
    else:
        said = done.stdout
    answers = [one == ord("1") for one in said if one in b"01"]
    return len(answers), answers


def main() -> None:
    """Decode what stands on the input, one picture after the other, each after its length; answer a digit each."""
    apart.limited(MEMORY, SECONDS)
    source, out = sys.stdin.buffer, sys.stdout.buffer
    while length := int.from_bytes(source.read(HEAD), "big"):
        out.write(b"1" if _sound(source.read(length)) else b"0")
        out.flush()


def _sound(data: bytes) -> bool:
    from PIL import Image

    from game.content.pictures import PIXELS

    Image.MAX_IMAGE_PIXELS = PIXELS
    handle: BinaryIO = BytesIO(data)
    try:
        with Image.open(handle, formats=FORMATS) as picture:
            if picture.size[0] * picture.size[1] > PIXELS:
                return False
            picture.load()
    except Exception:  # a decoder may raise anything of a file made to break it
        return False
    return True
