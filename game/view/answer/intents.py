"""What pressing a node may mean besides a gesture of play: changes of the view, and requests to the desk."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.answer.gesture import Gesture
from game.view.answer.papers import Asking
from game.view.answer.photos import Asking as Photographing
from game.view.tree.box import Box


@dataclass(frozen=True, slots=True)
class OpenScreen:
    """Show another screen: home, seats, play."""

    screen: str


@dataclass(frozen=True, slots=True)
class OpenDialog:
    """Lay a dialog over the screen; `about` is what it is about (a card, a family)."""

    dialog: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class CloseTop:
    """Close the topmost layer: choice, spotlight, dialog, menu."""


@dataclass(frozen=True, slots=True)
class TellSession:
    """Ask to see a session again, gesture by gesture."""

    path: str


@dataclass(frozen=True, slots=True)
class ToggleMenu:
    """Open or close the menu."""


@dataclass(frozen=True, slots=True)
class SelectTab:
    """Show a tab of a strip."""

    strip: str
    tab: str


@dataclass(frozen=True, slots=True)
class Spotlight:
    """Bring one card to the whole room; empty sends it back."""

    card: str


@dataclass(frozen=True, slots=True)
class SetText:
    """Put a text in a field of the view (a dialog's own, not yet a gesture)."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class ForgetText:
    """Forget what was typed in a field of the view: it shows its own value again."""

    key: str


@dataclass(frozen=True, slots=True)
class ScrollBy:
    """Scroll a list by pixels."""

    key: str
    by: int


@dataclass(frozen=True, slots=True)
class Camera:
    """What the map shows: its centre as shares of the plan's width and height, and the zoom (1 = as it starts)."""

    x: float = 0.5
    y: float = 0.5
    zoom: float = 1.0


@dataclass(frozen=True, slots=True)
class MoveCamera:
    """Look at another part of the map."""

    camera: Camera


@dataclass(frozen=True, slots=True)
class Pan:
    """What a press on the map holds: dragging pans, the wheel zooms.

    `box`: the whole town at zoom 1; `most`: the closest; `seen`: what the map shows; `taps`: what a press alone does.
    """

    box: Box
    seen: Camera = Camera()
    taps: object = None
    most: float = 6.0


@dataclass(frozen=True, slots=True)
class EditField:
    """What pressing a field does: type in it. On leaving, `commit` with `slot` set to the text is done.

    `live` fields (searches) change the view at each key. `rows` are the lines shown: (start in the text, top y). When
    edited, `carets` are the places of each character: (start, top y, x of each caret), and `picked` (anchor, caret).
    """

    key: str
    text: str
    limit: int = 0
    lines: bool = False
    live: bool = False
    commit: Gesture | None = None
    slot: str = "text"
    carets: tuple[tuple[int, int, tuple[int, ...]], ...] = ()
    rows: tuple[tuple[int, int], ...] = ((0, 0),)
    picked: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Do several things in order."""

    things: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A question the table asks because a drop could mean several things: sentence key, facts, answers."""

    ask: str
    facts: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last recorded gesture."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Give it again."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the table."""


@dataclass(frozen=True, slots=True)
class Fullscreen:
    """Fill the screen, or not."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """Open a new session of a scenario and an agenda, stretched to so many minutes; 0: its own."""

    scenario: str
    agenda: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class NextGroup:
    """Ask for a new session of what is played now, for those who come next; the one that is played is kept."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Open a session file."""

    path: str


@dataclass(frozen=True, slots=True)
class ReviewSession:
    """Open a new session that reviews a closed one."""

    path: str


@dataclass(frozen=True, slots=True)
class RescueSession:
    """Make a new session of what is good in a damaged file."""

    path: str


@dataclass(frozen=True, slots=True)
class LeaveSession:
    """Close the session file and go home."""


@dataclass(frozen=True, slots=True)
class PlayDemo:
    """Play the recorded workshop."""


@dataclass(frozen=True, slots=True)
class Export:
    """Write the files of a format ("" for all) to the export folder; `pages` are those of a family, or of each."""

    what: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class FindData:
    """List the files of open contract data there are; forget the one that was read."""


@dataclass(frozen=True, slots=True)
class ReadData:
    """Measure a family in a file of contract data, for one buyer (its SIREN; empty: the only one)."""

    path: str
    family: str
    siren: str = ""


@dataclass(frozen=True, slots=True)
class TryFolder:
    """The disk is full: save to another folder."""


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Record a text being typed."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Commit:
    """Do a command that came out of a field; once accepted, the field forgets its text."""

    key: str
    command: Gesture


@dataclass(frozen=True, slots=True)
class Strike:
    """A key of the keyboard on the screen: it types a text, does what a key of that name does, or turns to a `page`."""

    text: str = ""
    key: str = ""
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Tell:
    """Say a sentence of the catalogue to the room."""

    key: str
    facts: tuple[tuple[str, object], ...] = ()
    tone: str = "refused"


@dataclass(frozen=True, slots=True)
class CopyText:
    """Put a text in the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class AskPaste:
    """Ask for the clipboard's text; it comes back as the input `Typed`."""


Request = (
    Undo | Redo | Quit | Fullscreen | NewSession | OpenSession | ReviewSession | RescueSession | LeaveSession
    | PlayDemo | Export | Asking | FindData | ReadData | TryFolder | KeepDraft | Commit | Tell | CopyText | AskPaste
    | Strike | TellSession | NextGroup | Photographing
)  # fmt: skip
