"""The five-minute guides, played as they stand: every command they show, in their order, with their files."""

from __future__ import annotations

import re
import shlex
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from game.cli import previewing
from game.cli.main import run
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.sheets import objective
from game.desk.opening import open_session
from game.view.answer.intents import NewSession
from game.view.answer.ui import Ui
from game.wiring.livedeck import LiveDeck
from game.wiring.play import brought_in, requests
from game.words.catalogue import speaker

DOCS = Path(__file__).parent.parent / "docs"


@dataclass(frozen=True)
class Guide:
    """A guide and the words it has one type: the sheet, a label before, in the spreadsheet, and in the file.

    `own`: the spreadsheet of one's own that it shows; `ids`: a family, then a place, two issues and their levers.
    """

    file: str
    lang: str
    folder: str
    sheet: str
    labels: tuple[str, str, str]
    table: str
    paper: str
    outs: tuple[str, ...]
    own: str
    ids: tuple[str, ...]


GUIDES = (
    Guide("guide-formateur.md", "fr", "mon-jeu", "Enjeux",
          ("Produits de saison", "Légumes de saison", "Légumes de plein champ"),
          "cartes.xlsx", "papier.txt", ("planche.png", "cartes.pdf", "papier.clap", "mon-jeu.clapdeck.zip"),
          "mes-cartes.xlsx", ("restauration", "cuisine", "produits-de-saison", "menus-de-saison",
                              "classes-fraiches-en-juin", "cout-sur-toute-la-vie")),
    Guide("trainers-guide.md", "en", "my-cards", "Issues", ("Seasonal produce", "Seasonal greens", "Field vegetables"),
          "cards.xlsx", "paper.txt", ("sheet.png", "cards.pdf", "paper.clap", "my-cards.clapdeck.zip"),
          "my-own-cards.xlsx", ("catering", "cuisine", "seasonal-produce", "seasonal-menus",
                                "cool-classrooms-in-june", "whole-life-cost")),
)  # fmt: skip


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "CLAP_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    (tmp_path / "bureau").mkdir()
    monkeypatch.chdir(tmp_path / "bureau")
    return tmp_path / "bureau"


@pytest.mark.slow
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.lang)
def test_the_guide_is_played_as_it_stands(here, guide, capsys, monkeypatch):
    text = (DOCS / guide.file).read_text(encoding="utf-8")
    for said in (*guide.labels, guide.sheet, guide.table, guide.paper):
        assert said in text
    commands = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    assert len(commands) == 16
    monkeypatch.setattr(previewing, "watch", partial(previewing.watch, pause=_stopped))
    _typed(here / guide.own, text)
    told = {}
    for line in commands:
        words = shlex.split(line)
        assert words[0] == "clap"
        if words[1] == "play":
            _played(here / words[2], guide)
            continue
        if words[1:3] == ["session", "from-list"]:
            kind = "yaml" if words[3].endswith(".yaml") else "text"
            written = re.search(rf"```{kind}\n(.*?)```", text, re.DOTALL)[1]
            (here / words[3]).write_text(written, encoding="utf-8")
        capsys.readouterr()
        code = run(words[1:])
        told[line] = capsys.readouterr()
        assert code == 0, (line, told[line])
        assert told[line].err == "", line
        if words[1:4] == ["deck", "sheet", "export"]:
            _edited(here / guide.table, guide)
    _landed(here, guide, told)


def _stopped(_: float) -> None:
    """Press Ctrl-C once the cards were drawn."""
    raise KeyboardInterrupt


def _typed(file: Path, text: str) -> None:
    """Type the tables that the guide shows into a workbook, a sheet each."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in re.findall(r"\*\*(\w+)\*\*\s?:\n\n((?:\|.*\n)+)", text):
        sheet = book.create_sheet(name)
        for line in table.splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if set(cells) != {"---"}:
                sheet.append(cells)
    assert len(book.sheetnames) == 2
    book.save(file)


def _edited(file: Path, guide: Guide) -> None:
    """Change the label in its sheet, as a hand would in a spreadsheet."""
    book = openpyxl.load_workbook(file)
    cells = [cell for row in book[guide.sheet].iter_rows() for cell in row if cell.value == guide.labels[0]]
    assert len(cells) == 1
    cells[0].value = guide.labels[1]
    book.save(file)


def _played(folder: Path, guide: Guide) -> None:
    """Open home on the folder, begin a session, place the card, save the file while it lies there."""
    asked = requests(brought_in(folder))
    offer = asked.shelf().offers[0]
    assert offer.trouble is None
    assert offer.title.say(guide.lang).replace("\u202f", " ") in (DOCS / guide.file).read_text(encoding="utf-8")
    family, place, issue, *_ = guide.ids
    desk = asked.answer(NewSession(offer.id, offer.paces[0].id), None, Ui(lang=guide.lang)).desk
    try:
        assert desk.do(EnterPhase("enjeux")) is None
        assert desk.do(PlaceIssue(issue, family, place)) is None
        label = desk.session.issue_card(issue).label
        assert label.say(guide.lang) == guide.labels[1]
        _saved(desk, folder / "deck.yaml", guide)
        assert desk.session.issue_card(issue).label.say(guide.lang) == guide.labels[2]
        assert desk.session.placed(issue).place == place
    finally:
        desk.close()


def _saved(desk: object, file: Path, guide: Guide) -> None:
    """Save the label of the guide; the real clock runs until the table has read it, three seconds at most."""
    news, ui = LiveDeck().news, Ui(lang=guide.lang)
    assert news(desk, ui) is None
    file.write_text(file.read_text(encoding="utf-8").replace(guide.labels[1], guide.labels[2]), encoding="utf-8")
    until = time.monotonic() + 60
    answer = None
    while answer is None and time.monotonic() < until:
        time.sleep(0.02)
        answer = news(desk, ui)
    assert answer is not None
    assert answer.view(replace(ui)).faults == ()


def _landed(here: Path, guide: Guide, told: dict[str, object]) -> None:
    picture, pdf, session, pack = (here / name for name in guide.outs)
    assert Image.open(picture).size[0] > 1_000
    assert pdf.read_bytes().startswith(b"%PDF")
    assert pack.is_file()
    played = open_session(session, read_only=True).session
    _, _, first, menus, second, cost = guide.ids
    assert played.placed(first).levers == (menus,)
    assert played.placed(second).levers == (cost,)
    for name in ("plan", "tokens") if guide.lang == "en" else ("plan", "jetons"):
        assert list((here / "kit").glob(f"*{name}*.pdf"))
    voted = open_session(here / ("seance.clap" if guide.lang == "fr" else "session.clap"), read_only=True).session
    assert voted.ballot.count(first) == 9
    assert objective(voted, first).target == "60"
    differing = next(out.out for line, out in told.items() if " diff " in line)
    assert guide.labels[2] in differing
    assert brought_in(pack)[0].name == "scenario"


def test_both_guides_show_the_same_commands():
    shown = [re.findall(r"^clap (deck \w+|play|session [\w-]+)", (DOCS / guide.file).read_text(encoding="utf-8"),
                        re.MULTILINE) for guide in GUIDES]  # fmt: skip
    assert shown[0] == shown[1]


FACILITATORS = {"fr": "guide-animateur.md", "en": "facilitators-guide.md"}
SHOWN = (
    "menu.text", "menu.motion", "menu.windows",
    "menu.guide", "menu.time", "menu.note", "board.pause", "board.folder", "home.new",
    "home.open", "home.review", "guess.reveal", "council.export.all",
    "replay.again", "menu.moment", "menu.next",
)  # fmt: skip
"""What the facilitator's guide tells one to touch."""


@pytest.mark.parametrize("lang", FACILITATORS)
def test_the_facilitators_guide_names_what_is_on_the_screen_and_commands_that_exist(lang, capsys):
    text = re.sub(r"\s+", " ", (DOCS / FACILITATORS[lang]).read_text(encoding="utf-8"))
    for key in SHOWN:
        assert f"**{speaker(lang).say(key)}**" in text, key
    commands = re.findall(r"`clap ([^`]+)`", text)
    assert len(commands) > 9
    for command in commands:
        words = command.split()
        options = re.findall(r"--[a-z-]+", command)
        names = words[: 2 if words[0] in ("deck", "session", "intentions") else 1]
        assert run([*names, "--help"]) == 0, command
        told = capsys.readouterr().out
        assert all(option in told for option in options), command
