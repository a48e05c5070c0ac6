"""`clap scenario new` and `clap scenario kinds`: a town of one's own, from the maps one has."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from game.authoring.town.ending import Contract
from game.cli.making import PATH, argument, command, option
from game.cli.waiting import bar
from game.content.maps.fault import MapFault
from game.content.problems import ContentError, Problem, words
from game.core.frozen import dataclass
from game.places.names import typed
from game.words.catalogue import Speaker
from game.words.numbers import number

PROPERTIES = ("kind", "id", "name", "name_en", "class", "sure")
"""What an object of a map may say of itself."""
LARGE = 400.0
"""Square kilometres beyond which a commune is looked at twice."""
COLUMNS = 12
"""Headings of a map's columns that are told."""
TOLD = 5
"""Oddities of a map that are told; the others are counted."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command is given."""

    folder: Path
    maps: tuple[Path, ...]
    deck: str
    town: str
    decp: Path | None
    buyer: str | None
    width: float


class Kilometres(click.FloatRange):
    """Kilometres, with a decimal comma or point."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the number. Raises click's BadParameter for what is none, or out of range."""
        written: Any = value.replace(",", ".") if isinstance(value, str) else value
        return super().convert(written, param, ctx)


@command(
    "new", "cli.scenario_new",
    argument("folder", PATH),
    option("--map", "town.option.map", "maps", type=PATH, multiple=True, required=True),
    option("--deck", "town.option.deck", type=str, default="clap"),
    option("--town", "town.option.town", type=str, default=""),
    option("--width", "town.option.width", type=Kilometres(0, 60), default=0.0),
    option("--decp", "town.option.decp", type=PATH),
    option("--buyer", "cli.option.buyer", type=str),
)  # fmt: skip
def new(said: Speaker, **given: Any) -> int:
    """Make a scenario that is played at once; say all that was guessed."""
    from game.authoring.town import new as making
    from game.cli.decks import read
    from game.content.maps.files import drawn
    from game.content.maps.reading import whole
    from game.desk.clocks import today

    asked = Asked(**given)
    deck = read(asked.deck)
    contracts = _contracts(asked, said) if asked.decp else ()
    brought = drawn(asked.maps)
    _tell_odd(brought.odd, said)
    files = tuple(one.name for one in asked.maps)
    wanted = making.Asked(asked.folder, deck, asked.town, files, contracts, today(), asked.width)
    try:
        made = making.make(wanted, brought, said.lang, said.say)
    except MapFault as why:
        raise ContentError((whole(why.told, files[0]),)) from None
    if brought.pictures:
        how = "said" if asked.width else "fitted" if brought.drawings else "guessed"
        click.echo(said.say(f"town.scale.{how}", km=number(round(made.wide, 1), said.lang)))
    _tell(made, said)
    return _checked(asked.folder, said)


def _contracts(asked: Asked, said: Speaker) -> tuple[Contract, ...]:
    """Give the town's published contracts that say all that is needed to tell when they end."""
    from game.cli.measures import buyer_of
    from game.desk.clocks import today
    from game.measure.reading import contents, read

    assert asked.decp is not None
    reading = read(contents(asked.decp), str(asked.decp), today())
    siren = buyer_of(reading, asked.buyer, asked.decp, said)
    found = [
        Contract(one.id, one.title, round(one.amount), one.date, one.duration, one.cpv or "")
        for one in reading.contracts
        if (not siren or one.siren == siren) and one.title and one.amount and one.date and one.duration
    ]
    click.echo(said.say("town.contracts", n=len(found), path=str(asked.decp)))
    return tuple(found)


def _tell_odd(odd: Sequence[Problem], said: Speaker) -> None:
    for one in odd[:TOLD]:
        click.echo(said.say("town.aside", what=words(one, said.say)))
    if len(odd) > TOLD:
        click.echo(said.say("town.aside_more", n=len(odd) - TOLD))


def _tell(made: Any, said: Speaker) -> None:
    found = made.survey
    say = said.say
    for file in made.files:
        click.echo(say("cli.wrote", path=str(file)))
    km2 = number(round(found.km2, 1), said.lang)
    click.echo(
        "\n" + say(f"town.commune.{found.commune.how}", town=made.town, km2=km2, folder=typed(made.files[0].parent))
    )
    if found.km2 > LARGE:
        click.echo(say("town.large"))
    if found.commune.how in ("most", "first", "joined"):
        _tell_others([one.name for one in found.commune.others if one.name], said)
    if found.commune.how != "picture":
        _tell_ground(found, said)
    _tell_places(made, said)


def _tell_others(names: Sequence[str], said: Speaker) -> None:
    """Name the first of the outlines that may have been meant, and count the others."""
    if names:
        key = "town.others_more" if len(names) > TOLD else "town.others"
        click.echo(said.say(key, others=", ".join(names[:TOLD]), n=len(names) - TOLD))


def _tell_ground(found: Any, said: Speaker) -> None:
    from game.content.maps.survey import turned

    say = said.say
    if found.crossed:
        click.echo(say("town.crossed"))
    if found.lined:
        names = ", ".join(one.name for one in found.lined[:TOLD] if one.name)
        click.echo(say("town.lined" if names else "town.lined_nameless", names=names))
    kinds = ", ".join(f"{say(f'town.kind.{kind}')} {number(n, said.lang)}" for kind, n in found.kinds.most_common())
    click.echo(say("town.ground", kinds=kinds) if kinds else say("town.ground_bare"))
    for one, away in found.far:
        key = "town.far_turned" if turned(one, found.box) else "town.far"
        click.echo(say(key, name=one.name, away=round(away / 1000)))
    for reason, n in sorted(found.aside.items()):
        if n:
            click.echo(say(f"town.left.{reason}", n=n, what=", ".join(f"{what} ({k})" for what, k in found.strange)))


def _tell_places(made: Any, said: Speaker) -> None:
    say = said.say
    _tell_nameless(made.survey.nameless, said)
    click.echo("\n" + say("town.places", n=len(made.sites)))
    for one in made.sites:
        line = "town.place" if one.sure else "town.place_guessed"
        click.echo(say(line, name=one.name.say(said.lang), families=", ".join(one.families)))
    for one in made.sites:
        if one.spot.pieces > 1:
            click.echo(say("town.pieces", name=one.name.say(said.lang), n=one.spot.pieces))
    if not all(one.spot.sure for one in made.sites):
        click.echo(say("town.no_place"))
    if made.purchases:
        click.echo("\n" + say("town.purchases", n=len(made.purchases)))


def _tell_nameless(drawn: Sequence[Any], said: Speaker) -> None:
    """Count the markers that have no name, say which they are, and what they have instead."""
    if not drawn:
        return
    more = "…" if len(drawn) > TOLD else ""
    numbers = ", ".join(str(one.number) for one in drawn[:TOLD])
    click.echo("\n" + said.say("town.unnamed", n=len(drawn), numbers=numbers + more))
    columns = dict.fromkeys(key for one in drawn for key, value in one.known.items() if value not in (None, ""))
    if columns:
        click.echo(said.say("town.unnamed_columns", columns=", ".join([*columns][:COLUMNS])))


def _checked(folder: Path, said: Speaker) -> int:
    """Read again what was written, as the table will; say what to do next."""
    from game.content.shelf import load_scenario
    from game.places import shelves

    with bar(said):
        sources = load_scenario(folder, shelves.decks())
    for one in sources.warnings:
        click.echo(words(one, said.say))
    click.echo("\n" + said.say("town.next", folder=typed(folder)))
    return 0


@command("kinds", "cli.scenario_kinds")
def kinds(said: Speaker) -> int:
    """Tell the kinds of objects a map is made of, and the places that are known by their properties or their names."""
    from game.content.maps.kinds import KINDS
    from game.content.maps.tags import tags

    say = said.say
    click.echo(say("town.kinds.head"))
    for name, kind in KINDS.items():
        forms = ", ".join(say(f"town.form.{form}") for form in kind.forms)
        classes = f" ; class: {', '.join(filter(None, kind.classes))}" if kind.classes else ""
        click.echo(f"  {name:<10} {say(f'town.kind.{name}')} ({forms}{classes})")
    click.echo("\n" + say("town.kinds.properties"))
    for name in PROPERTIES:
        click.echo(f"  {name:<10} {say(f'town.property.{name}')}")
    click.echo("\n" + say("town.kinds.places"))
    for sort in tags().sorts:
        click.echo(f"  {sort.label.say(said.lang)}: {', '.join(sort.words[:6])}")
    return 0
