"""What `clap session from-photo` does: looks through photographs, tells, shows, asks, writes."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.agreeing import agreed
from game.content.files import read_bytes
from game.content.shelf import Sources, load_scenario
from game.core.errors import GameError
from game.core.frozen import dataclass
from game.photo import picture
from game.photo.eye import LARGEST, Seen, seen
from game.photo.reading import Reading
from game.places import landing, shelves
from game.wiring.chosen import scenario_file
from game.wiring.failures import told
from game.wiring.paper import opened, played, worded
from game.wiring.seen import brought, called, lying, placings, unsure
from game.words.catalogue import Speaker


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the session goes, how it begins, whether it is written without a question."""

    out: Path
    agenda: str
    date: str
    yes: bool


def bring(said: Speaker, images: tuple[Path, ...], scenario: str, cards: int, order: Asked) -> int:
    """Tell what was read, show it over the photographs, ask, then write; 1 when something is left out."""
    sources = load_scenario(scenario_file(scenario).parent, shelves.decks())
    photos = [photo for image in images if (photo := _opened(image, said)) is not None]
    if not photos:
        return 1
    reading = brought(photos, sources)
    missing = tuple(unsure(reading, sources, said, cards))
    for line in (*lying(reading, sources, said), *missing):
        click.echo(line)
    if not reading.sure:
        click.echo(said.say("photo.none"))
        return 1
    _shown(photos, reading, sources, order.out, said)
    if not order.yes and not agreed(said, "photo.ask"):
        click.echo(said.say("photo.not_written"))
        return 1
    refused = _written(reading, sources, order, said)
    return 1 if refused or missing or len(photos) < len(images) else 0


def _opened(image: Path, said: Speaker) -> Seen | None:
    """Look through a photograph; one that cannot be is told, and the others are read all the same."""
    try:
        return seen(read_bytes(image, LARGEST), image.name)
    except GameError as error:
        click.echo(told(error, said), err=True)
    return None


def _shown(photos: list[Seen], reading: Reading, sources: Sources, out: Path, said: Speaker) -> None:
    """Write each photograph beside the session to be, with what was read in it drawn over."""
    landing.folder(out.parent)
    for rank, photo in enumerate(photos):
        path = out.with_name(said.say("photo.file", session=out.stem, n=rank + 1))
        landing.put(path, picture.drawn(photo, rank, reading, lambda card: called(card, sources, said)))
        click.echo(said.say("photo.compare", path=str(path)))


def _written(reading: Reading, sources: Sources, order: Asked, said: Speaker) -> bool:
    """Write the session; tell and give whether the rules refused a card."""
    desk = opened(sources, order.agenda, order.out, order.date)
    refused = played(desk, placings(reading))
    desk.close()
    for one, why in refused:
        named = called(one.card, sources, said)
        click.echo(said.say("photo.refused", card=named, why=worded(why, desk, said)))
    click.echo(said.say("cli.wrote", path=str(order.out)))
    click.echo(said.say("workshop.listed", n=len(reading.sure) - len(refused)))
    return bool(refused)
