"""SPDX licence expressions: `CC-BY-4.0`, `MIT AND CC-BY-SA-4.0`, `LicenseRef-…` for one's own terms."""

from __future__ import annotations

import re
from functools import cache

from game.places import shelves

LIST = "licences.txt"
_OWN = re.compile(r"(DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+")
_JOINED = re.compile(r"\s+(?:AND|OR|WITH|and|or|with)\s+|[()]")


@cache
def identifiers() -> frozenset[str]:
    """Give the identifiers of the SPDX list, read from the assets."""
    lines = (shelves.assets() / LIST).read_text(encoding="utf-8").splitlines()
    return frozenset(line.lstrip("+") for line in lines if line and not line.startswith("#"))


@cache
def unknown(expression: str) -> tuple[str, frozenset[str]]:
    """Give the first part of an expression that is no SPDX identifier (nothing if all are), and the known ones."""
    for part in _JOINED.split(expression.strip()):
        one = part.strip()
        if one and one.removesuffix("+") not in identifiers() and not _OWN.fullmatch(one):
            return one, identifiers()
    return "", frozenset()
