"""What the screen knows of the papers written of a session, and of the folders they may go to: names, never a path."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A paper that lies in the folder: its short name (game.export), its language, the gestures it knows, ISO time.

    `changed`: somebody wrote in it since.
    """

    what: str
    lang: str
    gestures: int
    at: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place papers may go to, under a key of its own. `kind`: session, documents, desktop, stick or last."""

    key: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Papers:
    """The chosen place, the papers that lie there, and the other places there are (asked for by FindFolders).

    `taken` are the names of the files last written for who takes them away.
    """

    place: Place = Place("session", "", "session")
    written: tuple[Written, ...] = ()
    places: tuple[Place, ...] = ()
    taken: tuple[str, ...] = ()

    def of(self, what: str, lang: str) -> Written | None:
        """Give the paper of a kind that knows most: in a language, else in any."""
        found = [one for one in self.written if one.what == what]
        own = [one for one in found if one.lang == lang] or found
        return max(own, key=lambda one: one.gestures, default=None)


@dataclass(frozen=True, slots=True)
class FindFolders:
    """List the places that papers may go to."""


@dataclass(frozen=True, slots=True)
class ChooseFolder:
    """Have papers go to a place, by its key."""

    key: str


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """Show the folder of the papers in the system's own window; with a name, that file of it."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class WriteAgain:
    """Write again the papers of a session that was just closed, wherever they lie."""


Asking = FindFolders | ChooseFolder | OpenFolder | WriteAgain
"""What is asked of the table for papers, beside intents.Export."""
