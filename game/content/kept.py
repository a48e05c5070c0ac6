"""What was read from a deck, a scenario and a map, kept in the user's cache: a tenth of the time to read again.

Only a reading without any fault or warning is kept. It is found again by the scenario's text, and holds for the same
deck and map texts and the same program; anything else, a spoilt file or a folder that cannot be written, is as if
nothing had been kept. What is read back can only become values of game/core, whoever wrote the file.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
from contextlib import suppress
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from game.content.pause import collector_paused
from game.core.cards import Deck
from game.core.duties import Duties
from game.core.errors import SetupError
from game.core.frozen import dataclass
from game.core.scenario import Scenario
from game.core.town import Town
from game.places import caches
from game.places.folders import cache

LARGEST, MOST = 16_000_000, 12
"""Bytes of a file that is read back; files kept, the latest."""
Values = tuple[Deck, Scenario, Town, Duties]


@dataclass(frozen=True, slots=True)
class Kept:
    """One reading. `deck`, `map` and `duties` are the names by which its scenario calls them."""

    deck: str
    map: str
    duties: str
    texts: tuple[str, ...]
    packed: bytes

    def values(self, *texts: bytes) -> Values | None:
        """Give what was read, if it was read from these texts: deck, map, duties (empty without any)."""
        if self.texts != tuple(map(digest, texts)):
            return None
        found = unpacked(self.packed)
        return cast("Values", found) if _sound(found) else None


def recall(scenario_text: bytes) -> Kept | None:
    """Give the reading of a scenario's text; None if there is none."""
    try:
        data = _file(scenario_text).read_bytes() if _file(scenario_text).stat().st_size <= LARGEST else b""
        head, _, packed = data.partition(b"\n")
        facts = json.loads(head)
        if facts["packed"] != digest(packed):
            return None
        deck, town, duties = (str(facts[name]) for name in ("deck", "map", "duties"))
        return Kept(deck, town, duties, tuple(map(str, facts["texts"])), packed)
    except (OSError, SetupError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep(scenario_text: bytes, texts: tuple[bytes, ...], values: Values) -> None:
    """Keep a reading of deck, map and duties that had neither fault nor warning."""
    text, scenario = packed(values), values[1]
    names = {"deck": scenario.deck, "map": scenario.map, "duties": scenario.duties}
    facts = {**names, "texts": [*map(digest, texts)], "packed": digest(text)}
    with suppress(OSError, SetupError):
        file = _file(scenario_text)
        caches.keep(file, json.dumps(facts).encode() + b"\n" + text)
        caches.prune(file.parent, MOST)


def _file(scenario_text: bytes) -> Path:
    """Give the file of a reading by this program; OSError when the program's own files are not to be seen."""
    return cache() / "read" / f"{digest(scenario_text + program())[:32]}.kept"


def program() -> bytes:
    """Tell this program from another by the files that read and hold what is kept; OSError when there are none."""
    here = Path(__file__).parent
    rooms = (here, here / "maps", here.parent / "core")
    found = [(file.name, file.stat()) for room in rooms for file in os.scandir(room) if file.name.endswith(".py")]
    return repr(sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)).encode()


def digest(data: bytes) -> str:
    """Give the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def _sound(found: object) -> bool:
    kinds = tuple(type(value) for value in found) if isinstance(found, tuple) else ()
    return kinds == (Deck, Scenario, Town, Duties)


def packed(values: object) -> bytes:
    """Give frozen values of game/core as bytes."""
    out = io.BytesIO()
    _Packer(out, protocol=5).dump(values)
    return out.getvalue()


def unpacked(data: bytes) -> object:
    """Give back what was packed; None for bytes that are spoilt, or hold anything but values of game/core."""
    try:
        with collector_paused():
            return _Values(io.BytesIO(data)).load()
    except Exception:  # a pickle can fail in any way; it is only a copy
        return None


class _Packer(pickle.Pickler):
    """Writes a frozen value as the call that makes it: read back in half the time that filling its slots takes."""

    def reducer_override(self, value: Any) -> Any:
        if not is_dataclass(value) or isinstance(value, type):
            return NotImplemented
        return type(value), tuple([getattr(value, field.name) for field in fields(value) if field.init])


class _Values(pickle.Unpickler):
    """Makes the frozen values of game/core and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        found = getattr(import_module(module), name, None) if module.startswith("game.core.") else None
        if not (isinstance(found, type) and is_dataclass(found)):
            raise pickle.UnpicklingError(name)
        return found
