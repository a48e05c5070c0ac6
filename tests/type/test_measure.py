"""The widths read from the font files are the painter's, and a text is cut where a reader would cut it."""

from __future__ import annotations

import subprocess
import sys
from itertools import product

import pygame
import pytest

from game.core.errors import SetupError
from game.table.surfaces import Texts
from game.type import fonts
from game.type.fonts import font_file
from game.type.measure import FontMeasure, drawn, whole

LABELS = (
    "Sobriété énergétique",
    "Insertion par l'activité",
    "Rencontrer les fournisseurs",
    "Coût du cycle de vie",
    "Eau et énergie des piscines",
    "AVANT TOUT : À Toulouse, LYON. Tâche Vélo",
    "La part des achats dans le budget est de 33\u00a0%\u202f; 2,9\u00a0M€\u202f!",
    "«\u202fLe bio d'abord sur les fruits et légumes\u202f»",
    "œuvre Œuvre, ½ × 3 – 4 — fin…",
    "CO₂ → 20\u00a0% de moins ✓",
    "École René-Cassin, école Les Prés",
    "officiel, effort, affiche, fleuve",
)


@pytest.fixture(scope="module", autouse=True)
def _fonts():
    pygame.font.init()


@pytest.fixture(scope="module")
def measure() -> FontMeasure:
    return FontMeasure()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("px", [24, 26, 33, 36, 48, 52, 66, 96])
def test_the_painter_agrees_within_a_pixel(measure, px, bold):
    texts = Texts(1_000_000)
    for label in LABELS:
        font = texts.for_line(label, px, bold=bold)
        assert abs(font.size(drawn(label))[0] - measure.width(label, px, bold=bold)) <= 1, label
        assert font.get_linesize() == measure.line_height(px) or not whole(label, bold=bold)


def test_pairs_are_pulled_together_as_the_painter_does(measure):
    font = Texts(1_000_000).font(40, bold=False)
    for pair in map("".join, product("ATVLYTofry.,'lé", repeat=2)):
        text = f"n{pair}" * 20
        assert abs(font.size(drawn(text))[0] - measure.width(text, 40)) <= 1, pair


def test_a_line_with_a_sign_the_face_lacks_is_wholly_in_the_other_face(measure):
    assert not whole("CO₂", bold=False)
    assert whole("50\u202f000\u00a0€", bold=True)
    assert measure.width("CO₂", 48) < measure.width("CO", 48) * 1.4


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("un deux", 1000, ("un deux",)),
        ("un deux", 30, ("un", "deux")),
        ("vers 50\u00a0%", 70, ("vers", "50\u00a0%")),
        ("peut\u202f?", 20, ("peut\u202f?",)),
        ("sous-estimé", 70, ("sous-", "estimé")),
        ("2026-2027", 60, ("2026-2027",)),
        ("un\n\ndeux", 1000, ("un", "", "deux")),
        ("", 10, ("",)),
    ],
)
def test_where_a_text_is_cut(measure, text, width, lines):
    assert measure.wrap(text, 24, bold=False, width=width) == lines


def test_no_line_is_wider_than_asked_and_nothing_is_lost(measure):
    text = " ".join(LABELS)
    for width in (200, 333, 640):
        lines = measure.wrap(text, 26, bold=True, width=width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        words = [line for line in lines if " " in line]
        assert all(measure.width(line, 26, bold=True) <= width for line in words)


def test_a_text_cut_short_ends_with_an_ellipsis(measure):
    lines = measure.wrap("Rencontrer les fournisseurs avant l'appel d'offres", 24, bold=False, width=160, max_lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert measure.width(lines[1], 24) <= 160


def test_a_missing_font_is_named(monkeypatch):
    with pytest.raises(SetupError) as missing:
        font_file("no_such_package", "Nothing.ttf")
    assert (missing.value.code, missing.value.facts["package"]) == ("font_missing", "no-such-package")
    with pytest.raises(SetupError):
        font_file("fontpkg_atkinson_hyperlegible", "Nothing.ttf")
    monkeypatch.setattr(fonts, "FACE", ("no_such_package", "Nothing"))
    with pytest.raises(SetupError):
        fonts.face_file(bold=True)


def test_a_missing_fallback_is_said_at_once(monkeypatch):
    monkeypatch.setattr(fonts, "OTHER", ("no_such_package", "Nothing"))
    with pytest.raises(SetupError, match="font_missing"):
        FontMeasure()


def test_a_broken_font_file_is_said_not_thrown(tmp_path):
    from game.type.ttf import Ttf

    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"\x00\x01\x00\x00\x00\x04" + b"no font" * 40)
    with pytest.raises(SetupError, match="font_unreadable"):
        Ttf(broken)


def test_measuring_needs_no_pygame():
    code = (
        "import sys; sys.modules['pygame'] = None\n"
        "from game.type.measure import FontMeasure\n"
        "assert FontMeasure().width('CLAP', 24) > 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
