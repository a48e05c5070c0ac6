"""A frozen value of the house is in every way the one Python's own dataclass would make."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, ClassVar

import pytest

import game
from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A value as most are."""

    x: int
    y: int = 2
    names: list[str] = field(default_factory=list, compare=False)
    kind: ClassVar[str] = "spot"


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that works out one of its own."""

    base: int
    hidden: int = field(default=7, repr=False)
    made: dict[str, int] = field(init=False, default_factory=dict, compare=False)
    late: int = field(init=False, default=1)

    def __post_init__(self) -> None:
        object.__setattr__(self, "late", self.base * 2)


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing at all."""


@dataclass(frozen=True, slots=True)
class Own:  # noqa: PLW1641
    """A value with words of its own."""

    a: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __repr__(self) -> str:
        return "own"


@dataclass(frozen=True, slots=True)
class Cased:
    """A value that hashes by its own rule."""

    a: str

    def __hash__(self) -> int:
        return 4


VALUES = (Spot(1), Spot(1, 3, ["a"]), Derived(4), Empty(), Own(1), Cased("a"))


def twin(cls: type) -> type:
    """Make the same class by Python's own dataclass."""
    rows = [(one.name, one.type, _written(one)) for one in fields(cls)]
    body = {name: vars(cls)[name] for name in ("__post_init__",) if name in vars(cls)}
    return dataclasses.make_dataclass(cls.__name__, rows, namespace=body, frozen=True, slots=True)


def _written(one: dataclasses.Field[Any]) -> Any:
    given = {"init": one.init, "repr": one.repr, "compare": one.compare}
    if one.default is not dataclasses.MISSING:
        return field(default=one.default, **given)
    if one.default_factory is not dataclasses.MISSING:
        return field(default_factory=one.default_factory, **given)
    return field(**given)


def test_it_is_made_filled_and_shown_as_by_python() -> None:
    for cls, given in ((Spot, (1,)), (Spot, (1, 5, ["b"])), (Derived, (4,)), (Derived, (4, 9)), (Empty, ())):
        ours, theirs = cls(*given), twin(cls)(*given)
        assert [getattr(ours, one.name) for one in fields(cls)] == [getattr(theirs, one.name) for one in fields(theirs)]
        assert repr(ours) == repr(theirs)
        assert hash(ours) == hash(theirs)
        assert cls.__match_args__ == type(theirs).__match_args__
        assert cls.__slots__ == type(theirs).__slots__
        assert not hasattr(ours, "__dict__")


def test_each_value_has_a_default_of_its_own() -> None:
    assert Spot(1).names is not Spot(1).names
    assert Spot(x=1, y=3) == Spot(1, 3, ["not compared"]) != Spot(1)
    assert Derived(2).late == 4


def test_it_equals_what_is_of_its_own_class_alone() -> None:
    assert Spot(1) != twin(Spot)(1)
    assert Spot(1).__eq__(3) is NotImplemented
    assert Empty() == Empty()
    nothing = float("nan")
    assert Cased(nothing) == Cased(nothing)  # type: ignore[arg-type]  as the fields of tuples are compared
    with pytest.raises(TypeError):
        hash(Spot([]))  # type: ignore[arg-type]


def test_what_a_class_says_of_itself_stands() -> None:
    assert Own(1) == Own(2)
    assert repr(Own(1)) == "own"
    assert hash(Own(3)) == hash((3,))
    assert hash(Cased("b")) == 4


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_nothing_of_it_changes(value: object) -> None:
    for name in (*(one.name for one in fields(value)), "new"):  # type: ignore[arg-type]
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, 1)
        with pytest.raises(FrozenInstanceError):
            delattr(value, name)


@pytest.mark.parametrize("through", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_copies_and_pickles_are_equal(through: Callable[[object], object]) -> None:
    assert [through(value) for value in VALUES] == list(VALUES)


def test_replace_and_match_find_its_fields() -> None:
    assert replace(Spot(1), y=9) == Spot(1, 9)
    match Spot(4, 5):
        case Spot(x, y=5):
            assert x == 4
        case _:
            pytest.fail("not matched")


@pytest.mark.parametrize("given", [(), (1, 2, [], 4)])
def test_what_is_missing_or_too_much_is_refused(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        Spot(*given)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Spot(1, z=1)  # type: ignore[call-arg]


def test_a_field_without_default_may_not_follow_one_with() -> None:
    class Late:
        a: int = 1
        b: int

    with pytest.raises((TypeError, SyntaxError)):
        dataclass(frozen=True, slots=True)(Late)


def test_a_subclass_stays_frozen_and_other_kinds_are_left_to_python() -> None:
    with pytest.raises(TypeError, match="frozen"):
        dataclasses.dataclass(type("Loose", (Spot,), {"__annotations__": {"z": int}}))

    @dataclass(slots=True)
    class Open:
        a: int = 1

    one = Open()
    one.a = 2
    assert one == Open(2)


def test_every_class_of_the_house_takes_its_fields_in_their_order() -> None:
    found = [cls for name in rooms() for cls in vars(import_module(name)).values() if _ours(cls, name)]
    assert len(found) > 200
    for cls in found:
        takes = list(inspect.signature(cls).parameters.values())
        assert [one.name for one in takes] == [one.name for one in fields(cls) if one.init], cls
        assert [one.default is not one.empty for one in takes] == [_optional(one) for one in fields(cls) if one.init]


def rooms() -> list[str]:
    names = ("core", "view", "words", "content", "journal", "desk", "wiring")
    prefixes = tuple(f"game.{name}." for name in names)
    return [one.name for one in walk_packages(game.__path__, "game.") if one.name.startswith(prefixes)]


def _ours(cls: object, room: str) -> bool:
    return (
        isinstance(cls, type) and dataclasses.is_dataclass(cls) and cls.__module__ == room and "__slots__" in vars(cls)
    )


def _optional(one: dataclasses.Field[Any]) -> bool:
    return one.default is not dataclasses.MISSING or one.default_factory is not dataclasses.MISSING
