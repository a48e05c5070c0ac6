"""One walk of a node tree along a SPEC table: every fault with its place, values typed by the table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from game.content.naming import named
from game.content.near import nearest, nearest_key, slug
from game.content.nodes import LOST, STRIDE, Broken, Node, Scalar
from game.content.nodes import Mapping as Keys
from game.content.problems import LINE_ENDS, Problem, errors
from game.content.spec import Field, Shape
from game.content.syntax import office_accident
from game.core.text import Text

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
GUESSES = 200
"""Suggestions looked for in one file: more faults than that are not typing errors."""

LONGEST = 400
"""Characters of a fact: a list of known words may be long, a stranger's text is cut at sixty."""

FEW = 12
"""Names shown to choose from."""


class Bad:
    """What a faulty value gives: nothing is made of it."""


BAD = Bad()
NONE = ("", "null", "~")
"""A plain value that means: no value."""
Names = dict[str, Scalar | None]
"""Ids and where they were given; None when in another file."""
Check = Callable[["Walk", Keys, dict[str, object]], None]


class Said(NamedTuple):
    """A text for people: where it must fit (spec.py) if anywhere, which card's it is, its language if it has one."""

    fit: str
    owner: str
    language: str
    at: Scalar
    words: str


@dataclass
class Walk:
    """What is learnt on the way: faults, languages, the names that may be pointed to.

    `others`: the files read besides `file`, by the stride their nodes' lines start at. `removed`: the cards of another
    deck that this one leaves out. `renamed`: the ids that cards of another file had, each to the one it has: whoever
    points to one means the card. `texts`, `images`, `cited` (legal references, each with a date of its own or none),
    `pictured` (a picture, whether it has an alternative text, a credit): what is looked at further. `pictures` lists
    those there are. `open`: a file that could not be read names more. `held`: a session keeps this text and played it:
    what is asked since is not asked of it. `format`: the one the file says it is of. `met`: what has
    an id, as it is written.
    """

    file: str
    kinds: Mapping[str, Callable[[Walk, Field, Node, str], object]]
    checks: Mapping[str, Check] = field(default_factory=dict)
    names: dict[str, Names] = field(default_factory=dict)
    former: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    made: dict[str, object] = field(default_factory=dict)
    languages: tuple[str, ...] = ("fr", "en")
    problems: list[Problem] = field(default_factory=list)
    guesses: int = 0
    others: tuple[str, ...] = ()
    removed: dict[str, Scalar] = field(default_factory=dict)
    texts: list[Said] = field(default_factory=list)
    images: list[Scalar] = field(default_factory=list)
    cited: list[tuple[Node, str]] = field(default_factory=list)
    pictured: list[tuple[Node, bool, bool]] = field(default_factory=list)
    pictures: Callable[[], Iterable[str]] = tuple
    owner: str = ""
    open: bool = False
    held: bool = False
    format: int = 1
    met: list[Keys] = field(default_factory=list)

    def named(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Give problems with the name of the card, or of whatever has an id, that each is in."""
        return named(problems, self.met, (self.file, *self.others))

    def fault(self, code: str, node: Node, /, **facts: str | float) -> Bad:
        """Note a fault at a node."""
        self.problems.append(self._problem(code, node, _clipped(facts)))
        return BAD

    def twice(self, code: str, node: Node, first: Node, /, **facts: str | float) -> Bad:
        """Note a fault that has two places."""
        there = (self._problem("first_here", first),)
        self.problems.append(self._problem(code, node, _clipped(facts), there))
        return BAD

    def place(self, code: str, node: Node) -> Problem:
        """Give a place that a fault speaks of."""
        return self._problem(code, node)

    def _problem(
        self,
        code: str,
        node: Node,
        facts: tuple[tuple[str, str | int | float], ...] = (),
        related: tuple[Problem, ...] = (),
    ) -> Problem:
        index, line = divmod(node.line, STRIDE)
        return Problem(code, (self.file, *self.others)[index], line + 1, node.column + 1, facts, related)

    def suggest(self, code: str, node: Node, value: str, words: Iterable[str], /, **facts: str | float) -> Bad:
        """Note a fault on a word, with the nearest known word when there is one (`code`_near)."""
        self.guesses += 1
        near = nearest(value, words) if self.guesses <= GUESSES else ""
        if not near:
            return self.fault(code, node, value=value, **facts)
        there = words.get(near) if isinstance(words, dict) else None
        related = (self._problem("near_here", there),) if there is not None else ()
        given = _clipped({"value": value, "near": near, **facts})
        self.problems.append(self._problem(f"{code}_near", node, given, related))
        return BAD

    def value(self, what: Field, node: Node, key: str) -> object:
        """Read a value of a kind; BAD when it is faulty."""
        return BAD if isinstance(node, Broken) else self.kinds[what.kind](self, what, node, key)

    def thing(self, shape: Shape, node: Node, key: str) -> object:
        """Read a mapping of known keys and make its value."""
        if not isinstance(node, Keys):
            return self.fault("expected_thing", node, key=key)
        for where in shape.fresh:
            self.names[where] = {}
        if shape.names:
            self.met.append(node)
        given = self.keys(shape.fields, node)
        values: dict[str, object] = {}
        sound = self._complete(shape, node, given)
        for name, what in shape.fields.items():
            found = given.get(name)
            if found is None or self._empty(found):
                continue
            if what.since > self.format:
                self.fault("format_old", found, key=name, value=self.format, needed=what.since)
            values[name] = self.value(what, found, name)
            if name == "id" and isinstance(found, Scalar):
                self._enter(shape, what, found)
        self._remember(values, given)
        sound = sound and BAD not in values.values()
        return self._make(shape, node, values) if sound else BAD

    def _make(self, shape: Shape, node: Keys, values: dict[str, object]) -> object:
        if shape.check:
            before = len(self.problems)
            self.checks[shape.check](self, node, values)
            if errors(self.problems[before:]):
                return BAD
        made = shape.make(**values)
        for where in shape.names:
            self.made[f"{where}:{values.get('id')}"] = made
        return made

    def _complete(self, shape: Shape, node: Keys, given: Mapping[str, Node]) -> bool:
        """Tell whether every needed key has a value; say those that have none."""
        needed = [name for name, what in shape.fields.items() if what.required]
        lost = incomplete(node)
        missing = [name for name in needed if name not in given and not lost]
        if missing:
            self.fault("missing_key", node, key=", ".join(missing), n=len(missing))
        empty = [(name, given[name]) for name in needed if name in given and self._empty(given[name])]
        for name, found in empty:
            self.fault("colour_empty" if shape.fields[name].kind == "colour" else "empty_value", found, key=name)
        return not (missing or empty or lost)

    def _empty(self, node: Node) -> bool:
        """Tell whether a value is none: nothing, or YAML's and JSON's word for it, which was read as a text once."""
        return isinstance(node, Scalar) and node.plain and node.value in (("",) if self.held else NONE)

    def keys(self, fields: Mapping[str, Field], node: Keys) -> dict[str, Node]:
        """Sort the keys: the known ones, and under their right name the misspelt ones, which are said."""
        given = {key.value: value for key, value in node.pairs if key.value in fields}
        for key, value in node.pairs:
            if key.value in fields or key.value.startswith("x-"):
                continue
            meant = self._stranger(key, fields)
            if meant and meant not in given:
                given[meant] = value
        return given

    def _stranger(self, key: Scalar, known: Mapping[str, Field]) -> str:
        """Say that a key is unknown, and give the key that was meant."""
        self.guesses += 1
        near = nearest_key(key.value, known) if self.guesses <= GUESSES else ""
        accident = office_accident(key.value)
        if accident:
            self.fault(accident[0], key)
        elif near:
            self.fault("unknown_key_near", key, value=key.value, near=near)
        else:
            self.fault("unknown_key", key, value=key.value, known=", ".join(known))
        return near

    def _enter(self, shape: Shape, what: Field, found: Scalar) -> None:
        """Enter an id where it can be pointed to; an id given twice shows both places."""
        meant = self._meant(what, found.value)
        first: Scalar | None = None
        for where in shape.names:
            names = self.names.setdefault(where, {})
            first = names.get(meant) or first
            names.setdefault(meant, found)
        self.owner = meant if "card" in shape.names else ""
        if first is not None:
            self.twice("id_twice", found, first, value=found.value)

    def _meant(self, what: Field, given: str) -> str:
        """Give the id that was meant, so that one written wrong makes no echo where the right one is pointed to."""
        known = self.names.get(what.to, {})
        if what.kind == "id" and not IDENTIFIER.fullmatch(given):
            return slug(given) or given
        return given if given in known or not known else nearest(given, known) or given

    def _remember(self, values: dict[str, object], given: Mapping[str, Node]) -> None:
        """Keep the former ids of a card, to tell a reference to one of them what the card is called now."""
        old = values.get("former_ids")
        if isinstance(old, tuple) and isinstance(values.get("id"), str):
            for one in old:
                if self.former.setdefault(one, str(values["id"])) != values["id"] or one == values["id"]:
                    self.fault("former_twice", given["former_ids"], value=one)

    def at(self, node: Keys, key: str) -> Node:
        """Give the place of a key's value, or of the whole thing when the key was misspelt."""
        return next((value for name, value in node.pairs if name.value == key), node)

    def point(self, to: str, node: Scalar) -> object:
        """Resolve a reference. Where nothing was named, its absence was said already."""
        names = self.names.get(to, {})
        given = node.value if node.value in names else self.renamed.get(node.value, node.value)
        if given in names or not names:
            return given
        if self.open:
            return BAD
        if node.value in self.removed:
            return self.twice("ref_removed", node, self.removed[node.value], value=node.value)
        now = self.former.get(node.value, "")
        if now in names:
            return self.fault("ref_former", node, value=node.value, near=now)
        meant = self._called(to, node.value) if self.guesses <= GUESSES else ""
        if meant in names:
            self.guesses += 1
            return self.fault(f"no_{to}_near", node, value=node.value, near=meant, known=", ".join(list(names)[:FEW]))
        return self.suggest(f"no_{to}", node, node.value, names, known=", ".join(list(names)[:FEW]))

    def _called(self, to: str, label: str) -> str:
        """Give the id of what bears a label, in any of its languages; nothing when nothing does."""
        wanted = slug(label)
        for name, made in self.made.items():
            if not name.startswith(f"{to}:"):
                continue
            texts = (getattr(made, key, None) for key in ("label", "name", "short"))
            said = {slug(words) for text in texts if isinstance(text, Text) for words in (text.fr, text.en)}
            if wanted in said:
                return name.removeprefix(f"{to}:")
        return ""

    def word(self, node: Node, key: str) -> Scalar | None:
        """Give a scalar, or say that a plain value was expected."""
        if isinstance(node, Scalar):
            return node
        self.fault("expected_value", node, key=key)
        return None


def incomplete(node: Keys) -> bool:
    """Tell whether a line of a mapping could not be read, and was told: what it lacks may have been there."""
    return any(key.value == LOST for key, _ in node.pairs)


def _clipped(facts: dict[str, str | float]) -> tuple[tuple[str, str | int | float], ...]:
    return tuple((key, _clip(value)) for key, value in facts.items())


def _clip(value: str | float) -> str | float:
    """Give a fact that stands on one line of a sentence."""
    if not isinstance(value, str):
        return value
    if LINE_ENDS.search(value):
        value = LINE_ENDS.sub(" ", value)
    return value if len(value) <= LONGEST else value[:60] + "…"


def language_texts(texts: dict[str, str]) -> Text:
    """Make a text of its translations; languages besides French and English go to `others`."""
    others = tuple((code, said) for code, said in texts.items() if code not in ("fr", "en"))
    return Text(texts.get("fr", ""), texts.get("en", ""), others)
