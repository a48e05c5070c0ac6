"""A secret vote as the room sees it: how many ballots are in, whose where they have a seat, and never a choice."""

from __future__ import annotations

from game.core.ballot import ANONYMOUS, SECRET
from game.core.moves.ballots import awaited
from game.core.session import Session, Sitting
from game.view.answer.intents import ForgetText, OpenDialog, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import fitted, icon, label, line, plate, press
from game.view.parts.turns import Answered, answered, following
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, middle, node, over, pad, row, sized
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

SEAT, SEEN, STILL = "seat", "ballots", "still"
"""Strips of the view: whose turn it is; how many ballots this window saw come in; who is said to vote still."""


def secret(session: Session) -> bool:
    """Tell whether ballots come in that nobody may tell yet."""
    return session.way in SECRET and not session.ballot.closed


def missing(session: Session) -> int:
    """Count the ballots that are not in."""
    return max(0, len(session.voters) - len(session.ballot.cast))


def next_up(ui: Ui, session: Session) -> str:
    """Give the seat that fills in its ballot: the chosen one, or the next round the table that has not voted.

    Empty where ballots have no seat, or all are in.
    """
    left = awaited(session)
    if not left:
        return ""
    return following([sitting.seat.id for sitting in session.voters], left, ui.tab(SEAT, left[0]))


def draft(seat: str) -> str:
    """Give the key under which the view, and nothing else, holds a ballot while it is filled in."""
    return f"booth:{seat}"


def taken_up(ui: Ui, session: Session) -> bool:
    """Tell whether ballots without a seat came in that this window did not see: who still votes has to be asked."""
    seen = ui.tab(SEEN, "0")
    return session.way == ANONYMOUS and missing(session) > 0 and len(session.ballot.cast) > int(seen)


def panel(s: Sight, ui: Ui, session: Session, closing: Piece) -> Piece:
    """Give the vote's side: how many have voted, the seats if ballots have one, and the way to the next ballot."""
    name = s.say("council.vote.seats")
    listed = scrolled(s, ui, Listed("seats", name, 6), _told(s, ui, session))
    parts = column(_counted(s, session), grow(listed), take(s, ui, session), closing, gap=s.px(12))
    return grow(node("group", "voting", s.say("council.vote.title"), parts))


def bar(s: Sight, ui: Ui, session: Session) -> Piece:
    """Give the same in a line, over the picks: how many have voted, and the way to the next ballot."""
    said = s.say("council.secret.count", n=len(session.ballot.cast), voters=len(session.voters))
    words = fitted(s, said, Style(theme.LABEL, bold=True, middle=True), theme.TEXT)
    count = node("text", "turn", said, words, states=("live",))
    return node("group", "voting", "", row(grow(count), grow(sized(take(s, ui, session), wide=0)), gap=s.px(12)))


def _counted(s: Sight, session: Session) -> Piece:
    """Say how many have voted, large."""
    n, whole = len(session.ballot.cast), len(session.voters)
    said = s.say("council.secret.count", n=n, voters=whole)
    words = pad(row(icon(s, "eye-off", 44), grow(middle(line(s, said, _large(s, said)))), gap=s.px(14)), s.px(16))
    look = plate(s, theme.ACCENT_2, theme.ACCENT, 4)
    return sized(node("group", "turn", said, over(words, look), states=("live",)), tall=s.px(84))


def _large(s: Sight, said: str) -> Style:
    return Style(theme.TITLE if s.width(said, theme.TITLE, bold=True) < s.px(400) else theme.LABEL, bold=True,
                 back=theme.ACCENT_2)  # fmt: skip


def _told(s: Sight, ui: Ui, session: Session) -> tuple[Piece, ...]:
    if session.way != ANONYMOUS:
        return _seats(s, session)
    named = [sitting for sitting in session.voters if sitting.seat.id in ui.tab(STILL, "").split()]
    why = label(s, "secret:why", s.say("council.secret.anonymous"), Style(theme.BODY, back=theme.SAND))
    if not named or not missing(session):
        return (why,)
    names = ", ".join(sitting.seat.short.say(s.speaker.lang) for sitting in named)
    said = s.say("council.secret.still", names=names)
    return (why, label(s, "secret:still", said, Style(theme.BODY, bold=True, back=theme.SAND)))


def _seats(s: Sight, session: Session) -> tuple[Piece, ...]:
    """Give the voters: all by their short names, if one role does not fit beside what it did."""
    lang, done = s.speaker.lang, s.px(440) - s.width(s.say("council.secret.voted"), theme.TEXT) - s.px(50)
    full = all(s.width(one.seat.role.say(lang), theme.TEXT) <= done for one in session.voters)
    return tuple(
        _seat(s, one, (one.seat.role if full else one.seat.short).say(lang), on=session.ballot.voted(one.seat.id))
        for one in session.voters
    )


def _seat(s: Sight, sitting: Sitting, shown: str, *, on: bool) -> Piece:
    """Give the row of a voter: they have voted, or pressing it gives them the next ballot."""
    seat, full = sitting.seat, sitting.seat.role.say(s.speaker.lang)
    name = s.say("council.secret.seat.voted" if on else "council.secret.seat", role=full)
    return answered(s, Answered(f"voter:{seat.id}", shown, name, s.say("council.secret.voted"), on, opened(seat.id)))


def opened(seat: str) -> Several:
    """Give what hands a seat an empty ballot."""
    return Several((ForgetText(draft(seat)), SelectTab(SEAT, seat), OpenDialog("booth")))


def take(s: Sight, ui: Ui, session: Session) -> Piece:
    """Give the button that leads to the next ballot; after a vote was taken up again, first to who still votes."""
    if taken_up(ui, session):
        return press(
            s, Button("booth:ask", s.say("council.still.ask"), OpenDialog("still"), "primary", "user-check"), 68
        )
    seat = next_up(ui, session)
    does = Several((ForgetText(draft(seat)), OpenDialog("booth")))
    off = () if missing(session) else ("disabled",)
    kind = "primary" if missing(session) else "plain"
    return press(s, Button("booth:take", s.say("council.secret.take"), does, kind, "vote", off), 68)
