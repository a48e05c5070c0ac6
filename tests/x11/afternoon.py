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
    "alimentation-durable": ("enfance", ["labels", "critere-appro-direct"], "Produits bio", "enf-denrees"),
    "sobriete-energie": ("travaux", ["cout-cycle-vie"], "Consommation d'énergie finale", "trav-ecole-pres"),
    "eau": ("sports", ["programme-sobre"], "Volume d'eau consommé", "sport-patinoire-moe"),
    "reemploi-recycle": ("urbain", ["variantes-vertes"], "Part d'achats issus du réemploi", "urb-mobilier"),
    "handicap": ("solidarites", ["reserver-handicap"], "Achats aux ESAT et entreprises adaptées", "soli-nettoyage"),
}
"""The objectives in the order of their codes: family, levers, the effect measured, the purchase they are written in."""


def exported(p: Pilot) -> dict[str, Any]:
    """Give objectives.json as it lies beside the session file."""
    folder = Path(p.shown.path).with_suffix("")
    names = {file.name for file in folder.iterdir()}
    assert names >= {"objectives.json", "objectives.csv", "table.png"}
    assert names & {"registre.xlsx", "objectives.xlsx"}
    return json.loads((folder / "objectives.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def played(session: Session) -> None:
    """Check the board and the vote."""
    assert session.closed
    assert len(session.issues) == 8
    assert sum(len(issue.levers) for issue in session.issues) == 10
    assert {issue.card: issue.place for issue in session.issues}["eau"] == "patinoire"
    assert len(session.ballot.tokens) == 49


def left(p: Pilot, title: str) -> None:
    """Check the exported objectives."""
    found = exported(p)
    sheets = found["objectives"]
    assert [sheet["code"][-2:] for sheet in sheets] == ["01", "02", "03", "04", "05"]
    aims = {
        sheet["issues"][0]["id"]: (
            sheet["family"], [lever["id"] for lever in sheet["levers"]], sheet["effect"]["indicator"],
            *(item["id"] for item in sheet["intentions"]),
        )
        for sheet in sheets
    }  # fmt: skip
    assert list(aims.items()) == list(AIMS.items())
    assert sheets[0]["title"].replace(" ", " ") == title
    assert all(sheet["adopted"] and sheet["deputy"] and sheet["effect"]["deadline"] for sheet in sheets)
    assert sheets[0]["arbitration"].startswith("Le bio d'abord sur les fruits et légumes")
    assert {item["issue"]["id"]: item["how"] for item in found["renounced"]} == {
        "biodiversite-ville": "vote", "maitrise-budget": "vote", "insertion-emploi": "tie",
    }  # fmt: skip
