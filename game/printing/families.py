"""A board a family, to lay cards on: a spot the size of a card for each issue and its levers, the purchases to come.

A sheet of A4 holds two issues; a family that takes more has several. In mm.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.core.agenda import Limits
from game.core.cards import Deck
from game.core.scenario import FamilyRole, Intention, Scenario
from game.printing.codes import Region, Sheet, drawn, marked
from game.printing.faces import family_face
from game.printing.setting import Printed, typeset
from game.printing.sheets import CARD, SAFE
from game.words.calendar import month
from game.words.catalogue import Speaker
from game.words.numbers import euros_short

PAGE = 2
"""Issues on a sheet."""
HEAD, GAP, LINES = 26.0, 3.0, 13.0
"""Height of a board's head; between two spots; height of what is written under an issue."""
BARE, ROOM = 30.0, 297 - 2 * SAFE - HEAD - GAP - CARD[1] - LINES - CARD[1]
"""How much of a lever shows over the next one at most; what is left under the first one for the others."""
CORNER = 9.5
"""From the middle of a mark to what stands beside it."""


def boards(
    deck: Deck, scenario: Scenario, limits: Limits, said: Speaker, style: Path | None = None, *, saving: bool = False
) -> Printed:
    """Set the boards of all families of a town. Raises ImportError without typst, ExportError."""
    sheets = [
        _sheet(deck, scenario, role, numbers, limits, said)
        for at, role in enumerate(scenario.families)
        for numbers in _pages(at, limits.issues_per_family)
    ]
    data: dict[str, Any] = {
        "title": said.say("printing.boards.title", town=scenario.town.say(said.lang)), "lang": said.lang,
        "authors": list(scenario.authors), "saving": saving, "sheets": sheets, "card": CARD, "safe": SAFE,
        "head": HEAD, "gap": GAP,
        "lines": LINES, "corner": 2 * CORNER, "step": step(limits.levers_per_issue),
        "levers": [said.say("printing.boards.lever", n=n + 1) for n in range(limits.levers_per_issue)],
        "said": {name: said.say(f"printing.boards.{name}") for name in ("place", "tokens", "coming", "none", "places")},
        "most": said.say("printing.boards.most", issues=limits.issues_per_family, levers=limits.levers_per_family),
        "foot": said.say("printing.boards.foot", deck=deck.id, version=deck.version),
    }  # fmt: skip
    return typeset("families.typ", data, {one["family"]["icon"] for one in sheets}, style)


def sheets(scenario: Scenario, limits: Limits) -> tuple[Sheet, ...]:
    """Give the marks of every board, and the columns of each: a card in one is its family's."""
    return tuple(
        _marked(role.id, numbers)
        for at, role in enumerate(scenario.families)
        for numbers in _pages(at, limits.issues_per_family)
    )


def _marked(family: str, numbers: list[int]) -> Sheet:
    (wide, high), left, top = (210.0, 297.0), SAFE + len(numbers) * (CARD[0] + GAP), SAFE + HEAD
    columns = [SAFE + rank * (CARD[0] + GAP) for rank in range(len(numbers))]
    regions = tuple(Region(family, "", (x, top, x + CARD[0] + GAP, high - SAFE)) for x in columns)
    ends = (SAFE + GAP + CORNER, wide - SAFE - GAP - CORNER)
    low = high - SAFE - LINES / 2 - CORNER
    middles = (
        (ends[0], SAFE + HEAD / 2),
        (ends[1], SAFE + HEAD / 2),
        (left + CORNER, low),
        (wide - SAFE - CORNER, low),
    )
    return Sheet((wide, high), marked(f"family {family} {numbers}", middles), regions)


def step(levers: int) -> float:
    """Give how far under the top of a lever the next one is laid, so that all hold on the sheet."""
    return min(BARE, ROOM / max(1, levers - 1))


def _pages(at: int, issues: int) -> list[list[int]]:
    """Give the numbers of a family's spots, sheet by sheet: those of the pins laid on the plan."""
    numbers = [at * issues + rank + 1 for rank in range(issues)]
    return [numbers[start : start + PAGE] for start in range(0, issues, PAGE)]


def _sheet(
    deck: Deck, scenario: Scenario, role: FamilyRole, numbers: list[int], limits: Limits, said: Speaker
) -> dict[str, Any]:
    family = deck.family(role.id)
    assert family is not None
    return {
        "marks": [drawn(mark) for mark in _marked(role.id, numbers).marks],
        "id": role.id, "family": family_face(family, said), "deputy": role.deputy.say(said.lang),
        "share": said.say("printing.map.share", share=float(role.share_pct)),
        "spots": [said.say("printing.boards.issue", n=number) for number in numbers],
        "places": [one.short.say(said.lang) for one in scenario.places if role.id in one.families],
        "coming": [_coming(scenario, one, said) for one in scenario.intentions if one.family == role.id],
    }  # fmt: skip


def _coming(scenario: Scenario, one: Intention, said: Speaker) -> dict[str, str]:
    place = scenario.place(one.place)
    facts = (place.short.say(said.lang) if place is not None else "", euros_short(one.amount_ht, said.lang))
    return {"when": month(one.launch, said.lang), "title": one.title.say(said.lang),
            "facts": " · ".join(fact for fact in facts if fact)}  # fmt: skip
