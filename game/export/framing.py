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
from game.core.tensions import pulls_of
from game.export import obligations
from game.export.blocks import Block, Facts, Grid, Heading, Leaf, Points, Words
from game.export.citing import cited
from game.export.next_steps import both
from game.export.papers import cao, leaf
from game.export.telling import Teller
from game.places.names import distinct, file_name
from game.words.numbers import euros, percent

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
    levers = _levers(tell, sheets)
    asked = (
        *_orientations(tell, sheets),
        *_asked(tell, levers),
        *_criteria(tell, item, levers),
        *_variants(tell, item),
    )
    left = (*_watched(tell, sheets), *_left(tell, item, sheets))
    blocks = (*_need(tell, item), *asked, *obligations.note(tell, item), *left)
    return leaf(tell, title, tell.intention(item), blocks)


def _need(tell: Teller, item: Intention) -> tuple[Block, ...]:
    dates = " \u2192 ".join(part for part in (tell.month(item.launch), tell.month(item.award)) if part)
    facts = (
        ("column.purchase", tell.intention(item)),
        ("cao.where", ", ".join(part for part in (tell.family(item.family), tell.place(item.place)) if part)),
        ("column.department", tell.read(item.department) or tell.blank),
        ("cao.amount", tell.say("cao.for_months", amount=euros(item.amount_ht, tell.lang), n=item.duration_months)),
        ("paper.dates", dates or tell.blank),
        ("column.procedure", tell.read(item.procedure) or tell.blank),
        ("column.goes_to_cao", cao(tell, item)),
    )
    return (Heading(tell.say("cao.need")), Facts(tuple((tell.say(name), said) for name, said in facts)))


def _orientations(tell: Teller, sheets: tuple[Objective, ...]) -> tuple[Block, ...]:
    points = tuple(
        tell.say("cao.objective", code=one.code, title=tell.read(one.title), issue=tell.card(one.issue))
        for one in sheets
    )
    return (Heading(tell.say("cao.orientations")), Points(points))


def _asked(tell: Teller, levers: list[LeverCard]) -> tuple[Block, ...]:
    """List what the tender file must carry; levers that are no piece of it stand apart."""
    inside = [card for card in levers if _part(tell, card)] or levers
    beside = [card for card in levers if card not in inside]
    heads = ("cao.stage", "column.levers", "cao.effect", "cao.law")
    rows = tuple(_lever(tell, card) for card in inside)
    blocks: list[Block] = [Heading(tell.say("cao.written")), Grid(tuple(map(tell.say, heads)), rows, (15, 20, 40, 25))]
    if beside:
        named = (tell.say("cao.beside_one", lever=tell.read(card.label), text=tell.read(card.text)) for card in beside)
        blocks += [Words(tell.say("cao.beside")), Points(tuple(named))]
    return tuple(blocks)


def _part(tell: Teller, card: LeverCard) -> str:
    stage = tell.report.session.workshop.deck.stage(card.stage)
    return stage.part if stage is not None else ""


def _criteria(tell: Teller, item: Intention, levers: list[LeverCard]) -> tuple[Block, ...]:
    """Give the table of criteria and weights: those the council or the law asks for; the others and weights blank."""
    asked = [(tell.read(card.label), tell.say("cao.by_council")) for card in levers if _part(tell, card) == "criteria"]
    owed = [(tell.read(one.duty.title), tell.say("cao.by_law")) for one in obligations.owed(tell, item)
            if one.duty.part == "criteria"]  # fmt: skip
    blank = tell.say("short_blank")
    rows = [(tell.say("cao.price"), blank, ""), *((name, blank, who) for name, who in (*asked, *owed))]
    rows += [(tell.blank, blank, ""), (tell.say("cao.total"), percent(100, tell.lang), "")]
    heads = tuple(map(tell.say, ("cao.criterion", "cao.weight", "cao.asked_by")))
    return (Heading(tell.say("cao.criteria")), Grid(heads, tuple(rows), (50, 20, 30), right=(1,)))


def _variants(tell: Teller, item: Intention) -> tuple[Block, ...]:
    """Say what the law does with variants where nothing is said, and leave lines for what is allowed and required."""
    rule = tell.say("cao.variants_formal" if item.cao else "cao.variants_adapted")
    facts = (("cao.variants_allowed", tell.say("cao.yes_no")), ("cao.variants_least", tell.blank))
    return (
        Heading(tell.say("cao.variants")),
        Words(rule),
        Facts(tuple((tell.say(name), said) for name, said in facts)),
    )


def _watched(tell: Teller, sheets: tuple[Objective, ...]) -> tuple[Block, ...]:
    """List the points to watch: those typed on the sheets, and how the deck reconciles what pulls on the cards."""
    typed = [tell.read(one.legal) for one in sheets if _typed(tell, one)]
    picks = (tell.report.session.placed(one.issue) for one in sheets)
    pulling = [pull for pick in picks if pick is not None for pull in pulls_of(tell.report.session, pick)]
    told = [(tell.read(one.tension.why), tell.read(one.tension.reconcile)) for one in pulling]
    pulls = [tell.say("cao.pull", why=why, way=way) for why, way in told]
    return (Heading(tell.say("cao.watch")), Points(tuple(dict.fromkeys((*typed, *pulls, tell.blank)))))


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


def _left(tell: Teller, item: Intention, sheets: tuple[Objective, ...]) -> tuple[Block, ...]:
    """Say what is left to the CAO; of a purchase it does not see, only that it does not."""
    if not item.cao:
        return (Words(tell.say("cao.judges_info")), Words(tell.say("cao.never"), "quiet"))
    seen = tuple(dict.fromkeys(tell.read(one.cao) for one in sheets if one.cao))
    return (
        Heading(tell.say("cao.judges")),
        Points((*seen, tell.say("cao.judges_1"), tell.say("cao.judges_2"))),
        Words(both(tell)),
        Words(tell.say("cao.duty"), "quiet"),
        Words(tell.say("cao.never"), "quiet"),
    )
