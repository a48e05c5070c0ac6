"""A recorded workshop: the gestures of a demo as a trainer writes them, read into commands; any desk plays it."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from typing import Any, get_type_hints

from game.content.kinds import KINDS
from game.content.nodes import Mapping, Node, Scalar
from game.content.problems import Problem
from game.content.source import read_source
from game.content.spec import Field, Shape, formats, many, optional, plain, text, thing, whole, words
from game.content.walk import BAD, Walk
from game.core.frozen import dataclass
from game.core.moves import COMMANDS
from game.core.moves.move import Command
from game.core.text import Text

UNDO, REDO, LOOK = "undo", "redo", "look"
STEPS = 2_000


@dataclass(frozen=True, slots=True)
class Recorded:
    """One step: a command, or undo, redo, look (a card brought to the whole room). `refused` is the code expected.

    `say` is what the demo tells of it, where its author words it; else what the gesture did is told.
    """

    kind: str
    command: Command | None = None
    refused: str = ""
    card: str = ""
    say: Text = Text()


@dataclass(frozen=True, slots=True)
class Recording:
    """A workshop played before: its agenda, its date (YYYY-MM-DD), its title and its steps."""

    title: Text
    agenda: str
    date: str
    steps: tuple[Recorded, ...]


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


_KINDS: dict[object, Field] = {
    str: text(),
    int: whole(-1_000, 1_000),
    bool: plain("yesno"),
    tuple[str, ...]: many(text()),
    tuple[str, str]: many(text(), 2, 2),
}


def _fields(command: type[Command]) -> dict[str, Field]:
    hints = get_type_hints(command)
    found = {}
    for part in fields(command):  # type: ignore[arg-type]  # every command is a dataclass
        kind = _KINDS[hints[part.name]]
        found[part.name] = kind if part.default is MISSING else optional(kind)
    return found


BY_NAME = {_snake(command.__name__): command for command in COMMANDS}


def _step(walk: Walk, _: Field, node: Node, key: str) -> object:
    """Read one step: `do` names the command, the other keys are its own."""
    if not isinstance(node, Mapping):
        return walk.fault("expected_thing", node, key=key)
    given = {name.value: value for name, value in node.pairs}
    named = given.get("do")
    if not isinstance(named, Scalar):
        return walk.fault("missing_key", node, key="do")
    if named.value in (UNDO, REDO, LOOK):
        own = {"card": text()} if named.value == LOOK else {}
        made = walk.thing(Shape(dict, {"do": text(), "say": optional(words()), **own}), node, key)
        return _seen(named.value, **made) if isinstance(made, dict) else BAD
    command = BY_NAME.get(named.value)
    if command is None:
        return walk.suggest("bad_choice", named, named.value, (*BY_NAME, UNDO, REDO, LOOK), key="do",
                            choices=", ".join(BY_NAME))  # fmt: skip
    return _commanded(walk, node, key, command)


def _seen(kind: str, do: str, say: Text = Text(), card: str = "") -> Recorded:
    return Recorded(kind, card=card, say=say)


def _commanded(walk: Walk, node: Mapping, key: str, command: type[Command]) -> object:
    own = _fields(command)
    shape = Shape(dict, {"do": text(), "refused": optional(text()), "say": optional(words()), **own})
    made = walk.thing(shape, node, key)
    if not isinstance(made, dict):
        return BAD
    values = {name: made[name] for name in own if name in made}
    return Recorded("do", command(**values), str(made.get("refused", "")), say=made.get("say", Text()))


def _recording(format: int, **values: Any) -> Recording:
    return Recording(**values)


_SHAPE = Shape(
    _recording,
    {
        "format": formats(1),
        "title": words(),
        "agenda": text(),
        "date": plain("day"),
        "steps": many(Field("step"), 1, STEPS),
    },
)


def read_recording(data: bytes, file: str) -> tuple[Recording | None, tuple[Problem, ...]]:
    """Read a recording. None comes with at least one problem."""
    root, problems = read_source(data, file)
    if root is None:
        return None, tuple(problems)
    walk = Walk(file, {**KINDS, "step": _step}, problems=list(problems))
    made = walk.value(thing(_SHAPE), root, "recording")
    found = tuple(sorted(walk.problems, key=lambda problem: (problem.line, problem.column)))
    return (made if isinstance(made, Recording) and not found else None), found
