"""What photographs of a paper table gave: read together, then told: what lies where, what is unsure and its mending."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from game.authoring.listing import Placing
from game.core.cards import Deck
from game.core.scenario import Scenario
from game.core.text import Text
from game.core.town import Town as Plan
from game.photo.eye import Seen
from game.photo.reading import Known, Laid, Reading, read
from game.printing import families, poster, shared
from game.wiring.settings import LANGUAGES
from game.words.catalogue import Speaker, speaker


class Town(Protocol):
    """What is played: the sources of a session to be, or the workshop of one that is open."""

    @property
    def deck(self) -> Deck: ...  # noqa: D102
    @property
    def scenario(self) -> Scenario: ...  # noqa: D102
    @property
    def town(self) -> Plan: ...  # noqa: D102


def brought(photos: list[Seen], played: Town) -> Reading:
    """Read photographs of a town's table, together; its plan is laid out only if codes are of no card and no board."""
    scenario = played.scenario
    own = (sheet for one in scenario.agendas for sheet in families.sheets(scenario, one.limits))
    boards = tuple(dict.fromkeys((shared.sheet(scenario), *own)))
    reading = read(photos, Known(played.deck, scenario, boards))
    if not reading.others:
        return reading
    town = poster.Town(played.deck, scenario, played.town)
    plans = dict.fromkeys(poster.sheet(town, speaker(lang)) for lang in LANGUAGES)
    return read(photos, Known(played.deck, scenario, (*boards, *plans)))


def placings(reading: Reading) -> list[Placing]:
    """Give what may be written of a reading: nothing that is in doubt."""
    return [Placing(0, one.card, "" if one.issue else one.family, one.place, one.issue) for one in reading.sure]


def lying(reading: Reading, played: Town, said: Speaker) -> Iterator[str]:
    """Say what is sure, family by family: each issue with its place and its levers."""
    levers = [one for one in reading.levers if not one.doubt]
    yield said.say("photo.read", n=len(reading.sure))
    for role in played.scenario.families:
        family = played.deck.family(role.id)
        mine = [one for one in reading.issues if one.family == role.id and not one.doubt]
        if mine and family is not None:
            yield said.say("photo.family", family=family.name.say(said.lang))
        for one in mine:
            under = [called(lever.card, played, said) for lever in levers if lever.issue == one.card]
            place = played.scenario.place(one.place)
            where = said.say("photo.place", place=place.short.say(said.lang)) if place is not None else ""
            name = called(one.card, played, said) + where
            yield said.say("photo.issue" if under else "photo.issue_bare", issue=name, levers=" · ".join(under))


def unsure(reading: Reading, played: Town, said: Speaker, expected: int = 0) -> Iterator[str]:
    """Say what is not written, and what would mend it. `expected`: how many cards lie there, if that was told."""
    for one in reading.doubtful:
        yield said.say(f"photo.doubt.{one.doubt}", card=called(one.card, played, said), n=one.photo + 1)
    for one in reading.events:
        yield said.say("photo.event", card=called(one.card, played, said))
    for one in reading.blanks:
        yield said.say("photo.blank", card=called(one.card, played, said), where=_family(one, played, said))
    for photo in dict.fromkeys(rank for rank, _ in reading.unread):
        yield said.say("photo.unread", n=sum(rank == photo for rank, _ in reading.unread), photo=photo + 1)
    if reading.others:
        yield said.say("photo.others", n=reading.others)
    for photo in reading.lost:
        yield said.say("photo.lost", photo=photo + 1)
    seen = sum(len(some) for some in (reading.issues, reading.levers, reading.events, reading.blanks))
    if expected > seen:
        yield said.say("photo.missing", n=expected - seen, seen=seen, expected=expected)


def called(card: str, played: Town, said: Speaker) -> str:
    """Give a card's name; a blank one is called by its kind and its number."""
    found = played.deck.card(card)
    if found is not None:
        return found.label.say(said.lang)
    kind, _, rank = card.partition(" ")
    return said.say(f"photo.blank.{kind}", n=rank)


def _family(one: Laid, played: Town, said: Speaker) -> str:
    family = played.deck.family(one.family)
    return (family.short if family is not None else Text()).say(said.lang) or said.say("photo.nowhere")
