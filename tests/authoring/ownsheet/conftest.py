from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter

from game.cli.main import run
from game.content.folder import read_folder
from game.core.cards import Deck
from game.places import shelves

Rows = Sequence[Sequence[object]]
ISSUES: Rows = (
    ("N°", "Grand thème", "Nom court", "Titre complet", "Question à poser", "Domaine d'achat concerné", "Relu par"),
    (1, "Environnement", "Produits de saison", "Manger ce qui pousse", "Que mange-t-on ?", "Cantines", "Anne"),
    (2, "Environnement", "Moins de déchets", "Jeter deux fois moins", "Que jetons-nous ?", "toutes", "Anne"),
    (3, "Social", "Insertion", "Un premier emploi", "Qui embaucher ?", "Bâtiments, Cantines", "Marc"),
    (4, "Social", "Classes fraîches", "Étudier au frais", "Quelle classe est trop chaude ?", "Bâtiments", "Marc"),
)  # fmt: skip
LEVERS: Rows = (
    ("Outil", "Phase", "Explication", "Surcoût", "Temps en plus", "Effet attendu", "Difficulté", "Pour quels enjeux ?"),
    ("Menus de saison", "Besoin", "On écrit les menus avec la cuisine.", "aucun", "0", "fort", "faible", "1 ; 2"),
    ("Clause d'insertion", "Contrat", "Des heures réservées.", "+", "++", "moyen", "fort", "Insertion"),
    ("Coût global", "Contrat", "On compte l'énergie.", "baisse", "0", "fort", "moyen", "2, Classes fraîches"),
)  # fmt: skip


@dataclass
class Said:
    code: int
    out: str

    def lines(self, word: str) -> list[str]:
        return [line for line in self.out.splitlines() if word in line]


class Desk:
    """A trainer's folder: a spreadsheet of their own, and the command that makes a deck of it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.deck_folder = folder / "mon-jeu"

    def book(self, **sheets: Rows) -> Path:
        """Write a workbook; `_` in a sheet's name is a space."""
        file = self.folder / "cartes.xlsx"
        with xlsxwriter.Workbook(str(file)) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name.replace("_", " "))
                for at, row in enumerate(rows):
                    sheet.write_row(at, 0, row)
        return file

    def __call__(self, *sources: str | Path, lang: str = "fr") -> Said:
        asked = [word for one in sources for word in ("--from", str(one))]
        self._capsys.readouterr()
        code = run(["deck", "new", str(self.deck_folder), *asked, "--lang", lang])
        told = self._capsys.readouterr()
        said = (told.out + told.err).replace("\u00a0", " ").replace("\u202f", " ")
        assert "Traceback" not in said
        return Said(code, said)

    @property
    def deck(self) -> Deck:
        found = read_folder(self.deck_folder / "deck.yaml", shelves.decks())
        assert found.deck is not None, found.problems
        return found.deck

    @property
    def empty(self) -> bool:
        return not self.deck_folder.exists()


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def changed(rows: Rows, row: int, column: int, value: object) -> Rows:
    """Give rows with one cell changed."""
    made = [list(one) for one in rows]
    made[row][column] = value
    return made
