"""A deck that changes under a session: what was played keeps its id, what was removed stays for who played it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from game.core.cards import Axis, Card, Deck, EventCard, IssueCard, LeverCard, Stage, Synergy, Tension
from game.core.family import Family

Kind = TypeVar("Kind", IssueCard, LeverCard, EventCard)
Group = TypeVar("Group", Axis, Stage, Family)
Pair = TypeVar("Pair", Tension, Synergy)
Names = Mapping[str, str]
"""The id a card has in the session, by the id the new deck gives it."""


def renewed(old: Deck, new: Deck) -> Deck:
    """Give the new deck as a session that played the old one may go on with it.

    A renamed card (`former_ids`) keeps the id the session knows. A card that is gone stays, in `retired`: it lies
    where it lay, and is dealt no more. Families, axes and stages that are gone stay too. An id that now names a card
    of another kind keeps the old card.
    """
    names = _names(old, new)
    issues, levers, events = _played(old, new, names)
    now: tuple[Card, ...] = (*issues, *levers, *events)
    there = {card.id for card in now}
    gone = tuple(card for card in _cards(old) if card.id not in there)
    return replace(
        new,
        issues=(*issues, *(card for card in gone if isinstance(card, IssueCard))),
        levers=(*levers, *(card for card in gone if isinstance(card, LeverCard))),
        events=(*events, *(card for card in gone if isinstance(card, EventCard))),
        tensions=tuple(_paired(one, names) for one in new.tensions),
        synergies=tuple(_paired(one, names) for one in new.synergies),
        axes=_kept(old.axes, new.axes),
        stages=_kept(old.stages, new.stages),
        families=_kept(old.families, new.families),
        retired=tuple(card.id for card in gone),
    )


def _cards(deck: Deck) -> tuple[Card, ...]:
    return (*deck.issues, *deck.levers, *deck.events)


def _names(old: Deck, new: Deck) -> dict[str, str]:
    known = {card.id for card in _cards(old)}
    taken = {card.id for card in _cards(new)} & known
    found = {one: one for one in taken}
    for card in _cards(new):
        before = next((one for one in card.former_ids if one in known - taken), "")
        if card.id not in found and before and before not in found.values():
            found[card.id] = before
    return found


def _played(
    old: Deck, new: Deck, names: Names
) -> tuple[tuple[IssueCard, ...], tuple[LeverCard, ...], tuple[EventCard, ...]]:
    issues = _known(old, new.issues, names)
    levers = tuple(replace(card, answers=_renamed(card.answers, names)) for card in _known(old, new.levers, names))
    events = tuple(
        replace(card, cancelled_by=_renamed(card.cancelled_by, names)) for card in _known(old, new.events, names)
    )
    return issues, levers, events


def _known(old: Deck, cards: tuple[Kind, ...], names: Names) -> tuple[Kind, ...]:
    """Give the cards under the ids the session knows; one that changed its kind is left to the old card."""
    found = []
    for card in cards:
        before = old.card(names[card.id]) if card.id in names else None
        if before is None:
            found.append(card)
        elif type(before) is type(card):
            found.append(_called(card, names[card.id]))
    return tuple(found)


def _called(card: Kind, name: str) -> Kind:
    if card.id == name:
        return card
    return replace(card, id=name, former_ids=(*(one for one in card.former_ids if one != name), card.id))


def _renamed(cards: tuple[str, ...], names: Names) -> tuple[str, ...]:
    return tuple(names.get(one, one) for one in cards)


def _paired(one: Pair, names: Names) -> Pair:
    first, second = _renamed(one.pair, names)
    return replace(one, pair=(first, second))


def _kept(old: tuple[Group, ...], new: tuple[Group, ...]) -> tuple[Group, ...]:
    """Give the new groups, then the old ones that are gone: a card or a scenario may still name them."""
    there = {one.id for one in new}
    return new + tuple(one for one in old if one.id not in there)
