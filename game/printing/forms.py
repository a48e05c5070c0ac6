"""Objective sheets to fill in by hand, one a page: every field of the sheet of domain.md 7.1."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.core.cards import Deck
from game.core.objective import STATUSES
from game.core.scenario import Scenario
from game.printing.faces import SURE, family_face
from game.printing.setting import Printed, typeset
from game.words.catalogue import Speaker

FIELDS = (
    "code", "title", "title_hint", "family", "deputy", "department", "issues", "levers", "lever_hint",
    "intentions", "amount", "launch", "procedure", "indicator", "unit", "source", "rhythm", "baseline",
    "value", "at_date", "unknown", "target", "deadline", "written_by", "share", "share_target", "share_by",
    "means", "effort", "cost", "delay", "tension",
    "arbitration", "legal", "cao", "cao_hint", "status", "measures", "comment", "smart", "sheet_of",
)  # fmt: skip
SMART = ("specific", "measurable", "attainable", "realistic", "timed")
ICONS = ("clapperboard", "landmark", "puzzle", "chart-line", "scale", "gavel", "circle-check", "repeat", *SURE.values())


def forms(deck: Deck, scenario: Scenario | None, count: int, said: Speaker, style: Path | None = None) -> Printed:
    """Set `count` sheets, with the town's families and deputies. Raises ImportError without typst, ExportError."""
    families = [family_face(family, said) for family in deck.families if _bought(scenario, family.id)]
    deputies = {role.id: role.deputy.say(said.lang) for role in scenario.families} if scenario is not None else {}
    town = scenario.town.say(said.lang) if scenario is not None else ""
    data: dict[str, Any] = {
        "title": said.say("printing.form.heading", title=(scenario or deck).title.say(said.lang)),
        "authors": list(deck.authors), "lang": said.lang, "count": count, "town": town,
        "code": scenario.code if scenario is not None else "CLAP", "families": families,
        "deputies": list(deputies.values()), "said": {name: said.say(f"printing.form.{name}") for name in FIELDS},
        "sure": [{"icon": icon, "text": said.say(f"printing.sure.{name}")} for name, icon in SURE.items()],
        "smart": [{"letter": said.say(f"printing.smart.{name}.letter"), "text": said.say(f"printing.smart.{name}")}
                  for name in SMART],
        "statuses": [said.say(f"council.status.{name}") for name in STATUSES],
        "foot": said.say("printing.form.foot", deck=deck.id, version=deck.version),
    }  # fmt: skip
    return typeset("sheets.typ", data, {*ICONS, *(family["icon"] for family in families)}, style)


def _bought(scenario: Scenario | None, family: str) -> bool:
    return scenario is None or scenario.family(family) is not None
