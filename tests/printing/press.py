"""Prints piles of our own deck for the tests, and reads the PDFs back as poppler sees them."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from game.content.shelf import load_deck
from game.core.cards import Card, Deck
from game.places import shelves
from game.printing.pile import Order, chosen, printed
from game.printing.setting import Printed
from game.printing.sheets import PROFILES, Profile
from game.words.catalogue import speaker
from tests.export.reading import typed

MM = 25.4
TOOLS = ("qpdf", "pdfinfo", "pdffonts", "pdftotext", "pdftoppm")
needs_tools = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason="needs poppler-utils and qpdf"
)


@cache
def deck() -> Deck:
    return load_deck(shelves.deck("clap"))[1]


def profile(name: str) -> Profile:
    return next(each for each in PROFILES if each.name == name)


def mixed(count: int) -> tuple[Card, ...]:
    """Give `count` cards taken all through the deck: issues, levers and events."""
    cards = chosen(deck(), ("issues", "levers", "events"))
    return tuple(cards[i * len(cards) // count] for i in range(count))


def order(count: int = 9, name: str = "home", **more: object) -> Order:
    return replace(Order(deck(), mixed(count), speaker("fr"), speaker("fr"), profile(name)), **more)  # type: ignore[arg-type]


@cache
def pile(count: int, name: str, flip: str = "long", saving: str = "") -> Printed:
    """Print some cards once for all the tests that look at them."""
    return printed(order(count, name, flip=flip, saving=bool(saving)))


def saved(pdf: bytes, folder: Path, name: str = "cards.pdf") -> Path:
    path = folder / name
    path.write_bytes(pdf)
    return path


def ran(*words: str | Path) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return typed(done.stdout)


def pages(pdf: Path, dpi: int, *more: str) -> list[Image.Image]:
    """Draw the pages, one picture each."""
    folder = pdf.with_suffix("")
    folder.mkdir(exist_ok=True)
    ran("pdftoppm", "-r", str(dpi), *more, pdf, folder / "page")
    return [Image.open(file).convert("RGB") for file in sorted(folder.glob("page*"))]


def words(pdf: Path) -> list[list[tuple[str, float, float, float, float]]]:
    """Give the words of each page with their boxes in mm."""
    text = ran("pdftotext", "-bbox", pdf, "-")
    found = []
    for page in text.split("<page ")[1:]:
        boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page)
        found.append([(word, *(float(each) * MM / 72 for each in box)) for *box, word in boxes])
    return found
