"""The page that hangs beside the screen: what the table does and what the facilitator says, phase by phase."""

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
    ("place_lever", "levers"), ("arbitrate", "debate"), ("lay_token", "vote"), ("adopt", "objectives"),
    ("close_session", "close"),
)  # fmt: skip
"""The moves of a phase, and the sentence that tells the hands what to do."""
ALWAYS = ("saved", "undo", "large", "onward", "pause", "time", "page")
TROUBLE = ("refused", "stopped", "disk", "elsewhere", "screenless")


def page(scenario: Scenario, agenda: Agenda, said: Speaker, style: Path | None = None) -> Printed:
    """Set the page, A4, at the largest letters that hold. Raises ImportError without typst, ExportError."""
    return typeset("beside.typ", values(scenario, agenda, said), set(), style)


def values(scenario: Scenario, agenda: Agenda, said: Speaker) -> dict[str, Any]:
    """Give all that the page says, worded."""
    starts = accumulate((phase.minutes for phase in agenda.phases), initial=0)
    return {
        "title": said.say("beside.title", town=scenario.town.say(said.lang)), "lang": said.lang,
        "authors": list(scenario.authors),
        "under": said.say("beside.under", agenda=agenda.title.say(said.lang), n=agenda.minutes),
        "phases": [_phase(phase, start, said) for phase, start in zip(agenda.phases, starts, strict=False)],
        "asides": [{"head": said.say(f"beside.{name}"), "lines": [said.say(f"beside.{name}.{one}") for one in lines]}
                   for name, lines in (("always", ALWAYS), ("trouble", TROUBLE))],
        "foot": said.say("beside.foot"),
    }  # fmt: skip


def _phase(phase: Phase, start: int, said: Speaker) -> dict[str, Any]:
    span = said.say("beside.span", start=start, end=start + phase.minutes)
    return {
        "name": phase.title.say(said.lang), "span": span,
        "do": [said.say(f"beside.do.{name}") for move, name in GESTURES if move in phase.moves],
        "say": [{"title": step.title.say(said.lang), "words": said.say("guide.say", words=step.say.say(said.lang))}
                for step in phase.says],
    }  # fmt: skip
