"""What an object of somebody else's map is here: a kind of the ground, a sort of place, or a thing to be set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from game.content import mapnames
from game.content.maps.drawing import Drawing
from game.content.maps.kinds import KINDS
from game.content.maps.tags import ANY, Rule, Sort, tags
from game.content.near import slug
from game.core.frozen import dataclass

ROMANCE = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "di", "del", "della", "al"])
"""Words amid a name whose first word says what it is ("Place de la Mairie"); else its last does ("Park School")."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a drawing is. `kind`: of the ground, or `place`; "" for none. `sort`: of place. `bare`: it says nothing but
    its name, as what is drawn by hand does."""

    drawing: Drawing
    name: str
    name_en: str
    kind: str
    cls: str
    sort: Sort | None
    bare: bool


def meaning(drawing: Drawing) -> Meaning:
    """Tell what a drawing is by its own `kind`, by its properties, then by the words of its name."""
    known = {key.casefold(): value for key, value in drawing.known.items()}
    table = tags()
    folded = {key: slug(str(known[key])) for key in known if key in table.looked or key in table.called}
    name = _first(known, (*table.names, *filter(_is_heading, known)))
    own = drawing.known.get("kind")
    (kind, cls), sort = _tagged(drawing.form, tuple(folded.items()))
    if isinstance(own, str) and own in KINDS:
        kind, cls = own, mapnames.name(drawing.known, "class")
    called = (folded[key] for key in table.called if key in folded)
    speaks = any(known.get(key) for key in table.speaking) or _private(folded)
    sort = _called(sort, slug(name), called, speaks=speaks)
    bare = not kind and not any(known.get(key) not in (None, "") for key in table.read)
    return Meaning(drawing, name, _first(known, table.english), kind, cls, sort, bare)


def _first(known: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((said for key in keys if (said := mapnames.name(known, key))), "")


@lru_cache(maxsize=1_000)
def _is_heading(key: str) -> bool:
    """Tell a heading that somebody gave to names: "Nom du lieu", "place_name"."""
    says, of = tags().headings
    said = set(slug(key).split("-"))
    return bool(said & says) and said <= says | of


@lru_cache(maxsize=20_000)
def _tagged(form: str, items: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], Sort | None]:
    """Give the kind and class, and the sort of place, that properties tell; many objects have the same ones."""
    folded = dict(items)
    fitting = (one for one in tags().ground if form in KINDS[one.kind].forms)
    ground = next((one for one in fitting if any(_fits(rule, folded) for rule in one.rules)), None)
    ours = () if _private(folded) else tags().sorts
    sort = next((one for one in ours if any(_fits(rule, folded) for rule in one.rules)), None)
    return (ground.kind, ground.cls) if ground else ("", ""), sort


def _private(folded: Mapping[str, str]) -> bool:
    """Tell what is not the town's: a shop, a hotel."""
    return any(_fits(rule, folded) for rule in tags().private)


def _fits(rule: Rule, folded: Mapping[str, str]) -> bool:
    return all((said := folded.get(key, "")) in values or (said and ANY in values) for key, values in rule)


def _called(tagged: Sort | None, name: str, called: Iterable[str], *, speaks: bool) -> Sort | None:
    """Give the sort of place: that of its properties, else of its name, else of what its layer is called."""
    if tagged is not None:
        return (tagged.vague and _worded(name)) or tagged
    return None if speaks else next((found for said in (name, *called) if (found := _worded(said))), None)


@lru_cache(maxsize=20_000)
def _worded(said: str) -> Sort | None:
    hits = [(at, at + len(word), one) for one in tags().sorts for word in one.words if (at := _at(said, word)) >= 0]
    if not hits:
        return None
    first = ROMANCE & set(said.split("-")) or all(start != 0 for start, *_ in hits)
    if first or not any(end == len(said) for _, end, _ in hits):
        return min(hits, key=lambda hit: (hit[0], -hit[1]))[2]
    return max(hits, key=lambda hit: (hit[1], -hit[0]))[2]


def _at(said: str, word: str) -> int:
    """Give where a word stands whole in folded words; -1 where it does not."""
    return f"-{said}-".find(f"-{word}-")
