"""A table of paper, photographed: which photographs, then what was read in them, confirmed before it is placed."""

from __future__ import annotations

from functools import partial

from game.core.session import Session
from game.view.answer.intents import CloseTop, Several
from game.view.answer.photos import FindPhotos, Found, Photos, ReadPhotos, Shot
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, Way, asking
from game.view.dialogs.folders import ICONS
from game.view.parts.options import Option, option
from game.view.parts.pieces import icon, label
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grid, grow, made, node, row, sized, ways
from game.view.tree.looks import CARD, Fill, Mark, Picture, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SHOWN = 600
"""Height of a photograph at 1080p."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog: photographs to choose from, or what those chosen show."""
    photos, title = ui.photos, s.say("photos.title")
    close: Way = ("back", s.say("council.cancel"), CloseTop(), "plain", True)
    if photos.choosing or not photos.shots:
        return asking(s, ui, Asking("photos", title, (1200, 900)), _files(s, photos), (close,))
    take = Several((*photos.commands, CloseTop()))
    answers: tuple[Way, ...] = (
        close, ("other", s.say("photos.other"), FindPhotos(), "plain", True),
        ("go", s.say("photos.place", n=photos.cards), take, "primary", photos.cards > 0),
    )  # fmt: skip
    return asking(s, ui, Asking("photos", title, (1720, 980)), (_compared(s, photos),), answers)


def _files(s: Sight, photos: Photos) -> tuple[Piece, ...]:
    rest = [one for one in photos.found if one.path not in photos.paths]
    listed = [_file(s, rank, one, photos) for rank, one in enumerate(rest)]
    why = s.say("photos.none" if not rest else "photos.join" if photos.shots else "photos.which")
    return (label(s, "photos:why", why), *listed)


def _file(s: Sight, rank: int, one: Found, photos: Photos) -> Piece:
    does = ReadPhotos((*photos.paths, one.path))
    return option(s, Option(f"photo:{rank}", one.name, s.say(f"export.place.{one.kind}"), does, icon=ICONS[one.kind]))


def _compared(s: Sight, photos: Photos) -> Piece:
    """Lay the photographs beside what was read in them, or over it where that is too narrow."""
    gap = s.px(theme.GAP)
    shots = column(*(_shot(s, rank, one) for rank, one in enumerate(photos.shots)), gap=gap)
    said = column(
        label(s, "photos:ask", s.say("photos.ask"), Style(theme.BODY, bold=True)),
        *(_doubt(s, rank, one) for rank, one in enumerate(photos.unsure)),
        *(_line(s, rank, one) for rank, one in enumerate(photos.lying)),
        gap=s.px(8),
    )
    both = ways(sized(grid((shots, said), 2, s.px(24)), wide=s.px(1100)), column(shots, said, gap=gap))
    return node("group", "photos:read", "", both)


def _doubt(s: Sight, rank: int, words: str) -> Piece:
    return row(icon(s, "triangle-alert", 30), grow(label(s, f"photos:unsure:{rank}", words)), gap=s.px(12))


def _line(s: Sight, rank: int, words: str) -> Piece:
    """Say a line of what lies there: a family, or one of its issues, which stands in."""
    said = label(s, f"photos:lying:{rank}", words.strip(), Style(bold=not words.startswith(" ")))
    return row(made(s.px(24) if words.startswith(" ") else 0, 0, lambda box: ()), grow(said))


def _shot(s: Sight, rank: int, one: Shot) -> Piece:
    name = s.say("photos.shot", n=rank + 1, name=one.name)
    return node("image", f"photos:shot:{rank}", name, made(0, s.px(SHOWN), partial(_drawn, one.picture)))


def _drawn(picture: bytes, box: Box) -> tuple[Mark, ...]:
    return Fill(box, theme.PAPER_2), Picture(box, CARD, (picture,))
