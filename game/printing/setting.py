"""Typesetting: our templates, the values they set as JSON (never as markup), our fonts; a tagged PDF comes out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from shutil import copyfile
from typing import Any

from game.core.errors import ExportError
from game.core.frozen import dataclass
from game.places import shelves
from game.places.scratch import scratch
from game.printing.icons import icons
from game.printing.reader import told
from game.type.fonts import SURE, face_file
from game.type.marks import marked
from game.type.ttf import Ttf

STANDARD = "ua-1"
"""PDF/UA-1: what a screen reader needs; typst refuses to make one that is not."""
INSTEAD = "?"


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text that is too long for its place at the smallest size: millimetres too many, across and down."""

    card: str
    part: str
    lang: str
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Missing:
    """A sign that none of our fonts has, printed as `INSTEAD`, and what it was found in."""

    sign: str
    card: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, what does not fit in it, and what could not be set."""

    pdf: bytes
    overflows: tuple[Overflow, ...] = ()
    missing: tuple[Missing, ...] = ()


def typeset(
    template: str,
    data: Mapping[str, Any],
    wanted: set[str],
    style: Path | None = None,
    flip: str = "",
    files: Mapping[str, Path | str] | None = None,
) -> Printed:
    """Set a template of `assets/print` with values and the icons they name.

    `flip` is the edge of the paper both sides are turned about; none for one side.
    `style` is a folder of a town's own templates, which stand for ours of the same name. `files` are
    pictures, by the name the values give them: where they lie, or the text of a drawing, whose signs are left alone.
    Raises ImportError without typst, ExportError when a template is at fault, SetupError no_scratch.
    """
    import typst

    missing = tuple(sorted(set(_missing(data, "")), key=lambda one: (one.card, one.sign)))
    text = json.dumps({**_marked(data, files or {}), "icons": icons(wanted)}, ensure_ascii=False)
    text = text.translate({ord(one.sign): INSTEAD for one in missing})
    with scratch("clap-print-") as folder:
        _furnish(folder, style, files or {})
        (folder / "data.json").write_text(text, encoding="utf-8")
        try:
            press: Any = typst.Compiler(
                str(folder / template), root=folder, font_paths=_fonts(), ignore_system_fonts=True,
                sys_inputs={"saving": "yes" if data.get("saving") else ""},
            )  # fmt: skip
            pdf = press.compile(format="pdf", pdf_standards=[STANDARD])
            found = json.loads(press.query("<fit>", field="value"))
        except typst.TypstError as why:
            raise ExportError("print_template", template=template, reason=why.message) from why
    return Printed(told(pdf, flip), _overflows(found), missing)


def _fonts() -> list[str]:
    return [str(face_file(bold=False, other=other).parent) for other in (False, True)]


@cache
def _signs() -> frozenset[str]:
    """List the signs our fonts have, in every weight."""
    files = [[set(Ttf(face_file(bold=bold, other=other)).glyphs) for other in (False, True)] for bold in (False, True)]
    return frozenset.intersection(*(frozenset(face | other) for face, other in files)) | frozenset(SURE)


def _marked(value: Any, files: Mapping[str, Path | str]) -> Any:
    """Give a tree of values its apostrophes and minus signs; names of files stay."""
    if isinstance(value, str):
        return value if value in files else marked(value)
    if isinstance(value, Mapping):
        return {name: _marked(each, files) for name, each in value.items()}
    return [_marked(each, files) for each in value] if isinstance(value, list | tuple) else value


def _missing(value: Any, owner: str) -> Iterator[Missing]:
    """Find the signs we cannot set in a tree of values; the nearest `id` around tells where."""
    if isinstance(value, Mapping):
        here = str(value.get("id", owner))
        for each in value.values():
            yield from _missing(each, here)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _missing(each, owner)
    elif isinstance(value, str) and not value.isascii():
        yield from (Missing(sign, owner) for sign in value if not sign.isascii() and sign not in _signs())


def _furnish(folder: Path, style: Path | None, files: Mapping[str, Path | str]) -> None:
    for source in (shelves.assets() / "print", style):
        for file in source.glob("*.typ") if source is not None else ():
            copyfile(file, folder / file.name)
    for name, picture in files.items():
        if isinstance(picture, Path):
            copyfile(picture, folder / name)
        else:
            (folder / name).write_text(picture, encoding="utf-8")


def _overflows(found: Iterable[Mapping[str, Any]]) -> tuple[Overflow, ...]:
    """Tell once what does not fit on both sides of a card, by its worst."""
    worst: dict[tuple[str, str, str], Overflow] = {}
    for one in found:
        key = (one["card"], one["part"], one["lang"])
        known = worst.get(key, Overflow(*key, 0, 0))
        worst[key] = Overflow(*key, max(known.across, one["across"]), max(known.down, one["down"]))
    return tuple(worst[key] for key in sorted(worst))
