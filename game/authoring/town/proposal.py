"""What is proposed for a town: each place with its families, each contract that ends as a purchase to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.authoring.town.ending import Contract
from game.authoring.town.families import Buyers
from game.content.kinds import ID_LIMIT
from game.content.maps.objects import PLACE
from game.content.maps.spots import Spot
from game.content.near import slug
from game.core.cards import Deck
from game.core.family import SHORT_LIMIT
from game.core.frozen import dataclass
from game.core.months import later
from game.core.text import Text

AHEAD, AFTER, SHORTEST = 24, 8, 3
"""Months: how far ahead an end is looked at, how long before it a purchase is launched, how long that takes."""
PEOPLE = frozenset(["school", "nursery", "gym"])
"""Sorts of places that are called after people, whom their last name tells."""
TELLING = 8
"""Signs of a first word that says alone what a place is: Kunstmuseum."""
INTENTIONS, LONGEST = 15, 110
"""Purchases proposed, the dearest first; signs of a title."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place proposed: what is drawn, and what the scenario says of it. `sure`: the map told what it is."""

    spot: Spot
    id: str
    name: Text
    short: Text
    families: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Purchase:
    """A purchase to come, after a contract that ends (`ends`: YYYY-MM). `sure`: its code told its family."""

    id: str
    contract: Contract
    family: str
    place: str
    ends: str
    launch: str
    award: str
    sure: bool


def sites(spots: Sequence[Spot], buyers: Buyers) -> list[Site]:
    """Give a place of a scenario for each spot; each family has one at least."""
    ids: set[str] = set()
    shorts: set[str] = set()
    found = [_site(spot, buyers, ids, shorts) for spot in spots]
    for family in buyers.deck.families:
        if found and not any(family.id in one.families for one in found):
            found[0] = replace(found[0], families=(*found[0].families, family.id))
    return found


def _site(spot: Spot, buyers: Buyers, ids: set[str], shorts: set[str]) -> Site:
    label = spot.sort.label if spot.sort else Text()
    name = Text(spot.name or label.fr, spot.name_en or spot.name or label.en)
    person = spot.sort is not None and spot.sort.id in PEOPLE
    fr, en = (_short(name.say(lang), label.say(lang), person=person) for lang in ("fr", "en"))
    short = _unlike(Text(fr, en), shorts)
    made = _unused(slug(spot.id or name.fr) or PLACE, ids)
    return Site(spot, made, name, short, buyers.of_sort(spot.sort), sure=spot.sort is not None)


def _short(name: str, label: str, *, person: bool) -> str:
    """Shorten a name: its middle words as initials, else its last word behind its sort's, else its first word.

    A first word that only says the sort ("École") goes before the last one does, where that is a `person`'s name.
    """
    first, *middle, last = name.split() if " " in name else (name, "")
    initials = " ".join(f"{word[0]}." for word in middle if word[0].isupper())
    tries = [name, " ".join(f"{first} {initials} {last}".split()), f"{label} {last}" if label else ""]
    generic = slug(first) == slug(label)
    tries += [last if generic and person else "", first if not generic and len(first) >= TELLING else ""]
    tries += [f"{first} {last[:1]}."]
    fitting = (said for said in tries if said and len(said) <= SHORT_LIMIT)
    return next(fitting, f"{name[: SHORT_LIMIT - 1].rstrip()}…")


def _unlike(short: Text, taken: set[str]) -> Text:
    """Number a short name that another place has."""
    found, at = short, 2
    while found.fr in taken:
        found, at = Text(_numbered(short.fr, at), _numbered(short.en, at)), at + 1
    taken.add(found.fr)
    return found


def _numbered(short: str, at: int) -> str:
    return f"{short[: SHORT_LIMIT - 3].rstrip()} {at}"


def _unused(made: str, taken: set[str]) -> str:
    made, at, found = made[: ID_LIMIT - 4], 2, made[: ID_LIMIT - 4]
    while found in taken:
        found, at = f"{made}-{at}", at + 1
    taken.add(found)
    return found


def purchases(contracts: Iterable[Contract], places: Sequence[Site], buyers: Buyers, today: str) -> list[Purchase]:
    """Give the purchases that follow contracts ending within two years of a month (YYYY-MM), the dearest, by launch."""
    ids: set[str] = set()
    ending = [(later(one.date[:7], one.months), one) for one in contracts]
    due = [(ends, one) for ends, one in ending if today < ends <= later(today, AHEAD)]
    dearest = sorted(due, key=lambda each: (-each[1].amount, each[1].id))[:INTENTIONS]
    found = [_purchase(one, ends, places, buyers, today, ids) for ends, one in dearest]
    return sorted(found, key=lambda one: (one.launch, one.id))


def _purchase(one: Contract, ends: str, places: Sequence[Site], buyers: Buyers, today: str, ids: set[str]) -> Purchase:
    family, sure = buyers.of_code(one.cpv, one.title)
    launch = max(later(ends, -AFTER), later(today, 1))
    award = max(later(ends, -2), later(launch, SHORTEST))
    made = _unused(slug(one.title)[:40].strip("-") or one.cpv or PLACE, ids)
    return Purchase(made, one, family, _place(one.title, family, places), ends, launch, award, sure)


def _place(title: str, family: str, places: Sequence[Site]) -> str:
    """Give the family's place whose name the title speaks of most; its first one when it speaks of none."""
    said = set(slug(title).split("-"))
    own = [one for one in places if family in one.families]
    return max(own, key=lambda one: len(said & {word for word in one.id.split("-") if len(word) > 3})).id


def title(one: Contract) -> str:
    """Give the title of a purchase: what the contract was for, cut at a word."""
    said = " ".join(one.title.split())
    said = said if not said.isupper() else said.capitalize()
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def share(deck: Deck, found: Iterable[Purchase]) -> dict[str, int]:
    """Give each family its share of what is bought, in whole per cent that make a hundred; equal without purchases."""
    amounts = {family.id: 0 for family in deck.families}
    for one in found:
        amounts[one.family] += one.contract.amount
    total = sum(amounts.values())
    even = 100 // len(amounts)
    parts = {one: max(1, amounts[one] * 100 // total) if total else even for one in amounts}
    largest = max(parts, key=lambda one: parts[one])
    return parts | {largest: parts[largest] + 100 - sum(parts.values())}
