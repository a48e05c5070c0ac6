"""What a phase of an agenda is for, in a council's words: by the moves it allows, never by its name on the screen."""

from __future__ import annotations

from game.core.agenda import Phase
from game.words.catalogue import Speaker

POINTS = (
    ("review", ("follow_up",)), ("scouting", ("guess", "add_intention")), ("issues", ("place_issue",)),
    ("levers", ("place_lever",)), ("vote", ("lay_token",)), ("objectives", ("adopt",)), ("close", ("close_session",)),
)  # fmt: skip


def points(phase: Phase, said: Speaker) -> tuple[str, ...]:
    """Give the points of a meeting's agenda that a phase stands for; its title where it allows none of their moves."""
    known = tuple(said.say(f"point.{name}") for name, moves in POINTS if set(moves) & set(phase.moves))
    return known or (phase.title.say(said.lang),)
