"""Town papers made for the tests: a whole DOCX of python-docx, changed part by part as other programs and people do."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Mm

from game.export.blocks import Heading, Leaf, Points, Words
from game.export.to_docx import written
from tests.export.conftest import png
from tests.export.reading import docx

Parts = dict[str, bytes]
DOCUMENT, SETTINGS, STYLES = "word/document.xml", "word/settings.xml", "word/styles.xml"
LINKS = "word/_rels/document.xml.rels"
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def whole() -> Parts:
    """Give the parts of a letter paper: logo and name at its head, address at its foot."""
    return dict(_whole())


@cache
def _whole() -> Parts:
    own = Document()
    page = own.sections[0]
    page.header.paragraphs[0].add_run("Ville Essai").add_picture(io.BytesIO(png()), width=Mm(20))
    page.footer.paragraphs[0].text = "1 place des Arts"
    own.add_paragraph("Texte du modèle")
    out = io.BytesIO()
    own.save(out)
    with zipfile.ZipFile(out) as old:
        return {name: old.read(name) for name in old.namelist()}


def zipped(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


def changed(change: Callable[[Parts], None]) -> bytes:
    parts = whole()
    change(parts)
    return zipped(parts)


def put(name: str, old: str, new: str) -> Callable[[Parts], None]:
    """Change a part's text; what is not there is a fault of the test."""

    def change(parts: Parts) -> None:
        text = parts[name].decode()
        assert re.search(old, text), old
        parts[name] = re.sub(old, lambda found: found.expand(new), text, count=1).encode()

    return change


def linked(what: str, target: str, *, name: str = LINKS, ref: str = "rIdX") -> Callable[[Parts], None]:
    """Add a relation that leads outside."""
    link = f'<Relationship Id="{ref}" Type="{TYPE}/{what}" Target="{target}" TargetMode="External"/>'
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'

    def change(parts: Parts) -> None:
        text = parts.get(name, f"{start}</Relationships>".encode()).decode()
        parts[name] = text.replace("</Relationships>", f"{link}</Relationships>").encode()

    return change


def both(*changes: Callable[[Parts], None]) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        for one in changes:
            one(parts)

    return change


def head(inside: str) -> Callable[[Parts], None]:
    """Put something in the first paragraph of the header."""
    return put("word/header1.xml", r"</w:p>", f"{inside.replace(chr(92), chr(92) * 2)}</w:p>")


def field(command: str, shown: str = "montré") -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "separate", "end")]
    said = f"<w:r><w:instrText>{command}</w:instrText></w:r>"
    return f"{marks[0]}{said}{marks[1]}<w:r><w:t>{shown}</w:t></w:r>{marks[2]}"


def file(folder: Path, data: bytes, name: str = "modele.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


LEAF = Leaf("Compte rendu", "Un après-midi", (Heading("Décisions"), Words("Dit."), Points(("un", "deux"))), "CLAP",
            "Document préparatoire", "fr", "2026-12-02", "page {page} sur {pages}")  # fmt: skip


def minutes(folder: Path, data: bytes, name: str = "modele.docx") -> Any:
    """Write a short paper on a town's own; the town's file is as it was."""
    path = file(folder, data, name)
    made = docx(written(LEAF, path))
    assert path.read_bytes() == data
    return made


def inside(made: Any) -> dict[str, bytes]:
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as parts:
        return {name: parts.read(name) for name in parts.namelist()}
