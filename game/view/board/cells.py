"""The cells of the ledger: an issue with its pin number, its levers under it, and what the pick weighs."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.cards import IssueCard, LeverCard
from game.core.family import Family
from game.core.objective import Figures
from game.core.picks import answers, figures, opportunities
from game.core.session import Session
from game.core.tensions import pulls
from game.view.answer.gestures import IssueSpot, IssueThing, LeverThing
from game.view.answer.intents import Spotlight
from game.view.parts.cards import Face, axis_colour, face_of, points, stars
from game.view.parts.naming import family as family_of
from game.view.plan.pins import disc_marks
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import calendar

EDGES = 42
"""What a lever's band keeps for its sign and its margins."""
SIDE = 48
"""Width of the strip on an issue's right: its pin, and the sign of a tension."""
SIDES, FIGURES, STARS, SIGN = 10, {"euro": 58, "timer": 58, "users": 46}, 58, 26
"""Widths in a cell's line of figures: its margins, each figure with its sign, the stars, and the sign of the month."""


@dataclass(frozen=True, slots=True)
class Band:
    """A lever as its band shows it; `tone` is a key of BAND_SIGNS."""

    card: LeverCard
    face: Face
    tone: str


@dataclass(frozen=True, slots=True)
class Pick:
    """All that the cell of a placed issue shows. `tense`: an open tension touches it; `gone`: its deck has it no more.

    `launch` is the month (YYYY-MM) of the purchase it can go in, `way` how months are written on this board.
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


def months(s: Sight, session: Session, width: int) -> tuple[dict[str, str], int]:
    """Give the month of each issue's purchase, and how months are written in cells `width` pixels wide."""
    launches = {card: one.launch for card, one in opportunities(session, session.issues).items()}
    return launches, _way(s, tuple(dict.fromkeys(launches.values())), _month_room(s, width))


def _month_room(s: Sight, width: int) -> int:
    """Give what a line of figures leaves for the month, in a cell `width` pixels wide."""
    figures = sum(s.px(wide) for wide in FIGURES.values())
    return width - 2 * s.px(SIDES) - figures - s.px(STARS) - s.px(4) - s.px(SIGN)


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
    )  # fmt: skip


def cell(s: Sight, key: str, pick: Pick | None, box: Box) -> Node:
    """Give a cell, with its issue or empty; `key` is that of an empty one."""
    if pick is not None:
        return s.part(f"cell:{pick.card.id}", _filled, pick, box)
    style = Style(ink=theme.QUIET, back=theme.WHITE, align="centre", middle=True)
    frame = Fill(box, theme.WHITE, s.px(10), theme.LINE, s.px(2), dash=s.px(7))
    look = frame, s.words(box, s.say("board.empty.issue"), style)
    return Node("cell", key, s.say("board.empty.issue"), box, look)


def _filled(s: Sight, pick: Pick, box: Box) -> Node:
    gap, rows, name = s.px(2), max(1, len(pick.levers)), pick.card.label.say(s.speaker.lang)
    band = _band(s, pick, box)
    foot, top = box.cut_bottom(rows * band + (rows - 1) * gap, gap)
    head, extra = _label_room(s, pick, top)
    kids = [_issue(s, pick, head)]
    if extra is not None:
        kids.append(_figures(s, pick, extra))
    kids += [
        _lever(s, pick, lever, spot) for lever, spot in zip(pick.levers, foot.stack(band, rows, gap), strict=False)
    ]
    look: list[Mark] = [Fill(box, theme.WHITE, s.px(10), theme.LINE, s.px(2))]
    if not pick.levers:
        look += _no_lever(s, foot)
    said = s.say("board.cell", card=name, n=len(pick.levers))
    card = pick.card.id
    return Node("cell", f"cell:{card}", said, box, tuple(look), accepts=IssueSpot(card), kids=tuple(kids))


def _band(s: Sight, pick: Pick, box: Box) -> int:
    """Give the height of a lever's band: two lines if a label needs them and the cell has the room."""
    one, two = s.px(theme.TARGET), 2 * s.step(theme.TEXT) + s.px(8)
    names = (lever.card.label.say(s.speaker.lang) for lever in pick.levers)
    short = max((s.width(name, theme.TEXT) for name in names), default=0) <= box.w - s.px(EDGES)
    room = box.h - 2 * s.step(theme.TEXT) - s.px(6)
    return one if short or room < (two + s.px(2)) * len(pick.levers) else two


def _no_lever(s: Sight, box: Box) -> tuple[Mark, ...]:
    frame = box.inset(s.px(5), s.px(4))
    word = s.words(box, s.say("board.empty.lever"), Style(ink=theme.QUIET, align="centre", middle=True))
    return Fill(frame, theme.PAPER, s.px(6), theme.LINE, s.px(2), dash=s.px(7), cut=s.px(12)), word


def _label_room(s: Sight, pick: Pick, box: Box) -> tuple[Box, Box | None]:
    """Share the room over the levers: the label first, then a line of figures if it fits."""
    if not pick.levers or box.h - s.step(theme.TEXT) < _label_tall(s, pick, box.w):
        return box, None
    extra, head = box.cut_bottom(s.step(theme.TEXT))
    return head, extra


def _label_tall(s: Sight, pick: Pick, width: int) -> int:
    label = s.tall(pick.card.label.say(s.speaker.lang), theme.TEXT, width - s.px(8 + 34 + SIDE + 6), bold=True)
    return max(s.px(theme.TARGET), label)


def needed(s: Sight, pick: Pick, width: int) -> int:
    """Give the height a cell of this width needs to show its label, its figures and its levers on one line each."""
    return _label_tall(s, pick, width) + s.step(theme.TEXT) + len(pick.levers) * s.px(theme.TARGET + 2) + s.px(2)


def _issue(s: Sight, pick: Pick, box: Box) -> Node:
    colour, card = axis_colour(pick.face.index), pick.card.id
    name = pick.card.label.say(s.speaker.lang)
    edge, rest = box.cut_left(s.px(8))
    icon, rest = rest.cut_left(s.px(34))
    side, words = rest.cut_right(s.px(SIDE), s.px(6))
    disc = side.cut_top(s.px(44))[0].middle(s.px(38), s.px(38))
    marks: list[Mark] = [
        Fill(edge, colour, s.px(8), square="right" if not pick.levers else "right bottom"),
        Icon(icon.cut_top(min(box.h, s.px(44)))[0].middle(s.px(26), s.px(26)), pick.face.icon, colour),
        s.fitted(words, name, Style(theme.LABEL, bold=True, back=theme.WHITE, middle=True), theme.BODY, theme.TEXT),
        *disc_marks(s, disc, str(pick.number), pick.family.colour),
    ]  # fmt: skip
    if (pick.tense or pick.gone) and box.h >= s.px(60):
        low = side.cut_bottom(box.h - s.px(42))[0]
        marks.append(Icon(low.middle(s.px(22), s.px(22)), "zap" if pick.tense else "archive", theme.WARN))
    spoken = s.say(
        "board.placed", card=name, axis=pick.face.name, number=pick.number, family=pick.family.name.say(s.speaker.lang)
    )
    hint = s.say("board.tension") if pick.tense else s.say("board.retired") if pick.gone else ""
    return Node("card", f"issue:{card}", spoken, box, tuple(marks), Spotlight(card), drags=IssueThing(card), hint=hint)


def _figures(s: Sight, pick: Pick, box: Box) -> Node:
    """Show what a pick costs, how long, how much effort, its impact, and the purchase it can go in."""
    sums = pick.sums
    told = points(sums.cost), points(sums.delay), str(sums.effort)
    inner = box.inset(s.px(SIDES), 0)
    marks: list[Mark] = []
    for (icon, wide), text in zip(FIGURES.items(), told, strict=True):
        spot, inner = inner.cut_left(s.px(wide))
        sign, words = spot.cut_left(s.px(22), s.px(3))
        marks += [Icon(sign.middle(s.px(20), s.px(20)), icon, theme.INK_3),
                  s.words(words, text, Style(back=theme.WHITE, middle=True))]  # fmt: skip
    spot, inner = inner.cut_left(s.px(STARS), s.px(4))
    marks += stars(s, spot.middle(spot.w, s.px(19)), sums.impact)
    if pick.launch and pick.way < len(_ways(s, pick.launch)):
        sign, words = inner.cut_left(s.px(SIGN - 4), s.px(4))
        shown = _ways(s, pick.launch)[pick.way]
        marks += [Icon(sign.middle(s.px(20), s.px(20)), "calendar-clock", theme.INK_3),
                  s.words(words, shown, Style(back=theme.WHITE, middle=True))]  # fmt: skip
    name = s.say(
        "board.figures", cost=points(sums.cost), delay=points(sums.delay), effort=sums.effort, impact=sums.impact
    )
    hint = s.say("board.opportunity", month=calendar.month(pick.launch, s.speaker.lang)) if pick.launch else ""
    return Node("text", f"figures:{pick.card.id}", f"{name} {hint}".strip(), box, tuple(marks), hint=hint)


def _way(s: Sight, launches: tuple[str, ...], room: int) -> int:
    """Give how all the months of the board are written: the longest way in which each has room; past the last, none."""
    ways = zip(*(_ways(s, launch) for launch in launches), strict=True)
    fits = [all(s.width(way, theme.TEXT) <= room for way in one) for one in ways]
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


def _lever(s: Sight, pick: Pick, lever: Band, box: Box) -> Node:
    lang, face = s.speaker.lang, lever.face
    name, cut = lever.card.label.say(lang), s.px(14)
    icon, colour = BAND_SIGNS[lever.tone]
    spot, rest = box.inset(s.px(6), 0).cut_left(s.px(24), s.px(6))
    bar, words = rest.cut_bottom(s.px(8))
    steps = bar.cut_top(s.px(5))[0].cut_left(min(bar.w, s.px(150)))[0].columns(face.count, s.px(4))
    marks: tuple[Mark, ...] = (
        Fill(box, theme.INK, s.px(8), cut=cut),
        Icon(spot.middle(s.px(22), s.px(22)), icon, colour),
        s.words(words, name, Style(ink=theme.WHITE, back=theme.INK, middle=True)),
        *(Fill(step, theme.ACCENT if i == face.index else theme.INK_3, step.h // 2) for i, step in enumerate(steps)),
    )
    issue = pick.card
    spoken = s.say("board.laid", card=name, stage=face.name, issue=issue.label.say(lang))
    key, thing = f"lever:{issue.id}:{lever.card.id}", LeverThing(lever.card.id, issue.id)
    return Node("card", key, spoken, box, marks, Spotlight(lever.card.id), drags=thing,
                hint=s.say(f"board.tone.{lever.tone}"))  # fmt: skip
