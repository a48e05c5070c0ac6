"""A new session of what is good in a damaged one: `clap session rescue`, and the button of home."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from game.content.problems import ContentError
from game.content.shelf import Sources, load_scenario, scenarios
from game.core.errors import GameError
from game.desk.desk import free
from game.desk.rescuing import Rescued, rescue
from game.places import folders, shelves
from game.words.calendar import moment
from game.words.catalogue import Speaker


def rescued(session: Path, to: Path | None, said: Speaker) -> tuple[Path, list[str]]:
    """Rescue a session; give the new file, and what to say of it. Raises JournalError as `rescue` does."""
    path = to if to is not None else free(session.parent, said.say("rescue.name", name=session.stem))
    return path, list(_told(rescue(session, path, shelf, *_known()), said))


def _known() -> Iterator[Path]:
    """Give the folder of sessions, where one that was moved left its copies."""
    with suppress(GameError):
        yield folders.sessions()


def shelf() -> Iterator[Sources]:
    """Give the scenarios of the shelf that can be read."""
    with suppress(GameError):
        for folder in scenarios(shelves.scenarios()):
            with suppress(ContentError):
                yield load_scenario(folder, shelves.decks())


def _told(done: Rescued, said: Speaker) -> Iterator[str]:
    yield said.say("rescue.kept", n=done.kept, at=moment(done.at, said.lang))
    if done.copied:
        yield said.say("rescue.copied")
    if done.lost:
        yield said.say("rescue.lost", n=done.lost)
    for name, fate in done.texts:
        key = f"refused.source.{name}"
        yield said.say(f"rescue.text_{fate}", source=said.say(key) if said.has(key) else name)
    if not done.noted:
        yield said.say("rescue.noted")
    if not done.proven:
        yield said.say("rescue.unproven")
