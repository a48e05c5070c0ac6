"""Rows of one's own made whole: ids from names, groups from the cells that name them, what no column gives supplied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from game.authoring.ownsheet.dressing import Wardrobe, place
from game.authoring.ownsheet.gathering import Gathered, told_as
from game.authoring.sheet.columns import GROUPS, PAIRS, values
from game.authoring.sheet.grid import HEAD, Grid, Line
from game.authoring.sheet.merge import ID_LIMIT
from game.authoring.sheet.pointing import ALIAS, ALL
from game.content.near import slug
from game.core.cards import LABEL_LIMIT
from game.tables.table import Note

Say = Callable[..., str]
SORTED = {
    "axes": ("axis", ("issues",)),
    "stages": ("stage", ("levers",)),
    "families": ("families", ("issues", "events")),
}
"""The key by which rows name a group, and the kinds whose rows do."""
EFFECTS = {"effects.cost": "0", "effects.delay": "0", "effects.impact": "2", "effects.effort": "2"}
"""What a lever does when no column says: nothing to cost and delay, a middling impact for a middling effort."""
EASY = ("effects.cost", "effects.delay")
"""Effects whose empty cell says none."""


class Completing:
    """Makes what was gathered whole. `notes`: what was supplied, told once."""

    def __init__(self, found: Gathered, lang: str, say: Say) -> None:
        self._found, self._lang, self._say = found, lang, say
        self._supplied: Counter[str] = Counter()
        self.languages = self._languages()

    def grids(self) -> list[Grid]:
        """Give the grids, groups included, each row with its id."""
        made = [*self._groups(), *(one for one in self._found.grids if one.kind not in GROUPS)]
        whole = [replace(one, lines=tuple(self._line(one, line) for line in one.lines)) for one in made]
        return _identified(whole)

    @property
    def notes(self) -> list[Note]:
        """Say what was supplied."""
        return [Note(f"supplied_{what}", (("n", n),)) for what, n in self._supplied.items() if n]

    def _languages(self) -> tuple[str, ...]:
        said = {key[-3:-1] for keys in self._found.columns.values() for key in keys if key.endswith("]")}
        return tuple(dict.fromkeys((*(one for one in (self._lang,) if one in said or not said), *sorted(said))))

    def _groups(self) -> Iterator[Grid]:
        for kind, (key, users) in SORTED.items():
            own = self._found.of(kind)
            grids = own or [self._named(kind, key, users)]
            wardrobe = Wardrobe(kind)
            for line in (line for one in grids for line in one.lines):
                wardrobe.worn(line.cells)
            for one in grids:
                yield replace(one, lines=tuple(replace(line, cells=wardrobe.dressed(line.cells)) for line in one.lines))

    def _named(self, kind: str, key: str, users: tuple[str, ...]) -> Grid:
        """Make the groups that rows name, in the order in which they do; one for all when none is named."""
        met: dict[str, tuple[str, Grid, int]] = {}
        for grid in (one for user in users for one in self._found.of(user)):
            for line in grid.lines:
                for word in self._words(key, line.cells.get(key, "")):
                    met.setdefault(slug(word), (word, grid, line.row))
        lang = self.languages[0]
        if not met:
            self._supplied[kind] += 1
            name = self._say(f"sheet.own.{kind}")
            return Grid(name, kind, {}, (Line(0, {f"name [{lang}]": name}),))
        first = next(iter(met.values()))[1]
        lines = _ordered(kind, [Line(row, {f"name [{lang}]": word}) for word, _, row in met.values()])
        return Grid(first.name, kind, {"id": first.columns.get(key, 0)}, lines, first.file)

    def _words(self, key: str, text: str) -> list[str]:
        if key != "families" or slug(text) in ALL:
            return [text] if text and slug(text) not in ALL else []
        return [piece for word in values(text) for piece in self._pieces(word)]

    def _pieces(self, word: str) -> list[str]:
        """Part a cell at its commas when one of its pieces stands alone in another."""
        pieces = [one.strip() for one in word.replace("/", ",").split(",") if one.strip()]
        return pieces if any(slug(one) in self._alone for one in pieces) else [word]

    @property
    def _alone(self) -> set[str]:
        rows = (line.cells.get("families", "") for user in ("issues", "events") for one in self._found.of(user)
                for line in one.lines)  # fmt: skip
        return {slug(one) for text in rows for one in values(text) if "," not in one}

    def _line(self, grid: Grid, line: Line) -> Line:
        cells = dict(line.cells)
        lacking = self._found.columns.get(grid.kind, set())
        for lang in self.languages:
            self._texts(grid.kind, cells, f"[{lang}]", lacking)
        self._figures(grid.kind, cells, lacking)
        return replace(line, cells=cells)

    def _texts(self, kind: str, cells: dict[str, str], lang: str, given: set[str]) -> None:
        """Let one text do for another that no column gives."""
        label, title = cells.get(f"label {lang}", ""), cells.get(f"title {lang}", "")
        for name, other in (("label", title), ("title", label)):
            if kind not in (*GROUPS, *PAIRS) and other and f"{name} {lang}" not in cells:
                cells[f"{name} {lang}"] = other
                self._supplied[name] += name == "title" or len(other) <= LABEL_LIMIT
        long = {"issues": ("question",), "levers": ("text",), "events": ("text", "effect")}.get(kind, ())
        for name in long:
            if f"{name} {lang}" not in given and (title or label):
                cells[f"{name} {lang}"] = title or label
                self._supplied[name] += 1
        for name in ("indicators.1.unit", "indicators.1.source", "target.unit"):
            whole = f"{name.rpartition('.')[0]}.name {lang}"
            if whole in cells and f"{name} {lang}" not in cells:
                cells[f"{name} {lang}"] = self._say("sheet.own.unknown")
                self._supplied["aim"] += 1

    def _figures(self, kind: str, cells: dict[str, str], given: set[str]) -> None:
        """Give what no column says of a card: its groups, its effects, what it answers, how sure its law is."""
        for group, (key, users) in SORTED.items():
            if kind in users and key not in given:
                cells[key] = "tous" if key == "families" else self._first(group)
        if kind == "levers":
            self._lever(cells, given)
        if any(key.startswith("legal.text") for key in cells) and "legal.confidence" not in cells:
            cells["legal.confidence"] = "to-check"
            self._supplied["confidence"] += 1

    def _first(self, group: str) -> str:
        lines = [line for one in self._found.of(group) for line in one.lines]
        return next(told_as(lines[0].cells), "") if lines else self._say(f"sheet.own.{group}")

    def _lever(self, cells: dict[str, str], given: set[str]) -> None:
        if "answers" not in given:
            cells["answers"] = "tous"
            self._supplied["answers"] += 1
        for key, value in EFFECTS.items():
            if key not in cells and (key not in given or key in EASY):
                cells[key] = value
                self._supplied["effects"] += key not in given


def _ordered(kind: str, lines: list[Line]) -> tuple[Line, ...]:
    """Put stages in the order of a purchase when each is called like one of the official ones, others as they come."""
    places = [place(line.cells) for line in lines] if kind == "stages" else []
    if not places or min(places) < 0:
        return tuple(lines)
    return tuple(line for _, line in sorted(zip(places, lines, strict=True), key=lambda one: one[0]))


def _identified(grids: list[Grid]) -> list[Grid]:
    """Give each row the id that its name makes, and keep what its author numbers or codes it by."""
    taken: dict[str, set[str]] = {}
    made = []
    for grid in grids:
        own = taken.setdefault(grid.kind if grid.kind in GROUPS else "cards", set())
        lines = [line if grid.kind in PAIRS else _with_id(line, own) for line in grid.lines]
        first = min(grid.columns.values(), default=0)
        made.append(replace(grid, lines=tuple(lines), columns={HEAD: first, **grid.columns}))
    return made


def _with_id(line: Line, taken: set[str]) -> Line:
    said = line.cells.get("id", "")
    cells = {key: text for key, text in line.cells.items() if key != "id"}
    if said and slug(said) != said:
        cells[ALIAS] = said
    root = next((one for text in (said, *told_as(cells)) if (one := slug(text)[: ID_LIMIT - 4].strip("-"))), "")
    found = next((one for one in (root, *(f"{root}-{n}" for n in range(2, len(taken) + 3))) if one not in taken), "")
    if not root or (said and found != root):
        return line  # told by whoever compares: nothing to name it by, or a code that stands twice
    taken.add(found)
    return replace(line, cells={"id": found, **cells})
