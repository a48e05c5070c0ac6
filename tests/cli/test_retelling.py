"""`clap session branch` and `stills`, `clap merge`: what they write, and the sentence of what they cannot."""

import io
from pathlib import Path

import pytest
from PIL import Image

from game.cli.main import run
from game.core.moves.flow import CloseSession, EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.moments import NameMoment
from game.desk.opening import new_session, open_session
from game.export.stills import Still, export
from tests.desk.bench import blagnac


@pytest.fixture
def path(tmp_path: Path) -> Path:
    desk = new_session(tmp_path / "Conseil.clap", blagnac(), "90", title="Conseil", date="2026-12-02")
    desk.do(EnterPhase("enjeux"))
    desk.do(NameMoment("Départ"))
    desk.do(PlaceIssue("eau", "sports"))
    desk.do(EnterPhase("generique"))
    desk.do(CloseSession())
    desk.close()
    return desk.path


@pytest.mark.parametrize(("at", "placed"), [("Départ", []), ("4", ["eau"])])
def test_a_session_goes_on_from_a_mark_or_a_gesture(path: Path, tmp_path: Path, at: str, placed: list[str]) -> None:
    new, before = tmp_path / "autre.clap", path.read_bytes()
    assert run(["session", "branch", str(path), "--at", at, "--to", str(new)]) == 0
    desk = open_session(new)
    assert [one.card for one in desk.session.issues] == placed
    assert desk.do(PlaceIssue("handicap", "solidarites")) is None
    desk.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize(("at", "said"), [("99", "Départ"), ("Nulle part", "Départ"), ("6", "clôture")])
def test_what_is_no_step_is_told_with_those_there_are(
    path: Path, capsys: pytest.CaptureFixture[str], at: str, said: str
) -> None:
    assert run(["session", "branch", str(path), "--at", at, "--lang", "fr"]) == 1
    assert said in capsys.readouterr().err
    assert list(path.parent.glob("*.clap")) == [path]


def test_an_and_if_gives_no_paper(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "autre.clap"
    run(["session", "branch", str(path), "--at", "4", "--to", str(new)])
    assert run(["export", str(new), "--to", str(tmp_path / "out"), "--lang", "fr"]) == 1
    assert "et si" in capsys.readouterr().err


def test_stills_come_in_a_sheet_and_a_film(tmp_path: Path) -> None:
    def picture(colour: str) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", (192, 108), colour).save(out, "PNG")
        return out.getvalue()

    shown = [
        Still(picture(colour), f"Le moment {colour}, dit dans une longue phrase " * 3) for colour in ("red", "blue")
    ]
    strip, film = export(shown, "fr", tmp_path)
    with Image.open(film) as moving:
        assert moving.n_frames == 2
        assert moving.size == (960, 540)
    with Image.open(strip) as sheet:
        assert [sheet.getpixel((24 + 500 + i * 984, 300)) for i in range(2)] == [(255, 0, 0), (0, 0, 255)]


def test_tables_side_by_side(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["merge", str(path), str(path), "--to", str(tmp_path / "out"), "--lang", "fr"]) == 1
    assert "deux séances" in capsys.readouterr().err


@pytest.mark.parametrize("named", [False, True])
def test_a_drill_kills_a_copy_and_counts_what_is_left(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, named: bool
) -> None:
    opened = tmp_path / "Ouverte.clap"
    run(["session", "branch", str(path), "--at", "4", "--to", str(opened)])
    before = opened.read_bytes()
    capsys.readouterr()
    assert run(["session", "drill", *([str(opened)] if named else []), "--lang", "fr"]) == 0
    said = capsys.readouterr().out
    assert "Rien n'est perdu" in said.replace("\u2019", "'")
    assert opened.read_bytes() == before


def test_a_closed_session_is_not_played_in_a_drill(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["session", "drill", str(path), "--lang", "fr"]) == 1
    assert "close" in capsys.readouterr().err
