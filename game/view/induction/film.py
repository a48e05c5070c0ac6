"""The frames of a purchase: on the strip, and those still to be laid; what is told of the last one."""

from __future__ import annotations

from functools import partial

from game.core.induction import Frame, Induction, Newcomer, astray
from game.core.moves.induction import LayFrame, LiftFrame
from game.view.answer.gestures import FrameSpot, FrameThing
from game.view.answer.intents import SelectTab, Several
from game.view.induction.page import GAP, holding, told_on
from game.view.parts.holes import holes
from game.view.parts.lists import kept
from game.view.parts.pieces import icon, line, plate, text
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    at_least,
    column,
    flowing,
    grid,
    grow,
    middle,
    node,
    over,
    pad,
    row,
    space,
    ways,
)  # fmt: skip
from game.view.tree.looks import Fill, Mark, Style
from game.view.tree.sight import Sight

ACROSS, EDGE, TALL = 4, 30, 112
"""Frames on one strip, the height of its edges and of a frame, at 1080p."""
TOLD = "strip:told"


def film(s: Sight, told: Induction, done: Newcomer) -> Piece:
    """Give the strip with what lies on it: four frames abreast, two where they lack room."""
    first = next(iter(astray(told, done)), 0)
    spots = [kept(s, f"spot:{spot}", _spot, told, done.at(spot), spot, spot == first)
             for spot in range(1, len(told.frames) + 1)]  # fmt: skip
    laid = [_spot(s, told, frame.id, 1, next_one=False) for frame in told.frames]
    spots = [holding(one, *laid) for one in spots]
    strips = [_strips(s, spots, across) for across in (ACROSS, 2, 1)]
    return node("group", "film", s.say("strip.film"), ways(*strips))


def _strips(s: Sight, spots: list[Piece], across: int) -> Piece:
    gap = s.px(10)
    rows = (grid(spots[i : i + across], across, gap) for i in range(0, len(spots), across))
    return column(*(over(pad(one, s.px(20), s.px(EDGE)), partial(_edges, s)) for one in rows), gap=s.px(8))


def _edges(s: Sight, box: Box) -> tuple[Mark, ...]:
    """Draw a film behind frames: its ground, and the holes along both edges."""
    band = s.px(EDGE)
    upper, lower = Box(box.x, box.y, box.w, band), Box(box.x, box.bottom - band, box.w, band)
    return (Fill(box, theme.INK, s.px(8)), *holes(s, upper), *holes(s, lower))


def _spot(s: Sight, told: Induction, frame: str, spot: int, next_one: bool) -> Piece:  # noqa: FBT001
    """Give a spot of the strip: empty and numbered, or with its frame, which says when it is astray."""
    found = told.frame(frame)
    if found is None:
        return _empty(s, spot, next_one=next_one)
    right = told.frames[spot - 1] is found
    name = found.title.say(s.speaker.lang)
    back = theme.WHITE if right else theme.WARN_2
    sign = icon(s, "check" if right else "circle-question-mark", 30, theme.GOOD if right else theme.WARN)
    number = line(s, str(spot), Style(theme.BODY, theme.QUIET, bold=True, back=back))
    words = row(
        middle(number), middle(icon(s, found.icon, 40)), grow(_titled(s, name, back)), middle(sign), gap=s.px(12)
    )
    look = plate(s, back, theme.INK_3 if right else theme.WARN, 2 if right else 4, 0 if right else 8)
    shape = at_least(over(pad(words, s.px(14), s.px(8)), look), s.px(TALL))
    spoken = s.say("strip.spot.right" if right else "strip.spot.astray", n=spot, frame=name)
    tell = SelectTab(TOLD, found.id)
    if right:
        return node("card", f"frame:{found.id}", spoken, shape, does=tell, accepts=FrameSpot(spot))
    off = Several((LiftFrame(found.id), tell))
    return node(
        "card", f"frame:{found.id}", spoken, shape, does=off, drags=FrameThing(found.id), accepts=FrameSpot(spot)
    )


def _titled(s: Sight, name: str, back: str) -> Piece:
    return middle(text(s, name, Style(theme.BODY, bold=True, back=back)))


def _empty(s: Sight, spot: int, *, next_one: bool) -> Piece:
    back, ink = (theme.ACCENT, theme.INK) if next_one else (theme.INK_2, theme.WHITE)
    shape = middle(line(s, str(spot), Style(theme.BIG, ink, bold=True, back=back, align="centre")))
    look = plate(s, back, theme.LINE, 2, 0 if next_one else 8)
    name = s.say("strip.spot.next" if next_one else "strip.spot", n=spot)
    return node("cell", f"spot:{spot}", name, at_least(over(shape, look), s.px(TALL)), accepts=FrameSpot(spot))


def tray(s: Sight, told: Induction, done: Newcomer) -> Piece:
    """Give the frames still to be laid, by name: not in the order of a purchase. One that leaves leaves its room."""
    lang, laid = s.speaker.lang, dict(done.laid)
    listed = sorted(told.frames, key=lambda one: one.title.say(lang))
    loose = [(one.id in laid, kept(s, f"tray:{one.id}", _loose, one)) for one in listed]
    pieces = [holding(space(), one) if gone else one for gone, one in loose]
    return node("group", "tray", s.say("strip.tray"), flowing(pieces, (s.px(16), s.px(12))))


def _loose(s: Sight, frame: Frame) -> Piece:
    name = frame.title.say(s.speaker.lang)
    words = row(icon(s, frame.icon, 34), line(s, name, Style(theme.BODY, bold=True, back=theme.WHITE)), gap=s.px(12))
    shape = at_least(over(pad(words, s.px(20), s.px(12)), plate(s, theme.WHITE, theme.INK, 3)), s.px(64))
    does = Several((LayFrame(frame.id), SelectTab(TOLD, frame.id)))
    return node("card", f"frame:{frame.id}", name, shape, does=does, drags=FrameThing(frame.id))


def lesson(s: Sight, told: Induction, done: Newcomer, chosen: str) -> Piece:
    """Tell the frame that was laid or touched last: what happens then, or why it does not come there."""
    last = done.laid[-1][0] if done.laid else ""
    frame = told.frame(chosen if chosen in dict(done.laid) else last)
    if frame is None:
        return told_on(s, "strip:lesson", "pointer", (s.say("strip.how"),), theme.ACCENT)
    spot = dict(done.laid)[frame.id]
    return _said(s, frame, spot, right=told.frames[spot - 1] is frame)


def _said(s: Sight, frame: Frame, spot: int, *, right: bool) -> Piece:
    lang, name = s.speaker.lang, frame.title.say(s.speaker.lang)
    if right:
        return told_on(s, "strip:lesson", frame.icon, (frame.says.say(lang), s.say("strip.right", frame=name, n=spot)),
                       theme.GOOD)  # fmt: skip
    said = s.say("strip.astray", frame=name, n=spot)
    return told_on(s, "strip:lesson", "circle-question-mark", (frame.place.say(lang), said), theme.WARN)


def laying(s: Sight, told: Induction) -> tuple[Piece, ...]:
    """Give all that may stand under the strip while frames are laid, to hold the room of the highest."""
    none = Newcomer()
    loose, last = tray(s, told, none), len(told.frames)
    said = [_said(s, frame, last, right=right) for frame in told.frames for right in (True, False)]
    return tuple(under(s, loose, one) for one in (lesson(s, told, none, ""), *said))


def under(s: Sight, *pieces: Piece) -> Piece:
    """Stack what stands under the strip."""
    return column(*pieces, gap=s.px(GAP))
