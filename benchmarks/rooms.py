"""Session files to open and decks to play with: the afternoon at Blagnac, and decks of any number of cards."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from benchmarks.afternoon import frozen
from game.content.shelf import Sources
from game.core.agenda import Limits
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.move import Command
from game.desk.desk import Desk
from game.desk.opening import new_session
from tests.view.afternoon import PICKS

DATE = "2026-12-02"


def did(desk: Desk, *commands: Command) -> None:
    """Do commands; a refusal stops the benchmark."""
    for command in commands:
        refused = desk.do(command)
        if refused is not None:
            raise RuntimeError(f"{command}: {refused.code}")


def afternoon(path: Path) -> Path:
    """Write a session in the phase Leviers: eight issues on the map, half of their levers laid."""
    desk = new_session(path, frozen(), "90", date=DATE)
    did(desk, EnterPhase("reperage"), EnterPhase("enjeux"))
    did(desk, *(PlaceIssue(issue, family, place) for issue, family, place, _ in PICKS), EnterPhase("leviers"))
    did(desk, *(PlaceLever(levers[0], issue) for issue, _, _, levers in PICKS[::2]))
    desk.close()
    return path


def copied(file: Path, folder: Path, run: int) -> Path:
    """Give a copy of a session file, so that each run opens one that nobody has touched."""
    return Path(shutil.copy(file, folder / f"{file.stem}-{run}.clap"))


def generated(count: int) -> Sources:
    """Give Blagnac with a deck of `count` cards, half issues and half levers, and no limits."""
    real = frozen()
    issues = tuple(_issue(real, i) for i in range(count // 2))
    levers = tuple(_lever(real, i, len(issues)) for i in range(count - count // 2))
    deck = replace(real.deck, issues=issues, levers=levers, tensions=(), synergies=())
    most = Limits(
        issues_per_family=count, levers_per_issue=2, levers_per_family=count, tokens_per_seat=7, tokens_per_pick=3,
        objectives=5, effort=count, cost=count, delay=count,
    )  # fmt: skip
    agendas = tuple(replace(agenda, limits=most) for agenda in real.scenario.agendas)
    return replace(real, deck=deck, scenario=replace(real.scenario, agendas=agendas))


def _issue(real: Sources, i: int):  # type: ignore[no-untyped-def]
    return replace(real.deck.issues[i % len(real.deck.issues)], id=f"issue-{i}", families=(), former_ids=())


def _lever(real: Sources, i: int, issues: int):  # type: ignore[no-untyped-def]
    answers = tuple(f"issue-{(i + k) % issues}" for k in range(3))
    return replace(real.deck.levers[i % len(real.deck.levers)], id=f"lever-{i}", answers=answers, former_ids=())


def half_placed(path: Path, count: int) -> Desk:
    """Open a session in the phase Leviers with a generated deck, half of its issues and half of its levers placed."""
    made = generated(count)
    desk = new_session(path, made, "90", date=DATE)
    places = [place for place in made.scenario.places if not place.decor]
    issues = [card.id for card in made.deck.issues[: len(made.deck.issues) // 2]]
    levers = [card.id for card in made.deck.levers[: len(made.deck.levers) // 2]]
    did(desk, EnterPhase("reperage"), EnterPhase("enjeux"))
    for i, issue in enumerate(issues):
        place = places[i % len(places)]
        did(desk, PlaceIssue(issue, place.families[i % len(place.families)], place.id))
    did(desk, EnterPhase("leviers"))
    did(desk, *(PlaceLever(lever, issues[i % len(issues)]) for i, lever in enumerate(levers)))
    return desk
