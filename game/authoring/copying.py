"""A deck begun from another: all its cards, an id of its own, a small town to play it in."""

from __future__ import annotations

from pathlib import Path

from game.authoring.ownsheet.new import Say, small_town
from game.authoring.scaffold import NAME, put, schemas, vacant
from game.authoring.sheet.patch import Edit, applied
from game.content.folder import DECK, read_folder
from game.content.near import slug
from game.content.problems import ContentError
from game.content.spans import spots
from game.core.text import Text
from game.places import folders, shelves


def copied(file: Path, folder: Path, lang: str, today: str, say: Say) -> Text:
    """Write a deck with the cards of another into a new or empty folder; give the title of the other.

    What the other extends is written out. Raises ContentError, SetupError folder_taken.
    """
    vacant(folder)
    found = read_folder(file, shelves.decks())
    if found.deck is None:
        raise ContentError(found.problems)
    folders.writable(folder)
    put(folder / DECK, _renamed(found.text.decode("utf-8-sig"), slug(folder.resolve().name) or NAME).encode())
    for name, picture in found.images:
        put(folder / name, picture.read_bytes())
    schemas(folder, lang)
    made = read_folder(folder / DECK, shelves.decks()).deck
    assert made is not None
    small_town(folder, made, lang, today, say)
    return found.deck.title


def _renamed(text: str, name: str) -> str:
    """Give a deck's text under another id."""
    said = spots(text).get("id")
    assert said is not None
    return applied(text, Edit(said.start, said.end, name))
