"""A deck as a folder: deck.yaml, the decks it extends, the translations beside it, its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.content import overlays, pictures
from game.content.deck import not_keys, read_root
from game.content.deckspec import CHECKS, NOT_KEPT, SPEC
from game.content.files import read_bytes, shown
from game.content.kinds import KINDS
from game.content.merging import Root, keyed, merged, tree
from game.content.nodes import Mapping, Node, Scalar
from game.content.pause import collector_paused
from game.content.problems import ContentError, Problem, errors, tidy
from game.content.source import read_source
from game.content.spec import Shape, optional
from game.content.walk import Walk
from game.content.writing import written
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.places.looks import whole

DECK = "deck.yaml"
DEEPEST = 5
"""Decks that may stand under a deck, one extending the other."""
LISTED = 500
"""Files looked at to name the picture that was meant."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a deck's folder says. No deck comes with an error; a deck may come with warnings.

    `found`: every problem, where `problems` folds the ones alike. `given`: the keys of its head. `text`: the deck as
    one file, its own bytes unless other files have a say in it. `images`: each picture by the path the deck gives, and
    its file. `files`: every file that was read, the deck's own first. `walk`: what was met on the way, for whoever
    checks further.
    """

    deck: Deck | None
    problems: tuple[Problem, ...]
    found: tuple[Problem, ...]
    given: frozenset[str]
    text: bytes
    images: tuple[tuple[str, Path], ...]
    files: tuple[Path, ...]
    walk: Walk


@collector_paused()
def read_folder(file: Path, decks_root: Path, data: bytes | None = None) -> Reading:
    """Read a deck.yaml with all that belongs to it. Raises ContentError when the file itself cannot be read.

    `decks_root`: where a deck that is extended by its id is looked for, after the folder's own neighbours. `data`: what
    the file would say, when it is not written yet.
    """
    return _Folder(file, decks_root, data).reading()


class _Folder:
    def __init__(self, file: Path, decks_root: Path, data: bytes | None = None) -> None:
        self.decks_root = decks_root
        self.walk = Walk(shown(file), KINDS, CHECKS)
        self.files: list[Path] = []
        self.folders: list[Path] = []
        self.whence: dict[str, Problem] = {}
        self.whole = True
        self.weighed: set[Path] = set()
        self.data = read_bytes(file) if data is None else data
        self.walk.pictures = self._listed
        self.root = self._root(file, ())

    def reading(self) -> Reading:
        made = self._made()
        images = tuple(dict(self._pictures()).items())  # a picture that several cards show is one picture
        problems = self.walk.problems
        deck = made if isinstance(made, Deck) and not errors(problems) else None
        alone = len(self.files) == 1 or self.root is None
        text = self.data if alone else written(tree(self.root or {}, Scalar(0, 0, "")))
        found = self.walk.named(replace(one, related=(*one.related, *self._chain(one))) for one in problems)
        return Reading(
            deck,
            tidy(found, self.walk.file),
            found,
            frozenset(self.root or ()),
            text,
            images,
            tuple(self.files),
            self.walk,
        )

    def _made(self) -> object:
        if self.root is None:
            return None
        spec = SPEC
        if not self.whole:  # what the missing base would have brought is not asked for
            self.walk.open = True
            alone = ("format", "id")
            spec = Shape(dict, {name: what if name in alone else optional(what) for name, what in SPEC.fields.items()})
        head = tree(self.root, Scalar(0, 0, ""))
        return read_root(self.walk, spec, head)

    def _chain(self, problem: Problem) -> Iterator[Problem]:
        """Give the lines by which a file came to be read."""
        there = self.whence.get(problem.file)
        while there is not None:
            yield there
            there = self.whence.get(there.file)

    def _load(self, file: Path) -> Node | None:
        """Read one more file into the walk. Raises ContentError."""
        data = self.data if not self.files else read_bytes(file)
        index = len(self.files)
        self.files.append(file)
        if index:
            self.walk.others = (*self.walk.others, shown(file))
        root, problems = read_source(data, shown(file), index)
        self.walk.problems += problems
        return root

    def _root(self, file: Path, chain: tuple[Path, ...]) -> Root | None:
        node = self._load(file)
        if not isinstance(node, Mapping):
            if node is not None:
                not_keys(self.walk, node)
            return None
        self.folders.append(file.parent)
        own = keyed(self.walk, node)
        named = own.get("extends")
        if named is not None:
            base = self._base(named, file, (*chain, whole(file)))
            self.whole = self.whole and base is not None
            gone = NOT_KEPT[1:]
            own = merged(self.walk, own, base) if base else {key: one for key, one in own.items() if key not in gone}
        for overlay in _overlays(file.parent):
            own = self._overlaid(own, overlay)
        return own

    def _overlaid(self, root: Root, file: Path) -> Root:
        try:
            node = self._load(file)
        except ContentError as why:
            self.walk.problems += why.problems
            return root
        return root if node is None else overlays.overlaid(self.walk, root, node, file.stem)

    def _base(self, named: Node, file: Path, chain: tuple[Path, ...]) -> Root | None:
        """Read the deck that is extended; every reason not to is said where it is named."""
        if not isinstance(named, Scalar):
            self.walk.fault("expected_value", named, key="extends")
            return None
        found = self._found(named.value, file)
        if found is None:
            self.walk.suggest("base_unknown", named, named.value, dict.fromkeys(self._known(named.value, file)))
            return None
        told = " → ".join(one.parent.name for one in (*chain, found))
        if found in chain or len(chain) > DEEPEST:
            self.walk.fault("base_cycle" if found in chain else "base_deep", named, value=told, limit=DEEPEST)
            return None
        before = len(self.files)
        try:
            root = self._root(found, chain)
        except ContentError as why:
            self.walk.problems += why.problems
            return None
        self._came_from(named, file, before)
        return root

    def _came_from(self, named: Scalar, file: Path, before: int) -> None:
        here = self.walk.place("extended_here", named)
        for one in self.files[before:]:
            self.whence.setdefault(shown(one), here)

    def _found(self, name: str, file: Path) -> Path | None:
        """Find the deck of an id, among the folder's neighbours then ours, or of a relative path."""
        if "\0" in name or Path(name).is_absolute():
            return None
        if "/" in name or name.startswith("."):
            asked: tuple[Path, ...] = (file.parent / name / DECK, file.parent / name)
        else:
            asked = (file.parent.parent / name / DECK, self.decks_root / name / DECK)
        try:
            return next((one.resolve() for one in asked if one.is_file() and one.suffix == ".yaml"), None)
        except (OSError, RuntimeError):
            return None

    def _known(self, name: str, file: Path) -> list[str]:
        before = "../" if "/" in name else ""
        rooms = (file.parent.parent,) if before else (file.parent.parent, self.decks_root)
        return [f"{before}{one.parent.name}" for room in rooms for one in sorted(room.glob(f"*/{DECK}"))[:LISTED]]

    def _pictures(self) -> Iterator[tuple[str, Path]]:
        """Give the pictures that are sound; say what is wrong with the others."""
        seen: dict[str, tuple[Path | None, pictures.Fault]] = {}
        held = 0
        for node in self.walk.images:
            file, (code, facts) = seen.get(node.value) or seen.setdefault(node.value, self._picture(node.value))
            if code == "image_missing":
                self.walk.suggest(code, node, node.value, dict.fromkeys(self._listed()))
            elif code:
                self.walk.fault(code, node, value=node.value, **facts)
            elif file is not None:
                held += self._new(file)
                if held > pictures.TOGETHER:
                    self.walk.fault("images_heavy", node, limit=pictures.TOGETHER // 1_000_000)
                    return
                yield node.value, file

    def _new(self, file: Path) -> int:
        """Give the bytes of a picture met for the first time; 0 afterwards."""
        if file in self.weighed:
            return 0
        self.weighed.add(file)
        return file.stat().st_size

    def _picture(self, path: str) -> tuple[Path | None, pictures.Fault]:
        """Look for a picture in the deck's folder, then in those of the decks it extends."""
        for folder in self.folders:
            fault = pictures.file_fault(folder, path)
            if fault[0] != "image_missing":
                return folder / path, fault
        return None, ("image_missing", {})

    def _listed(self) -> list[str]:
        found = (one for folder in self.folders for one in _pictures_of(folder))
        return [path for path, _ in zip(found, range(LISTED), strict=False)]


def _pictures_of(folder: Path) -> Iterator[str]:
    for one in sorted((folder / pictures.FOLDER).rglob("*")):
        if one.suffix.lower()[1:] in pictures.KINDS:
            yield one.relative_to(folder).as_posix()


def _overlays(folder: Path) -> list[Path]:
    return sorted((folder / overlays.FOLDER).glob("*.yaml"))
