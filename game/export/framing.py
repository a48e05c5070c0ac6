"""The framing note joined to a tender file (domain.md 7.2): what the council asks, and what is left to the CAO.

Never a firm's name nor a wish about the winner: it is written from cards, places and the purchase alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.core.cards import LeverCard
from game.core.law import read_at
from game.core.objective import Objective
from game.core.report import Report
from game.core.scenario import Intention
from game.export import obligations
from game.export.blocks import Block, Facts, Grid, Heading, Leaf, Points, Words
from game.export.citing import cited
from game.export.next_steps import both
from game.export.papers import cao, leaf
from game.export.telling import Teller
from game.places.names import distinct, file_name
from game.words.numbers import euros

_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")


def notes(report: Report, lang: str) -> tuple[tuple[str, Leaf], ...]:
    """Give a note, and a name for its files, for each purchase an adopted objective bears on."""
    tell = Teller(lang, report)
    purchases = {item.id: item for sheet in report.adopted for item in sheet.intentions}
    names = named(purchases)
    return tuple(
        (names[key], _note(tell, item, tuple(sheet for sheet in report.adopted if item in sheet.intentions)))
        for key, item in purchases.items()
    )


def named(purchases: Iterable[str]) -> dict[str, str]:
    """Give each purchase, by its id, a name for its files: none takes another's place, capitals or not."""
    names: dict[str, str] = {}
    for key in purchases:
        stem = file_name(_UNFIT.sub("-", key).strip("-")[:60] or "note")
        names[key] = distinct(stem, {name.casefold() for name in names.values()})
    return names


def _note(tell: Teller, item: Intention, sheets: tuple[Objective, ...]) -> Leaf:
    title = tell.say("cao.title" if item.cao else "cao.title_info")
    blocks = (*_need(tell, item), *_asked(tell, sheets), *obligations.note(tell, item), *_left(tell, item))
    return leaf(tell, title, tell.intention(item), blocks)


def _need(tell: Teller, item: Intention) -> tuple[Block, ...]:
    dates = " \u2192 ".join(part for part in (tell.month(item.launch), tell.month(item.award)) if part)
    facts = (
        ("column.intentions", tell.intention(item)),
        ("column.family", tell.family(item.family)),
        ("column.place", tell.place(item.place) or tell.say("no_place")),
        ("column.department", tell.read(item.department) or tell.say("unknown")),
        ("cao.amount", euros(item.amount_ht, tell.lang)),
        ("paper.dates", dates or tell.say("unknown")),
        ("cao.duration", tell.say("cao.months", n=item.duration_months)),
        ("column.procedure", tell.read(item.procedure) or tell.say("unknown")),
        ("column.goes_to_cao", cao(tell, item)),
    )
    return (Heading(tell.say("cao.need")), Facts(tuple((tell.say(name), said) for name, said in facts)))


def _asked(tell: Teller, sheets: tuple[Objective, ...]) -> tuple[Block, ...]:
    points = tuple(
        tell.say("cao.objective", code=one.code, title=tell.read(one.title), issue=tell.card(one.issue))
        for one in sheets
    )
    rows = tuple(_lever(tell, card) for card in _levers(tell, sheets))
    heads = ("cao.stage", "column.levers", "cao.effect", "cao.law")
    seen = tuple(dict.fromkeys(tell.read(one.cao) for one in sheets if one.cao))
    watch = tuple(dict.fromkeys(tell.read(one.legal) for one in sheets if _typed(tell, one)))
    blocks: list[Block] = [Heading(tell.say("cao.orientations")), Points(points)]
    blocks += [Heading(tell.say("cao.written")), Grid(tuple(map(tell.say, heads)), rows, (18, 22, 38, 22))]
    for name, found in (("cao.seen", seen), ("cao.watch", watch)):
        if found:
            blocks += [Heading(tell.say(name)), Points(found)]
    return tuple(blocks)


def _typed(tell: Teller, one: Objective) -> bool:
    """Tell whether the point to watch was written at the table: what the cards say stands beside each lever."""
    return bool(one.legal) and "legal" in dict(tell.report.session.sheet(one.issue).fields)


def _levers(tell: Teller, sheets: tuple[Objective, ...]) -> list[LeverCard]:
    """Give the levers in the order of the purchase: need, sourcing, procedure, criteria, clauses, follow-up."""
    session = tell.report.session
    stages = [stage.id for stage in session.workshop.deck.stages]
    names = dict.fromkeys(lever for one in sheets for lever in one.levers)
    cards = [card for card in map(session.lever_card, names) if card is not None]
    return sorted(cards, key=lambda card: stages.index(card.stage) if card.stage in stages else len(stages))


def _lever(tell: Teller, card: LeverCard) -> tuple[str, ...]:
    stage = tell.report.session.workshop.deck.stage(card.stage)
    law = _law(tell, card)
    return (tell.read(stage.name) if stage is not None else card.stage, tell.read(card.label),
            tell.read(card.text), law)  # fmt: skip


def _law(tell: Teller, card: LeverCard) -> str:
    if card.legal is None:
        return tell.say("confidence_none")
    read = read_at(tell.report.session.workshop.deck, card.id)
    return cited(tell, tell.read(card.legal.text), card.legal.confidence, read)


def _left(tell: Teller, item: Intention) -> tuple[Block, ...]:
    first = ("cao.judges_1",) if item.cao else ("cao.judges_info",)
    points = tuple(tell.say(name) for name in (*first, "cao.judges_2"))
    return (
        Heading(tell.say("cao.judges")),
        Points(points),
        Heading(tell.say("cao.members")),
        Words(both(tell)),
        Words(tell.say("cao.duty"), "quiet"),
        Words(tell.say("cao.never"), "quiet"),
    )
