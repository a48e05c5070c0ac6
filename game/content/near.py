"""Did you mean: the nearest known word to a misspelt one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

FRENCH = {
    "adjoint": "deputy",
    "apres": "after",
    "auteurs": "authors",
    "axes": "axes",
    "axe": "axis",
    "bareme": "limits",
    "budget": "budget",
    "carte": "map",
    "color": "colour",
    "couleur": "colour",
    "cout": "cost",
    "delai": "delay",
    "duree": "minutes",
    "effets": "effects",
    "enjeux": "issues",
    "etapes": "stages",
    "etape": "stage",
    "evenements": "events",
    "famille": "families",
    "familles": "families",
    "icone": "icon",
    "indicateurs": "indicators",
    "intentions": "intentions",
    "jeu": "deck",
    "langues": "languages",
    "lettre": "letter",
    "leviers": "levers",
    "libelle": "label",
    "license": "licence",
    "lieu": "place",
    "lieux": "places",
    "limites": "limits",
    "montant": "amount_ht",
    "nom": "name",
    "repond-a": "answers",
    "service": "department",
    "sieges": "seats",
    "tensions": "tensions",
    "texte": "text",
    "titre": "title",
    "unite": "unit",
    "ville": "town",
}
"""What a French trainer types for a key of the format."""
ALIKE, CHANGED = 0.45, 0.4
"""Likeness from which a word is looked at; share of its letters that may differ for it to be suggested."""
LOOKED_AT = 12
LONGEST = 60


def slug(word: str) -> str:
    """Give the id nearest to a word: lower case, no accent, hyphens."""
    from unicodedata import combining, normalize

    bare = "".join(sign for sign in normalize("NFKD", word[:LONGEST].casefold()) if not combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word nearest to a misspelt one, or nothing when none is near."""
    if not word or len(word) > LONGEST:
        return ""
    from difflib import get_close_matches

    meant = slug(word)
    folded = {slug(one): one for one in known}
    found = get_close_matches(meant, folded, LOOKED_AT, ALIKE)
    best = min(found, key=lambda one: distance(meant, one), default="")
    near = best and distance(meant, best) <= max(1, CHANGED * max(len(meant), len(best)))
    return folded[best] if near else ""


def distance(one: str, other: str) -> int:
    """Count the letters added, left out, changed or swapped with their neighbour to make a word of another."""
    last, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        before, last, row = last, row, [i]
        for j, letter in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (sign != letter))
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == letter:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]


def nearest_key(word: str, known: Iterable[str]) -> str:
    """Give the key meant by a word, French names of keys included."""
    keys = tuple(known)
    meant = FRENCH.get(slug(word), "")
    return meant if meant in keys else nearest(word, keys)


@cache
def icons() -> frozenset[str]:
    """Give the names of the lucide icons, read from the directory of the package's archive; none without it."""
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("lucide")
    where = next(iter(spec.submodule_search_locations or ()), "") if spec is not None else ""
    archive = Path(where) / "lucide.zip"
    if not where or not archive.is_file():
        return frozenset()
    names = re.findall(rb"PK\x01\x02.{42}([a-z0-9-]+)\.svg", archive.read_bytes(), re.DOTALL)
    return frozenset(name.decode() for name in names)
