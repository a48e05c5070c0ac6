"""The social and environmental considerations of a contract: official values, known again when accents were lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from game.core.frozen import dataclass
from game.core.signs import readable
from game.measure import clean

ENV: Mapping[str, str] = {
    "clause environnementale": "clause", "critère environnemental": "critere",
    "pas de considération environnementale": "", "sans objet": "",
}  # fmt: skip
SOC: Mapping[str, str] = {
    "clause sociale": "clause", "critère social": "critere", "marché réservé": "reserve",
    "pas de considération sociale": "", "sans objet": "",
}  # fmt: skip
"""Official values; an empty one is a known no."""
_LOST = "(?:a?[^a-z0-9 ]{0,4}|%s)"
"""What is left of an accented letter: the bare letter, nothing, or the signs of another encoding."""


@dataclass(frozen=True, slots=True)
class Considered:
    """What a contract says: its positive values, empty for a known no, None if unknown; what could not be read."""

    values: frozenset[str] | None
    unread: str = ""


@lru_cache(maxsize=64)
def worn(label: str) -> re.Pattern[str]:
    """Give the pattern of a French label in small letters whose accents a wrong encoding may have worn away."""
    parts = (
        re.escape(sign) if sign.isascii() else _LOST % normalize("NFD", sign)[0] for sign in normalize("NFC", label)
    )
    return re.compile("".join(parts))


@lru_cache(maxsize=20_000)
def small(said: str) -> str:
    """Give a text in small letters and single spaces, accents kept: what a worn label is looked for in."""
    return " ".join(readable(said).lower().replace("’", "'").split())


def considered(value: Any, known: Mapping[str, str]) -> Considered:
    """Read considerations. Of several, one that cannot be read leaves a no in doubt, and takes nothing from a yes."""
    found = [_official(leaf, known) for leaf in clean.leaves(value) if clean.text(leaf)]
    values = frozenset(one.value for one in found if one.value)
    lost = next((one.said for one in found if one.value is None), "")
    if values or (found and not lost):
        return Considered(values)
    return Considered(None, lost)


@dataclass(frozen=True, slots=True)
class _Leaf:
    said: str
    value: str | None


def _official(leaf: str, known: Mapping[str, str]) -> _Leaf:
    """Find the official value of a text; None when it is none of them."""
    said = small(leaf)
    value = next((value for label, value in known.items() if worn(label).fullmatch(said)), None)
    return _Leaf(leaf[: clean.LONGEST], value)
