"""The cells of the ledger: an issue with its pin number, its levers under it, and what the pick weighs."""

from __future__ import annotations

from game.core.family import Family
from game.core.picks import answers, figures, opportunity
from game.core.session import PlacedIssue, Session
from game.core.tensions import pulls
from game.view import theme
from game.view.box import Box
from game.view.cards import axis_colour, face_of, points, stars
from game.view.gestures import IssueSpot, IssueThing, LeverThing
from game.view.intents import Spotlight
from game.view.looks import Fill, Icon, Mark
from game.view.node import Node
from game.view.panels.naming import card as card_name
from game.view.panels.plan import disc_marks
from game.view.sight import Sight
from game.words import calendar

EDGES = 42
"""What a lever's band keeps for its sign and its margins."""
SIDE = 48
"""Width of the strip on an issue's right: its pin, and the sign of a tension."""


Pulled = frozenset[tuple[str, str]]
"""The (family, card) pairs that an open tension touches."""


def pulled_cards(session: Session) -> Pulled:
    """Find what open tensions touch: asked once for the whole ledger."""
    found = (pull for pull in pulls(session) if pull.open)
    return frozenset((family, card) for pull in found for family in pull.families for card in pull.tension.pair)


def cell(
    s: Sight, session: Session, family: Family, box: Box, i: int, issue: PlacedIssue | None, pulled: Pulled
) -> Node:
    """Give a cell, with its issue or empty."""
    if issue is None:
        look = (Fill(box, theme.WHITE, s.px(10), theme.LINE, s.px(2), dash=s.px(7)),
                s.words(box, s.say("board.empty.issue"), theme.TEXT, theme.QUIET, align="centre", middle=True,
                        back=theme.WHITE))  # fmt: skip
        return Node("cell", f"cell:{family.id}:{i}", s.say("board.empty.issue"), box, look)
    return _filled(s, session, family, box, issue, pulled)


def _filled(s: Sight, session: Session, family: Family, box: Box, issue: PlacedIssue, pulled: Pulled) -> Node:
    gap, rows = s.px(2), max(1, len(issue.levers))
    band = _band(s, session, box, issue)
    foot, top = box.cut_bottom(rows * band + (rows - 1) * gap, gap)
    head, extra = _label_room(s, session, top, issue)
    kids = [_issue(s, session, family, head, issue, tense=(family.id, issue.card) in pulled)]
    if extra is not None:
        kids.append(_figures(s, session, extra, issue))
    kids += [
        _lever(s, session, spot, lever, issue, tense=(family.id, lever) in pulled)
        for spot, lever in zip(foot.stack(band, rows, gap), issue.levers, strict=False)
    ]
    look: list[Mark] = [Fill(box, theme.WHITE, s.px(10), theme.LINE, s.px(2))]
    if not issue.levers:
        look += _no_lever(s, foot)
    name = s.say("board.cell", card=card_name(s, session, issue.card), n=len(issue.levers))
    return Node("cell", f"cell:{issue.card}", name, box, tuple(look), accepts=IssueSpot(issue.card), kids=tuple(kids))


def _band(s: Sight, session: Session, box: Box, issue: PlacedIssue) -> int:
    """Give the height of a lever's band: two lines if a label needs them and the cell has the room."""
    one, two = s.px(theme.TARGET), 2 * s.step(theme.TEXT) + s.px(8)
    widest = max((s.width(card_name(s, session, lever), theme.TEXT) for lever in issue.levers), default=0)
    short = widest <= box.w - s.px(EDGES)
    room = box.h - 2 * s.step(theme.TEXT) - s.px(6)
    return one if short or room < (two + s.px(2)) * len(issue.levers) else two


def _no_lever(s: Sight, box: Box) -> tuple[Mark, ...]:
    frame = box.inset(s.px(5), s.px(4))
    word = s.words(
        box, s.say("board.empty.lever"), theme.TEXT, theme.QUIET, align="centre", middle=True, back=theme.PAPER
    )
    return Fill(frame, theme.PAPER, s.px(6), theme.LINE, s.px(2), dash=s.px(7), cut=s.px(12)), word


def _label_room(s: Sight, session: Session, box: Box, issue: PlacedIssue) -> tuple[Box, Box | None]:
    """Share the room over the levers: the label first, then a line of figures if it fits."""
    if not issue.levers:
        return box, None
    step = s.step(theme.TEXT)
    label = card_name(s, session, issue.card)
    lines = len(s.wrap(label, theme.TEXT, _label_width(s, box), bold=True))
    needed = max(s.px(theme.TARGET), lines * step)
    if box.h - step < needed:
        return box, None
    extra, head = box.cut_bottom(step)
    return head, extra


def needed(s: Sight, session: Session, issue: PlacedIssue, width: int) -> int:
    """Give the height a cell of this width needs to show its label, its figures and its levers on one line each."""
    lines = len(s.wrap(card_name(s, session, issue.card), theme.TEXT, _label_width(s, Box(0, 0, width, 0)), bold=True))
    label = max(s.px(theme.TARGET), lines * s.step(theme.TEXT))
    return label + s.step(theme.TEXT) + len(issue.levers) * s.px(theme.TARGET + 2) + s.px(2)


def _label_width(s: Sight, box: Box) -> int:
    return box.w - s.px(8 + 34 + SIDE + 6)


def _issue(s: Sight, session: Session, family: Family, box: Box, issue: PlacedIssue, *, tense: bool) -> Node:
    card = session.issue_card(issue.card)
    assert card is not None
    face = face_of(s, card, session.workshop.deck)
    colour = axis_colour(face.index)
    name = card.label.say(s.speaker.lang)
    edge, rest = box.cut_left(s.px(8))
    icon, rest = rest.cut_left(s.px(34))
    side, words = rest.cut_right(s.px(SIDE), s.px(6))
    disc = side.cut_top(s.px(44))[0].middle(s.px(38), s.px(38))
    marks: list[Mark] = [
        Fill(edge, colour, s.px(8), square="right" if not issue.levers else "right bottom"),
        Icon(icon.cut_top(min(box.h, s.px(44)))[0].middle(s.px(26), s.px(26)), face.icon, colour),
        s.fitted(words, name, (theme.LABEL, theme.BODY, theme.TEXT), bold=True, middle=True,
                 back=theme.WHITE),
        *disc_marks(s, disc, str(issue.number), family.colour),
    ]  # fmt: skip
    gone = issue.card in session.workshop.deck.retired
    if (tense or gone) and box.h >= s.px(60):
        low = side.cut_bottom(box.h - s.px(42))[0]
        marks.append(Icon(low.middle(s.px(22), s.px(22)), "zap" if tense else "archive", theme.WARN))
    spoken = s.say(
        "board.placed", card=name, axis=face.name, number=issue.number, family=family.name.say(s.speaker.lang)
    )
    hint = s.say("board.tension") if tense else s.say("board.retired") if gone else ""
    return Node("card", f"issue:{issue.card}", spoken, box, tuple(marks), Spotlight(issue.card),
                drags=IssueThing(issue.card), hint=hint)  # fmt: skip


def _figures(s: Sight, session: Session, box: Box, issue: PlacedIssue) -> Node:
    """Show what a pick costs, how long, how much effort, its impact, and the purchase it can go in."""
    sums, ahead = figures(session, issue), opportunity(session, issue)
    inner = box.inset(s.px(10), 0)
    marks: list[Mark] = []
    for icon, text, wide in (("euro", points(sums.cost), 58), ("timer", points(sums.delay), 58),
                             ("users", str(sums.effort), 46)):  # fmt: skip
        spot, inner = inner.cut_left(s.px(wide))
        sign, words = spot.cut_left(s.px(22), s.px(3))
        marks += [Icon(sign.middle(s.px(20), s.px(20)), icon, theme.INK_3),
                  s.words(words, text, theme.TEXT, theme.INK, middle=True, back=theme.WHITE)]  # fmt: skip
    spot, inner = inner.cut_left(s.px(58), s.px(4))
    marks += stars(s, spot.middle(spot.w, s.px(19)), sums.impact)
    shown = _month(s, session, ahead.launch, inner.w - s.px(26)) if ahead is not None else ""
    if shown:
        sign, words = inner.cut_left(s.px(22), s.px(4))
        marks += [Icon(sign.middle(s.px(20), s.px(20)), "calendar-clock", theme.INK_3),
                  s.words(words, shown, theme.TEXT, theme.INK, middle=True, back=theme.WHITE)]  # fmt: skip
    name = s.say(
        "board.figures", cost=points(sums.cost), delay=points(sums.delay), effort=sums.effort, impact=sums.impact
    )
    hint = s.say("board.opportunity", month=calendar.month(ahead.launch, s.speaker.lang)) if ahead is not None else ""
    return Node("text", f"figures:{issue.card}", f"{name} {hint}".strip(), box, tuple(marks), hint=hint)


def _month(s: Sight, session: Session, launch: str, room: int) -> str:
    """Write a month as all the board's are: the longest way in which each of them has room; empty if none is."""
    found = [ahead.launch for ahead in (opportunity(session, issue) for issue in session.issues) if ahead is not None]
    ways = zip(*(_ways(s, one) for one in found), strict=True)
    fits = (all(s.width(way, theme.TEXT) <= room for way in one) for one in ways)
    return next((way for way, fit in zip(_ways(s, launch), fits, strict=True) if fit), "")


def _ways(s: Sight, launch: str) -> tuple[str, str, str]:
    year, number = launch[:4], launch[5:7]
    short = s.say(f"board.month.{number}", year=year)
    return calendar.month(launch, s.speaker.lang), short, f"{number}/{year}"


TONES = {
    "answers": ("check", "#BFE8D2"),
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


def _lever(s: Sight, session: Session, box: Box, lever_id: str, issue: PlacedIssue, *, tense: bool) -> Node:
    card = session.lever_card(lever_id)
    assert card is not None
    face = face_of(s, card, session.workshop.deck)
    tone = _tone(session, lever_id, issue.card, tense=tense)
    name, cut = card.label.say(s.speaker.lang), s.px(14)
    icon, colour = TONES[tone]
    spot, rest = box.inset(s.px(6), 0).cut_left(s.px(24), s.px(6))
    bar, words = rest.cut_bottom(s.px(8))
    steps = bar.cut_top(s.px(5))[0].cut_left(min(bar.w, s.px(150)))[0].columns(face.count, s.px(4))
    marks: tuple[Mark, ...] = (
        Fill(box, theme.INK, s.px(8), cut=cut),
        Icon(spot.middle(s.px(22), s.px(22)), icon, colour),
        s.words(words, name, theme.TEXT, theme.WHITE, middle=True, back=theme.INK),
        *(Fill(step, theme.ACCENT if i == face.index else theme.INK_3, step.h // 2) for i, step in enumerate(steps)),
    )
    spoken = s.say("board.laid", card=name, stage=face.name, issue=card_name(s, session, issue.card))
    thing = LeverThing(lever_id, issue.card)
    return Node("card", f"lever:{issue.card}:{lever_id}", spoken, box, marks, Spotlight(lever_id), drags=thing,
                hint=s.say(f"board.tone.{tone}"))  # fmt: skip
