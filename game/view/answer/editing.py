"""Typing: every change of a text being typed is a function from one `Editing` to the next."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import combining

from game.core.signs import on_one_line, readable
from game.view.answer.input import Key
from game.view.answer.intents import AskPaste, CopyText, EditField, Tell
from game.view.answer.ui import Editing

Asked = CopyText | AskPaste | Tell
SEARCH = "hand:search"
"""The field that searches the hand of cards."""
HISTORY = 200
SPARE = 4_000
"""Characters that a field keeps beyond what it takes, for who wrote them to shorten."""
Carets = tuple[tuple[int, int, tuple[int, ...]], ...]


def insert(editing: Editing, text: str, now: int) -> Editing:
    """Put a text in place of the selection, as people type it. A field of one line takes no line break.

    A text longer than its field takes is kept all the same, up to SPARE characters more: who wrote it shortens it.
    Only a search is cut. `over` counts what found no room; below zero, what is too long since this was put in.
    """
    clean = readable(text) if editing.lines else on_one_line(readable(text))
    low, high = sorted((editing.caret, editing.anchor))
    most = editing.limit + (0 if editing.live else SPARE)
    kept = _room(clean, most - len(editing.text) + high - low) if editing.limit else clean
    after = _changed(editing, editing.text[:low] + kept + editing.text[high:], low + len(kept), now)
    newly = bool(kept) and too_long(after) and (len(kept) > 1 or not too_long(editing))
    return replace(after, over=len(clean) - len(kept) or (-newly * too_long(after)))


def too_long(editing: Editing) -> int:
    """Count the characters of a text beyond what its field takes."""
    return max(0, len(editing.text) - editing.limit) if editing.limit else 0


def _room(text: str, most: int) -> str:
    """Cut a text to a number of characters, never between a letter and a mark set on it."""
    most = max(0, most)
    while 0 < most < len(text) and combining(text[most]):
        most -= 1
    return text[:most]


def _changed(editing: Editing, text: str, caret: int, now: int) -> Editing:
    if text == editing.text:
        return replace(editing, caret=caret, anchor=caret, composing="")
    was = (*editing.was, (editing.text, editing.caret))[-HISTORY:]
    return replace(editing, text=text, caret=caret, anchor=caret, composing="", was=was, undone=(), touched=now)


def told(editing: Editing) -> tuple[Tell, ...]:
    """Give the sentence to say when a text found no room in its field, or has become too long for it."""
    facts = (("n", abs(editing.over)), ("limit", editing.limit))
    return (Tell("field.full" if editing.over > 0 else "field.long", facts),) if editing.over else ()


def key(editing: Editing, does: EditField, press: Key, now: int) -> tuple[Editing, tuple[Asked, ...]] | None:
    """Type a key: the next editing and effects, or None when the key is not the field's."""
    if press.ctrl and not press.alt:
        return _shortcut(editing, press, now)
    if press.name in ("backspace", "delete"):
        return _erase(editing, -1 if press.name == "backspace" else 1, now, word=False), ()
    if press.name == "enter" and editing.lines:
        after = insert(editing, "\n", now)
        return after, told(after)
    moved = _moved(editing, does.carets, press.name)
    return None if moved is None else (_to(editing, moved, select=press.shift), ())


def _shortcut(editing: Editing, press: Key, now: int) -> tuple[Editing, tuple[Asked, ...]] | None:
    low, high = sorted((editing.caret, editing.anchor))
    picked = editing.text[low:high]
    name = press.name
    if name == "a":
        return replace(editing, anchor=0, caret=len(editing.text)), ()
    if name in ("c", "x"):
        after = insert(editing, "", now) if name == "x" and picked else editing
        return after, (CopyText(picked),) if picked else ()
    if name == "v":
        return editing, (AskPaste(),)
    if name in ("z", "y"):
        return _history(editing, forward=name == "y" or press.shift), ()
    if name in ("left", "right"):
        return _to(editing, word(editing.text, editing.caret, -1 if name == "left" else 1), select=press.shift), ()
    if name in ("home", "end"):
        return _to(editing, 0 if name == "home" else len(editing.text), select=press.shift), ()
    if name in ("backspace", "delete"):
        return _erase(editing, -1 if name == "backspace" else 1, now, word=True), ()
    return None


def _history(editing: Editing, *, forward: bool) -> Editing:
    source, other = (editing.undone, editing.was) if forward else (editing.was, editing.undone)
    if not source:
        return editing
    text, caret = source[-1]
    other = (*other, (editing.text, editing.caret))
    was, undone = (other, source[:-1]) if forward else (source[:-1], other)
    return replace(editing, text=text, caret=caret, anchor=caret, was=was, undone=undone)


def _erase(editing: Editing, way: int, now: int, *, word: bool) -> Editing:
    if editing.caret != editing.anchor:
        return insert(editing, "", now)
    other = _word(editing.text, editing.caret, way) if word else editing.caret + way
    other = max(0, min(len(editing.text), other))
    return insert(replace(editing, anchor=other), "", now)


def word(text: str, caret: int, way: int) -> int:
    """Give where the caret goes, one word away."""
    return _word(text, caret, way)


def _word(text: str, caret: int, way: int) -> int:
    def at(i: int) -> str:
        return text[i - 1 if way < 0 else i]

    end = 0 if way < 0 else len(text)
    while caret != end and not at(caret).isalnum():
        caret += way
    while caret != end and at(caret).isalnum():
        caret += way
    return caret


def _moved(editing: Editing, carets: Carets, name: str) -> int | None:
    if name in ("left", "right"):
        low, high = sorted((editing.caret, editing.anchor))
        if low < high:
            return low if name == "left" else high
        return max(0, editing.caret - 1) if name == "left" else min(len(editing.text), editing.caret + 1)
    rows = carets or ((0, 0, tuple(range(len(editing.text) + 1))),)
    row = max((i for i, (start, _, _) in enumerate(rows) if start <= editing.caret), default=0)
    start, _, xs = rows[row]
    if name in ("home", "end"):
        return start if name == "home" else start + len(xs) - 1
    if name in ("up", "down") and editing.lines:
        return _vertical(rows, row, xs[min(editing.caret - start, len(xs) - 1)], -1 if name == "up" else 1)
    return None


def _vertical(rows: Carets, row: int, x: int, way: int) -> int:
    if not 0 <= row + way < len(rows):
        start, _, xs = rows[row]
        return start if way < 0 else start + len(xs) - 1
    start, _, xs = rows[row + way]
    return start + min(range(len(xs)), key=lambda i: abs(xs[i] - x))


def _to(editing: Editing, caret: int, *, select: bool) -> Editing:
    return replace(editing, caret=caret, anchor=editing.anchor if select else caret, composing="")


def point(editing: Editing, carets: Carets, x: int, y: int, *, select: bool) -> Editing:
    """Put the caret at a point of the field."""
    if not carets:
        return editing
    row = max((i for i, (_, top, _) in enumerate(carets) if top <= y), default=0)
    start, _, xs = carets[row]
    return _to(editing, start + min(range(len(xs)), key=lambda i: abs(xs[i] - x)), select=select)
