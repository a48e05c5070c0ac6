"""The table's photographs of a table of paper: those there are, what they show, what may be placed of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.authoring.listing import Placing
from game.content.files import read_bytes
from game.core.errors import Refused
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import EnterPhase
from game.core.moves.move import Command
from game.core.session import Session
from game.desk.desk import Desk
from game.photo import picture
from game.photo.eye import LARGEST, seen
from game.places import spots
from game.places.looks import is_file, saved
from game.table.answers import Begun, Said, Shown
from game.view.answer.photos import FindPhotos, Found, Photos, ReadPhotos, Shot
from game.view.answer.ui import Ui
from game.wiring.paper import phase_of, placing
from game.wiring.seen import brought, called, lying, placings, unsure
from game.words.catalogue import Speaker, speaker
from game.words.names import naming
from game.words.refusals import refusal

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic")
MOST = 12
"""Photographs that are listed: those taken last."""


def answer(request: FindPhotos | ReadPhotos, desk: Desk, ui: Ui) -> Shown | Begun:
    """List photographs, or read some beside the loop: they are shown if their dialog is still open."""
    if isinstance(request, FindPhotos):
        found = tuple(_found(desk))
        return Shown(lambda now: replace(now, photos=replace(now.photos, found=found, choosing=True)))
    session, spoken, paths = desk.session, speaker(ui.lang), request.paths

    def work() -> Shown:
        photos = read(tuple(map(Path, paths)), session, spoken)
        return Shown(lambda now: replace(now, photos=photos) if now.dialog == "photos" else now)

    return Begun(Said(spoken.say("photos.reading"), "info"), work)


def _found(desk: Desk) -> Iterator[Found]:
    places = {desk.path.parent: "session"} | {spot.path: spot.kind for spot in spots.spots()}
    files = {file: kind for folder, kind in places.items() for file in _within(folder)}
    last = sorted(files, key=lambda file: (-saved(file), file.name))[:MOST]
    return (Found(str(file), file.name, files[file]) for file in last)


def _within(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [file for file in folder.iterdir() if file.suffix.lower() in ENDINGS and is_file(file)]
    return []


def read(paths: tuple[Path, ...], session: Session, spoken: Speaker) -> Photos:
    """Read photographs, together. Raises GameError for one that cannot be."""
    workshop = session.workshop
    photos = [seen(read_bytes(path, LARGEST), path.name) for path in paths]
    reading = brought(photos, workshop)
    name = lambda card: called(card, workshop, spoken)  # noqa: E731
    shots = tuple(
        Shot(str(path), path.name, picture.drawn(photo, rank, reading, name))
        for rank, (path, photo) in enumerate(zip(paths, photos, strict=True))
    )
    commands, refused = _allowed(placings(reading), session, spoken)
    told = (*unsure(reading, workshop, spoken), *refused)
    cards = sum(not isinstance(one, EnterPhase) for one in commands)
    return Photos((), shots, tuple(lying(reading, workshop, spoken)), told, tuple(commands), cards, choosing=False)


def _allowed(found: list[Placing], session: Session, spoken: Speaker) -> tuple[list[Command], list[str]]:
    """Give the commands that place cards, in their phases, and what the rules would refuse of them; try nothing."""
    commands: list[Command] = []
    refused: list[str] = []
    for levers in (False, True):
        mine = [placing(one) for one in found if one.lever is levers]
        phase = phase_of(session.workshop.agenda, "place_lever" if levers else "place_issue")
        entered = [EnterPhase(phase)] if mine and phase else []
        for command in (*entered, *mine):
            try:
                events = decide(session, command, Moment(at=f"{session.date}T00:00:00"))
            except Refused as why:
                named = called(command.card, session.workshop, spoken) if not isinstance(command, EnterPhase) else ""
                words = refusal(why, spoken, naming(session, spoken))
                refused.append(spoken.say("photo.refused", card=named, why=words))
            else:
                session = fold(session, events)
                commands.append(command)
    return commands, refused
