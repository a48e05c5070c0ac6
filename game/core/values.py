"""A frozen value with some of its fields changed: a session is one after each gesture."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar, cast

Value = TypeVar("Value")


def replace(value: Value, /, **changes: object) -> Value:
    """Give the value with these fields changed. Raises TypeError for a field it has not.

    A session has many fields, of which a gesture changes one or two: the others are copied all at once, where
    dataclasses.replace asks them one by one.
    """
    fields = getattr(value, "__dict__", None)
    known = getattr(value, "__dataclass_fields__", {})
    if fields is None or len(fields) != len(known) or not changes.keys() <= fields.keys():  # what it keeps besides goes
        return cast("Value", dataclasses.replace(cast("Any", value), **changes))
    new = object.__new__(type(value))
    new.__dict__.update(fields)
    new.__dict__.update(changes)
    return new
