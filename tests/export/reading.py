"""Reads what was exported with other programs than the ones that wrote it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document

PDFTOTEXT = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
SOFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
INFO = pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")


def typed(text: str) -> str:
    """Give a text with the apostrophes people type: paper curls them (tests/type/test_marks.py)."""
    return text.translate({0x2019: "'", 0x2018: "'"})


def docx(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def words(own: Any) -> list[str]:
    """Give every paragraph, those of tables in their place."""
    found: list[str] = []
    for block in own.iter_inner_content():
        if hasattr(block, "rows"):
            found += [typed(cell.text) for row in block.rows for cell in row.cells]
        else:
            found.append(typed(block.text))
    return found


def headings(own: Any) -> list[str]:
    return [typed(one.text) for one in own.paragraphs if one.style.name == "Heading 1"]


def feet(own: Any) -> str:
    return "\n".join(typed(one.text) for section in own.sections for one in section.footer.paragraphs)


def pdf_text(content: bytes, folder: Path) -> str:
    file = folder / "read.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, timeout=60)
    return typed(done.stdout.decode())


def pdf_info(content: bytes, folder: Path) -> dict[str, str]:
    file = folder / "info.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True, timeout=60)
    lines = (line.partition(":") for line in typed(done.stdout.decode()).splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}


def squeezed(text: str) -> str:
    """Give a text without its spaces: lines and columns break it anywhere."""
    return "".join(text.split())


def as_pdf(file: Path, folder: Path) -> bytes:
    """Convert a file as an office does; gives the PDF."""
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    return (folder / f"{file.stem}.pdf").read_bytes()


def filled(pdf: bytes, folder: Path) -> list[float]:
    """Give how far down each page its ink goes, its foot left out."""
    from PIL import Image

    (folder / "ink.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", "20", "-gray", str(folder / "ink.pdf"), str(folder / "ink")]
    subprocess.run(command, check=True, timeout=60)
    found = []
    for file in sorted(folder.glob("ink-*.pgm")):
        page = Image.open(io.BytesIO(file.read_bytes()))
        body = page.crop((0, 0, page.width, int(page.height * 0.92)))
        box = body.point(lambda ink: 255 * (ink < 200)).getbbox()
        found.append(box[3] / page.height if box else 0.0)
        file.unlink()
    return found
