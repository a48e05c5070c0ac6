"""A scenario for a town, from its maps, a deck and its contracts: two files in a new folder, playable at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from game.authoring.scaffold import put, vacant
from game.authoring.town import proposal, written
from game.authoring.town.ending import Contract
from game.authoring.town.families import Buyers
from game.authoring.town.proposal import Purchase, Site
from game.content.maps import scan
from game.content.maps.commune import Commune
from game.content.maps.files import Brought
from game.content.maps.survey import Survey, pictured, survey
from game.content.near import slug
from game.content.shelf import MAP, SCENARIO
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.core.text import Text
from game.places import folders
from game.words.catalogue import speaker
from game.words.names import of_town

WIDE = 3.0
"""Kilometres that a picture shows from side to side, where nobody says."""
SHARE, TOTAL = 33, 20_000_000
"""Per cent of a budget that goes through purchases, and euros of a year's, where nobody says."""
Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a scenario is made of. `name`: the town's, if said; `today`: YYYY-MM-DD; `files`: the maps' names.

    `wide`: kilometres that a picture shows from side to side; 0 where nobody says. `title`: the scenario's own, if any.
    """

    folder: Path
    deck: Deck
    name: str
    files: tuple[str, ...]
    contracts: tuple[Contract, ...]
    today: str
    wide: float = 0.0
    title: Text = Text()


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, to be told."""

    files: tuple[Path, ...]
    town: str
    survey: Survey
    sites: tuple[Site, ...]
    purchases: tuple[Purchase, ...]
    wide: float
    """Kilometres that its picture shows from side to side; 0 without one."""


def make(asked: Asked, brought: Brought, lang: str, say: Say) -> Made:
    """Write the scenario in a new or empty folder. Raises SetupError folder_taken, MapFault: no town is found."""
    vacant(asked.folder)
    folder = asked.folder.resolve().name
    surveyed = survey(brought.drawings, asked.name, folder) if brought.drawings else pictured(asked.wide or WIDE)
    town = _called(surveyed.commune, asked.name) or folder.replace("-", " ").title()
    buyers = Buyers(asked.deck)
    sites = proposal.sites(surveyed.spots, buyers)
    bought = proposal.purchases(asked.contracts, sites, buyers, asked.today[:7]) if sites else []
    facts = _facts(asked, town, sites, bought, say)
    folders.writable(asked.folder)
    note = say("town.note.map", files=", ".join(asked.files))
    under = [scan.feature(jpeg, surveyed.box, asked.wide) for jpeg in brought.pictures[:1]]
    files = (
        put(asked.folder / SCENARIO, written.scenario(facts, lang)),
        put(asked.folder / MAP, written.town([*under, *surveyed.features], sites, note)),
    )
    wide = scan.across(under[0]) if under else 0.0
    return Made(files, town, surveyed, tuple(sites), tuple(bought), wide)


def _called(found: Commune, said: str) -> str:
    """Give the name of the town: as its map spells it, where it was found by what somebody says."""
    return found.name if found.how in ("named", "coded") or not said else said


def _facts(asked: Asked, town: str, sites: Sequence[Site], bought: Sequence[Purchase], say: Say) -> dict[str, str]:
    buyers = Buyers(asked.deck)
    yearly = _yearly(asked)
    total = yearly * 100 // SHARE if yearly else TOTAL
    notes = {sure: say("town.note.purchase" if sure else "town.note.purchase_guessed", id="{id}", ends="{ends}")
             for sure in (True, False)}  # fmt: skip
    shares = proposal.share(asked.deck, bought)
    return {
        "town": town,
        "day": asked.today,
        "files": ", ".join(asked.files),
        "id": slug(town) or "ville",
        "title": written.words(asked.title if asked.title.said else both("town.title", Text(of_town(town), town))),
        "town_text": written.quoted(town),
        "deck": asked.deck.id,
        "budget": say("town.note.budget_known" if yearly else "town.note.budget", n=len(asked.contracts)),
        "budget_room": "" if yearly else f"\n  note: {written.words(both('town.note.budget_room', Text()))}",
        "reading_map": written.lines(_reading(len(bought))),
        "total": str(total),
        "purchases": str(total * SHARE // 100),
        "share": str(SHARE),
        "shares": say("town.note.shares_known" if bought else "town.note.shares"),
        "families": written.families(asked.deck, buyers, shares, both, say("town.note.replace")),
        "places_note": say("town.note.places", n=len(sites)),
        "places": written.places(sites, say("town.note.check")),
        "purchases_note": say("town.note.intentions_known" if bought else "town.note.intentions"),
        "intentions": written.intentions(bought, notes),
        "seats": written.seats(asked.deck, both),
    }


def _reading(n: int) -> Text:
    """Give what the facilitator says over the map: the purchases to come, counted, or that there are none yet."""
    key = "town.reading_map" if n else "town.reading_map_bare"
    fr, en = (speaker(lang).say(key, n=n) for lang in ("fr", "en"))
    return Text(fr, en)


def both(key: str, about: Text) -> Text:
    """Give a sentence in both languages; what it is about in each."""
    fr, en = (speaker(lang).say(key, what=about.say(lang)) for lang in ("fr", "en"))
    return Text(fr, en)


def _yearly(asked: Asked) -> int:
    """Give what the contracts of a town amount to in a year, in euros; 0 without any."""
    years = {one.date[:4] for one in asked.contracts}
    return sum(one.amount for one in asked.contracts) // len(years) if years else 0
