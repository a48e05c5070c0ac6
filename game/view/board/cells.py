"""The cells of the ledger: an issue with its pin number, its levers under it, and what the pick weighs."""

from __future__ import annotations

from game.core import axes
from game.core.cards import IssueCard, LeverCard
from game.core.family import Family
from game.core.fitting import opportunities
from game.core.frozen import dataclass
from game.core.objective import Figures
from game.core.picks import answers, figures
from game.core.session import Session
from game.core.tensions import pulls
from game.view.answer.gestures import IssueSpot, IssueThing, LeverThing
from game.view.answer.intents import Spotlight
from game.view.parts import voices
from game.view.parts.cards import Face, axis_colour, face_of, figure, hyphened, points, stars, steps
from game.view.parts.naming import family as family_of
from game.view.parts.pieces import icon
from game.view.plan.pins import disc_marks
from game.view.tree import layout, theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    at_least,
    column,
    grid,
    grow,
    made,
    node,
    over,
    pad,
    row,
    sized,
    space,
    top,
    whole,
)
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import calendar

SIDE = 48
"""Width of the strip on an issue's right: its pin, and the sign of a tension."""
SIDES, FIGURES, STARS, LEAST, STAR = 10, (58, 58, 46), 58, 46, 19
"""Widths in a cell's line of figures: its margins, each figure with its sign, the stars, those of a narrow cell;
the height of a star."""


@dataclass(frozen=True, slots=True)
class Band:
    """A lever as its band shows it; `tone` is a key of BAND_SIGNS."""

    card: LeverCard
    face: Face
    tone: str


@dataclass(frozen=True, slots=True)
class Pick:
    """All that the cell of a placed issue shows. `tense`: an open tension touches it; `gone`: its deck has it no more.

    `launch` is the month (YYYY-MM) of the purchase it can go in, `way` how months are written on this board. `off`: it
    serves none of the axes chosen; `said` counts questions and words of guests, `heard` tells them.
    """

    card: IssueCard
    face: Face
    family: Family
    number: int
    levers: tuple[Band, ...]
    sums: Figures
    launch: str
    way: int
    tense: bool
    gone: bool
    off: bool = False
    said: int = 0
    heard: str = ""


def months(s: Sight, session: Session, width: int) -> tuple[dict[str, str], int]:
    """Give the month of each issue's purchase, and how months are written in cells `width` pixels wide."""
    launches = {card: one.launch for card, one in opportunities(session, session.issues).items()}
    return launches, s.kept("months", _way, tuple(dict.fromkeys(launches.values())), width)


def pulled(session: Session) -> tuple[tuple[str, str], ...]:
    """Give the (family, card) pairs that an open tension touches."""
    found = (pull for pull in pulls(session) if pull.open)
    return tuple((family, card) for pull in found for family in pull.families for card in pull.tension.pair)


def pick_shown(s: Sight, own: Session, launch: str, way: int, pulled: tuple[tuple[str, str], ...]) -> Pick:
    """Give what the cell of the only issue of a session shows; `launch` is its month."""
    (issue,) = own.issues
    card, deck = own.issue_card(issue.card), own.workshop.deck
    assert card is not None
    levers = (own.lever_card(lever) for lever in issue.levers)
    bands = tuple(
        Band(lever, face_of(s, lever, deck), _tone(own, lever.id, card.id, tense=(issue.family, lever.id) in pulled))
        for lever in levers
        if lever is not None
    )
    return Pick(
        card, face_of(s, card, deck), family_of(own, issue.family), issue.number, bands, figures(own, issue),
        launch, way, (issue.family, card.id) in pulled, card.id in deck.retired,
        axes.off(own, card.id) is not None, len(own.questions) + len(own.advice), voices.line(s, own, card.id),
    )  # fmt: skip


def cell(s: Sight, key: str, pick: Pick | None, box: Box) -> Node:
    """Give a cell, with its issue or empty; `key` is that of an empty one."""
    if pick is not None:
        return s.part(f"cell:{pick.card.id}", _filled, pick, box)
    style = Style(ink=theme.QUIET, back=theme.WHITE, align="centre", middle=True)
    frame = Fill(box, theme.WHITE, s.px(10), theme.LINE, s.px(2), dash=s.px(7))
    look = frame, s.words(box, s.say("board.empty.issue"), style)
    return Node("cell", key, s.say("board.empty.issue.spoken"), box, look)


def _filled(s: Sight, pick: Pick, box: Box) -> Node:
    card, shape = pick.card, whole(*laid(s, pick))
    said = s.say("board.cell", card=card.label.say(s.speaker.lang), n=len(pick.levers))
    framed = over(shape, lambda spot: (Fill(spot, theme.WHITE, s.px(10), theme.LINE, s.px(2)),))
    return node("cell", f"cell:{card.id}", said, framed, accepts=IssueSpot(card.id)).node(box)


def needs(s: Sight, pick: Pick, width: int) -> tuple[int, int]:
    """Give the height that a cell of this width needs to show all it has, and the one without its figures."""
    every, bare, _ = laid(s, pick)
    return every.tall(width), bare.tall(width)


def laid(s: Sight, pick: Pick) -> tuple[Piece, Piece, Piece]:
    """Give the ways to lay a pick, described once for its height and for its cell, wherever that comes to stand."""
    return s.kept(f"laid:{pick.card.id}", _ways_laid, pick)


def _ways_laid(s: Sight, pick: Pick) -> tuple[Piece, Piece, Piece]:
    """Lay the issue, its figures, its levers; without the figures; with each lever on one line, its words cut."""
    issue, figures, gap = grow(_issue(s, pick)), _figures(s, pick) if pick.levers else None, s.px(2)
    levers = [_lever(s, pick, lever) for lever in pick.levers] or [_no_lever(s)]
    low = (sized(lever, tall=s.px(theme.TARGET)) for lever in levers)
    every = column(grow(column(issue, figures)), *levers, gap=gap)
    return every, column(issue, *levers, gap=gap), column(issue, *low, gap=gap)


def _no_lever(s: Sight) -> Piece:
    style = Style(ink=theme.QUIET, align="centre", middle=True)

    def put(box: Box) -> tuple[Mark, ...]:
        frame = Fill(box.inset(s.px(5), s.px(4)), theme.PAPER, s.px(6), theme.LINE, s.px(2), dash=s.px(7), cut=s.px(12))
        return frame, s.words(box, s.say("board.empty.lever"), style)

    return made(0, s.px(theme.TARGET), put)


def _issue(s: Sight, pick: Pick) -> Piece:
    """Give the issue's axis, its label, and on its right its pin over the sign of a tension."""
    colour, card, tall = axis_colour(pick.face.index), pick.card.id, s.px(theme.TARGET)
    name, square = pick.card.label.say(s.speaker.lang), "right" if not pick.levers else "right bottom"
    edge = made(s.px(8), tall, lambda box: _edge(s, box, colour, square, off=pick.off))
    axis = top(_axis(s, pick, colour))
    words = hyphened(s, name, Style(theme.LABEL, bold=True, back=theme.WHITE, middle=True), theme.BODY, theme.TEXT)
    side = sized(whole(column(_pin(s, pick), _sign(s, pick)), top(_pin(s, pick))), wide=s.px(SIDE))
    spoken = s.say(
        "board.placed", card=name, axis=pick.face.name, number=pick.number, family=pick.family.name.say(s.speaker.lang)
    )
    warned = s.say("board.tension") if pick.tense else s.say("board.retired") if pick.gone else ""
    hint = ". ".join(filter(None, (warned, pick.heard)))
    shape = row(edge, axis, grow(at_least(words, tall)), space(wide=s.px(6)), side)
    # What is lifted has a face of its own: its cell stays on the board.
    faced = over(shape, lambda box: (Fill(box.inset(s.px(2)), theme.WHITE, s.px(8)),))
    return node("card", f"issue:{card}", spoken, faced, does=Spotlight(card), drags=IssueThing(card), hint=hint,
                lang=pick.card.label.instead(s.speaker.lang))  # fmt: skip


def _edge(s: Sight, box: Box, colour: str, square: str, *, off: bool) -> Fill:
    """Give the colour of the axis along the cell's edge: only its outline, dashed, off the axes the council chose."""
    if off:
        return Fill(box, theme.WHITE, s.px(3), colour, s.px(2), dash=s.px(5))
    return Fill(box, colour, s.px(8), square=square)


def _axis(s: Sight, pick: Pick, colour: str) -> Piece:
    """Give the sign of the axis; where something was said of the pick, a smaller one over how much was said."""
    wide, tall = s.px(34), s.px(theme.TARGET)
    if not pick.said:
        return sized(icon(s, pick.face.icon, 26, colour), wide=wide, tall=tall)
    count, style = str(min(pick.said, 9)), Style(bold=True, back=theme.WHITE, middle=True)

    def put(box: Box) -> tuple[Mark, ...]:
        over, under = box.cut_top(s.px(15))
        sign, number = under.cut_left(s.px(18))
        return (Icon(over.middle(s.px(15), s.px(15)), pick.face.icon, colour),
                Icon(sign.middle(s.px(16), s.px(16)), "message-square-text", theme.INK),
                s.words(number, count, style))  # fmt: skip

    return made(wide, tall, put)


def _pin(s: Sight, pick: Pick) -> Piece:
    side = s.px(38)
    return made(side, s.px(theme.TARGET), lambda box: disc_marks(s, box.middle(side, side), str(pick.number),
                                                                  pick.family.colour))  # fmt: skip


def _sign(s: Sight, pick: Pick) -> Piece | None:
    sign = "zap" if pick.tense else "archive" if pick.gone else ""
    return grow(sized(icon(s, sign, 22, theme.WARN), tall=s.px(16))) if sign else None


def _figures(s: Sight, pick: Pick) -> Piece:
    """Show what a pick costs, how long, how much effort, its impact, and the purchase it can go in."""
    sums = pick.sums
    ways = _ways(s, pick.launch) if pick.launch else ()
    name = s.say(
        "board.figures", cost=points(sums.cost), delay=points(sums.delay), effort=sums.effort, impact=sums.impact
    )
    hint = s.say("board.opportunity", month=calendar.month(pick.launch, s.speaker.lang)) if pick.launch else ""
    cells = _sums(s, sums)
    narrow = pad(row(*cells, _impact(s, sums, LEAST), gap=s.px(SIDES)), s.px(SIDES))
    two = pad(grid((*cells, _impact(s, sums, STARS)), 2), s.px(SIDES))
    shape = layout.ways(_figures_line(s, sums, ways[pick.way] if pick.way < len(ways) else ""), narrow, two)
    return node("text", f"figures:{pick.card.id}", f"{name} {hint}".strip(), shape, hint=hint)


def _figures_line(s: Sight, sums: Figures, month: str) -> Piece:
    """Show figures on one line, under one another in all cells, and the month."""
    cells = (sized(cell, wide=s.px(wide)) for cell, wide in zip(_sums(s, sums), FIGURES, strict=True))
    opens = grow(_figure(s, "calendar-clock", month)) if month else None
    return pad(row(*cells, _impact(s, sums, STARS), space(wide=s.px(4)), opens), s.px(SIDES))


def _sums(s: Sight, sums: Figures) -> tuple[Piece, ...]:
    told = (("euro", points(sums.cost)), ("timer", points(sums.delay)), ("users", str(sums.effort)))
    return tuple(_figure(s, sign, said) for sign, said in told)


def _impact(s: Sight, sums: Figures, wide: float) -> Piece:
    tall = s.px(STAR)
    return made(s.px(wide), s.step(theme.TEXT), lambda box: stars(s, box.middle(box.w, tall), sums.impact))


def _figure(s: Sight, sign: str, said: str) -> Piece:
    return figure(s, sign, said, Style(back=theme.WHITE), 20, theme.INK_3)


def _way(s: Sight, launches: tuple[str, ...], width: int) -> int:
    """Give how all the months of a board are written, in cells so wide: the longest way in which each has room.

    Past the last way, none is written.
    """
    ways, least = zip(*(_ways(s, launch) for launch in launches), strict=True), _figures_line(s, Figures(), "").wide
    fits = [all(least + _figure(s, "calendar-clock", month).wide <= width for month in one) for one in ways]
    return fits.index(True) if True in fits else len(fits)


def _ways(s: Sight, launch: str) -> tuple[str, str, str]:
    year, number = launch[:4], launch[5:7]
    short = s.say(f"board.month.{number}", year=year)
    return calendar.month(launch, s.speaker.lang), short, f"{number}/{year}"


BAND_SIGNS = {
    "answers": ("check", theme.GOOD_3),
    "tension": ("zap", theme.ACCENT),
    "aside": ("circle-slash", theme.SAND),
    "retired": ("archive", theme.SAND),
}
"""Icon and colour of a lever's sign on its dark band."""


def _tone(session: Session, lever: str, issue: str, *, tense: bool) -> str:
    if tense:
        return "tension"
    if lever in session.workshop.deck.retired:
        return "retired"
    return "answers" if answers(session, lever, issue) else "aside"


def _lever(s: Sight, pick: Pick, lever: Band) -> Piece:
    """Give a lever's band: its sign, its words on as many lines as they need, its stage among all."""
    lang, face, issue = s.speaker.lang, lever.face, pick.card
    name, (sign, colour), long = lever.card.label.say(lang), BAND_SIGNS[lever.tone], s.px(150)
    words = hyphened(s, name, Style(ink=theme.WHITE, back=theme.INK, middle=True))

    def stages(box: Box) -> tuple[Mark, ...]:
        return steps(Box(box.x, box.y, min(box.w, long), s.px(5)), face, s.px(4), theme.INK_3)

    inner = column(grow(words), made(0, s.px(8), stages))
    shape = pad(row(sized(icon(s, sign, 22, colour), wide=s.px(24)), grow(inner), gap=s.px(6)), s.px(6))
    band = over(at_least(shape, s.px(theme.TARGET)), lambda box: (Fill(box, theme.INK, s.px(8), cut=s.px(14)),))
    spoken = s.say("board.laid", card=name, stage=face.name, issue=issue.label.say(lang))
    key, thing = f"lever:{issue.id}:{lever.card.id}", LeverThing(lever.card.id, issue.id)
    hint = s.say(f"board.tone.{lever.tone}")
    return node("card", key, spoken, band, does=Spotlight(lever.card.id), drags=thing, hint=hint,
                lang=lever.card.label.instead(lang))  # fmt: skip
