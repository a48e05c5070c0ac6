"""Papers of the session on the table: where they go, what lies there, and writing them again at the end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from game.core.session import Session
from game.desk.desk import Desk
from game.desk.tracing import traces
from game.places import spots
from game.places.papers import Papers, Stamp
from game.table.answers import Answer, Begun, Painting, Said, Shown
from game.view.answer import papers
from game.view.answer.intents import Export
from game.view.answer.ui import Ui
from game.words.catalogue import Speaker

PAGES = ("pages", "effect")
"""What is written for who takes it away, not for the town hall: never written again of itself."""
SESSION = papers.Place("session", "", "session")
Write = Callable[[Callable[[], bytes]], object]
"""Writes files, given what paints the table."""


class Exports:
    """Writes papers beside the session, or in the place chosen since it was opened."""

    def __init__(self, picture: Callable[[Session, str], Painting]) -> None:
        self._picture = picture
        self._chosen: tuple[Path, papers.Place, Path] | None = None
        """Of which session a place was chosen, which one, and its folder."""
        self._places: dict[str, tuple[papers.Place, Path]] = {}

    def answer(self, request: object, desk: Desk, spoken: Speaker) -> Answer | None:
        """Answer what asks for papers; None for what does not. Raises GameError."""
        match request:
            case Export(what) if what in PAGES:
                return self._pages(desk, request, spoken)
            case Export(what):
                return self._export(desk, what, spoken)
            case papers.FindFolders():
                listed = self._found(desk)
                return Shown(lambda ui: replace(ui, papers=replace(ui.papers, places=listed)))
            case papers.ChooseFolder(key):
                return self._choose(desk, key)
            case papers.OpenFolder(name):
                spots.show(_nearest(self._folder(desk) / Path(name).name))
            case papers.WriteAgain():
                return self._again(desk, spoken)
        return None

    def _place(self, desk: Desk) -> papers.Place:
        mine = self._chosen is not None and self._chosen[0] == desk.path
        return self._chosen[1] if self._chosen is not None and mine else replace(SESSION, name=desk.path.stem)

    def _folder(self, desk: Desk) -> Path:
        mine = self._chosen is not None and self._chosen[0] == desk.path
        return self._chosen[2] if self._chosen is not None and mine else beside(desk)

    def _found(self, desk: Desk) -> tuple[papers.Place, ...]:
        found = [(papers.Place(f"{spot.kind}:{at}", spot.name, spot.kind), spot.path)
                 for at, spot in enumerate(spots.spots())]  # fmt: skip
        self._places = {place.key: (place, path) for place, path in found}
        return (replace(SESSION, name=desk.path.stem), *(place for place, _ in found))

    def _choose(self, desk: Desk, key: str) -> Shown:
        self._chosen = None
        if key in self._places:
            place, path = self._places[key]
            self._chosen = (desk.path, place, path / desk.path.stem)
            spots.remember(path)
        shown = partial(lying, self._place(desk), self._folder(desk))
        return Shown(lambda ui: replace(ui, papers=replace(shown(), places=ui.papers.places)))

    def _export(self, desk: Desk, what: str, spoken: Speaker) -> Begun:
        """Write files: the loop paints the picture, a bit a turn, as only it may; the rest is done beside it."""
        from game.core.report import report
        from game.export import PICTURED, export_all, export_one

        session, lang, place = desk.session, spoken.lang, self._place(desk)
        left = report(session, traces(desk.log()))
        room = Papers(self._folder(desk), stamp(desk))

        def write(picture: Callable[[], bytes]) -> None:
            if what:
                export_one(what, left, lang, room, picture)
            else:
                export_all(left, lang, room, picture)

        painting = self._picture(session, lang) if not what or what in PICTURED else None
        return writing(painting, write, spoken, lambda: _done(room, place, spoken))

    def _pages(self, desk: Desk, asked: Export, spoken: Speaker) -> Begun:
        """Write what a new member of a family leaves with, or one of each, or what changed, beside the loop."""
        from game.export import effect
        from game.places import landing
        from game.wiring import takeaway

        folder, session, place = landing.folder(self._folder(desk)), desk.session, self._place(desk)
        names: list[str] = []

        def write(_: Callable[[], bytes]) -> None:
            if asked.what == "effect":
                found = effect.export((session,), spoken.lang, folder)
            else:
                found = takeaway.pages(session, spoken.lang, folder, asked.family, desk.path.parent)
            names.extend(path.name for path in found)

        def told() -> Shown:
            return Shown(partial(_taken, place, tuple(names)), Said(spoken.say("export.done", folder=place.name)))

        return writing(None, write, spoken, told)

    def _again(self, desk: Desk, spoken: Speaker) -> Begun | None:
        """Write again what of this session lies here or there: beside a file that was changed, else in its place."""
        from game.core.report import report
        from game.export import Means, export_some

        rooms = [Papers(folder, stamp(desk)) for folder in self._rooms(desk)]
        due = [(room, lang, whats) for room in rooms for lang, whats in _due(room, desk).items()]
        if not due:
            return None
        left, session, place = report(desk.session, traces(desk.log())), desk.session, self._place(desk)

        def write(picture: Callable[[], bytes]) -> None:
            for room, lang, whats in due:
                export_some(whats, left, lang, room, Means(picture))

        def told() -> Shown:
            names = [name for room in rooms for name in room.beside]
            said = [spoken.say("export.again", n=sum(len(whats) for _, _, whats in due)), *_beside(names, spoken)]
            return Shown(_seen(place, self._folder(desk)), Said(" ".join(said)))

        return writing(self._picture(session, due[0][1]), write, spoken, told)

    def _rooms(self, desk: Desk) -> list[Path]:
        """Give the folders where papers of a session may lie."""
        return list(dict.fromkeys((beside(desk), *(path / desk.path.stem for path in spots.remembered()))))


def beside(desk: Desk) -> Path:
    """Give the folder of a session's papers: it bears its name, beside it."""
    return desk.path.with_suffix("").absolute()


def stamp(desk: Desk) -> Stamp:
    """Give what is told of papers written now."""
    return Stamp(desk.session.mark or desk.path.name, gestures=desk.gestures, at=desk.wall())


def _due(room: Papers, desk: Desk) -> dict[str, set[str]]:
    """Give what of a session's papers in a folder does not know its last gestures, by language."""
    mine, last, due = stamp(desk), dict[tuple[str, str], int](), dict[str, set[str]]()
    for found in room.found():
        if found.stamp.session == mine.session:
            key = found.stamp.lang, found.what
            last[key] = max(last.get(key, 0), found.stamp.gestures)
    for (lang, what), gestures in last.items():
        if gestures < mine.gestures:
            due.setdefault(lang, set()).add(what)
    return due


def lying(place: papers.Place, folder: Path) -> papers.Papers:
    """Give what the screen knows of a folder of papers."""
    written = tuple(
        papers.Written(one.what, one.stamp.lang, one.stamp.gestures, one.stamp.at, one.changed)
        for one in Papers(folder).found()
    )
    return papers.Papers(place, written)


def seen(desk: Desk) -> papers.Papers:
    """Give what the screen knows of a session's papers as it is opened."""
    return lying(replace(SESSION, name=desk.path.stem), beside(desk))


def _seen(place: papers.Place, folder: Path) -> Callable[[Ui], Ui]:
    found = lying(place, folder)
    return lambda ui: replace(ui, papers=replace(found, places=ui.papers.places))


def _taken(place: papers.Place, names: tuple[str, ...], ui: Ui) -> Ui:
    """Lead to what was written, unless another thing is asked or written meanwhile."""
    known = replace(ui, papers=replace(ui.papers, place=place, taken=names))
    busy = ui.dialog or ui.menu or ui.spotlight or ui.choice is not None or ui.editing is not None
    return known if busy else replace(known, dialog="taken", about="")


def _done(room: Papers, place: papers.Place, spoken: Speaker) -> Shown:
    said = [spoken.say("export.done", folder=place.name), *_beside(room.beside, spoken)]
    said += [spoken.say("export.aside", n=len(room.aside), folder=spoken.say("export.former"))] if room.aside else []
    return Shown(_seen(place, room.folder), Said(" ".join(said)))


def _beside(names: Collection[str], spoken: Speaker) -> list[str]:
    return [spoken.say("export.beside", n=len(names), names=", ".join(names))] if names else []


def _nearest(path: Path) -> Path:
    """Give a file or a folder, or the first folder above it that is there."""
    return next((one for one in (path, *path.parents) if one.exists()), path)


def writing(painting: Painting | None, write: Write, spoken: Speaker, told: Callable[[], Answer]) -> Begun:
    """Write files beside the loop, once it has painted the picture that `write` is given; `told` says so then."""
    painted: list[Callable[[], bytes]] = []

    def paint(painting: Painting) -> Iterator[None]:
        try:
            painted.append((yield from painting))
        except Exception as error:  # whatever it is, the other files are wanted: it fails as one of them
            painted.append(partial(_raise, error))

    def work() -> Answer:
        write(painted[0] if painted else bytes)
        return told()

    before = paint(painting) if painting is not None else iter(())
    return Begun(Said(spoken.say("export.writing"), "info"), work, kept=True, before=before)


def _raise(error: Exception) -> bytes:
    raise error
