"""A deck to start from: every key of the format, notes that teach, a small town to play it in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game.content.near import slug
from game.core.errors import SetupError
from game.places import folders, shelves
from game.places.looks import is_file, is_folder

NAME = "my-deck"
"""The id of the deck in the templates."""
STEMS = {"fr": "LISEZ-MOI", "en": "README"}
EXTENDING = "#~ "
"""How the lines that a deck which extends another would have begin: shown as notes, to be set free."""


def scaffold(folder: Path, lang: str) -> tuple[Path, ...]:
    """Write a deck to start from in a new or empty folder; give the files. Raises SetupError folder_taken."""
    vacant(folder)
    folders.writable(folder)
    name = slug(folder.resolve().name) or NAME
    return tuple(put(folder / to, data) for to, data in _files(lang, name))


def vacant(folder: Path) -> None:
    """Refuse a folder that is there and holds something. Raises SetupError not_a_folder, folder_taken."""
    if is_file(folder):
        raise SetupError("not_a_folder", path=str(folder))
    if is_folder(folder) and _filled(folder):
        raise SetupError("folder_taken", folder=str(folder))


def _filled(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError as error:  # what may not be listed may hold anything
        raise SetupError("folder_unwritable", folder=str(folder), reason=error.strerror or "") from error


def _files(lang: str, name: str) -> Iterator[tuple[str, bytes]]:
    root = shelves.assets() / "scaffold"
    for file in sorted(path for path in root.rglob("*") if path.is_file()):
        to = file.relative_to(root).as_posix()
        if file.name.startswith("README."):
            if file.name.split(".")[1] == lang:
                yield f"{STEMS[lang]}.md", file.read_bytes()
        elif file.suffix in (".yaml", ".txt"):
            yield to, _spoken(file.read_text(encoding="utf-8"), lang, name).encode()
        else:
            yield to, file.read_bytes()
    yield from _schemas(lang)


def _spoken(text: str, lang: str, name: str) -> str:
    """Give a template with its notes in one language and the deck's own id."""
    lines = (line.replace(EXTENDING, "# ", 1) if line.startswith(EXTENDING) else line for line in text.split("\n"))
    return re.sub(rf"\b{NAME}\b", name, noted("\n".join(lines), lang))


def noted(text: str, lang: str) -> str:
    """Give a template with its notes (lines that begin with #fr or #en) in one language."""
    found = ((line, re.fullmatch(r"( *)#(fr|en) (.*)", line)) for line in text.split("\n"))
    return "\n".join(f"{note[1]}# {note[3]}" if note else line for line, note in found if not note or note[2] == lang)


def _schemas(lang: str) -> Iterator[tuple[str, bytes]]:
    """Give the schemas that let an editor help without a network."""
    shelf = shelves.assets() / "schema"
    for name in ("deck", "scenario"):
        file = next((file for file in (shelf / f"{name}.{lang}.schema.json", shelf / f"{name}.schema.json")
                     if file.is_file()), None)  # fmt: skip
        if file is not None:
            yield f".schema/{name}.schema.json", file.read_bytes()


def schemas(folder: Path, lang: str) -> tuple[Path, ...]:
    """Write what lets an editor help into a deck's folder; give the files. Raises SetupError not_written."""
    return tuple(put(folder / to, data) for to, data in _schemas(lang))


def put(path: Path, data: bytes) -> Path:
    """Write a file of a new folder. Raises SetupError not_written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise SetupError("not_written", path=str(path), reason=error.strerror or "") from error
    return path
