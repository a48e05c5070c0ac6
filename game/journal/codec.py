"""Frozen values to JSON and back. Each class is studied once, when it first comes: thousands of events cost little."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from game.core.errors import JournalError

Convert = Callable[[Any], Any]
Many = Callable[[tuple[Any, ...], Convert], Convert]
PLAIN = (str, int, float, bool, NoneType)
_BROKEN = (TypeError, ValueError, AttributeError, KeyError, RecursionError)


def pack(value: object) -> str:
    """Give the JSON of plain values: compact, accents as they are, half a surrogate pair escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


class Codec:
    """Writes and reads the events of a list of classes.

    An event is `["ItsName", {field: value}]`, every field written, defaults too: a default that changes later must
    not change history. A field absent from an old file takes its default. A class that cannot be written, for
    instance one with a dict or a set, is a TypeError: `study` finds it before the first gesture.
    """

    def __init__(self, classes: Mapping[str, type]) -> None:
        self._classes = dict(classes)
        self._names = {cls: name for name, cls in classes.items()}
        self._readers: dict[str, Convert] = {}
        self._writers: dict[type, Convert] = {}

    def study(self) -> None:
        """Study every class now. Raises TypeError for one that cannot be written."""
        for name, cls in self._classes.items():
            self._reader(name)
            self._writer(cls)

    def dump(self, events: Iterable[object]) -> str:
        """Write events as one JSON text."""
        return pack([[self._names[type(event)], self._writer(type(event))(event)] for event in events])

    def load(self, text: str) -> tuple[object, ...]:
        """Read the events of one JSON text.

        JournalError `event_unknown` (name) for an event of a later program, `damaged` if the text cannot be read.
        """
        try:
            return tuple(self._event(name, values) for name, values in json.loads(text))
        except _BROKEN as error:
            raise JournalError("damaged") from error

    def load_all(self, texts: Iterable[str]) -> list[tuple[object, ...]]:
        """Read many texts at once; same errors as `load`."""
        try:
            rows = json.loads(f"[{','.join(texts)}]")
            return [tuple([self._event(name, values) for name, values in row]) for row in rows]
        except _BROKEN as error:
            raise JournalError("damaged") from error

    def _event(self, name: str, values: Any) -> object:
        return (self._readers.get(name) or self._reader(name))(values)

    def _reader(self, name: str) -> Convert:
        if name not in self._classes:
            raise JournalError("event_unknown", name=str(name))
        if name not in self._readers:
            self._readers[name] = _reader(self._classes[name])
        return self._readers[name]

    def _writer(self, cls: type) -> Convert:
        if cls not in self._writers:
            self._writers[cls] = _writer(cls)
        return self._writers[cls]


def _reader(cls: type) -> Convert:
    """Give what makes a `cls` of its JSON object."""
    found = {name: _read(hint) for name, hint in _hints(cls).items()}
    special = tuple((name, convert) for name, convert in found.items() if convert is not None)
    if not special:
        return lambda values: cls(**values)

    def read(values: dict[str, Any]) -> object:
        for name, convert in special:
            if name in values:
                values[name] = convert(values[name])
        return cls(**values)

    return read


def _writer(cls: type) -> Convert:
    """Give what makes the JSON object of a `cls`."""
    found = tuple((name, _write(hint)) for name, hint in _hints(cls).items())
    return lambda value: {
        name: getattr(value, name) if convert is None else convert(getattr(value, name)) for name, convert in found
    }


def _hints(cls: type) -> dict[str, Any]:
    if not is_dataclass(cls):
        message = f"{cls.__name__} is not a dataclass"
        raise TypeError(message)
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls) if field.init}


def _read(hint: Any) -> Convert | None:
    """Give the conversion of a value read for this annotation; None if JSON has it as it is."""
    return _either(hint, _reader, _read, _read_one_of, _tuple_of)


def _write(hint: Any) -> Convert | None:
    """Give the conversion of a value to write for this annotation; None if JSON takes it as it is."""
    return _either(hint, _writer, _write, _write_one_of, _list_of)


def _either(hint: Any, whole: Convert, inner: Convert, one_of: Convert, many: Many) -> Convert | None:
    origin = get_origin(hint)
    if hint in PLAIN or origin is Literal:
        return None
    if origin is tuple:
        return many(get_args(hint), inner)
    if origin in (Union, UnionType):
        return _union(get_args(hint), inner, one_of)
    return whole(hint)  # type: ignore[no-any-return]


def _union(kinds: tuple[Any, ...], inner: Convert, one_of: Convert) -> Convert | None:
    filled = tuple(kind for kind in kinds if kind is not NoneType)
    found = inner(filled[0]) if len(filled) == 1 else None
    if len(filled) > 1 and not all(kind in PLAIN for kind in filled):
        found = one_of(filled)
    return None if found is None else lambda value: None if value is None else found(value)


def _read_one_of(classes: tuple[type, ...]) -> Convert:
    readers = {cls.__name__: _reader(cls) for cls in classes}
    return lambda tagged: readers[tagged[0]](tagged[1])


def _write_one_of(classes: tuple[type, ...]) -> Convert:
    writers = {cls: _writer(cls) for cls in classes}
    return lambda value: [type(value).__name__, writers[type(value)](value)]


def _tuple_of(kinds: tuple[Any, ...], inner: Convert) -> Convert:
    if kinds[-1] is Ellipsis:
        convert = inner(kinds[0])
        return tuple if convert is None else lambda values: tuple([convert(value) for value in values])
    converts = [inner(kind) or _same for kind in kinds]
    return lambda values: tuple([convert(value) for convert, value in zip(converts, values, strict=True)])


def _list_of(kinds: tuple[Any, ...], inner: Convert) -> Convert:
    as_tuple = _tuple_of(kinds, inner)
    return lambda values: list(as_tuple(values))


def _same(value: Any) -> Any:
    return value
