import re
import zipfile
from pathlib import Path

import pygame
import pytest

from game.table.archive import Archive
from game.table.surfaces import Icons, Shelf, Surfaces, Texts
from game.type.measure import FontMeasure

ROOT = Path(__file__).parents[2]


def test_a_shelf_forgets_what_was_used_least() -> None:
    shelf = Shelf(3 * (400 + 200))
    made: list[str] = []

    def make(name: str) -> pygame.Surface:
        made.append(name)
        return pygame.Surface((10, 10))

    for name in ("a", "b", "c", "a", "d", "a", "b"):
        shelf.get(name, lambda name=name: make(name))  # type: ignore[misc]
    assert made == ["a", "b", "c", "d", "b"]


def test_every_icon_the_view_names_exists() -> None:
    named = set()
    for file in (ROOT / "game" / "view").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r'icon="([a-z0-9-]+)', text)) | set(re.findall(r'Icon\([^"\n]*"([a-z0-9-]+)!?"', text))
    icons = Icons()
    assert named
    assert [name for name in sorted(named) if not icons.has(name)] == []


@pytest.mark.parametrize("text", ["CO₂ → 12 ✓", "à l\u2011œuvre"])
def test_missing_glyphs_are_set_in_the_other_font(text: str) -> None:
    pygame.font.init()
    texts = Surfaces().texts
    font = texts.for_line(text.replace("\u2011", "-"), 24, bold=False)
    assert None not in font.metrics(text.replace("\u2011", "-"))
    assert texts.line(text, 24, "#000000", bold=False).get_width() > 50


def test_a_name_that_is_no_utf8_is_drawn_as_measured() -> None:
    pygame.font.init()
    name = "S\udce9ance.clap"
    drawn = Surfaces().texts.line(name, 24, "#000000", bold=False).get_width()
    assert drawn == Surfaces().texts.line("S\ufffdance.clap", 24, "#000000", bold=False).get_width()
    assert abs(FontMeasure().width(name, 24) - drawn) <= 1


def test_the_archive_gives_what_zip_tools_give(tmp_path: Path) -> None:
    path = tmp_path / "icons.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("map.svg", "<svg>" + "m" * 500, zipfile.ZIP_DEFLATED)
        made.writestr("roadmap.svg", "<svg>road", zipfile.ZIP_STORED)
        made.writestr("zap.svg", "about map.svg")
    archive = Archive(path)
    assert [archive.read(name) for name in ("map.svg", "roadmap.svg", "zap.svg")] == [
        b"<svg>" + b"m" * 500,
        b"<svg>road",
        b"about map.svg",
    ]
    with pytest.raises(KeyError):
        archive.read("ap.svg")
    path.write_bytes(path.read_bytes().replace(b"<svg>road", b"<svg>toad"))
    with pytest.raises(ValueError, match=r"\d"):
        Archive(path).read("roadmap.svg")


@pytest.mark.parametrize("text", ["\u00ad", "\u0301", "\u200d", "\0", "a\0b", "\ud800", "\ufdd0", "\n", "\x1b[2J"])
def test_a_line_that_cannot_be_drawn_is_left_empty(text: str) -> None:
    """The last guard: whatever let it through, the table goes on."""
    pygame.font.init()
    for bold in (False, True):
        assert Texts(10**6).line(text, 20, "#000000", bold=bold).get_height() > 10
