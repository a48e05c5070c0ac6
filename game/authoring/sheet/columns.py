"""The columns of a kind of card, taken from the deck format: a new field of the format is a new column."""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.content.deck import SPEC
from game.content.spec import Field, Shape
from game.core.frozen import dataclass

DECK = "deck"
"""The kind of the one row that speaks of the deck itself."""
SHEETS = ("issues", "levers", "events", "tensions", "synergies", "families", "stages", "axes", DECK)
"""The kinds that have a sheet, in the order of the workbook: the lists of the deck format, and its head."""
GROUPS = ("families", "stages", "axes")
"""Kinds that are no cards: what sorts them."""
PAIRS = ("tensions", "synergies")
"""Kinds without an id of their own: the two cards of the pair name the row."""
NUMBERS = ("whole", "number", "baseline")
BETWEEN = "; "
"""What separates the values of a list in one cell."""
_NOT_SIMPLE = ("list", "thing", "words", "former", "languages", "notes", "format", "extends", "needs_base")
"""Kinds that are no single value."""
_HEAD = ("id", "title", "version", "authors", "licence", "law_as_of", "rules", "notes")
"""What the row of the deck itself says."""
_LANGUAGE = re.compile(r"^(.*) \[([a-z]{2,3}(?:-[a-z0-9]{2,8})?)\]$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `key` is its heading: `label [fr]`, `effects.cost`, `indicators.1.unit [en]`."""

    key: str
    field: Field
    lang: str = ""

    @property
    def name(self) -> str:
        """Give the path of the field, without rank or language: `indicators.unit`."""
        path = self.key.removesuffix(f" [{self.lang}]")
        return ".".join(part for part in path.split(".") if not part.isdigit())


def shape(kind: str) -> Shape:
    """Give what a card of a kind is made of."""
    if kind == DECK:
        return _DECK
    of = SPEC.fields[kind].of
    assert of is not None
    assert of.shape is not None
    return of.shape


_DECK = Shape(dict, {name: SPEC.fields[name] for name in _HEAD})


def held(field: Field) -> bool:
    """Tell whether a field can stand in cells."""
    if field.kind == "list":
        return field.of is not None and (
            field.of.kind not in _NOT_SIMPLE or (field.of.kind == "thing" and _flat(field.of))
        )
    return field.kind in ("words", "former") or field.kind not in _NOT_SIMPLE or _thing(field)


def _thing(field: Field) -> bool:
    return field.kind == "thing" and field.shape is not None


def _flat(of: Field) -> bool:
    """Tell whether a thing of a list has no list of things itself: its columns would never end."""
    return of.shape is not None and all(
        one.kind != "thing" and (one.kind != "list" or listed(one)) for one in of.shape.fields.values()
    )


def listed(field: Field) -> bool:
    """Tell whether one cell holds several values."""
    return field.kind == "former" or (field.kind == "list" and field.of is not None and field.of.kind != "thing")


def columns(what: Shape, languages: tuple[str, ...], ranks: Mapping[str, int], prefix: str = "") -> tuple[Column, ...]:
    """List the columns of a shape; `ranks` tells how many things a list of things has room for, by its path."""
    found: list[Column] = []
    for name, field in what.fields.items():
        if held(field):
            found += _of(field, languages, ranks, f"{prefix}{name}")
    return tuple(found)


def _of(field: Field, languages: tuple[str, ...], ranks: Mapping[str, int], path: str) -> list[Column]:
    if field.kind == "words":
        return [Column(f"{path} [{lang}]", field, lang) for lang in languages]
    if field.kind == "thing" and field.shape is not None:
        return list(columns(field.shape, languages, ranks, f"{path}."))
    if field.kind == "list" and field.of is not None and field.of.shape is not None:
        rooms = range(1, ranks.get(path, 1) + 1)
        return [one for rank in rooms for one in columns(field.of.shape, languages, ranks, f"{path}.{rank}.")]
    return [Column(path, field)]


def column(what: Shape, key: str) -> Column | None:
    """Find what a heading stands for; None when the format knows no such field."""
    worded = _LANGUAGE.match(key)
    path, lang = (worded[1], worded[2]) if worded else (key, "")
    field = _field(what, path.split("."))
    if field is None or (field.kind == "words") != bool(lang) or field.kind == "thing" or not held(field):
        return None
    return Column(key, field, lang)


def _field(what: Shape, path: list[str]) -> Field | None:
    field = what.fields.get(path[0])
    rest = path[1:]
    if field is not None and field.kind == "list" and not listed(field):
        if not rest or not re.fullmatch(r"[1-9]\d?", rest[0]):
            return None
        field, rest = field.of, rest[1:]
    if not rest:
        return field
    return _field(field.shape, rest) if field is not None and field.shape is not None else None


def canonical(field: Field, text: str) -> str:
    """Give a cell's value as it is compared: two ways of writing one value are no change."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if listed(field):
        return BETWEEN.join(values(text))
    if field.kind == "baseline" and text in ("null", "~"):
        return ""
    return _figure(text) if field.kind in NUMBERS else text


def _figure(text: str) -> str:
    """Give a number as YAML writes it: no spaces between thousands, a point, no needless zeros; per cents bare."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".").replace("\u2212", "-").removesuffix("%")
    if not re.fullmatch(r"[-+]?\d{1,12}(\.\d{1,6})?", bare):
        return text
    bare = bare.removeprefix("+")
    return bare.rstrip("0").rstrip(".") if "." in bare else bare


def values(text: str) -> list[str]:
    """Split the cell of a list."""
    return [one.strip() for one in text.replace("\n", ";").split(";") if one.strip()]
