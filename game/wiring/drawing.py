"""The places of a scenario drawn at the table, before it is played."""

from __future__ import annotations

from dataclasses import replace

from game.authoring.drawing.desk import DrawingDesk
from game.content.shelf import load_scenario
from game.core.drawing.drawing import Drawing
from game.core.drawing.moves import COMMANDS
from game.core.drawing.shaping import MovePlaceTo
from game.core.errors import GameError, SetupError
from game.core.scenario import Scenario
from game.places import shelves
from game.places.looks import whole
from game.table.answers import Answer, Opened, Shown
from game.view.answer.drawn import Drawn
from game.view.answer.intents import Redo, Undo
from game.view.answer.shelf import DrawPlaces, LeaveDrawing
from game.view.answer.ui import Told, Ui, cleared, with_pair
from game.wiring.chosen import scenario_file
from game.words.catalogue import speaker


class Drawings:
    """Answers who draws: one drawing at a time."""

    def __init__(self) -> None:
        self._desk: DrawingDesk | None = None

    def answer(self, request: object, ui: Ui) -> Answer | None:
        """Answer a gesture of who draws, or the wish to begin and to leave. Raises GameError, said to the room."""
        match request:
            case DrawPlaces(scenario):
                return self._begin(scenario)
            case LeaveDrawing() if self._desk is not None:
                self._desk.close()
                self._desk = None
                return Opened(None, lambda ui: cleared(ui, "home"))
            case _ if self._desk is not None and isinstance(ui.drawing, Drawn):
                return _drawn(self._desk, request, ui)
        return None

    def _begin(self, named: str) -> Opened:
        folder = whole(scenario_file(named).parent)
        if folder.parent == whole(shelves.scenarios()):
            raise SetupError("drawing_ours", folder=str(folder))
        desk = DrawingDesk(folder)
        sources = load_scenario(folder, shelves.decks())
        x0, y0, x1, y1 = desk.frame
        deck, town = {one.id: one for one in sources.deck.families}, replace(sources.town, zones=())
        drawn = Drawn(desk.drawing, town, ((x0 + x1) / 2, (y0 + y1) / 2), sources.scenario.town,
                      tuple(deck[one] for one in _families(sources.scenario) if one in deck))  # fmt: skip
        self._desk = desk
        return Opened(None, lambda ui: replace(cleared(ui, "home"), drawing=_now(drawn, desk)))


def _families(scenario: Scenario) -> tuple[str, ...]:
    return tuple(one.id for one in scenario.families)


def _now(drawn: Drawn, desk: DrawingDesk) -> Drawn:
    why = dict(desk.notices())
    return replace(drawn, drawing=desk.drawing, why_no_undo=why.get("no_undo", ""), why_no_redo=why.get("no_redo", ""))


def _drawn(desk: DrawingDesk, request: object, ui: Ui) -> Shown | None:
    refused, told = _done(desk, request)
    if refused is not None:
        raise refused
    if not told:
        return None
    text = speaker(ui.lang).say(f"drawing.told.{told}")

    def shown(now: Ui) -> Ui:
        drawn = now.drawing
        assert isinstance(drawn, Drawn)
        if isinstance(request, MovePlaceTo):
            now = _forgot(now, "drawing:at:")  # the place now has them
        now = _beside(now, drawn.drawing, desk.drawing)
        return replace(now, drawing=_now(drawn, desk), told=Told(text, now.told.turn + 1))

    return Shown(shown)


def _beside(ui: Ui, before: Drawing, after: Drawing) -> Ui:
    """Give the view with the sheet of a place that was just added: what was written of it is now in the place."""
    new = next((one.id for one in after.places if one.id not in _ids(before)), "")
    if not new:
        return ui
    chosen = with_pair(with_pair(ui.tabs, "drawing:tool", "choose"), "drawing:place", new)
    return replace(_forgot(ui, "drawing:"), tabs=chosen)


def _forgot(ui: Ui, prefix: str) -> Ui:
    return replace(ui, texts=tuple(pair for pair in ui.texts if not pair[0].startswith(prefix)))


def _ids(drawing: Drawing) -> set[str]:
    return {one.id for one in drawing.places}


def _done(desk: DrawingDesk, request: object) -> tuple[GameError | None, str]:
    """Do a gesture; give why not, and what it is called."""
    if isinstance(request, Undo | Redo):
        back = isinstance(request, Undo)
        return desk.undo() if back else desk.redo(), "undone" if back else "redone"
    if isinstance(request, COMMANDS):
        return desk.do(request), type(request).__name__
    return None, ""
