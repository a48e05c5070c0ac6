"""What the council said, in the minutes: its arbitrations, the event it was told, its questions and remarks."""

from __future__ import annotations

from game.core.judging import standing
from game.core.tensions import Pull
from game.export import spoken
from game.export.blocks import Block, Grid, Heading, Points, Row, Words
from game.export.telling import Teller
from game.words.catalogue import speaker


def section(tell: Teller) -> tuple[Block, ...]:
    """Tell the debate: its own words, never the cards' explanations."""
    blocks = (*_arbitrations(tell), *_events(tell), *spoken.section(tell), *_judged(tell), *_notes(tell))
    return (Heading(tell.say("minutes.debate")), *(blocks or (Words(tell.say("minutes.no_debate")),)))


def _arbitrations(tell: Teller) -> tuple[Block, ...]:
    rows = (*(_row(tell, pull) for pull in tell.report.pulls), *_typed(tell))
    heads = tuple(map(tell.say, ("head.pulling", "head.settled")))
    return (Grid(heads, rows, (42, 58)),) if rows else ()


def _row(tell: Teller, pull: Pull) -> Row:
    said = "" if pull.arbitration is None else tell.read(pull.arbitration.sentence)
    state = said or tell.say("minutes.left_open" if pull.open else "debated")
    return (tell.say("minutes.pulling", one=tell.card(pull.tension.pair[0]), other=tell.card(pull.tension.pair[1])),
            state)  # fmt: skip


def _typed(tell: Teller) -> list[Row]:
    """Give what was settled on an objective's sheet, beside the tensions of the table."""
    told = {pull.arbitration.sentence for pull in tell.report.pulls if pull.arbitration is not None}
    sheets = (one for one in tell.report.objectives if one.arbitration and not told & set(one.arbitration.said))
    return [(tell.say("minutes.on_sheet", code=one.code, tension=tell.read(one.tension)).strip(),
             tell.read(one.arbitration)) for one in sheets]  # fmt: skip


def _events(tell: Teller) -> tuple[Block, ...]:
    found = (tell.report.session.workshop.deck.event(event) for event in tell.report.session.events)
    return tuple(
        Words(tell.say("minutes.event", title=tell.read(one.label), text=tell.read(one.text)))
        for one in found
        if one is not None
    )


def _judged(tell: Teller) -> tuple[Block, ...]:
    """Tell the tender board's exercise apart from what was decided: its offers are made up."""
    session, board = tell.report.session, tell.report.session.workshop.deck.cao
    codes = {one.issue: one.code for one in tell.report.objectives}
    if board is None or not session.judged:
        return ()
    told = tuple(
        Words(
            tell.say(
                "award.said",
                code=codes.get(one.issue, tell.card(one.issue)),
                choice=speaker(tell.lang).say(f"award.choice.{one.choice}"),
                reason=tell.say("award.reason", reason=one.reason) if one.reason else "",
                law=tell.read(board.said(standing(session, one.issue)).plain),
            )
        )
        for one in session.judged
    )
    return (Heading(tell.say("award.title"), 2), *told)


def _notes(tell: Teller) -> tuple[Block, ...]:
    """List what was noted: the questions, then the rest."""
    said = [tell.read(note.text) for note in tell.report.notes]
    kinds = {"questions": [one for one in said if one.endswith("?")],
             "notes": [one for one in said if not one.endswith("?")]}  # fmt: skip
    return tuple(
        block
        for name, found in kinds.items()
        if found
        for block in (Heading(tell.say(f"minutes.{name}"), 2), Points(tuple(found)))
    )
