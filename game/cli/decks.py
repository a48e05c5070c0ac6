"""Commands for who writes decks: new, preview, diff, pack."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from game.cli.making import PATH, argument, command, option
from game.content.files import read_bytes
from game.content.folder import Reading, read_folder
from game.content.problems import ContentError, Problem, errors, sentence
from game.content.shelf import DECK, SCENARIO
from game.core.cards import Deck
from game.places import landing, shelves
from game.places.looks import closed, is_file
from game.places.names import file_name, typed
from game.wiring.chosen import deck_file, misnamed
from game.words.catalogue import Speaker


@command(
    "new", "cli.deck_new",
    argument("folder", PATH),
    option("--from", "cli.option.from", "sources", multiple=True),
)  # fmt: skip
def new(said: Speaker, folder: Path, sources: tuple[str, ...]) -> int:
    """Make a deck to start from: one that teaches its format, or what is in a spreadsheet or another deck."""
    from game.authoring.scaffold import scaffold
    from game.cli import newdeck

    if sources:
        return newdeck.begun(said, folder, sources)
    for file in scaffold(folder, said.lang):
        click.echo(said.say("cli.wrote", path=str(file)))
    click.echo(said.say("workshop.made", folder=str(folder), shell=typed(folder)))
    return 0


@command("diff", "cli.deck_diff", argument("old"), argument("new"))
def diff(said: Speaker, old: str, new: str) -> int:
    """Say in words what changed from one deck to another."""
    from game.authoring.diff import changes
    from game.authoring.diff import sentence as told

    found = changes(read(old), read(new))
    for change in found:
        click.echo(told(change, said.say, said.lang))
    click.echo(said.say("workshop.diff.count", n=len(found)) if found else said.say("workshop.diff.none"))
    return 0


def read(name: str) -> Deck:
    """Read a deck with all that belongs to it. Raises ContentError with every problem."""
    return whole(name)[0]


def whole(name: str) -> tuple[Deck, Reading]:
    """Read a deck, and what it was read from. Raises ContentError with every problem."""
    found = _folder(deck_file(name))
    if found.deck is None:
        raise ContentError(found.problems)
    return found.deck, found


def _folder(file: Path) -> Reading:
    return read_folder(file, shelves.decks())


@command(
    "preview", "cli.deck_preview",
    argument("deck"),
    option("--out", "cli.option.png", type=PATH, required=True),
    option("--watch", "preview.option.watch", is_flag=True),
    option("--sheet", "preview.option.sheet", type=PATH),
)  # fmt: skip
def preview(said: Speaker, deck: str, out: Path, sheet: Path | None, *, watch: bool = False) -> int:
    """Draw every card on contact sheets; those that do not fit are framed, numbered and told."""
    from game.cli import previewing

    asked = previewing.Asked(deck, out, sheet)
    return previewing.watch(said, asked) if watch else previewing.preview(said, asked)


@command("pack", "cli.deck_pack", argument("deck"), option("--out", "cli.option.pack", type=PATH))
def pack(said: Speaker, deck: str, out: Path | None) -> int:
    """Check a deck and its scenario, then make one file of it to share."""
    from game.authoring.pack import SUFFIX
    from game.authoring.pack import pack as packed

    file = deck_file(deck)
    if file.name.casefold() != DECK:
        raise misnamed(file, "deck_named")
    folder = file.parent
    problems = _checked(folder)
    wrong = errors(problems)
    for problem in wrong:
        click.echo(sentence(problem, said.say))
    if wrong:
        click.echo(said.say("workshop.pack_refused", n=len(wrong)))
        return 1
    strangers = _strangers(folder)
    for file in strangers:
        click.echo(said.say("workshop.pack_base", file=str(file)))
    if strangers:
        return 1
    made = packed(folder, out or Path(file_name(read(deck).id, SUFFIX)))
    click.echo(said.say("cli.wrote", path=str(made.path)))
    click.echo(said.say("workshop.packed", n=len(made.files)))
    for name in made.left:
        click.echo(said.say("workshop.left_out", name=name))
    return 0


@command("unpack", "cli.deck_unpack", argument("pack", PATH), option("--to", "cli.option.unpack", type=PATH))
def unpack(said: Speaker, pack: Path, to: Path | None) -> int:
    """Open a pack in a folder of its own, where it may be changed."""
    from game.authoring.pack import SUFFIX, opened
    from game.authoring.scaffold import vacant

    read_bytes(pack)  # says why a file cannot be
    folder = to or Path(pack.name.removesuffix(SUFFIX).removesuffix(".zip"))
    vacant(folder)
    within = opened(pack)
    for file in sorted(path for path in within.rglob("*") if is_file(path)):
        landing.put(landing.folder((folder / file.relative_to(within)).parent) / file.name, file.read_bytes())
    click.echo(said.say("workshop.made", folder=str(folder)))
    return 0


@command("icons", "cli.deck_icons", argument("words", required=False, nargs=-1),
         option("--out", "cli.option.png", type=PATH))  # fmt: skip
def icons(said: Speaker, words: tuple[str, ...], out: Path | None) -> int:
    """List the icons a deck may name, or draw them: all of them, or those that words in French or in English mean."""
    from game.authoring.icons import found

    names = found(" ".join(words))
    if names and out is not None:
        from game.cli.previewing import drawn
        from game.type.measure import FontMeasure
        from game.view import iconsheet, scene

        for path in drawn(out, iconsheet.pages(partial(scene.sight, said, FontMeasure()), names)):
            click.echo(said.say("cli.wrote", path=str(path)))
        return 0
    for name, meanings in names:
        click.echo(f"{name}: {', '.join(meanings)}" if meanings else name)
    if not names:
        click.echo(said.say("workshop.icons.none", words=" ".join(words)))
    return 0 if names else 1


def _strangers(folder: Path) -> tuple[Path, ...]:
    """Give the files a deck is made of that whoever opens its pack will not have: decks of others that it extends."""
    homes = (folder.resolve(), shelves.decks().resolve())
    files = (file.resolve() for file in _folder(folder / DECK).files)
    return tuple(file for file in files if not any(file.is_relative_to(home) for home in homes))


def _checked(folder: Path) -> tuple[Problem, ...]:
    """Give what is wrong in a deck's folder, and in the scenario it carries."""
    from game.content.shelf import load_scenario

    found = list(_folder(folder / DECK).problems)
    if is_file(folder / "scenario" / SCENARIO) or closed(folder / "scenario" / SCENARIO):
        try:
            load_scenario(folder / "scenario", shelves.decks())
        except ContentError as error:
            found += [problem for problem in error.problems if problem not in found]
    return tuple(found)
