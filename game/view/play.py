"""A session on the table: the bar above, the footer below, and between them the body its phase asks for."""

from __future__ import annotations

from collections.abc import Callable

from game.core.session import Session
from game.view import instruction
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.instruction import HEARD, Instruction
from game.view.parts import bars, footer, podium, topbar
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import node, over, pad
from game.view.tree.looks import Fill, Stripes, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Body = Callable[[Sight, Ui, Session, Box], Node]


def _review(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.review import review

    return review.build(s, ui, session, box)


def _scouting(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.scouting import scouting

    return scouting.build(s, ui, session, box)


def _board(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.board import board

    return board.build(s, ui, session, box)


def _ballot(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.council import ballot

    return ballot.build(s, ui, session, box)


def _sheets(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.objectives import sheets

    return sheets.build(s, ui, session, box)


def _credits(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.credits import credits

    return credits.build(s, ui, session, box)


def _strip(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.induction import strip

    return strip.build(s, ui, session, box)


def _survey(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.survey import survey

    return survey.build(s, ui, session, box)


def _standing(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.induction import standing

    return standing.build(s, ui, session, box)


def _family(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.induction import family

    return family.build(s, ui, session, box)


def _tension(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.induction import tension

    return tension.build(s, ui, session, box)


def _leaving(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    from game.view.induction import leaving

    return leaving.build(s, ui, session, box)


BODIES: dict[str, Body] = {
    "review": _review,
    "guess": _scouting,
    "ledger": _board,
    "ballot": _ballot,
    "sheets": _sheets,
    "credits": _credits,
    "survey": _survey,
    "strip": _strip,
    "standing": _standing,
    "family": _family,
    "tension": _tension,
    "leaving": _leaving,
}
"""The body of a phase, by the first of its panels that is named here, read when it is first shown."""


MARGIN = 3
"""The margin above and below what is said over the bar."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the screen of an open session."""
    bar, rest = bars.cut(s.box, bars.head(s), low=ui.low)
    stripes, rest = bars.cut(rest, bars.sight(s).px(theme.STRIPES), low=ui.low)
    foot, middle = rest.cut_bottom(footer.height(s, ui))
    panel = next((panel for panel in session.stage.panels if panel in BODIES), "")
    if panel == "ledger":
        from game.view.board import board  # where it is the body, and nowhere else

        if board.reaches(s, ui):
            foot, middle = foot.cut_right(board.ledger_width(s, rest))[1], rest
    told = instruction.now(s, ui, session)
    kids = (
        topbar.build(s, ui, session, bar),
        _body(s, ui.covered(), session, panel, middle),
        footer.build(s, ui, foot, (told.said, told.legend), SelectTab(HEARD, "") if podium.stands(ui) else None),
        *((_aloud(s, ui, told),) if told.aloud and podium.stands(ui) and ui.tab(HEARD, "") != told.step else ()),
    )
    look = (Fill(s.box, theme.PAPER), Stripes(stripes, theme.SLATE, theme.CHALK))
    return Node("group", "play", "", s.box, look, kids=kids)


def _aloud(s: Sight, ui: Ui, told: Instruction) -> Node:
    """Give what is to be done as the room reads it, over the bar: it leaves at the first gesture (answer/update.py).

    What lies under the bar stays in sight, unless no way to say it is short enough.
    """
    style = Style(bold=True, back=theme.ACCENT_2, align="centre", middle=True)
    least = bars.head(s) + bars.sight(s).px(theme.STRIPES)
    across, down = s.px(28), bars.sight(s).px(MARGIN)
    room_for = (s.box.w - 2 * across, least - 2 * down)
    inside = pad(podium.sentence(s, ui, told.said, style, room_for), across, down)
    box = bars.cut(s.box, max(least, inside.tall(s.box.w)), low=ui.low)[0]
    look = over(inside, lambda area: (Fill(area, theme.ACCENT_2, 0, theme.INK, s.px(3)),))
    states = ("podium", "polite")
    return node("banner", "podium:now", told.said[0], look, does=SelectTab(HEARD, told.step), states=states).node(box)


def _body(s: Sight, ui: Ui, session: Session, panel: str, box: Box) -> Node:
    if not panel:
        return Node("group", "body", "", box)
    name = session.stage.title.say(s.speaker.lang)
    return s.guarded("body", box, lambda: BODIES[panel](s, ui, session, box), name)
