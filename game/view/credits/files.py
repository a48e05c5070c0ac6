"""The files to take away: what each is for, when it was written and what it does not know; the folder they go to."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.answer.intents import Export, OpenDialog, Several
from game.view.answer.papers import FindFolders, OpenFolder, Place
from game.view.answer.ui import Ui
from game.view.parts.lists import kept
from game.view.parts.pieces import icon, label, plate, press, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, column, grow, node, over, pad, row, sized
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

FILES = (
    ("docx", "file-text"), ("pdf", "printer"), ("sheets", "files"), ("cao", "scale"), ("xlsx", "sheet"),
    ("ics", "calendar-days"), ("csv", "table"), ("json", "braces"), ("png", "image"),
)  # fmt: skip
"""Formats of `Export`, and their icons."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A paper that lies in the folder: the hour it was written, the gestures since, whether somebody changed it."""

    hour: str
    since: int
    changed: bool


Papers = tuple[tuple[str, Lying], ...]


def lying(ui: Ui, lang: str) -> Papers:
    """Give the papers that lie in the folder, by short name, as the session stands now."""
    now = int(ui.notice("gestures") or 0)
    found = ((what, ui.papers.of(what, lang)) for what, _ in FILES)
    return tuple(
        (what, Lying(one.at[11:16], max(0, now - one.gestures), one.changed)) for what, one in found if one is not None
    )


def folder(s: Sight, place: Place) -> tuple[Piece, ...]:
    """Say where the files go, with the ways to another folder and into this one; its name alone, no path."""
    said = s.say("export.folder", name=place.name) if place.name else s.say("export.place.session")
    change = Button("export:folder", s.say("export.folder.other"), Several((FindFolders(), OpenDialog("folders"))))
    show = Button("export:show", s.say("export.folder.show"), OpenFolder())
    both = abreast([(press(s, one, 56), 1) for one in (change, show)], 0, (s.px(12), s.px(8)))
    return (
        label(s, "out:head", s.say("council.export.title"), Style(theme.LABEL, bold=True), "heading"),
        label(s, "out:folder", said),
        node("group", "out:folders", "", both),
    )


def pieces(s: Sight, papers: Papers) -> tuple[Piece, ...]:
    """Give the button that writes every file, and one a file."""
    known = dict(papers)
    every = press(s, Button("export:all", s.say("council.export.all"), Export(""), "primary", "download"), 72)
    leaving = press(s, Button("out:leaving", s.say("leaving.title"), OpenDialog("leaving"), icon="file-user"), 68)
    return (every, *(kept(s, f"export:{kind}", _file, kind, sign, known.get(kind)) for kind, sign in FILES), leaving)


def _file(s: Sight, kind: str, sign: str, last: Lying | None) -> Piece:
    """Give a file to write: its name, what it is for, and what is to be known of the last one written."""
    name, use = s.say(f"council.export.{kind}"), s.say(f"council.export.{kind}.use")
    told = _told(s, last) if last is not None else ""
    ink = theme.BAD if last is not None and (last.since or last.changed) else theme.INK_3
    face = offered(s, sign, (name, use), (told, ink))
    spoken = ", ".join(said for said in (name, use, told) if said)
    return node("button", f"export:{kind}", spoken, face, does=Export(kind))


def _told(s: Sight, last: Lying) -> str:
    said = (
        s.say("export.stale", hour=last.hour, n=last.since) if last.since else s.say("export.written", hour=last.hour)
    )
    return f"{said}, {s.say('export.changed')}" if last.changed else said


def offered(s: Sight, sign: str, said: tuple[str, str], told: tuple[str, str] = ("", theme.INK_3)) -> Piece:
    """Give the face of a thing to do: an icon, its name and what it is for; in a colour, what is to be known of it."""
    words = column(
        text(s, said[0], Style(theme.BODY, bold=True, back=theme.WHITE)),
        text(s, said[1], Style(ink=theme.INK_3, back=theme.WHITE)),
        text(s, told[0], Style(ink=told[1], bold=True, back=theme.WHITE)) if told[0] else None,
    )
    shape = pad(row(sized(icon(s, sign, 44), wide=s.px(48)), grow(words), gap=s.px(20)), s.px(20), s.px(10))
    return over(shape, plate(s, theme.WHITE, theme.INK_3))
