"""What the afternoon of rules.md leaves, wherever and however it was played."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from game.core.session import Session
from tests.pilot import Pilot

TITLE = "Servir à chaque élève, dès la fête d'août, des œufs et du bœuf bio reçus de près : ça compte"
"""A title with é ê œ ç à û, typed over the cards' own."""
AIMS = {
    "alimentation-durable": ("enfance", ["menus-saison", "critere-appro-direct"], 20, 30),
    "sobriete-energie": ("travaux", ["cout-cycle-vie"], 0, 30),
    "eau": ("sports", ["marche-performance"], 0, -35),
    "biodiversite-ville": ("urbain", ["clause-verte"], 20, 100),
    "handicap": ("solidarites", ["reserver-handicap"], 1, 3),
}
"""The objectives in the order of their codes: family, levers, baseline, target."""


def exported(p: Pilot) -> dict[str, Any]:
    """Give objectives.json as it lies beside the session file."""
    folder = Path(p.shown.path).with_suffix("")
    names = {file.name for file in folder.iterdir()}
    assert names >= {"objectives.json", "objectives.csv", "objectives.xlsx", "table.png"}
    return json.loads((folder / "objectives.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def played(session: Session) -> None:
    """Check the board and the vote."""
    assert session.closed
    assert len(session.issues) == 8
    assert sum(len(issue.levers) for issue in session.issues) == 10
    assert {issue.card: issue.place for issue in session.issues}["eau"] == "piscine-ramiers"
    assert len(session.ballot.tokens) == 49


def left(p: Pilot, title: str) -> None:
    """Check the exported objectives."""
    found = exported(p)
    sheets = found["objectives"]
    assert [sheet["code"][-2:] for sheet in sheets] == ["01", "02", "03", "04", "05"]
    aims = {
        sheet["issues"][0]["id"]: (
            sheet["family"], [lever["id"] for lever in sheet["levers"]], sheet["baseline"], sheet["target"],
        )
        for sheet in sheets
    }  # fmt: skip
    assert list(aims.items()) == list(AIMS.items())
    assert sheets[0]["title"].replace(" ", " ") == title
    assert all(sheet["adopted"] and sheet["deputy"] and sheet["deadline"] for sheet in sheets)
    bare = [sheet["code"][-2:] for sheet in sheets if not sheet["intentions"]]
    assert bare == ["03", "05"]  # nothing fit is bought at the pool, nor at the CCAS
    assert sheets[0]["arbitration"].startswith("Le bio d'abord sur les fruits et légumes")
    assert {item["issue"]["id"]: item["how"] for item in found["renounced"]} == {
        "reemploi-recycle": "vote", "maitrise-budget": "vote", "insertion-emploi": "tie",
    }  # fmt: skip
