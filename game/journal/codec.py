"""Frozen values to JSON and back. Each class is studied once, when it first comes: thousands of events cost little."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from game.core.errors import JournalError

Convert = Callable[[Any], Any]
PLAIN = (str, int, float, bool, NoneType)
LARGEST = 1 << 63
"""No whole number of a workshop is as large: beyond it, some cannot even be written."""
_BROKEN = (TypeError, ValueError, AttributeError, KeyError, RecursionError)


def _no_number(text: str) -> float:
    message = f"{text} is no number"
    raise ValueError(message)


_decode = json.JSONDecoder(parse_constant=_no_number).decode


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
    not change history. A field absent from an old file takes its default. A value of another type than its field's
    is damage: nothing later meets it. A class that cannot be written, for instance one with a dict or a set, is a
    TypeError: `study` finds it before the first gesture.
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
            return tuple(self._event(name, values) for name, values in _decode(text))
        except _BROKEN as error:
            raise JournalError("damaged") from error

    def load_all(self, texts: Iterable[str]) -> list[tuple[object, ...]]:
        """Read many texts at once; same errors as `load`."""
        try:
            kept = list(texts)
            rows = _decode(f"[{','.join(kept)}]")
            if len(rows) != len(kept):
                raise JournalError("damaged")
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


class _Unlike:
    """The type of no value."""


def _reader(cls: type) -> Convert:
    """Give what makes a `cls` of its JSON object, each value checked."""
    found = tuple((name, str if hint is str else _Unlike, _read(hint)) for name, hint in _hints(cls).items())

    def read(values: dict[str, Any]) -> object:
        if type(values) is not dict:
            raise TypeError(type(values))
        for name, kind, convert in found:
            if name in values and type(values[name]) is not kind:  # most are texts: seen at once
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


def _read(hint: Any) -> Convert:
    """Give the check, and the conversion, of a value read for this annotation. They raise TypeError or ValueError."""
    if hint in _CHECKS:
        return _CHECKS[hint]
    origin = get_origin(hint)
    if origin is Literal:
        return partial(_one_of, get_args(hint))
    if origin is tuple:
        return _read_tuple(get_args(hint))
    if origin in (Union, UnionType):
        return _read_union(get_args(hint))
    return _reader(hint)


def _text(value: Any) -> Any:
    if type(value) is not str:
        raise TypeError(type(value))
    return value


def _whole(value: Any) -> Any:
    if type(value) is not int or not -LARGEST < value < LARGEST:
        raise TypeError(type(value))
    return value


def _number(value: Any) -> Any:
    """Take a whole number too: JSON does not tell 2.0 that was written as 2."""
    if type(value) is float and math.isfinite(value):
        return value
    return _whole(value)


def _flag(value: Any) -> Any:
    if type(value) is not bool:
        raise TypeError(type(value))
    return value


def _nothing(value: Any) -> Any:
    if value is not None:
        raise TypeError(type(value))


_CHECKS: dict[Any, Convert] = {str: _text, int: _whole, float: _number, bool: _flag, NoneType: _nothing}


def _one_of(known: tuple[Any, ...], value: Any) -> Any:
    if value not in known or type(value) not in {type(one) for one in known}:
        raise ValueError(value)
    return value


def _read_tuple(kinds: tuple[Any, ...]) -> Convert:
    reads = [_read(kind) for kind in kinds if kind is not Ellipsis]
    endless, one = kinds[-1] is Ellipsis, reads[0]

    def read(values: Any) -> tuple[Any, ...]:
        if type(values) is not list or not (endless or len(values) == len(reads)):
            raise TypeError(type(values))
        if endless:
            return tuple([one(value) for value in values])
        return tuple([read(value) for read, value in zip(reads, values, strict=True)])

    return read


def _read_union(kinds: tuple[Any, ...]) -> Convert:
    filled = tuple(kind for kind in kinds if kind is not NoneType)
    if len(filled) == 1:
        one = _read(filled[0])
    elif all(kind in PLAIN for kind in filled):
        one = partial(_any_of, {kind: _CHECKS[kind] for kind in filled})
    else:
        one = _read_tagged(filled)
    return (lambda value: None if value is None else one(value)) if len(filled) < len(kinds) else one


def _any_of(checks: dict[type, Convert], value: Any) -> Any:
    return checks[type(value)](value)


def _read_tagged(classes: tuple[type, ...]) -> Convert:
    readers = {cls.__name__: _reader(cls) for cls in classes}

    def read(tagged: Any) -> Any:
        name, values = tagged
        return readers[name](values)

    return read


def _write(hint: Any) -> Convert | None:
    """Give the conversion of a value to write for this annotation; None if JSON takes it as it is."""
    origin = get_origin(hint)
    if hint in PLAIN or origin is Literal:
        return None
    if origin is tuple:
        return _list_of(get_args(hint))
    if origin in (Union, UnionType):
        return _write_union(get_args(hint))
    return _writer(hint)


def _write_union(kinds: tuple[Any, ...]) -> Convert | None:
    filled = tuple(kind for kind in kinds if kind is not NoneType)
    found = _write(filled[0]) if len(filled) == 1 else None
    if len(filled) > 1 and not all(kind in PLAIN for kind in filled):
        found = _write_one_of(filled)
    return None if found is None else lambda value: None if value is None else found(value)


def _write_one_of(classes: tuple[type, ...]) -> Convert:
    writers = {cls: _writer(cls) for cls in classes}
    return lambda value: [type(value).__name__, writers[type(value)](value)]


def _list_of(kinds: tuple[Any, ...]) -> Convert:
    if kinds[-1] is Ellipsis:
        one = _write(kinds[0])
        return list if one is None else lambda values: [one(value) for value in values]
    each = [_write(kind) or _same for kind in kinds]
    return lambda values: [convert(value) for convert, value in zip(each, values, strict=True)]


def _same(value: Any) -> Any:
    return value
