"""`clap deck print`: cards, blank cards, the town's plan as a poster, objective sheets to fill in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from game.cli.making import PATH, argument, command, option
from game.content.decoding import undecodable
from game.content.files import read_bytes, shown
from game.content.problems import ContentError
from game.content.shelf import DECK, Sources, load_deck, load_scenario
from game.content.shelf import scenarios as shelved
from game.core.cards import Deck
from game.core.errors import ExportError, SetupError
from game.core.frozen import dataclass
from game.places import shelves
from game.places.looks import closed, is_file, is_folder
from game.places.names import file_name
from game.printing.pile import KINDS, Order, changed, chosen, printed
from game.printing.setting import Printed
from game.printing.sheets import FLIPS, PROFILES
from game.wiring.chosen import deck_file, packed, scenario_file
from game.wiring.rehearsing import undecoded
from game.wiring.settings import LANGUAGES
from game.words.catalogue import Speaker, speaker

PDF = ".pdf"
NAMES = tuple(each.name for each in PROFILES)
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
MOST = 200
"""Blank cards and sheets of each kind: more is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the command, as they were given."""

    file: str
    out: Path | None
    profile: str
    flip: str
    saving: bool
    only: tuple[str, ...]
    since: str | None
    blank: int
    back_lang: str | None
    map: str | None
    board: str | None
    sheets: int | None
    scenario: str | None
    style: Path | None


@command(
    "print", "printing.command",
    argument("file"),
    option("--out", "printing.option.out", type=PATH),
    option("--profile", "printing.option.profile", type=click.Choice(NAMES), default=NAMES[0]),
    option("--flip", "printing.option.flip", type=click.Choice(FLIPS), default=FLIPS[0]),
    option("--ink-saving", "printing.option.saving", "saving", is_flag=True),
    option("--only", "printing.option.only", type=click.Choice(KINDS), multiple=True),
    option("--since", "printing.option.since", type=str, metavar="VERSION|FILE"),
    option("--blank", "printing.option.blank", type=click.IntRange(0, MOST), default=0),
    option("--back-lang", "printing.option.back_lang", type=click.Choice(LANGUAGES)),
    option("--map", "printing.option.map", type=click.Choice(["a4", "a3", "a2", "a1"])),
    option("--board", "printing.option.board", type=click.Choice(["a3", "a2", "a1"])),
    option("--sheets", "printing.option.sheets", type=click.IntRange(1, MOST), is_flag=False, flag_value=5),
    option("--scenario", "printing.option.scenario", type=str),
    option("--templates", "printing.option.style", "style", type=FOLDER),
)  # fmt: skip
def deck(said: Speaker, **given: Any) -> int:
    """Print what was asked for; 1 when a text does not fit, which is told, or when nothing can be printed."""
    asked = Asked(**given)
    if asked.style is not None and not is_folder(asked.style):  # a pipe passes for one
        raise SetupError("not_a_folder", path=str(asked.style))
    file = deck_file(asked.file)
    whole, images = read(file)
    if (asked.map, asked.board, asked.sheets) != (None, None, None):
        return _papers(asked, whole, file, said)
    order = replace(_order(asked, whole, file, said), images=images)
    if not order.cards and not order.blanks and not order.credits:
        click.echo(said.say("printing.nothing", deck=whole.id, since=asked.since or ""))
        return 0
    return landed(printed(order), asked.out, said.say("printing.file.cards", deck=whole.id), said)


def read(file: Path) -> tuple[Deck, tuple[tuple[str, Path], ...]]:
    """Read a deck and where its pictures are. Raises ContentError with every problem."""
    from game.content.folder import read_folder

    found = read_folder(file, file.parent.parent)
    if found.deck is None:
        raise ContentError(found.problems)
    wrong = undecodable((name, read_bytes(picture)) for name, picture in found.images)
    if wrong:
        raise ContentError(tuple(undecoded(name, shown(file)) for name in wrong))
    return found.deck, found.images


def _order(asked: Asked, whole: Deck, file: Path, said: Speaker) -> Order:
    kinds = asked.only or KINDS
    cards = chosen(whole, kinds)
    if asked.since is not None:
        other = changed(whole, _former(asked.since, file, whole))
        cards = tuple(card for card in cards if other(card))
    front = spoken(whole, said.lang)
    back = speaker(asked.back_lang) if asked.back_lang else front
    profile = next(each for each in PROFILES if each.name == asked.profile)
    order = Order(whole, cards, front, back, profile, asked.blank if "blanks" in kinds else 0)
    credited = "credits" in kinds and asked.since is None
    return replace(order, credits=credited, flip=asked.flip, saving=asked.saving, style=asked.style)


def spoken(whole: Deck, lang: str) -> Speaker:
    """Give the language of the cards: the one asked for, or the deck's own when it does not have that one."""
    ours = [each for each in whole.languages if each in LANGUAGES]
    return speaker(lang if lang in whole.languages or not ours else ours[0])


def _former(since: str, file: Path, whole: Deck) -> Deck:
    """Find the deck to compare with: a file, a folder, or a version kept near the deck. Raises print_no_version."""
    path = Path(since)
    named = deck_file(since) if is_folder(path) or packed(path) else path
    if is_file(named) or closed(named):
        return load_deck(named)[1]
    known = set()
    for other in _near(file):
        with suppress(ContentError):
            former = load_deck(other)[1]
            if former.id == whole.id and former.version == since:
                return former
            known |= {former.version} if former.id == whole.id else set()
    raise ExportError("print_no_version", version=since, deck=whole.id, known=tuple(sorted(known)))


def _near(file: Path) -> Iterator[Path]:
    """List where former versions are kept: beside the deck, in its folder `versions`, and in the folders around."""
    folder = file.resolve().parent
    for pattern in ("*.yaml", "versions/*.yaml", "versions/*/*.yaml"):
        yield from sorted(folder.glob(pattern))
    yield from sorted(folder.parent.glob(f"*/{DECK}"))


def _papers(asked: Asked, whole: Deck, file: Path, said: Speaker) -> int:
    """Print the poster, the families' board, the objective sheets, or all that was asked for."""
    sources, code = town(asked.scenario, whole, file), 0
    wanted = [name for name in ("map", "board", "sheets") if getattr(asked, name) is not None]
    for rank, name in enumerate(wanted):
        made, called = _MAKERS[name](asked, whole, sources, said)
        out = asked.out if not rank or asked.out is None or is_folder(asked.out) else asked.out.parent
        code |= landed(made, out, called, said)
    return code


def _map(asked: Asked, whole: Deck, sources: Sources | None, said: Speaker) -> tuple[Printed, str]:
    from game.printing.poster import Town, poster

    if sources is None:
        raise ExportError("print_no_scenario", deck=whole.id)
    shown, size = Town(sources.deck, sources.scenario, sources.town), asked.map or ""
    made = poster(shown, size, said, asked.style, saving=asked.saving)
    return made, said.say("printing.file.map", town=sources.scenario.id, size=size)


def _board(asked: Asked, whole: Deck, sources: Sources | None, said: Speaker) -> tuple[Printed, str]:
    from game.printing.shared import board

    if sources is None:
        raise ExportError("print_no_scenario", deck=whole.id)
    size = asked.board or ""
    made = board(sources.deck, sources.scenario, size, said, asked.style, saving=asked.saving)
    return made, said.say("printing.file.board", town=sources.scenario.id, size=size)


def _sheets(asked: Asked, whole: Deck, sources: Sources | None, said: Speaker) -> tuple[Printed, str]:
    from game.printing.forms import forms

    scenario = sources.scenario if sources is not None else None
    return forms(whole, scenario, asked.sheets or 0, said, asked.style), said.say("printing.file.sheets", deck=whole.id)


_MAKERS = {"map": _map, "board": _board, "sheets": _sheets}


def town(scenario: str | None, whole: Deck, file: Path) -> Sources | None:
    """Give the scenario that was named, else the first one that plays this deck."""
    if scenario is not None:
        return load_scenario(scenario_file(scenario).parent, shelves.decks())
    own = file.resolve().parent
    for folder in (own, *shelved(own), *shelved(own.parent), *shelved(shelves.scenarios())):
        with suppress(ContentError):
            sources = load_scenario(folder, shelves.decks())
            if sources.deck.id == whole.id:
                return sources
    return None


def landed(made: Printed, out: Path | None, name: str, said: Speaker) -> int:
    """Write a PDF under its name, whole or not at all, and tell what does not fit in it."""
    from game.places import landing

    named = file_name(name.removesuffix(PDF), PDF)
    path = out / named if out is not None and is_folder(out) else out or Path(named)
    landing.folder(path.parent)
    landing.put(path, made.pdf)
    click.echo(said.say("cli.wrote", path=str(path)))
    for line in _faults(made, said):
        click.echo(line, err=True)
    return 1 if made.overflows or made.missing else 0


def _faults(made: Printed, said: Speaker) -> Iterator[str]:
    for one in made.overflows:
        part = said.say(f"printing.part.{one.part}")
        how = "printing.too_long" if one.down else "printing.too_wide"
        yield said.say(how, card=one.card, part=part, lang=one.lang, mm=round(one.down or one.across, 1))
    for sign in made.missing:
        yield said.say("printing.no_glyph", card=sign.card, sign=sign.sign, code=f"U+{ord(sign.sign):04X}")
