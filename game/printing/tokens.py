"""Tokens to cut out: those each member votes with, by seat, and the numbered pins that are laid on the plan. In mm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.core.agenda import Agenda
from game.core.scenario import Scenario
from game.printing.setting import Printed, typeset
from game.words.catalogue import Speaker

SIDE, ACROSS, DOWN = 25.0, 7, 10
"""Side of a token; how many a sheet of A4 holds, butted: they are cut with straight cuts."""


def tokens(
    scenario: Scenario, agenda: Agenda, said: Speaker, style: Path | None = None, *, saving: bool = False
) -> Printed:
    """Set the tokens of a town's agenda. Raises ImportError without typst, ExportError."""
    laid = [*_pins(scenario, agenda), *_votes(scenario, agenda, said)]
    room = ACROSS * DOWN
    data: dict[str, Any] = {
        "title": said.say("printing.tokens.title", town=scenario.town.say(said.lang)), "lang": said.lang,
        "authors": list(scenario.authors), "saving": saving, "side": SIDE, "across": ACROSS,
        "sheets": [laid[at : at + room] for at in range(0, len(laid), room)],
        "foot": said.say("printing.tokens.foot", tokens=agenda.limits.tokens_per_seat),
    }  # fmt: skip
    return typeset("tokens.typ", data, set(), style)


def _pins(scenario: Scenario, agenda: Agenda) -> list[dict[str, str]]:
    count = len(scenario.families) * agenda.limits.issues_per_family
    return [{"id": f"pin-{number}", "number": str(number), "seat": ""} for number in range(1, count + 1)]


def _votes(scenario: Scenario, agenda: Agenda, said: Speaker) -> list[dict[str, str]]:
    voting = [seat for seat in scenario.seats if seat.voting]
    return [
        {"id": seat.id, "number": str(rank), "seat": seat.short.say(said.lang)}
        for rank, seat in enumerate(voting, 1)
        for _ in range(agenda.limits.tokens_per_seat)
    ]
