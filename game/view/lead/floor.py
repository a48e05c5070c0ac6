"""The floor: who speaks and for how long, who is next among the hands raised, and the seats whose hand may go up."""

from __future__ import annotations

from game.core.seat import Seat
from game.core.session import Session
from game.view.answer.leading import RaiseHand, Speak
from game.view.answer.ui import Ui
from game.view.lead.heading import heading
from game.view.lead.rows import plated
from game.view.parts.pieces import press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, abreast, grid, node, sized, ways
from game.view.tree.sight import Sight

MINUTE = 60
"""Seconds that a speaker has."""
ABREAST = ((3, 560), (2, 380))
"""How many seats stand abreast, and from which width at 1080p."""


def pieces(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Give the speaker's minute, the way to the next hand, then a button a seat."""
    there = {one.seat.id: one.seat for one in session.seats if one.present}
    queue = tuple(seat for seat in ui.lead.queue if seat in there)
    speaker = there.get(ui.lead.speaker)
    if session.closed or not there:
        return ()
    hands = [_hand(s, seat, queue) for seat in there.values()]
    many = [sized(grid(hands, across, s.px(8)), wide=s.px(wide)) for across, wide in ABREAST]
    seats = node("group", "lead:hands", s.say("lead.floor.hands"), ways(*many, grid(hands, 1, s.px(8))))
    return (
        heading(s, "floor", s.say("lead.floor"), s.say("lead.floor.queue", n=len(queue))),
        _speaking(s, ui, speaker) if speaker is not None else None,
        *(_next(s, there[seat]) for seat in queue[:1]),
        seats,
    )


def _speaking(s: Sight, ui: Ui, speaker: Seat) -> Piece:
    """Tell who speaks and what is left of the minute; that it is over is said once."""
    left = MINUTE - (ui.now - ui.lead.since)
    name = speaker.short.say(s.speaker.lang)
    shown = f"{abs(left) // 60}:{abs(left) % 60:02}"
    said = s.say("lead.floor.left" if left >= 0 else "lead.floor.over", time=shown)
    spoken = s.say("lead.floor.speaks" if left >= 0 else "lead.floor.ended", seat=name)
    told = node(
        "timer", "lead:speaker", spoken, plated(s, "mic", name, said, on=left >= 0), states=("polite",), value=shown
    )
    end = press(s, Button("lead:floor:end", s.say("lead.floor.end"), Speak(""), icon="x"))
    return node("group", "lead:speaking", "", abreast([(told, 2), (end, 1)], s.px(ABREAST[1][1]), (s.px(8), s.px(8))))


def _next(s: Sight, seat: Seat) -> Piece:
    name = s.say("lead.floor.next", seat=seat.short.say(s.speaker.lang))
    return press(s, Button("lead:floor:next", name, Speak(seat.id), "primary", "mic"))


def _hand(s: Sight, seat: Seat, queue: tuple[str, ...]) -> Piece:
    """Give a seat: pressed as its hand goes up, and again as it goes down; its turn is told by a number."""
    short = seat.short.say(s.speaker.lang)
    up = seat.id in queue
    name = s.say("lead.floor.nth", n=queue.index(seat.id) + 1, seat=short) if up else short
    spoken = s.say("lead.floor.raised" if up else "lead.floor.raise", seat=short)
    return press(s, Button(f"lead:hand:{seat.id}", name, RaiseHand(seat.id), "plain", "",
                           ("selected",) if up else (), theme.TEXT, spoken=spoken), theme.TARGET)  # fmt: skip
