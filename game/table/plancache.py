"""The plan as a session first shows it, kept in the user's cache: painting it again takes a tenth of a start.

It holds for the same map, size, camera and words, the same program and fonts; anything else, a spoilt file or a
folder that cannot be written, is as if nothing had been kept.
"""

from __future__ import annotations

import hashlib
import zlib
from contextlib import suppress
from pathlib import Path

import pygame

from game.core.errors import SetupError
from game.core.town import Camera, Town
from game.places import caches
from game.places.folders import cache
from game.type import ground
from game.type.fonts import face_file
from game.type.ground import Setting

MOST = 6
"""Plans kept, the latest: one of a full screen takes 3 MB at 1080p, 12 MB at 4K."""
CHECK = 4
"""Bytes of the check sum before the pixels."""


def recall(town: Town, size: tuple[int, int], camera: Camera, setting: Setting) -> pygame.Surface | None:
    """Give the plan that was kept; None if there is none."""
    wide, high = size
    with suppress(OSError, SetupError):
        file = _file(town, size, camera, setting)
        if file is None or file.stat().st_size != CHECK + wide * high * 3:
            return None
        data = file.read_bytes()
        if zlib.crc32(data[CHECK:]) == int.from_bytes(data[:CHECK], "big"):
            return _like_painted(pygame.image.frombuffer(data[CHECK:], size, "RGB"))
    return None


def keep(plan: pygame.Surface, town: Town, camera: Camera, setting: Setting) -> None:
    """Keep a plan that was painted."""
    with suppress(OSError, SetupError):
        file = _file(town, plan.get_size(), camera, setting)
        if file is not None:
            pixels = pygame.image.tobytes(plan, "RGB")
            caches.keep(file, zlib.crc32(pixels).to_bytes(CHECK, "big") + pixels)
            caches.prune(file.parent, MOST)


def _like_painted(read: pygame.Surface) -> pygame.Surface:
    """Give it the format a new surface has: blitted often, it must be as quick."""
    made = pygame.Surface(read.get_size())
    made.blit(read, (0, 0))
    return made


def _file(town: Town, size: tuple[int, int], camera: Camera, setting: Setting) -> Path | None:
    """Give the file of a plan painted by this program; None for a town that came from no file."""
    if not town.digest:
        return None
    facts = (town.digest, size, camera, setting, _program())
    return cache() / "plans" / f"{hashlib.sha256(repr(facts).encode()).hexdigest()[:32]}.rgb"


def _program() -> tuple[object, ...]:
    here, there = Path(__file__).parent, Path(str(ground.__file__)).parent
    drawn_by = (*(here / f"{part}.py" for part in ("ground", "mapart", "mapwords")),
                *(there / f"{part}.py" for part in ("ground", "groundroom", "groundwords", "lettering")))  # fmt: skip
    files = (*drawn_by, face_file(bold=False))
    found = [(file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return (*found, pygame.version.ver, pygame.get_sdl_version())
