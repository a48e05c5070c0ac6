"""JSON Schemas (draft-07) of decks, scenarios, duties and translations, made from the SPEC tables the loader walks.

They help an editor complete and underline. They never refuse what the loader accepts: values that YAML may read as
something other than text are left to the loader, which types them by the same table.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.content import deckspec, duties, scenario
from game.content.kinds import ID_LIMIT, PATTERNS
from game.content.near import icons
from game.content.overlays import ALONE, GROUPS, HEAD
from game.content.pictures import FOLDER, KINDS
from game.content.spec import Field, Shape
from game.places import landing
from game.words.catalogue import Speaker

DRAFT = "http://json-schema.org/draft-07/schema#"
NAMES = ("deck", "scenario", "overlay", "duties")
Schema = dict[str, Any]
SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Anything that stands on one line: `no`, `12:30` and `1.10` are text to the loader."""
EXTRA: Schema = {"^x-": {}}
"""Keys of the author's own, that nothing reads."""
CODE = "^[a-z]{2,3}(-[a-z0-9]{2,8})?$"


def text(name: str, said: Speaker) -> str:
    """Give a schema as its file holds it. `name`: one of NAMES."""
    return json.dumps(schema(name, said), ensure_ascii=False, indent=1) + "\n"


def write(folder: Path, said: Speaker) -> tuple[Path, ...]:
    """Write every schema in a folder, made if need be. Raises ExportError, as `landing` says."""
    room = landing.folder(folder)
    made = {room / f"{name}.schema.json": text(name, said).encode() for name in NAMES}
    for path, data in made.items():
        landing.put(path, data)
    return tuple(made)


def schema(name: str, said: Speaker) -> Schema:
    """Give a schema, described in a language."""
    made = {"deck": _deck, "scenario": _scenario, "overlay": _overlay, "duties": _duties}[name](said)
    known = {"icon": _known(sorted(icons())) if icons() else SCALAR}
    shared: Schema = {"definitions": known} if name in ("deck", "scenario") else {}
    return {"$schema": DRAFT, "title": said.say(f"schema.{name}"), **made, **shared}


def _deck(said: Speaker) -> Schema:
    made = _shape(deckspec.SPEC, said)
    alone = {"required": made.pop("required")}
    needed = {"required": ["format", "id", "version", "extends"]}
    cards = (deckspec.ISSUE, deckspec.LEVER, deckspec.EVENT)
    changes = {"anyOf": [_shape(_loose(shape), said) for shape in cards]}
    made["properties"] |= {
        "extends": _told("extends", SCALAR, said),
        "remove": _told("remove", {"type": "array", "items": SCALAR}, said),
        "override": _told("override", {"type": "object", "additionalProperties": changes}, said),
    }
    return {**made, "anyOf": [alone, needed]}


def _loose(shape: Shape) -> Shape:
    """Give a card with every field as one may change it, and no id."""
    from game.content.spec import optional

    fields = {name: optional(field) for name, field in shape.fields.items() if name != "id"}
    return Shape(shape.make, fields)


def _scenario(said: Speaker) -> Schema:
    return _shape(scenario.SPEC, said)


def _duties(said: Speaker) -> Schema:
    return _shape(duties.SPEC, said)


def _overlay(said: Speaker) -> Schema:
    word = {"type": ["string", "number", "boolean", "null", "object"]}
    one = {"anyOf": [SCALAR, {"type": "object", "properties": {"text": SCALAR, "source": SCALAR}, "required": ["text"],
                              "additionalProperties": False, "patternProperties": EXTRA}]}  # fmt: skip
    thing = {"type": "object", "additionalProperties": one}
    properties = {name: _told(name, word if name in ALONE else SCALAR, said) for name in (*HEAD, *ALONE)}
    properties |= {name: _told(name, {"type": "object", "additionalProperties": thing}, said) for name in GROUPS}
    return {"type": "object", "properties": properties, "required": list(HEAD), "additionalProperties": False,
            "patternProperties": EXTRA}  # fmt: skip


def _shape(shape: Shape, said: Speaker) -> Schema:
    properties = {name: _told(name, _field(field, said), said) for name, field in shape.fields.items()}
    needed = [name for name, field in shape.fields.items() if field.required]
    made: Schema = {"type": "object", "properties": properties, "required": needed, "additionalProperties": False,
                    "patternProperties": EXTRA}  # fmt: skip
    return made


def _told(name: str, field: Mapping[str, Any], said: Speaker) -> Schema:
    """Describe a key, where the catalogue does."""
    key = f"schema.field.{name}"
    return {"description": said.say(key), **field} if said.has(key) else dict(field)


def _field(field: Field, said: Speaker) -> Schema:
    made = _kind(field, said)
    if field.required or made == SCALAR:
        return made
    return {"anyOf": [made, {"type": "null"}]}


def _kind(field: Field, said: Speaker) -> Schema:
    if field.shape is not None:
        return _shape(field.shape, said)
    if field.kind == "list":
        return _list(field, said)
    return _VALUES[field.kind](field) if field.kind in _VALUES else SCALAR


def _list(field: Field, said: Speaker) -> Schema:
    assert field.of is not None
    made: Schema = {"type": "array", "items": _field(field.of, said)}
    if field.low:
        made["minItems"] = int(field.low)
    if field.high:
        made["maxItems"] = int(field.high)
    return made


def _words(field: Field) -> Schema:
    one = {**SCALAR, "maxLength": field.limit} if field.limit else SCALAR
    return {"anyOf": [one, {"type": "object", "patternProperties": {CODE: one}, "additionalProperties": False}]}


def _number(field: Field) -> Schema:
    return {"type": ["number", "string"], "minimum": field.low, "maximum": field.high}


def _known(words: list[str]) -> Schema:
    """Offer words to complete with; only a text can be told to be none of them."""
    return {"anyOf": [{"enum": words}, {"not": {"type": ["string", "array", "object"]}}]}


def _choice(field: Field) -> Schema:
    return _known(list(field.choices))


def _yes_no(_: Field) -> Schema:
    return {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": "^([Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Oo][Uu][Ii]|"
                                            "[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[Nn][Oo][Nn])$"}]}  # fmt: skip


def _icon(_: Field) -> Schema:
    return {"allOf": [{"$ref": "#/definitions/icon"}]}


def _pattern(field: Field) -> Schema:
    return {**SCALAR, "pattern": f"^({PATTERNS[field.kind].pattern})$"}


def _id(_: Field) -> Schema:
    return {**SCALAR, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": ID_LIMIT}


def _image(_: Field) -> Schema:
    kinds = "|".join("".join(f"[{sign}{sign.upper()}]" for sign in kind) for kind in KINDS)
    return {"type": "string", "pattern": f"^{FOLDER}/.+\\.({kinds})$"}


_VALUES = {
    "words": _words,
    "whole": _number,
    "number": _number,
    "baseline": lambda _: {"type": ["number", "string", "null"]},
    "id": _id,
    "choice": _choice,
    "yesno": _yes_no,
    "icon": _icon,
    "image": _image,
    "format": lambda field: {"enum": [one for n in range(1, int(field.high) + 1) for one in (n, str(n))]},
    "languages": lambda _: {"type": "array", "minItems": 1, "items": SCALAR},
    "former": lambda _: {"type": "array", "items": SCALAR},
    "notes": lambda _: {"type": "object", "additionalProperties": _words(Field("words"))},
    "month": _pattern,
    "day": _pattern,
    "colour": _pattern,
    "letter": _pattern,
    "cpv": _pattern,
    "cpv_start": _pattern,
    "month_day": _pattern,
    "yaml": _pattern,
    "token": _pattern,
}
