"""The cards dealt to a new member: four issues, one of which is laid, then six levers, two of which are; one a trap."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.cards import IssueCard, LeverCard
from game.core.fitting import next_purchase
from game.core.induction import Deal
from game.core.moves.issues import LiftIssue, PlaceIssue
from game.core.moves.levers import LiftLever, PlaceLever
from game.core.objective import Figures
from game.core.picks import answers
from game.core.session import PlacedIssue, Session
from game.view.induction.page import heading, told_on
from game.view.parts.cards import face_of
from game.view.parts.loads import figures_line
from game.view.parts.pieces import icon, plate, text
from game.view.tree import theme
from game.view.tree.layout import Piece, Pieces, column, grid, grow, node, over, pad, row, sized, top, ways
from game.view.tree.looks import Style
from game.view.tree.sight import Sight

WIDE = 1500
"""From which width, at 1080p, levers stand three abreast."""


def chosen(session: Session) -> PlacedIssue | None:
    """Give the issue that was laid on the chosen family."""
    return next(iter(session.issues_of(session.newcomer.family)), None)


def cards(s: Sight, session: Session, deal: Deal) -> Sequence[Piece]:
    """Give the issues to choose from; once one is laid, it alone and the levers."""
    laid = chosen(session)
    if laid is None:
        found = [session.workshop.deck.issue(card) for card in deal.issues]
        tiles = [_issue(s, session, card, deal.family) for card in found if card is not None]
        return heading(s, "family:issues", s.say("family.issues")), _abreast(s, tiles, 2)
    levers = [session.workshop.deck.lever(card) for card in deal.levers]
    tiles = [_lever(s, session, card, laid) for card in levers if card is not None]
    parts: list[Piece | None] = [_laid(s, session, laid), heading(s, "family:levers", s.say("family.levers"))]
    parts += [_abreast(s, tiles, 3), _warning(s, deal, laid)]
    return tuple(part for part in parts if part is not None)


def _abreast(s: Sight, tiles: Pieces, across: int) -> Piece:
    wide = sized(grid(tiles, across, s.px(14)), wide=s.px(WIDE))
    return ways(wide, sized(grid(tiles, 2, s.px(14)), wide=s.px(900)), grid(tiles, 1, s.px(14)))


def _warning(s: Sight, deal: Deal, laid: PlacedIssue) -> Piece | None:
    """Tell kindly that a lever laid is the trap of the six, and why."""
    if deal.trap not in laid.levers:
        return None
    said = (s.say("family.trap"), deal.warning.say(s.speaker.lang))
    return told_on(s, "family:trap", "triangle-alert", said, theme.WARN)


def _issue(s: Sight, session: Session, card: IssueCard, family: str) -> Piece:
    bought = next_purchase(session, family)
    lays = PlaceIssue(card.id, family, bought.place if bought is not None else "")
    return _tile(s, session, card, lays, on=False)


def _laid(s: Sight, session: Session, laid: PlacedIssue) -> Piece | None:
    """Give the issue that is laid; a press takes it back as long as it has no lever."""
    card = session.issue_card(laid.card)
    return _tile(s, session, card, LiftIssue(laid.card), on=True) if isinstance(card, IssueCard) else None


def _lever(s: Sight, session: Session, card: LeverCard, laid: PlacedIssue) -> Piece:
    on = card.id in laid.levers
    does: object = LiftLever(card.id, laid.card) if on else PlaceLever(card.id, laid.card)
    note = (
        s.say("board.why.aside", issue=_label(s, session, laid))
        if on and not answers(session, card.id, laid.card)
        else ""
    )
    return _tile(s, session, card, does, on=on, note=note)


def _label(s: Sight, session: Session, laid: PlacedIssue) -> str:
    card = session.issue_card(laid.card)
    return card.label.say(s.speaker.lang) if card is not None else laid.card


def _tile(s: Sight, session: Session, card: IssueCard | LeverCard, does: object, *, on: bool, note: str = "") -> Piece:
    """Give a card to choose: its label, what it asks or does, for a lever its points; a check once it is laid."""
    lang, back = s.speaker.lang, theme.ACCENT_2 if on else theme.WHITE
    name, face = card.label.say(lang), face_of(s, card, session.workshop.deck)
    said = card.question if isinstance(card, IssueCard) else card.text
    sign = icon(s, "circle-check-big" if on else face.icon, 36)
    head = row(top(sign), grow(text(s, name, Style(theme.LABEL, bold=True, back=back))), gap=s.px(14))
    points = figures_line(s, _figures(card), back) if isinstance(card, LeverCard) else None
    aside = text(s, note, Style(bold=True, ink=theme.WARN, back=back)) if note else None
    lines = column(head, text(s, said.say(lang), Style(back=back)), points, aside, gap=s.px(6))
    edge, width = (theme.ACCENT, 5) if on else (theme.INK_3, 2)
    shape = over(pad(lines, s.px(20), s.px(12)), plate(s, back, edge, width))
    states = ("selected",) if on else ()
    hint = " ".join(filter(None, (said.say(lang), note)))
    return node(
        "card", f"dealt:{card.id}", name, shape, does=does, states=states, hint=hint, lang=card.label.instead(lang)
    )


def _figures(card: LeverCard) -> Figures:
    does = card.effects
    return Figures(does.cost, does.delay, does.effort, does.impact)
