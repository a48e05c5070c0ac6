"""The rules on one page, for who plays with cards and no screen: what to do with them phase by phase, and within what.

It is set as the page that hangs beside the screen is.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import Any

from game.core.agenda import Agenda, Phase
from game.core.scenario import Scenario
from game.printing.setting import Printed, typeset
from game.words.catalogue import Speaker

GESTURES = (
    ("follow_up", "review"), ("guess", "guess"), ("add_intention", "plan"), ("place_issue", "issues"),
    ("place_lever", "levers"), ("arbitrate", "debate"), ("lay_token", "vote"), ("assume_load", "load"),
    ("amend", "objectives"), ("close_session", "close"),
)  # fmt: skip
"""The moves of a phase, and the sentence that tells what they are on paper."""
ASIDES = (("before", ("print", "plan", "boards")), ("after", ("sheet", "bring", "photo")))


def page(
    scenario: Scenario, agenda: Agenda, said: Speaker, style: Path | None = None, *, saving: bool = False
) -> Printed:
    """Set the page, A4, at the largest letters that hold. Raises ImportError without typst, ExportError."""
    return typeset("beside.typ", {**values(scenario, agenda, said), "saving": saving}, set(), style)


def values(scenario: Scenario, agenda: Agenda, said: Speaker) -> dict[str, Any]:
    """Give all that the page says, worded."""
    starts = accumulate((phase.minutes for phase in agenda.phases), initial=0)
    return {
        "title": said.say("rules.title", town=scenario.town.say(said.lang)), "lang": said.lang,
        "authors": list(scenario.authors),
        "under": said.say("rules.under", agenda=agenda.title.say(said.lang), n=agenda.minutes),
        "phases": [_phase(phase, start, agenda, said) for phase, start in zip(agenda.phases, starts, strict=False)],
        "asides": [{"head": said.say(f"rules.{name}"), "lines": [said.say(f"rules.{name}.{one}") for one in lines]}
                   for name, lines in ASIDES],
        "foot": said.say("rules.foot"),
    }  # fmt: skip


def _phase(phase: Phase, start: int, agenda: Agenda, said: Speaker) -> dict[str, Any]:
    limits = agenda.limits
    facts = {"issues": limits.issues_per_family, "levers": limits.levers_per_issue, "family": limits.levers_per_family,
             "tokens": limits.tokens_per_seat, "pick": limits.tokens_per_pick, "objectives": limits.objectives,
             "effort": limits.effort, "cost": limits.cost, "delay": limits.delay}  # fmt: skip
    return {
        "name": phase.title.say(said.lang),
        "span": said.say("beside.span", start=start, end=start + phase.minutes),
        "do": [said.say(f"rules.do.{name}", **facts) for move, name in GESTURES if move in phase.moves],
        "say": [],
    }
