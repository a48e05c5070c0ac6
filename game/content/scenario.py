"""From the bytes of a scenario.yaml to a scenario, checked against its deck, or to every problem found in it."""

from __future__ import annotations

from game.content import inductionspec, sense, takeawayspec
from game.content.deck import HEAD, read_root
from game.content.inductionspec import INDUCTION
from game.content.kinds import KINDS
from game.content.nodes import Mapping, Node
from game.content.problems import Problem, tidy
from game.content.seatspec import SEAT
from game.content.source import read_source
from game.content.spec import (
    Shape,
    lately,
    many,
    name,
    number,
    one_of,
    optional,
    plain,
    ref,
    text,
    thing,
    things,
    whole,
    words,
)
from game.content.walk import Check, Walk
from game.core import agenda as agendas
from game.core import scenario as town
from game.core.ballot import WAYS
from game.core.cards import Card, Deck
from game.core.family import SHORT_LIMIT
from game.core.scenario import Scenario
from game.core.spoken import QUESTION_LIMIT
from game.core.text import Text

MOVES = (
    "guess_measure", "measure", "follow_up", "guess", "reveal", "add_intention", "place_issue", "move_issue",
    "lift_issue", "write_issue", "renounce", "place_lever", "move_lever", "lift_lever", "write_lever", "arbitrate",
    "draw_event", "lay_token", "take_token", "close_ballot", "settle_tie", "assume_load", "amend", "adopt",
    "send_back", "judge_offers", "close_session", "adopt_axes", "ask", "advise",
    *inductionspec.MOVES,
)  # fmt: skip
"""The moves a phase may allow (rules.md, besides the ones always allowed)."""
SHORT = (
    "title", "indicator", "unit", "baseline", "baseline_date", "target", "deadline", "deputy", "department", "source",
    "rhythm",
)  # fmt: skip
"""The fields that a phase may show first of an objective's sheet."""
EUROS = 10**12


def _scenario(**values: object) -> object:
    values.pop("format")
    return Scenario(**values)  # type: ignore[arg-type]


BUDGET = Shape(
    town.Budget,
    {
        "total": whole(1, EUROS),
        "purchases": whole(0, EUROS),
        "share_pct": whole(0, 100),
        "note": optional(words()),
    },
)
WORDING = Shape(
    town.Wording,
    {
        "vague": optional(many(text())),
        "local": optional(many(text())),
        "contracts": optional(many(text())),
        "places": lately(many(text())),
    },
)
CPV = Shape(town.Cpv, {"code": plain("cpv"), "label": words(), "check": optional(text())})
ROLE = Shape(
    town.FamilyRole,
    {
        "id": ref("family"),
        "deputy": words(),
        "department": words(),
        "share_pct": number(0, 100),
        "cpv": optional(things(CPV)),
    },
    ("role",),
)
PLACE = Shape(
    town.Place,
    {
        "id": name(),
        "name": words(),
        "short": words(SHORT_LIMIT),
        "families": many(ref("role")),
        "decor": optional(plain("yesno")),
        "note": optional(words()),
    },
    ("place",),
    check="place",
)
INTENTION = Shape(
    town.Intention,
    {
        "id": name(),
        "family": ref("role"),
        "place": ref("place"),
        "title": words(),
        "amount_ht": whole(0, EUROS),
        "launch": plain("month"),
        "award": plain("month"),
        "duration_months": whole(1, 600),
        "cpv": optional(plain("cpv")),
        "procedure": optional(words()),
        "cao": optional(plain("yesno")),
        "cao_note": optional(words()),
        "department": optional(words()),
    },
    ("intention",),
    check="intention",
)
QUESTION = Shape(town.ReadyQuestion, {"id": name(), "text": words(QUESTION_LIMIT)}, ("asked",))
POINTS = Shape(town.Points, {"cost_pct": optional(number(0, 100)), "delay_weeks": optional(number(0, 52))})
LIMITS = Shape(
    agendas.Limits,
    {
        "issues_per_family": whole(1, 3),
        "levers_per_issue": whole(1, 3),
        "levers_per_family": whole(1, 9),
        "tokens_per_seat": whole(1, 99),
        "tokens_per_pick": whole(1, 99),
        "objectives": whole(1, 99),
        "effort": whole(1, 999),
        "cost": whole(1, 999),
        "delay": whole(1, 999),
        "axes": lately(whole(0, 99)),
        "questions": lately(whole(0, 9)),
    },
)
STEP = Shape(
    agendas.Step,
    {"minutes": whole(0, 600), "title": words(), "say": words(), "aim": words()},
)
CUE = Shape(agendas.Cue, {"at": whole(0, 600), "say": words()})
PHASE = Shape(
    agendas.Phase,
    {
        "id": name(),
        "title": words(),
        "minutes": whole(1, 600),
        "moves": many(one_of(*MOVES)),
        "panels": optional(many(plain("token"))),
        "says": optional(things(STEP)),
        "instruction": optional(words()),
        "script": lately(things(CUE)),
        "notes": lately(words()),
        "least": lately(whole(1, 600)),
        "deal": lately(whole(1, 99)),
        "cards": lately(many(ref("card"))),
        "sheet": lately(many(one_of(*SHORT))),
    },
    ("phase",),
    check="phase",
)
AGENDA = Shape(
    agendas.Agenda,
    {
        "id": name(),
        "title": words(),
        "minutes": whole(1, 1440),
        "limits": thing(LIMITS),
        "phases": things(PHASE, 1),
        "vote": lately(one_of(*WAYS)),
        "tryout": lately(plain("yesno")),
        "guesses": lately(one_of(*agendas.GUESSES)),
    },
    ("agenda",),
    fresh=("phase",),
    check="agenda",
)
SPEC = Shape(
    _scenario,
    {
        **HEAD,
        "town": words(),
        "deck": ref("deck"),
        "code": optional(plain("code")),
        "map": optional(plain("map")),
        "duties": lately(plain("yaml")),
        "budget": thing(BUDGET),
        "rhythm": optional(words()),
        "wording": optional(thing(WORDING)),
        "families": things(ROLE, 1),
        "places": things(PLACE, 1),
        "intentions": things(INTENTION),
        "seats": things(SEAT, 1),
        "induction": lately(thing(INDUCTION)),
        "agendas": things(AGENDA, 1),
        "notes": optional(plain("notes")),
        "points": lately(thing(POINTS)),
        "takeaway": lately(thing(takeawayspec.TAKEAWAY)),
        "questions": lately(things(QUESTION)),
    },
    check="scenario",
)
"""The scenario format 2: format 1, and the keys made by `lately`.

The order is the order of reading: what is pointed to comes before what points.
"""


def _place(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    for key in ("name", "short"):
        said = values.get(key)
        if isinstance(said, Text) and not said.said and not walk.held:
            walk.fault("empty_value", walk.at(node, key), key=key)
    if not values["families"] and not values.get("decor"):
        walk.fault("place_no_family", walk.at(node, "families"), value=str(values["id"]))


def _intention(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Check dates, and that the place takes this family's purchases."""
    launch, award = str(values["launch"]), str(values["award"])
    if award < launch:
        walk.fault("award_early", walk.at(node, "award"), launch=launch, award=award)
    place = walk.made.get(f"place:{values['place']}")
    if not isinstance(place, town.Place):
        return
    if place.decor:
        walk.fault("place_decor", walk.at(node, "place"), value=place.id)
    elif values["family"] not in place.families:
        walk.fault("place_other", walk.at(node, "place"), value=place.id, family=str(values["family"]))


def _agenda(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    phases = values["phases"]
    assert isinstance(phases, tuple)
    total = sum(phase.minutes for phase in phases)
    if total != values["minutes"]:
        walk.fault("minutes_sum", walk.at(node, "minutes"), minutes=str(values["minutes"]), total=total)
    sense.of_agenda(walk, node, phases, tryout=values.get("tryout") is True)


def _whole_town(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    families = values["families"]
    assert isinstance(families, tuple)
    total = sum(role.share_pct for role in families)
    if total > 100:
        walk.fault("shares_over", walk.at(node, "families"), total=f"{total:g}")
    inductionspec.taught(walk, node, values)
    if isinstance(values["budget"], town.Budget):
        sense.of_budget(walk, walk.at(node, "budget"), values["budget"])


CHECKS: dict[str, Check] = {
    "place": _place,
    "intention": _intention,
    "agenda": _agenda,
    "phase": sense.of_phase,
    "seat": sense.of_seat,
    "scenario": _whole_town,
    **inductionspec.CHECKS,
    **takeawayspec.CHECKS,
}


def read_scenario(
    data: bytes, file: str, deck: Deck | None, *, held: bool = False
) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Read a scenario against its deck; without a deck, what points to it is not checked.

    No scenario comes with a problem; a scenario may come with warnings (`problems.WARNINGS`). `held`: a session keeps
    this text (deck.py).
    """
    root, problems = read_source(data, file, held=held)
    return from_nodes(root, problems, file, deck, held=held)


def from_nodes(
    root: Node | None, problems: list[Problem], file: str, deck: Deck | None, *, held: bool = False
) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Read a scenario from its node tree; `problems` are the ones the tree came with."""
    walk = Walk(file, KINDS, CHECKS, problems=list(problems), held=held)
    if deck is not None:
        cards: tuple[Card, ...] = (*deck.issues, *deck.levers, *deck.events)
        walk.names = {
            "family": dict.fromkeys(family.id for family in deck.families),
            "card": dict.fromkeys(card.id for card in cards),
            "deck": {deck.id: None},
            **inductionspec.names(deck),
            "term": dict.fromkeys(term.id for term in deck.glossary),
        }
        walk.renamed = {old: card.id for card in cards for old in card.former_ids}
    made = read_root(walk, SPEC, root)
    return (made if isinstance(made, Scenario) else None), tidy(walk.named(walk.problems), file)
