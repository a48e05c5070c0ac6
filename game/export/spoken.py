"""What minutes say of the axes the council chose, of its members' questions and of the departments' words."""

from __future__ import annotations

from game.core import axes
from game.core.picks import picks
from game.core.spoken import Advice, Question
from game.export.blocks import Block, Grid, Heading, Row, Words
from game.export.telling import Teller
from game.words.catalogue import speaker
from game.words.spoken import advice, question_text


def chosen(tell: Teller) -> tuple[str, ...]:
    """Say which axes the council chose to serve; nothing where it chose none."""
    deck, names = tell.report.session.workshop.deck, tell.report.session.axes
    said = ", ".join(tell.read(axis.name) for axis in deck.axes if axis.id in names)
    return (tell.say("minutes.chosen", axes=said),) if said else ()


def balance(tell: Teller) -> tuple[Block, ...]:
    """Show picks and objectives by axis, beside the axes the council chose; nothing where it chose none."""
    session = tell.report.session
    if not session.axes:
        return ()
    rows = tuple(
        (tell.read(one.axis.name), tell.yes(held=one.chosen), str(one.picks), str(one.objectives))
        for one in axes.balance(session)
    )
    heads = tuple(map(tell.say, ("head.axis", "head.chosen", "head.picks", "head.adopted")))
    grid = Grid(heads, rows, (46, 18, 18, 18), right=(2, 3))
    return Heading(tell.say("minutes.balance")), grid, Words(_off(tell))


def _off(tell: Teller) -> str:
    """Name the picks that serve none of the axes chosen: allowed, and said."""
    session = tell.report.session
    found = [tell.card(pick.card) for pick in picks(session) if axes.off(session, pick.card) is not None]
    return tell.say("minutes.off", n=len(found), cards=", ".join(found)) if found else tell.say("minutes.none_off")


def section(tell: Teller) -> tuple[Block, ...]:
    """Tell the questions of the members without a family, then the words of the departments."""
    session = tell.report.session
    questions = tuple(asked(tell, one) for one in session.questions)
    words = tuple(word(tell, one) for one in session.advice)
    return (
        *_table(tell, "asked", ("paper.who", "head.on", "head.question", "head.answer"), questions, (20, 20, 42, 18)),
        *_table(tell, "advice", ("head.guest", "head.on", "head.word"), words, (34, 33, 33)),
    )


def _table(
    tell: Teller, name: str, heads: tuple[str, ...], rows: tuple[Row, ...], widths: tuple[float, ...]
) -> tuple[Block, ...]:
    title = Heading(tell.say(f"minutes.{name}"), 2)
    return (title, Grid(tuple(map(tell.say, heads)), rows, widths)) if rows else ()


def asked(tell: Teller, one: Question) -> Row:
    """Give a question of a member without a family: who, on which pick, what, and whether it was answered."""
    text = question_text(tell.report.session, one.asked, one.text, tell.lang)
    state = tell.say("answered" if one.answered else "unanswered")
    return _who(tell, one.seat), tell.card(one.issue), tell.read(text), state


def word(tell: Teller, one: Advice) -> Row:
    """Give a department's word on a pick: who, on which, what."""
    return _who(tell, one.seat), tell.card(one.issue), advice(one, speaker(tell.lang).say, tell.lang)


def _who(tell: Teller, seat: str) -> str:
    return tell.seat(seat) or tell.say("someone")
