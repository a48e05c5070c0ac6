"""Translations beside the deck: `i18n/xx.yaml`, by card id, each with the print of the text it was made from.

format: 1
deck: clap
language: oc
cards:
  eau: {label: {text: "…", source: 1a2b3c4d}, legal.text: {text: "…", source: …}}

`axes`, `stages`, `families` go by their id like `cards`, `pairs` by "one + other"; `title` and `notes` are the deck's.
A text of a text is named by its path: `legal.text`, `indicators.0.name`. When the source text changed since, the
translation is told to be stale; it is still shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from game.content.deckspec import SPEC
from game.content.merging import CARDS, Root, card_id
from game.content.nodes import Broken, Listing, Mapping, Node, Scalar
from game.content.spec import Field, Shape, formats, name, optional, plain, ref
from game.content.walk import Walk, incomplete

FOLDER = "i18n"
GROUPS = {"cards": CARDS, "axes": ("axes",), "stages": ("stages",), "families": ("families",),
          "pairs": ("tensions", "synergies")}  # fmt: skip
ALONE = ("title", "notes")
HEAD = {"format": formats(1), "deck": ref("deck"), "language": name()}
FIELDS: dict[str, Field] = HEAD | dict.fromkeys((*ALONE, *GROUPS), optional(plain("token")))
Edits = dict[str, Scalar]
"""Texts by their path in one thing."""


def digest(text: str) -> str:
    """Give the print of a source text: 8 hexadecimal digits of its SHA-256, spaces at the ends left out."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:8]


def overlaid(walk: Walk, root: Root, overlay: Node, language: str) -> Root:
    """Give a deck's head with the texts of an overlay; `language` is what the file's name says."""
    if not isinstance(overlay, Mapping):
        walk.fault("expected_root", overlay)
        return root
    given = walk.keys(FIELDS, overlay)
    _head(walk, overlay, given, root, language)
    if language not in _languages(root):
        walk.fault("overlay_undeclared", given.get("language", overlay), value=language)
        return root
    made = dict(root)
    for key in ALONE:
        if key in given and key in made:
            made[key] = _Words(walk, language, _languages(root)).put(made[key], given[key], key)
    for group, sections in GROUPS.items():
        if group in given:
            made |= _group(walk, root, (group, sections), given[group], language)
    return made


def _languages(root: Root) -> tuple[str, ...]:
    listed = root.get("languages")
    items = listed.items if isinstance(listed, Listing) else ()
    return tuple(one.value for one in items if isinstance(one, Scalar)) or ("fr", "en")


def _head(walk: Walk, overlay: Mapping, given: Root, root: Root, language: str) -> None:
    missing = [key for key in HEAD if key not in given]
    if missing and not incomplete(overlay):
        walk.fault("missing_key", overlay, key=", ".join(missing), n=len(missing))
    for key, wanted in (("deck", root.get("id")), ("language", Scalar(0, 0, language)), ("format", Scalar(0, 0, "1"))):
        found = given.get(key)
        if isinstance(found, Scalar) and isinstance(wanted, Scalar) and found.value != wanted.value:
            walk.fault("overlay_other", found, key=key, value=found.value, near=wanted.value)


def _group(walk: Walk, root: Root, named: tuple[str, tuple[str, ...]], node: Node, language: str) -> Root:
    group, sections = named
    if not isinstance(node, Mapping):
        walk.fault("expected_thing", node, key=group)
        return {}
    known = {_key(one): None for name in sections for one in _items(root.get(name))}
    edits: dict[str, Mapping] = {}
    for thing, texts in node.pairs:
        if thing.value not in known:
            walk.suggest("overlay_unknown", thing, thing.value, known)
        elif isinstance(texts, Mapping):
            edits[thing.value] = texts
        elif not isinstance(texts, Broken):
            walk.fault("expected_thing", texts, key=thing.value)
    words = _Words(walk, language, _languages(root))
    return {name: words.section(found, SPEC.fields[name], edits) for name in sections if (found := root.get(name))}


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Listing) else ()


def _key(node: Node) -> str:
    """Give the id of a thing, or the two ids of a pair."""
    pairs = {key.value: value for key, value in node.pairs} if isinstance(node, Mapping) else {}
    if isinstance(ends := pairs.get("pair"), Listing):
        return " + ".join(sorted(end.value for end in ends.items if isinstance(end, Scalar)))
    return card_id(node)


def paths(shape: Shape, node: Node, before: str = "") -> Iterator[str]:
    """Give the paths of the texts of a thing."""
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        field = shape.fields.get(key.value)
        if field is not None:
            yield from _paths(field, value, f"{before}{key.value}")


def _paths(field: Field, node: Node, path: str) -> Iterator[str]:
    if field.kind == "words":
        yield path
    elif field.shape is not None:
        yield from paths(field.shape, node, f"{path}.")
    elif field.of is not None and field.of.shape is not None:
        for i, item in enumerate(_items(node)):
            yield from paths(field.of.shape, item, f"{path}.{i}.")


class _Words:
    """Puts the texts of one language where they belong."""

    def __init__(self, walk: Walk, language: str, languages: tuple[str, ...]) -> None:
        self.walk, self.language, self.languages = walk, language, languages

    def section(self, node: Node, field: Field, edits: dict[str, Mapping]) -> Node:
        """Give a list of things with their texts."""
        assert field.of is not None
        if not isinstance(node, Listing) or field.of.shape is None:
            return node
        shape = field.of.shape
        return node._replace(items=tuple(self._thing(one, shape, edits.get(_key(one))) for one in node.items))

    def _thing(self, node: Node, shape: Shape, texts: Mapping | None) -> Node:
        if texts is None:
            return node
        known = tuple(paths(shape, node))
        for path, said in texts.pairs:
            if path.value in known:
                node = self._at(node, path.value.split("."), said)
            else:
                self.walk.suggest("overlay_path", path, path.value, known, known=", ".join(known))
        return node

    def _at(self, node: Node, path: list[str], said: Node) -> Node:
        """Give a node with a text put at a path under it."""
        if not path:
            return self.put(node, said, "")
        if isinstance(node, Listing):
            at = int(path[0])
            return node._replace(
                items=(*node.items[:at], self._at(node.items[at], path[1:], said), *node.items[at + 1 :])
            )
        assert isinstance(node, Mapping)
        return node._replace(pairs=tuple(
            (key, self._at(value, path[1:], said) if key.value == path[0] else value) for key, value in node.pairs
        ))  # fmt: skip

    def put(self, node: Node, said: Node, key: str) -> Node:
        """Give a text with one more language."""
        found = self._said(said, key)
        source = self._source(node)
        if found is None or source is None:
            return node
        text, print_of = found
        if isinstance(node, Mapping) and any(code.value == self.language for code, _ in node.pairs):
            self.walk.fault("translation_double", text, language=self.language)
            return node
        self._fresh(text, print_of, source.value)
        code = Scalar(text.line, text.column, self.language)
        if isinstance(node, Mapping):
            return node._replace(pairs=(*node.pairs, (code, text)))
        others = ((Scalar(node.line, node.column, one), node) for one in self.languages if one != self.language)
        return Mapping(node.line, node.column, (*others, (code, text)))

    def _fresh(self, text: Scalar, print_of: Scalar | None, source: str) -> None:
        now = digest(source)
        if print_of is None:
            self.walk.fault("translation_unsourced", text, near=now)
        elif print_of.value.lower() != now:
            self.walk.fault("translation_stale", print_of, value=print_of.value, near=now, source=source[:60])

    def _said(self, said: Node, key: str) -> tuple[Scalar, Scalar | None] | None:
        if isinstance(said, Scalar):
            return said, None
        if not isinstance(said, Mapping):
            self.walk.fault("expected_overlay", said, key=key)
            return None
        given = self.walk.keys({"text": optional(plain("token")), "source": optional(plain("token"))}, said)
        text, source = given.get("text"), given.get("source")
        if isinstance(text, Scalar) and (source is None or isinstance(source, Scalar)):
            return text, source
        self.walk.fault("expected_overlay", said, key=key)
        return None

    def _source(self, node: Node) -> Scalar | None:
        """Give the text a translation is made from: the first promised language that is written."""
        if isinstance(node, Scalar):
            return node
        said = {code.value: value for code, value in node.pairs} if isinstance(node, Mapping) else {}
        found = (said.get(language) for language in self.languages if language != self.language)
        return next((one for one in found if isinstance(one, Scalar) and one.value), None)
