"""Opening the table on a session or at home, with what home can ask for."""

from __future__ import annotations

from pathlib import Path

from game.core.errors import SetupError
from game.places.looks import closed, is_file, is_folder
from game.table.answers import Opened, Played
from game.view.answer.shelf import DrawPlaces
from game.wiring.assembly import painting, show
from game.wiring.requests import Requests, opened
from game.wiring.settings import remembered
from game.words.catalogue import speaker


def play(session: Path | None, lang: str | None, *, fullscreen: bool = False, apart: bool = False) -> None:
    """Open the table until it is left: on a session, at home, or at home with a deck's folder or pack put first.

    `apart`: the room has a window of its own.
    Raises GameError when what is named cannot be opened.
    """
    brought = brought_in(session) if session is not None else ()
    first = opened(session, speaker(remembered(lang).lang)) if session is not None and not brought else None
    show(first, requests(brought), lang, fullscreen=fullscreen, apart=apart)


def tell(session: Path, lang: str | None) -> None:
    """Open the table on a session told again, until it is left. Raises GameError when it cannot be."""
    from game.wiring.retelling import Retold
    from game.wiring.retelling import opened as told

    show(Retold(told(session)).opened(), requests(), lang)


def draw(scenario: str, lang: str | None) -> None:
    """Open the table on the places of a scenario, by its folder, until it is left. GameError if it cannot be."""
    answering = requests()
    first = answering.answer(DrawPlaces(scenario), None, remembered(lang))
    assert isinstance(first, Opened)
    show(first, answering, lang)


def requests(brought: tuple[Path, ...] = ()) -> Requests:
    """Give who answers home's requests; `brought` are scenarios put first."""
    return Requests(painting, _demo, brought)


def brought_in(path: Path) -> tuple[Path, ...]:
    """Give the folder of the scenario that a deck's folder or pack carries; nothing for a session file.

    Raises SetupError no_scenario_here; ContentError for a pack that is not safe to open.
    """
    if not is_folder(path) and path.suffix.lower() != ".zip":
        return ()
    from game.wiring.chosen import scenario_file

    found = scenario_file(str(path))
    if not (is_file(found) or closed(found)):
        raise SetupError("no_scenario_here", folder=str(path))
    return (found.parent,)


def _demo(lang: str) -> Played:
    from game.wiring.narrated import answer  # at the press of its button, not on the way to the first frame

    return answer(lang)
