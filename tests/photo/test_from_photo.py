"""`clap session from-photo` on a simulated photograph: what it tells, what it asks, the session it writes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image

from game.desk.opening import open_session
from tests.cli.conftest import Clap, clap  # noqa: F401  the fixture
from tests.export.reading import typed
from tests.printing.press import needs_tools


def asked(clap, photographed, *more):  # noqa: F811
    out = clap.home / "soirée.clap"
    said = clap("session", "from-photo", photographed, *more, "--scenario", "blagnac", "--out", out)
    return replace(said, out=plain(said.out), err=plain(said.err)), out


def plain(text):
    return typed(text).replace("\u00a0", " ").replace("\u202f", " ")


@needs_tools
def test_what_was_read_is_told_and_drawn_and_nothing_is_written_without_a_yes(clap, photographed, monkeypatch):  # noqa: F811
    monkeypatch.setattr("sys.stdin", BytesIO())
    said, out = asked(clap, photographed, "--cards", "6")
    assert said.code == 1
    assert not out.exists()
    for words in ("3 cartes lues", "Carbone de nos achats : Clause données et sortie", "  Insertion par l'emploi",
                  "« Expliquer chaque rejet d'offre » (photo 1) : aucun enjeu n'a été lu",
                  "2 cartes n'ont pas été vues (4 sur 6)",
                  "Rien n'est écrit."):  # fmt: skip
        assert words in said.out
    drawn = Image.open(out.with_name("soirée-photo-1.jpg"))
    red, green, _ = drawn.convert("RGB").split()
    assert any(r < 60 and g > 100 for r, g in zip(red.tobytes()[::7], green.tobytes()[::7], strict=True))


@needs_tools
def test_agreed_to_it_is_a_session_like_another_and_a_spoilt_photograph_beside_it_is_told(clap, photographed, tmp_path):  # noqa: F811
    spoilt = tmp_path / "cut.jpg"
    spoilt.write_bytes(photographed.read_bytes()[:20_000])
    said, out = asked(clap, photographed, spoilt, tmp_path / "none.jpg", "--yes")
    assert said.code == 1
    assert "cut.jpg : la photo est coupée" in said.err
    assert "none.jpg" in said.err
    session = open_session(out, read_only=True).session
    assert [(one.card, one.family, one.levers) for one in session.issues] == [
        ("climat-carbone", "travaux", ("clause-donnees",)), ("insertion-emploi", "sports", ())
    ]  # fmt: skip


def test_where_no_photograph_is_good_nothing_is_asked(clap, tmp_path):  # noqa: F811
    (tmp_path / "a.jpg").write_bytes(b"")
    said, out = asked(clap, tmp_path / "a.jpg", "--yes")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("a.jpg : le fichier est vide")
    assert not out.exists()
