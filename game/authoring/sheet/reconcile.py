"""One card's text brought to what its row says, one smallest edit after another."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from game.authoring.sheet.columns import canonical, held, listed
from game.authoring.sheet.patch import Edit, applied, ends, insertion, margin, removal
from game.authoring.sheet.render import entry, item, quoted, restyled, token
from game.authoring.sheet.wanted import Want
from game.content.spans import Spot, spots
from game.content.spec import Field, Shape

MOST = 500
"""Edits of one card: more would mean that an edit does not do what it should."""


class Unwritable(Exception):  # noqa: N818  told by the caller, with the row's cell
    """A card cannot be brought to what its row says."""


def rewritten(text: str, column: int, what: Shape, want: dict[str, Want]) -> str:
    """Give the text of a card, which starts at a column, once it holds what is wanted. Raises Unwritable."""
    lead = " " * column
    work = lead + text
    for _ in range(MOST):
        try:
            edit = _Card(work).thing(what, spots(work), want)
        except ValueError as error:
            raise Unwritable from error
        if edit is None:
            return work.removeprefix(lead)
        work = applied(work, edit)
    raise Unwritable


class _Card:
    """Finds the next edit a card's text needs."""

    def __init__(self, text: str) -> None:
        self.text, self.ends = text, ends(text)

    def thing(self, what: Shape, spot: Spot, want: dict[str, Want]) -> Edit | None:
        for name, field in what.fields.items():
            found, value = spot.get(name), want.get(name)
            if not held(field) or (value is None and (found is None or _blank(field, found))):
                continue
            edit = self._entry(what, spot, name, found, value)
            if edit is not None:
                return edit
        return None

    def _entry(self, what: Shape, spot: Spot, name: str, found: Spot | None, value: Want | None) -> Edit | None:
        field = what.fields[name]
        if found is None:
            assert value is not None
            return self._added(what, spot, name, value)
        if value is None:
            return removal(self.text, spot, _at(spot, name))
        if _blank(field, found):
            return self._filled(spot, name, field, value)
        return self._value(field, found, value)

    def _added(self, what: Shape, spot: Spot, name: str, value: Want) -> Edit:
        """Put a key where the format's order has it."""
        order = list(what.fields)
        before = order[: order.index(name)]
        places = [at for at, (key, _) in enumerate(spot.entries) if key is not None and key.value in before]
        lead = "" if spot.flow or not spot.entries else margin(self.text, spot)
        written = entry(name, what.fields[name], value, lead, self.ends, flow=spot.flow)
        return insertion(self.text, spot, max(places, default=-1), written)

    def _filled(self, spot: Spot, name: str, field: Field, value: Want) -> Edit:
        """Write a value after a key that has none."""
        key, found = spot.entries[_at(spot, name)]
        assert key is not None
        lead = "" if spot.flow else margin(self.text, spot)
        return Edit(key.start, max(found.end, key.end + 1), entry(name, field, value, lead, self.ends, flow=spot.flow))

    def _value(self, field: Field, found: Spot, value: Want) -> Edit | None:
        if field.kind == "words":
            assert isinstance(value, dict)
            return self._words(field, found, value)
        if isinstance(value, dict):
            assert field.shape is not None
            return self.thing(field.shape, found, value)
        if isinstance(value, str):
            same = canonical(field, found.value) == canonical(field, value)
            return None if same else self._text(field, found, value)
        return self._listing(field, found, value)

    def _text(self, field: Field, found: Spot, value: str) -> Edit:
        """Write another text in the way the one there is written; each way is read again before it is taken."""
        before = _flat(spots(self.text))
        at = next(n for n, (start, _) in enumerate(before) if start == found.start)
        meant = [text for _, text in before]
        meant[at] = value
        for written in restyled(found, self.text, field, value, self.ends):
            edit = Edit(found.start, found.end, written)
            if _says(applied(self.text, edit), meant):
                return edit
        raise Unwritable

    def _words(self, field: Field, found: Spot, value: dict[str, Want]) -> Edit | None:
        if found.kind == "text":
            return self._one_for_all(field, found, value)
        for lang, text in value.items():
            said = found.get(lang)
            if said is None:
                return insertion(self.text, found, len(found.entries) - 1, f"{lang}: {quoted(str(text))}")
            if said.value.strip() != str(text):
                return self._text(field, said, str(text)) if said.end > said.start else self._said(found, lang, text)
        for at, (key, said) in enumerate(found.entries):
            if key is not None and key.value not in value and said.value.strip():
                return removal(self.text, found, at)
        return None

    def _said(self, found: Spot, lang: str, text: Want) -> Edit:
        key, said = found.entries[_at(found, lang)]
        assert key is not None
        return Edit(key.start, max(said.end, key.end + 1), f"{lang}: {quoted(str(text))}")

    def _one_for_all(self, field: Field, found: Spot, value: dict[str, Want]) -> Edit | None:
        """One text stood for every language: it does as long as they all say the same."""
        texts = [str(text) for text in value.values()]
        if len(set(texts)) == 1:
            return None if texts[0] == found.value.strip() else self._text(field, found, texts[0])
        written = "{" + ", ".join(f"{lang}: {quoted(text)}" for lang, text in zip(value, texts, strict=True)) + "}"
        return Edit(found.start, found.end, written)

    def _listing(self, field: Field, found: Spot, value: list[Any]) -> Edit | None:
        if listed(field):
            return self._list(field.of or Field("id"), found, [str(one) for one in value])
        assert field.of is not None
        assert field.of.shape is not None
        return self._things(field.of.shape, found, value)

    def _list(self, of: Field, found: Spot, value: list[str]) -> Edit | None:
        now = [one.value.strip() for one in found.items]
        for tag, first, last, start, _ in SequenceMatcher(None, now, value, autojunk=False).get_opcodes():
            if tag == "delete":
                return removal(self.text, found, last - 1)
            if tag == "insert":
                return insertion(self.text, found, first - 1, token(of, value[start]))
            if tag == "replace":
                return self._text(of, found.items[first], value[start])
        return None

    def _things(self, what: Shape, found: Spot, value: list[Any]) -> Edit | None:
        """Bring a list of things to what is wanted; a place that was emptied is taken out of both."""
        for at in range(len(found.items) - 1, -1, -1):
            if at >= len(value) or value[at] is None:
                del value[at : at + 1]
                return removal(self.text, found, at)
        kept = [one for one in value if one is not None]
        for spot, want in zip(found.items, kept, strict=False):
            edit = self.thing(what, spot, want)
            if edit is not None:
                return edit
        if len(kept) == len(found.items):
            return None
        flow = found.flow or found.items[-1].flow
        lead = "" if found.flow else margin(self.text, found)
        written = item(what, kept[len(found.items)], lead, self.ends, flow=flow)
        return insertion(self.text, found, len(found.items) - 1, written)


def _at(spot: Spot, name: str) -> int:
    return next(at for at, (key, _) in enumerate(spot.entries) if key is not None and key.value == name)


def _blank(field: Field, spot: Spot) -> bool:
    if spot.kind != "text":
        return not spot.entries
    return not spot.style and spot.value in (("", "null", "~") if field.kind == "baseline" else ("",))


def _flat(spot: Spot) -> list[tuple[int, str]]:
    """Give every text of a tree, keys included."""
    if spot.kind == "text":
        return [(spot.start, spot.value.strip())]
    return [one for key, value in spot.entries for part in (key, value) if part is not None for one in _flat(part)]


def _says(text: str, meant: list[str]) -> bool:
    try:
        return [said for _, said in _flat(spots(text))] == meant
    except ValueError:
        return False
