"""The SPEC of a deck.yaml: every key, what it holds, the value it makes."""

from __future__ import annotations

from game.content import aimspec
from game.content.aimspec import INDICATOR, TARGET
from game.content.casespec import CASE, amounts
from game.content.nodes import Mapping, Scalar
from game.content.spec import (
    Shape,
    formats,
    lately,
    many,
    name,
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
from game.core import award, cards, reasons
from game.core.cards import LABEL_LIMIT, Deck
from game.core.family import SHORT_LIMIT, Family
from game.core.glossary import Term
from game.core.legal import PLAIN_LIMIT, Legal, Page
from game.core.reasons import Reason
from game.type import colours

CONFIDENCE = ("sure", "probable", "to-check")
READABLE = 4.5
"""Least contrast of a letter on its family's colour (WCAG 2.2, 1.4.3)."""


HEAD = {
    "format": formats(2),
    "id": name(),
    "version": text(),
    "languages": optional(plain("languages")),
    "title": words(),
    "authors": optional(many(text())),
    "licence": optional(plain("licence")),
}
"""What opens every file; languages come before the first text that is held to them."""


NOT_KEPT = ("format", "extends", "remove", "override")
"""Keys that say how a deck is made, not what it is."""


def _deck(**values: object) -> object:
    kept = {key: value for key, value in values.items() if key not in NOT_KEPT}
    return Deck(**kept)  # type: ignore[arg-type]


CREDIT = Shape(
    cards.Credit,
    {"author": text(), "licence": optional(plain("licence")), "source": optional(text())},
)
PICTURE = {
    "image": optional(plain("image")),
    "alt": optional(words()),
    "credit": optional(thing(CREDIT)),
}
"""What any card may show besides its words."""
NEEDS = lately(things(CASE, 1))
"""The purchases that can carry a card."""
RULES = Shape(
    cards.HouseRules,
    {
        "blank_cards": optional(whole(0, 99)),
        "events": optional(plain("yesno")),
        "answers_only": optional(plain("yesno")),
    },
)
AXIS = Shape(cards.Axis, {"id": name(), "name": words(fit="axis"), "icon": plain("icon")}, ("axis",))
STAGE = Shape(
    cards.Stage,
    {
        "id": name(),
        "name": words(),
        "short": words(SHORT_LIMIT, "stage"),
        "icon": plain("icon"),
        "part": lately(one_of(*cards.PARTS)),
    },
    ("stage",),
)
FAMILY = Shape(
    Family,
    {
        "id": name(),
        "name": words(),
        "short": words(SHORT_LIMIT),
        "icon": plain("icon"),
        "letter": plain("letter"),
        "colour": plain("colour"),
    },
    ("family",),
    check="family",
)
LEGAL = Shape(
    Legal,
    {
        "text": words(fit="legal"),
        "confidence": one_of(*CONFIDENCE),
        "date": optional(plain("day")),
        "plain": lately(words(PLAIN_LIMIT)),
    },
    check="legal",
)
ISSUE = Shape(
    cards.IssueCard,
    {
        "id": name(),
        "axis": ref("axis"),
        "families": many(ref("family"), 1),
        "label": words(LABEL_LIMIT, "label"),
        "title": words(fit="title"),
        "question": words(fit="body"),
        "indicators": optional(things(INDICATOR)),
        "legal": optional(thing(LEGAL)),
        "former_ids": optional(plain("former")),
        "needs": NEEDS,
        "duty": lately(plain("token")),
        "note": optional(words(fit="note")),
        **PICTURE,
    },
    ("card", "issue"),
    check="card",
)
EFFECTS = Shape(
    cards.Effects,
    {"cost": whole(-2, 2), "delay": whole(-2, 2), "impact": whole(1, 3), "effort": whole(1, 3)},
)
LEVER = Shape(
    cards.LeverCard,
    {
        "id": name(),
        "stage": ref("stage"),
        "label": words(LABEL_LIMIT, "label"),
        "title": words(fit="title"),
        "text": words(fit="body"),
        "effects": thing(EFFECTS),
        "answers": many(ref("issue"), 1),
        "legal": optional(thing(LEGAL)),
        "cao": optional(words(fit="cao")),
        "target": optional(thing(TARGET)),
        "targets": lately(things(TARGET)),
        "action": optional(words(fit="action")),
        "former_ids": optional(plain("former")),
        "needs": NEEDS,
        "duty": lately(plain("token")),
        "note": optional(words(fit="note")),
        **PICTURE,
    },
    ("card", "lever"),
    check="card",
)
LOAD = Shape(
    cards.EventLoad,
    {
        "family": ref("family"),
        "cost": optional(whole(-4, 4)),
        "delay": optional(whole(-4, 4)),
        "effort": optional(whole(-4, 4)),
    },
)
EVENT = Shape(
    cards.EventCard,
    {
        "id": name(),
        "label": words(LABEL_LIMIT, "label"),
        "title": words(fit="title"),
        "text": words(fit="body"),
        "families": many(ref("family"), 1),
        "effect": words(fit="effect"),
        "loads": optional(things(LOAD)),
        "cancelled_by": optional(many(ref("lever"))),
        "former_ids": optional(plain("former")),
        "note": optional(words(fit="note")),
        **PICTURE,
    },
    ("card", "event"),
    check="card",
)
PAIR = many(ref("card"), 2, 2)
TENSION = Shape(cards.Tension, {"pair": PAIR, "why": words(), "reconcile": words()}, check="tension")
SYNERGY = Shape(cards.Synergy, {"pair": PAIR, "why": words()}, check="synergy")
TERM = Shape(Term, {"id": name(), "word": words(), "meaning": words(), "also": lately(many(words()))}, ("term",))
REASON = Shape(Reason, {"id": name(), "text": words(reasons.LIMIT)}, ("reason",))
PAGE = Shape(Page, {"cites": words(), "name": words(), "address": plain("web")})
OFFER = Shape(award.Offer, {"text": words(fit="body"), "beside": words(fit="body")})
OPENING = Shape(
    award.Opening,
    {
        "id": name(),
        "levers": optional(many(plain("token"))),
        "part": optional(one_of(*cards.PARTS)),
        "base": thing(OFFER),
        "variant": thing(OFFER),
    },
    ("opening",),
)
DECIDER = Shape(award.Decider, {"who": words(), "does": words(), "legal": optional(thing(LEGAL))})
CAO = Shape(
    award.TenderBoard,
    {
        "variants": optional(many(plain("token"))),
        **{name: thing(LEGAL) for name in ("opened", "shut", "adapted", "fixed", "aside")},
        "deciders": things(DECIDER, 1),
        "openings": things(OPENING, 1),
    },
)
SPEC = Shape(
    _deck,
    {
        **HEAD,
        "extends": optional(plain("extends")),
        "remove": optional(plain("needs_base")),
        "override": optional(plain("needs_base")),
        "law_as_of": optional(plain("day")),
        "credits": optional(things(CREDIT)),
        "rules": optional(thing(RULES)),
        "notes": optional(words()),
        "axes": things(AXIS, 1),
        "stages": things(STAGE, 1),
        "families": things(FAMILY, 1),
        "issues": things(ISSUE, 1),
        "levers": things(LEVER, 1),
        "events": optional(things(EVENT)),
        "tensions": optional(things(TENSION)),
        "synergies": optional(things(SYNERGY)),
        "glossary": lately(things(TERM)),
        "reasons": lately(things(REASON)),
        "cao": lately(thing(CAO)),
        "pages": lately(things(PAGE)),
    },
)
"""The deck format 2: format 1, and the keys made by `lately`.

The order is the order of reading: what is pointed to comes before what points.
"""


def _pair(what: str) -> Check:
    def check(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
        at = walk.at(node, "pair")
        pair = values["pair"]
        assert isinstance(pair, tuple)
        entered = walk.names.setdefault(what, {})
        key = " + ".join(sorted(pair))
        first = entered.setdefault(key, Scalar(at.line, at.column, key))
        if pair[0] != pair[1] and first is not None and (first.line, first.column) != (at.line, at.column):
            walk.twice("pair_twice", at, first, value=key)

    return check


def _legal(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Remember a reference and the date of its own, if it has one."""
    walk.cited.append((walk.at(node, "date"), str(values.get("date") or "")))


def _card(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Remember which pictures have words and an owner."""
    if values.get("image"):
        walk.pictured.append((walk.at(node, "image"), bool(values.get("alt")), bool(values.get("credit"))))


def _family(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    """Say of a colour that nothing reads well on it, of a letter that another family has it."""
    colour, letter = str(values["colour"]), str(values["letter"])
    if colours.best(colour) < READABLE:
        walk.fault("contrast_low", walk.at(node, "colour"), value=colour, ratio=round(colours.best(colour), 1))
    at = walk.at(node, "letter")
    first = walk.names.setdefault("letter", {}).setdefault(letter.casefold(), Scalar(at.line, at.column, letter))
    if first is not None and (first.line, first.column) != (at.line, at.column):
        walk.twice("letter_twice", at, first, value=letter)


CHECKS: dict[str, Check] = {
    "case": amounts,
    "card": _card,
    "family": _family,
    **aimspec.CHECKS,
    "legal": _legal,
    "tension": _pair("tension"),
    "synergy": _pair("synergy"),
}
