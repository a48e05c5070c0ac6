"""A large map: read once, in a program of its own, and kept on disk by its hash.

What reading takes (parsed text, ten times the file) ends with that program; this one holds the town alone. Read again,
by whatever scenario or session, it is there in a tenth of the time.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from game.content import apart, kept
from game.content.maps.reading import Step
from game.content.pause import collector_paused
from game.content.problems import Problem
from game.content.townmap import read_town
from game.core.errors import SetupError
from game.core.town import Town
from game.places import caches
from game.places.folders import cache

LARGE = 4_000_000
"""Bytes of a map from which it is read apart; ours have a tenth."""
MOST, SECONDS = 4, 300
"""Maps that are kept, the latest; seconds that reading one may take."""
WATCHING: list[Step] = []
"""Who is told how far a first reading is, the last one."""
Found = tuple[Town | None, tuple[Problem, ...]]


def read(
    data: bytes, file: str, places: tuple[str, ...] | None, *, decor: tuple[str, ...] = (), held: bool = False
) -> Found:
    """Read a town as `townmap.read_town` does, a large one in a program apart and only once."""
    if len(data) < LARGE:
        return read_town(data, file, places, decor=decor, held=held)
    asked = {"places": places, "decor": decor, "held": held}
    return _again(data, asked, file) or _first(data, asked, file)


@contextmanager
def watched(step: Step) -> Iterator[None]:
    """Have somebody told, within, how far the first reading of a large map is."""
    WATCHING.append(step)
    try:
        yield
    finally:
        WATCHING.pop()


def _again(data: bytes, asked: dict[str, Any], file: str) -> Found | None:
    """Give what was kept of a map; a session's map is the scenario's, where that was sound."""
    found = _opened(_recalled(_known(data, asked)), file)
    if found is None and asked["held"]:
        sound = _opened(_recalled(_known(data, asked | {"held": False})), file)
        return sound if sound is not None and sound[0] is not None else None
    return found


def _first(data: bytes, asked: dict[str, Any], file: str) -> Found:
    given = json.dumps(asked).encode() + b"\n" + data
    step = WATCHING[-1] if WATCHING else None
    packed = apart.told("game.content.largemap", given=given, seconds=SECONDS, step=step)
    found = _opened(packed, file)
    if found is None:
        return read_town(data, file, asked["places"], decor=asked["decor"], held=asked["held"])
    with suppress(OSError, SetupError):
        known = _known(data, asked)
        if known is not None:
            caches.keep(known, packed)
            caches.prune(known.parent, MOST)
    return found


def _known(data: bytes, asked: dict[str, Any]) -> Path | None:
    """Give the file a map is kept in by this program; None where nothing can be kept."""
    with suppress(OSError, SetupError):
        named = kept.digest(data) + json.dumps(asked)
        return cache() / "maps" / f"{kept.digest(named.encode() + kept.program())[:32]}.town"
    return None


def _recalled(file: Path | None) -> bytes:
    try:
        return file.read_bytes() if file is not None else b""
    except OSError:
        return b""


@collector_paused()
def main() -> None:
    """Read the map that stands on the input behind what is asked of it; write what was found."""
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    asked = json.loads(head)
    places = None if asked["places"] is None else tuple(asked["places"])
    town, problems = read_town(data, "", places, decor=tuple(asked["decor"]), held=asked["held"], step=_said)
    body = kept.packed(town) if town is not None else b""
    _said(10)
    told = [[one.code, one.line, one.column, one.facts] for one in problems]
    sys.stdout.buffer.write(json.dumps({"packed": kept.digest(body), "told": told}).encode() + b"\n" + body)
    sys.stdout.buffer.flush()
    os._exit(0)  # millions of values need not be given back one by one


def _said(hundredths: int) -> None:
    sys.stderr.write("." * hundredths)
    sys.stderr.flush()


def _opened(packed: bytes, file: str) -> Found | None:
    """Give what a program apart found; None for what is spoilt."""
    head, _, body = packed.partition(b"\n")
    try:
        facts = json.loads(head)
        told = tuple(Problem(code, file, line, column, tuple((key, fact) for key, fact in said))
                     for code, line, column, said in facts["told"])  # fmt: skip
        if facts["packed"] != kept.digest(body):
            return None
    except (ValueError, KeyError, TypeError):
        return None
    town = kept.unpacked(body) if body else None
    if isinstance(town, Town):
        return town, told
    return (None, told) if not body else None
