"""Frozen dataclasses, made in a third of the time: a table that opens makes some two hundred and fifty of them.

Python's own compiles six functions for each. Here one is compiled, `__init__`; all others are plain ones, and compare
what `attrgetter` reads. `fields`, `replace`, `match`, copies and pickles find what they would: for who writes a class,
and for mypy, `dataclass` is Python's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(field_specifiers=(field,))
def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Callable[[type[Made]], type[Made]]:
    """Make a frozen dataclass with slots; any other is made by Python's own."""
    return _made if frozen and slots and eq else dataclasses.dataclass(frozen=frozen, slots=slots, eq=eq)


def _made(cls: type[Made]) -> type[Made]:
    own = {name for name, value in vars(cls).items() if value is not None}  # a class with __eq__ has __hash__ None
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__dataclass_params__.frozen = made.__dataclass_params__.eq = True
    found = fields(made)
    key = _key([one.name for one in found if one.compare])

    def same(self: Any, other: Any) -> Any:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    methods = {"__init__": _init(made, found), "__eq__": same, "__hash__": hashed, **SHARED}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _key(names: list[str]) -> Callable[[Any], tuple[object, ...]]:
    """Give what reads the fields that are compared."""
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


def _init(cls: type, found: tuple[Field[Any], ...]) -> Any:
    """Compile the function that fills the slots; TypeError or SyntaxError where a field without default comes late."""
    given, filled = ["self"], []
    known: dict[str, Any] = {"__missing": MISSING}
    for one in found:
        name = one.name
        known[f"__set_{name}"] = getattr(cls, name).__set__
        known[f"__default_{name}"], known[f"__make_{name}"] = one.default, one.default_factory
        given += [_parameter(one)] if one.init else []
        filled.append(f" __set_{name}(self, {_value(one)})")
    filled += [" self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    text = "\n".join((f"def __init__({', '.join(given)}):", *filled, " return None"))
    exec(text, known)  # names of fields alone, as Python's own dataclass does
    return known["__init__"]


def _parameter(one: Field[Any]) -> str:
    if one.default is not MISSING:
        return f"{one.name}=__default_{one.name}"
    return one.name if one.default_factory is MISSING else f"{one.name}=__missing"


def _value(one: Field[Any]) -> str:
    if one.default_factory is not MISSING:
        made = f"__make_{one.name}()"
        return f"{made} if {one.name} is __missing else {one.name}" if one.init else made
    return one.name if one.init else f"__default_{one.name}"


def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _refuse_change(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deletion(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _filled(self: Any, state: list[object]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


SHARED: dict[str, Callable[..., Any]] = {
    "__repr__": _repr,
    "__setattr__": _refuse_change,
    "__delattr__": _refuse_deletion,
    "__getstate__": _state,
    "__setstate__": _filled,
}
"""Methods that are the same for every class."""
