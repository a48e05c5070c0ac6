"""Where papers go: beside the session, the documents, the desktop, a stick, a folder used before. Names, no path."""

from __future__ import annotations

from game.core.session import Session
from game.view.answer.intents import CloseTop, Several
from game.view.answer.papers import ChooseFolder, FindFolders, Place
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, Way, asking
from game.view.parts.options import Option, option
from game.view.parts.pieces import label
from game.view.tree.layout import Piece
from game.view.tree.node import Node
from game.view.tree.sight import Sight

ICONS = {"session": "clapperboard", "documents": "folder", "desktop": "monitor", "stick": "usb", "last": "history"}


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog: one press has the papers go there."""
    places = ui.papers.places or (ui.papers.place,)
    pieces: tuple[Piece | None, ...] = (
        label(s, "folders:why", s.say("export.folder.why")),
        *(_place(s, one) for one in places),
        None if any(one.kind == "stick" for one in places) else label(s, "folders:stick", s.say("export.folder.none")),
    )
    ways: tuple[Way, ...] = (
        ("again", s.say("export.folder.again"), FindFolders(), "plain", True),
        ("back", s.say("council.cancel"), CloseTop(), "plain", True),
    )
    return asking(s, ui, Asking("folders", s.say("export.folder.change"), (1100, 900)), pieces, ways)


def _place(s: Sight, place: Place) -> Piece:
    kind = s.say(f"export.place.{place.kind}")
    does = Several((ChooseFolder(place.key), CloseTop()))
    return option(s, Option(f"folders:{place.key}", place.name or kind, kind, does, icon=ICONS[place.kind]))
