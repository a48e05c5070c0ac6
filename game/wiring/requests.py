"""What the view cannot do itself: sessions begun and opened again, exports, another folder, the demo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from game.content.problems import Problem
from game.content.shelf import Sources, load_scenario
from game.core.errors import GameError, JournalError, SetupError
from game.core.session import Session
from game.desk.desk import Desk, free
from game.desk.opening import new_session, open_session, summary
from game.places import folders, shelves
from game.table.answers import Answer, Begun, Opened, Painting, Played, Said, Shown
from game.view.answer import intents
from game.view.answer.photos import FindPhotos, ReadPhotos
from game.view.answer.shelf import DrawPlaces, LeaveDrawing, Shelf, Tidy
from game.view.answer.survey import Survey
from game.view.answer.ui import Ui, cleared
from game.wiring.exporting import Exports
from game.wiring.failures import unexpected
from game.wiring.home import Home
from game.wiring.seating import seated
from game.words.catalogue import Speaker, speaker

Found = TypeVar("Found")


class Requests:
    """Answers the table's requests. `picture` paints table.png of a session, `demo` what plays the recorded workshop.

    `brought` are scenarios' folders that home puts before the others.
    """

    def __init__(
        self, picture: Callable[[Session, str], Painting], demo: Callable[[str], Answer], brought: tuple[Path, ...] = ()
    ) -> None:
        self._exports, self._demo, self._home = Exports(picture), demo, Home(brought)
        self._drawing: Callable[[object, Ui], Answer | None] | None = None

    def shelf(self) -> Shelf:
        """List what may be played and what was."""
        return self._home.shelf()

    def _taken(
        self, request: intents.OpenSession | intents.RescueSession | intents.ReviewSession, spoken: Speaker
    ) -> Opened:
        """Open a session file, what is good of it, or its review; home then says what is wrong of one it cannot."""
        path = Path(request.path)
        if isinstance(request, intents.RescueSession):
            from game.wiring.rescuing import rescued

            new, sentences = rescued(path, None, spoken)
            return replace(opened(new, spoken), said=Said(" ".join(sentences), "info"))
        try:
            return _reviewed(path, spoken) if isinstance(request, intents.ReviewSession) else opened(path, spoken)
        except JournalError as error:
            self._home.note(path, error)
            raise

    def answer(self, request: object, desk: Desk | None, ui: Ui) -> Answer | None:
        """Answer a request of view/intents.py. Raises GameError, said to the room.

        A fault of ours is told too, its detail in a file: an export that fails must not close the table.
        """
        answer = _told(lambda: self._answered(request, desk, ui))
        if not isinstance(answer, Begun):
            return answer
        work = answer.work
        return replace(answer, work=lambda: _told(work))

    def _answered(self, request: object, desk: Desk | None, ui: Ui) -> Answer | None:
        spoken = speaker(ui.lang)
        match request:
            case intents.NewSession():
                return self._new(request, spoken)
            case intents.OpenSession() | intents.RescueSession() | intents.ReviewSession():
                return self._taken(request, spoken)
            case Tidy() if desk is None:
                return self._home.tidied(request, spoken)
            case intents.LeaveSession():
                return Opened(None, lambda ui: cleared(ui, "home"))
            case intents.PlayDemo() | intents.TellSession():
                return _retold(Path(request.path)) if isinstance(request, intents.TellSession) else self._demo(ui.lang)
            case intents.TryFolder() | intents.NextGroup() if desk is not None:
                return _elsewhere(desk, spoken) if isinstance(request, intents.TryFolder) else _next(desk, spoken)
            case intents.FindData() | intents.ReadData() | FindPhotos() | ReadPhotos() if desk is not None:
                return _read(request, desk, ui)
        return self._drawn(request, ui) if desk is None else self._exports.answer(request, desk, spoken)

    def left(self, ui: Ui) -> None:
        """Leave a drawing that is open as the table is left."""
        if self._drawing is not None:
            self._drawing(LeaveDrawing(), ui)

    def _drawn(self, request: object, ui: Ui) -> Answer | None:
        """Answer who draws the places of a town; what that takes is read when it is first asked for."""
        if self._drawing is None and isinstance(request, DrawPlaces):
            from game.wiring.drawing import Drawings

            self._drawing = Drawings().answer
        return self._drawing(request, ui) if self._drawing is not None else None

    def _new(self, wanted: intents.NewSession, spoken: Speaker) -> Opened:
        from game.wiring.rehearsing import rehearsed

        sources, agenda = _sources(wanted.scenario), wanted.agenda
        folder = folders.sessions()
        stem = f"{sources.scenario.code}-{sources.scenario.town.say('fr')}"
        ready, chosen = rehearsed(sources, agenda), sources.scenario.agenda(agenda)
        if chosen is not None and chosen.tryout:
            from game.wiring.welcoming import tried

            begun = tried(free(folder, stem), ready, agenda)
            asks = "survey" in begun.session.stage.panels  # they come before what tells their answers
            dialog = "opening" if sources.scenario.induction.opening and not asks else ""
            said = Said(spoken.say("tryout.opened"), "info")
            return Opened(begun, lambda ui: replace(cleared(ui, "play"), dialog=dialog), said)
        desk = new_session(free(folder, stem), ready, agenda, minutes=wanted.minutes)
        return Opened(desk, lambda ui: cleared(ui, "seats"), _law(spoken))


def _retold(path: Path) -> Played:
    """Open a session that is told again; what that takes is read when it is first asked for."""
    from game.wiring.retelling import Retold, opened

    return Retold(opened(path)).opened()


def _next(desk: Desk, spoken: Speaker) -> Opened:
    """Begin the session of the next group, in a file of its own: same deck, town, agenda and minutes, nobody seated."""
    from game.desk.review import begun_with
    from game.wiring.rehearsing import rehearsed

    session = desk.session
    agenda = session.workshop.agenda
    ready = rehearsed(begun_with(session, desk.sources), agenda.id)
    path, minutes = free(desk.path.parent, desk.path.stem), sum(phase.minutes for phase in agenda.phases)
    told = Said(spoken.say("menu.next.kept", name=desk.path.stem), "info")
    if agenda.tryout:
        from game.wiring.welcoming import tried

        begun = tried(path, ready, agenda.id)
        return Opened(begun, lambda ui: cleared(ui, "play"), told)
    own = ready.workshop(agenda.id).agenda.minutes
    new = new_session(path, ready, agenda.id, minutes=0 if minutes == own else minutes)
    return Opened(new, lambda ui: cleared(ui, "seats"), told)


def _told(work: Callable[[], Found]) -> Found:
    try:
        return work()
    except GameError as error:
        known = unexpected(error, "request_failed")
        if known is error:
            raise
        raise known from error
    except Exception as error:  # whatever it is, the room plays on
        raise unexpected(error, "request_failed") from error


def _read(request: intents.FindData | intents.ReadData | FindPhotos | ReadPhotos, desk: Desk, ui: Ui) -> Shown | Begun:
    """Answer what asks for files people bring; what that takes is read when it is first asked for."""
    if not isinstance(request, FindPhotos | ReadPhotos):
        return _measured(request, desk, ui)
    from game.wiring import photographs

    return photographs.answer(request, desk, ui)


def _measured(request: intents.FindData | intents.ReadData, desk: Desk, ui: Ui) -> Shown | Begun:
    """Answer what asks for open contract data.

    A file may hold a country: it is read beside the loop. What was found is shown if its dialog is still the one open.
    """
    from game.wiring import opendata

    if isinstance(request, intents.FindData):
        listed = opendata.files()
        return Shown(lambda now: replace(now, survey=listed))
    scenario, read = desk.session.workshop.scenario, request

    def shown(now: Ui, found: Survey) -> Ui:
        return replace(now, survey=found) if (now.dialog, now.about) == (ui.dialog, ui.about) else now

    def work() -> Shown:
        found = opendata.survey(read.path, read.family, read.siren, scenario)
        return Shown(lambda now: shown(now, found))

    return Begun(Said(speaker(ui.lang).say("opendata.reading"), "info"), work)


def _sources(scenario: str) -> Sources:
    return load_scenario(shelves.scenario(scenario).parent, shelves.decks())


def _law(spoken: Speaker) -> Said:
    """Say once, as a session opens, what the cards are not."""
    return Said(spoken.say("board.footer"), "info")


def _reviewed(last: Path, spoken: Speaker) -> Opened:
    """Open a new session that takes over what a closed one decided."""
    from game.wiring.reviewing import following

    desk = following(last)
    return Opened(desk, lambda ui: cleared(ui, "seats"), _law(spoken))


def opened(path: Path, spoken: Speaker) -> Opened:
    """Open a session file again; one that another program plays is opened to be read."""
    ahead = summary(path).ahead
    try:
        desk = open_session(path)
    except JournalError as error:
        if error.code not in ("locked", "not_writable"):
            raise
        desk = open_session(path, read_only=True)
    said = [_replaced(odd, spoken)] if (odd := desk.replaced()) else []
    said += [spoken.say("session.ahead", n=ahead)] if ahead else []
    return Opened(desk, lambda ui: seated(ui, desk), Said(" ".join(said), "info") if said else None)


def _replaced(odd: tuple[Problem, ...], spoken: Speaker) -> str:
    """Say which signs of the session's own texts are replaced."""
    signs = dict.fromkeys(str(dict(one.facts)["sign"]) for one in odd)
    return spoken.say("session.replaced", n=len(odd), signs=", ".join(list(signs)[:3]))


def _elsewhere(desk: Desk, spoken: Speaker) -> Said:
    """Take a session to the first other folder that can be written."""
    import tempfile

    refused: GameError = SetupError("folder_unwritable", folder=str(desk.path.parent), reason="")
    for place in (folders.sessions, Path.home, lambda: Path(tempfile.gettempdir())):
        try:
            folder = place()
            if folder == desk.path.parent:
                continue
            path = desk.move_to(folder)
        except (JournalError, SetupError) as error:
            refused = error
        except (OSError, RuntimeError):  # no folder for what is temporary, or no home
            continue
        else:
            return Said(spoken.say("disk.moved", folder=path.parent.name))
    raise refused
