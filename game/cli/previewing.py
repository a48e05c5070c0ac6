"""The cards of a deck as pictures: once, or again at each save of its files or of its workbook, until it is stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

import click

from game.content.files import read_bytes
from game.content.folder import Reading, read_folder
from game.content.problems import ContentError, sentence
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.desk.watching import Settling
from game.places import landing, shelves
from game.view.contact import Over
from game.view.tree.node import Node
from game.wiring.chosen import deck_file, open_deck
from game.wiring.failures import told, unexpected
from game.words.catalogue import Speaker

PAUSE = 0.1
"""Seconds between two looks at what was saved."""
PAGE, SAID = ".html", ".js"
"""Endings of the page that shows the pictures, and of what tells it that they were made anew."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command is given. `sheet` is the deck's workbook: the cards as it would make them, if any."""

    deck: str
    out: Path
    sheet: Path | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What the files give now: a deck with its pictures, or the sentences of its faults; and which files they are."""

    deck: Deck | None
    images: tuple[tuple[str, bytes], ...] = ()
    faults: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


def preview(said: Speaker, asked: Asked) -> int:
    """Draw the cards once; 1 when a workbook has faults, which are told. Raises GameError."""
    seen = _seen(asked, deck_file(asked.deck), said)
    if seen.deck is None:
        _tell(seen.faults)
        return 1
    _made(said, asked.out, seen)
    return 0


def watch(
    said: Speaker,
    asked: Asked,
    pause: Callable[[float], None] = time.sleep,
    elapsed: Callable[[], float] = time.monotonic,
) -> int:
    """Draw the cards, and draw them again whenever their files change, until Ctrl-C."""
    file = open_deck(asked.deck)
    try:
        click.echo(said.say("preview.watching", page=str(asked.out.with_suffix(PAGE))))
        _followed(said, asked, file, pause, elapsed)
    except KeyboardInterrupt:
        click.echo(said.say("preview.ended"))
    finally:
        asked.out.with_suffix(SAID).unlink(missing_ok=True)
    return 0


def _followed(
    said: Speaker, asked: Asked, file: Path, pause: Callable[[float], None], elapsed: Callable[[], float]
) -> None:
    kept = (file, *([asked.sheet] if asked.sheet is not None else []))
    settling = Settling(file, kept, elapsed)
    written: tuple[Path, ...] = ()
    last, moved = "", True
    while True:
        if moved:
            seen = _tried(asked, file, said)
            now, settling.files = _print(seen), (*kept, *seen.files)
            written = _anew(said, asked.out, seen, written) if now != last else written
            last = now
        pause(PAUSE)
        moved = settling.moved()


def _tried(asked: Asked, file: Path, said: Speaker) -> Seen:
    """Read all again; whatever stops that is a fault to show, not the end."""
    try:
        return _seen(asked, file, said)
    except Exception as error:  # a file half written may be anything
        return Seen(None, faults=tuple(told(unexpected(error, "bug"), said).splitlines()))


def _seen(asked: Asked, file: Path, said: Speaker) -> Seen:
    """Read the deck, as its workbook would make it if there is one. Raises GameError."""
    return _of(read_folder(file, shelves.decks())) if asked.sheet is None else _foreseen(said, file, asked.sheet)


def _foreseen(said: Speaker, file: Path, sheet: Path) -> Seen:
    """Read the deck that a workbook would make, writing nothing; where both changed a cell, the workbook's is shown."""
    from game.authoring.sheet import trip
    from game.authoring.sheet.apply import CellsRefused
    from game.cli.sheeting import of_cells, sheet_names

    given = trip.source(file, shelves.decks())
    plan = trip.asked(given, (sheet,), sheet_names()).plan.settled("sheet")
    if plan.faults:
        return Seen(None, faults=tuple(of_cells(trip.all_faults(given, plan), said)))
    try:
        result = trip.outcome(given, plan, remove=False)
    except CellsRefused as refused:
        return Seen(None, faults=tuple(of_cells(refused.found, said)))
    if result.found or result.others:
        told = (sentence(one, said.say) for one in result.others)
        return Seen(None, faults=(*of_cells(result.found, said), *told))
    return _of(read_folder(file, shelves.decks(), result.data))


def _of(found: Reading) -> Seen:
    if found.deck is None:
        raise ContentError(found.problems)
    return Seen(found.deck, tuple((name, read_bytes(picture)) for name, picture in found.images), (), found.files)


def _print(seen: Seen) -> str:
    """Give what tells whether two sights would be drawn the same."""
    made = sha256(repr((seen.deck, seen.faults)).encode())
    for name, data in seen.images:
        made.update(name.encode() + b"\0" + sha256(data).digest())
    return made.hexdigest()


def _anew(said: Speaker, out: Path, seen: Seen, before: Sequence[Path]) -> tuple[Path, ...]:
    """Write the pictures and the page that shows them; those of before that are none any more go."""
    if seen.deck is None:
        _tell(seen.faults)
        written, notes = drawn(out, [_fault_sheet(said, seen.faults)]), seen.faults
    else:
        written, notes = _made(said, out, seen)
    for stale in set(before) - set(written):
        stale.unlink(missing_ok=True)
    _page(said, out, seen, written, notes)
    return written


def _fault_sheet(said: Speaker, faults: Sequence[str]) -> Node:
    from game.type.measure import FontMeasure
    from game.view import faultsheet, scene

    return faultsheet.page(partial(scene.sight, said, FontMeasure()), said.say("preview.faults", n=len(faults)), faults)


def _made(said: Speaker, out: Path, seen: Seen) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Draw the cards and tell what does not fit on them; give the pictures written, and what was told."""
    from game.type.measure import FontMeasure
    from game.view import contact, scene

    assert seen.deck is not None
    sheets, overs = contact.pages(partial(scene.sight, said, FontMeasure()), seen.deck)
    written = drawn(out, sheets, dict(seen.images).get)
    _tell(said.say("cli.wrote", path=str(path)) for path in written)
    notes = tuple(_over(said, one) for one in overs)
    _tell(notes)
    return written, notes


def _over(said: Speaker, over: Over) -> str:
    part = said.say(f"workshop.field.{over.part}")
    return said.say("workshop.over", number=over.number, card=over.card, label=over.label.say(said.lang), part=part)


def drawn(
    out: Path, sheets: Sequence[Node], picture: Callable[[str], bytes | None] = lambda _: None
) -> tuple[Path, ...]:
    """Write sheets as pictures, the second one beside the first; `picture` gives a card's by its path in the deck."""
    from game.table.picture import png
    from game.table.scenery import Scenery

    landing.folder(out.parent)
    paths = tuple(out if not i else out.with_stem(f"{out.stem}-{i + 1}") for i in range(len(sheets)))
    for path, sheet in zip(paths, sheets, strict=True):
        landing.put(path, png(sheet, Scenery(None, picture)))
    return paths


def _page(said: Speaker, out: Path, seen: Seen, pictures: Sequence[Path], notes: Sequence[str]) -> None:
    """Write the page that shows the pictures, with what is to be said of them, and loads itself again when told."""
    now = _print(seen)
    title = seen.deck.title.say(said.lang) if seen.deck is not None else said.say("preview.faults", n=len(seen.faults))
    facts = {"lang": said.lang, "title": title, "print": now, "watched": quote(out.with_suffix(SAID).name),
             "body": "\n".join(_body(said, pictures, notes, seen, now))}  # fmt: skip
    page = (shelves.assets() / "preview.html").read_text(encoding="utf-8")
    for name, value in facts.items():
        page = page.replace(f"{{{name}}}", value if name == "body" else escape(value))
    landing.put(out.with_suffix(PAGE), page.encode())
    landing.put(out.with_suffix(SAID), f'seen("{now}");\n'.encode())


def _body(said: Speaker, pictures: Sequence[Path], notes: Sequence[str], seen: Seen, now: str) -> Iterator[str]:
    if notes:
        yield "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in notes) + "</ul>"
    for at, picture in enumerate(pictures if seen.deck is not None else (), 1):
        alt = said.say("preview.picture", n=at, of=len(pictures))
        yield f'<img src="{quote(picture.name)}?{now}" alt="{escape(alt)}">'


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
