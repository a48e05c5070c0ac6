"""`clap deck kit`: all that is printed to play without a screen, in a folder, at one measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from game.cli.making import PATH, argument, command, option
from game.cli.printing import FOLDER, PDF, landed, read, spoken, town
from game.content.shelf import Sources
from game.core.agenda import Agenda
from game.core.cards import Deck
from game.core.errors import ExportError
from game.core.frozen import dataclass
from game.places import landing
from game.places.names import file_name
from game.printing.pile import KINDS, Order, chosen, printed
from game.printing.setting import Printed
from game.printing.sheets import FLIPS
from game.wiring.chosen import deck_file
from game.words.catalogue import Speaker

BLANKS = 3
"""Blank issues, and blank levers, for what nobody had thought of."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the command, as they were given."""

    deck: str
    to: Path | None
    scenario: str | None
    agenda: str
    flip: str
    saving: bool
    style: Path | None


@dataclass(frozen=True, slots=True)
class _Kit:
    """What a kit is made of: a deck with its pictures, a town, an agenda, in the language of the cards."""

    asked: Asked
    deck: Deck
    images: tuple[tuple[str, Path], ...]
    sources: Sources
    agenda: Agenda
    said: Speaker

    def papers(self) -> Iterator[tuple[str, Printed]]:
        """Give each paper with its name, in the order they are needed; each is set when it is asked for."""
        from game.printing import families, rules, tokens
        from game.printing.forms import forms
        from game.printing.poster import Town, poster

        scenario, said, style = self.sources.scenario, self.said, self.asked.style
        saving = self.asked.saving
        shown = Town(self.deck, scenario, self.sources.town)
        yield "rules", rules.page(scenario, self.agenda, said, style, saving=saving)
        yield "cards", self._cards()
        yield "plan_a3", poster(shown, "a3", said, style, saving=saving)
        yield "plan_a4", poster(shown, "a4", said, style, saving=saving)
        yield "boards", families.boards(self.deck, scenario, self.agenda.limits, said, style, saving=saving)
        yield "tokens", tokens.tokens(scenario, self.agenda, said, style, saving=saving)
        yield "sheets", forms(self.deck, scenario, self.agenda.limits.objectives, said, style)

    def _cards(self) -> Printed:
        order = Order(self.deck, chosen(self.deck, KINDS), self.said, self.said, blanks=BLANKS, credits=True)
        return printed(replace(order, images=self.images, flip=self.asked.flip, saving=self.asked.saving,
                               style=self.asked.style))  # fmt: skip


@command(
    "kit", "kit.help",
    argument("deck"),
    option("--to", "kit.option.to", type=PATH),
    option("--scenario", "printing.option.scenario", type=str),
    option("--agenda", "kit.option.agenda", type=str, default=""),
    option("--flip", "printing.option.flip", type=click.Choice(FLIPS), default=FLIPS[0]),
    option("--ink-saving", "printing.option.saving", "saving", is_flag=True),
    option("--templates", "printing.option.style", "style", type=FOLDER),
)  # fmt: skip
def kit(said: Speaker, **given: Any) -> int:
    """Print all of it; 1 when a text does not fit, which is told."""
    from game.authoring.onpaper.empty import workbook

    asked = Asked(**given)
    file = deck_file(asked.deck)
    deck, images = read(file)
    sources = town(asked.scenario, deck, file)
    if sources is None:
        raise ExportError("print_no_scenario", deck=deck.id)
    wanted = asked.agenda or sources.scenario.agendas[0].id
    made = _Kit(asked, deck, images, sources, sources.workshop(wanted).agenda, spoken(deck, said.lang))
    folder = landing.folder(asked.to or Path(file_name(said.say("kit.folder", deck=deck.id))))
    code = rank = 0
    for rank, (name, paper) in enumerate(made.papers(), 1):
        code |= landed(paper, folder / f"{rank}-{said.say(f'kit.file.{name}')}{PDF}", "", said)
    book = folder / f"{rank + 1}-{said.say('kit.file.session')}.xlsx"
    limits = made.agenda.limits
    landing.put(book, workbook(deck, sources.scenario, limits, made.said.lang, made.said.say))
    click.echo(said.say("cli.wrote", path=str(book)))
    click.echo(said.say("kit.next", folder=str(folder)))
    return code
