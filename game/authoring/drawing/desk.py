"""The desk of who draws: a gesture is decided, written in the two files, then shown; all of it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from game.authoring.drawing import features, listed
from game.authoring.drawing.keeping import BOM, Keeping, Row, Splice, Splices, Texts, back, made
from game.authoring.drawing.reading import read
from game.authoring.sheet.patch import Edit
from game.core.drawing import shaping, wording
from game.core.drawing.drawing import Drawing
from game.core.drawing.moves import EVENTS, Command, Event
from game.core.errors import GameError, Refused, SetupError
from game.journal.codec import Codec

CODEC = Codec(EVENTS)
SCENARIO, MAP = 0, 1


class Gesture(NamedTuple):
    """What was done: its events, packed; what it did to the texts; the drawing after it."""

    events: str
    splices: Splices
    drawing: Drawing


class DrawingDesk:
    """A scenario's places under the hand. What `do`, `undo` and `redo` did is on disk when they return.

    Opening it takes up what a killed program left. Raises SetupError, ExportError when the files cannot be drawn on.
    """

    def __init__(self, folder: Path) -> None:
        self._keeping = Keeping(folder)
        rows = self._keeping.rows
        first = made(self._keeping.texts, [one for row in reversed(rows) for one in back(row.splices)])
        self.first = _drawable(first)
        self.frame = read(*self._keeping.texts).frame if rows else self.first.frame
        """The box around all that the files draw as they are opened, in degrees."""
        self._done: list[Gesture] = []
        self._undone: list[Gesture] = []
        for row in rows:
            self._again(row.kind, row.events, row.splices)

    def _again(self, kind: str, events: str, splices: Splices) -> None:
        if kind == "undo":
            self._undone.append(self._done.pop())
        elif kind == "redo":
            self._done.append(self._undone.pop())
        else:
            self._did(events, splices, fold(self.drawing, CODEC.load(events)))

    def _did(self, events: str, splices: Splices, drawing: Drawing) -> None:
        self._done.append(Gesture(events, splices, drawing))
        self._undone.clear()

    @property
    def drawing(self) -> Drawing:
        """Give the town as it is drawn now."""
        return self._done[-1].drawing if self._done else self.first

    @property
    def files(self) -> tuple[Path, Path]:
        """Give the scenario's file and the map's."""
        return self._keeping.files

    @property
    def rows(self) -> tuple[Row, ...]:
        """Give every gesture on record, those that were taken back too."""
        return tuple(self._keeping.rows)

    def do(self, command: Command) -> GameError | None:
        """Do a gesture, or say why not; one that changes nothing leaves no row."""
        try:
            events = command.decide(self.drawing)
            if events:
                self._write(events)
        except GameError as error:
            return error
        return None

    def _write(self, events: tuple[Event, ...]) -> None:
        packed, splices, drawing = CODEC.dump(events), spliced(self._keeping.texts, self.drawing, events), self.drawing
        self._keeping.write("do", packed, splices)
        self._did(packed, splices, fold(drawing, events))

    def undo(self) -> GameError | None:
        """Take back the last gesture, or say why not."""
        if not self._done:
            return Refused("nothing_to_undo")
        return self._marked("undo", back(self._done[-1].splices))

    def redo(self) -> GameError | None:
        """Give it again, or say why not."""
        if not self._undone:
            return Refused("nothing_to_redo")
        return self._marked("redo", self._undone[-1].splices)

    def _marked(self, kind: str, splices: Splices) -> GameError | None:
        try:
            self._keeping.write(kind, "", splices)
        except GameError as error:
            return error
        self._again(kind, "", splices)
        return None

    def notices(self) -> tuple[tuple[str, str], ...]:
        """Give ("no_undo", why) and ("no_redo", why) where nothing can be taken back or given again."""
        asked = (("no_undo", "nothing_to_undo", self._done), ("no_redo", "nothing_to_redo", self._undone))
        return tuple((kind, why) for kind, why, held in asked if not held)

    def close(self) -> None:
        """Leave the files as they are drawn: what was done can no longer be taken back."""
        self._keeping.close()


def _drawable(texts: Texts) -> Drawing:
    """Read a drawing whose every place can be found again in both texts. Raises SetupError as `read`."""
    drawing = read(*texts)
    try:
        for place in drawing.places:
            features.feature(texts.map, place.id)
    except (KeyError, ValueError, IndexError) as error:
        raise SetupError("drawing_map") from error
    if not drawing.places:
        raise SetupError("drawing_empty")
    return drawing


def fold(drawing: Drawing, events: tuple[object, ...]) -> Drawing:
    """Apply events in order."""
    for event in events:
        drawing = event.apply(drawing)  # type: ignore[attr-defined]
    return drawing


def spliced(texts: Texts, drawing: Drawing, events: tuple[Event, ...]) -> Splices:
    """Give what events change in the texts of a drawing."""
    found: list[Splice] = []
    for event in events:
        for text, edit in _edits(Texts(*texts), drawing, event):
            one = Splice(text, edit.start, texts[text][edit.start : edit.end], edit.text)
            texts = one.made(texts)
            found.append(one)
        drawing = event.apply(drawing)
    return tuple(one for one in found if one.old != one.new)


def _edits(texts: Texts, drawing: Drawing, event: Event) -> Iterator[tuple[int, Edit]]:
    """Give the edits of an event, each for the text the one before it left."""
    mark = BOM if texts.scenario.startswith(BOM) else ""
    for edit in _listed(texts.scenario.removeprefix(mark), drawing, event):
        yield SCENARIO, Edit(edit.start + len(mark), edit.end + len(mark), edit.text)
    for edit in _mapped(features.of(texts.map), drawing, event):
        yield MAP, edit


def _listed(text: str, drawing: Drawing, event: Event) -> Iterator[Edit]:
    match event:
        case shaping.PlaceAdded(place):
            yield listed.added(text, place, drawing.langs)
        case wording.PlaceRemoved(place_id):
            yield listed.removed(text, place_id)
        case wording.PlaceNamed(place_id):
            yield listed.named(text, event.apply(drawing).place(place_id), drawing.langs)
        case wording.FamiliesSet(place_id, families):
            yield listed.served(text, place_id, families)


def _mapped(text: features.Map, drawing: Drawing, event: Event) -> Iterator[Edit]:
    match event:
        case shaping.PlaceAdded(place):
            yield text.added(place, drawing.places[-1].id, drawing.langs)
        case shaping.PlaceMoved(place_id, pieces) | shaping.PlaceReshaped(place_id, pieces):
            yield text.outlined(place_id, pieces)
        case wording.PlaceRemoved(place_id):
            yield text.removed(place_id)
        case wording.PlaceNamed(place_id):
            yield from text.named(event.apply(drawing).place(place_id), drawing.langs)
        case wording.SureSet(place_id, sure):
            yield from text.sure(place_id, sure=sure)
