"""Typesetting: our templates, the values they set as JSON (never as markup), our fonts; a tagged PDF comes out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from game.core.errors import ExportError
from game.places import shelves
from game.printing.icons import icons
from game.printing.reader import told
from game.type.fonts import face_file

STANDARD = "ua-1"
"""PDF/UA-1: what a screen reader needs; typst refuses to make one that is not."""


@dataclass(frozen=True, slots=True)
class Overflow:
    """A text that is too long for its place at the smallest size: millimetres too many, across and down."""

    card: str
    part: str
    lang: str
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and what does not fit in it."""

    pdf: bytes
    overflows: tuple[Overflow, ...] = ()


def typeset(
    template: str, data: Mapping[str, Any], wanted: set[str], style: Path | None = None, flip: str = ""
) -> Printed:
    """Set a template of `assets/print` with values and the icons they name.

    `flip` is the edge of the paper both sides are turned about; none for one side.
    `style` is a folder of a town's own templates, which stand for ours of the same name.
    Raises ImportError without typst, ExportError when a template is at fault.
    """
    import typst

    fonts = sorted({str(face_file(bold=False, other=other).parent) for other in (False, True)})
    with TemporaryDirectory(prefix="clap-print-") as name:
        folder = Path(name)
        _furnish(folder, style)
        text = json.dumps({**data, "icons": icons(wanted)}, ensure_ascii=False)
        (folder / "data.json").write_text(text, encoding="utf-8")
        try:
            press: Any = typst.Compiler(
                str(folder / template), root=folder, font_paths=fonts, ignore_system_fonts=True,
                sys_inputs={"saving": "yes" if data.get("saving") else ""},
            )  # fmt: skip
            pdf = press.compile(format="pdf", pdf_standards=[STANDARD])
            found = json.loads(press.query("<fit>", field="value"))
        except typst.TypstError as why:
            raise ExportError("print_template", template=template, reason=why.message) from why
    return Printed(
        told(pdf, flip), tuple(sorted({_overflow(one) for one in found}, key=lambda one: (one.card, one.part)))
    )


def _furnish(folder: Path, style: Path | None) -> None:
    for source in (shelves.assets() / "print", style):
        for file in source.glob("*.typ") if source is not None else ():
            copyfile(file, folder / file.name)


def _overflow(found: Mapping[str, Any]) -> Overflow:
    return Overflow(found["card"], found["part"], found["lang"], found["across"], found["down"])
