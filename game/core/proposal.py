"""What the cards propose to measure: the effect that the issue asks for; how far the lever is used is a step to it."""

from __future__ import annotations

from dataclasses import replace

from game.core.cards import LeverCard, Target
from game.core.expected import measurable_from
from game.core.frozen import dataclass
from game.core.indicator import Cadence, Indicator
from game.core.months import later, number, written
from game.core.objective import Objective, Share
from game.core.scenario import Intention
from game.core.session import PlacedIssue, Session
from game.core.sources import told
from game.core.text import Text

REVIEW = 3
"""Months to the next review: by then a start is established, and the levers are in the tender file."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sheet is filled in with. `months` is how long the target takes; `estimate` the deck's figure of the start.

    `baseline` is a figure only where it is no estimate, or where the deck knows no better (format 1).
    """

    indicator: Text = Text()
    unit: Text = Text()
    source: Text = Text()
    rhythm: Text = Text()
    target: str = ""
    months: int = 0
    baseline: str = ""
    estimate: str = ""
    cadence: Cadence = Cadence()
    share: Share = Share()


def proposal(session: Session, pick: PlacedIssue, cards: tuple[LeverCard, ...]) -> Proposal:
    """Give what the cards propose: the effect in the pick's family; the lever's own target where there is none."""
    card = session.issue_card(pick.card)
    effect = card.effect_in(pick.family) if card is not None else None
    lead = lead_target(cards, pick.family)
    if effect is None:
        return _by_lever(session, lead)
    share = _share(session, lead) if lead is not None and lead.name != effect.name else Share()
    return replace(_by_effect(session, effect), share=share)


def lead_target(cards: tuple[LeverCard, ...], family: str) -> Target | None:
    """Give the target of the first lever that has one in a family."""
    return next((found for card in cards if (found := card.target_of(family)) is not None), None)


def _by_effect(session: Session, effect: Indicator) -> Proposal:
    cadence = effect.cadence
    start = "0" if effect.adds_up else _established(session, cadence)
    return Proposal(
        effect.name, effect.unit, effect.source, effect.rhythm or session.workshop.scenario.rhythm, effect.aim,
        effect.months, start, _figure(effect.baseline), cadence,
    )  # fmt: skip


def _by_lever(session: Session, lead: Target | None) -> Proposal:
    """Measure the means: all that a deck of format 1 gives, or an issue written at the table."""
    rhythm = session.workshop.scenario.rhythm
    if lead is None:
        return Proposal(rhythm=rhythm)
    figure = _figure(lead.baseline)
    start = _established(session, Cadence()) if session.workshop.deck.tells_effects else figure
    return Proposal(lead.name, lead.unit, lead.source, rhythm, written(lead.goal), lead.months, start, figure)


def _share(session: Session, lead: Target) -> Share:
    return Share(lead.name, lead.unit, lead.source, written(lead.goal), later(session.date, lead.months))


def _figure(value: float | None) -> str:
    return "" if value is None else written(value)


def _established(session: Session, cadence: Cadence) -> str:
    """Give the month by which a start is to be established: the next review, or when its source next tells it."""
    return max(told(cadence, later(session.date, 1)), later(session.date, REVIEW))


def written_by(session: Session, bought: tuple[Intention, ...]) -> str:
    """Give the month by which the levers are in the tender file: the next review, or the month before a launch."""
    review, now = later(session.date, REVIEW), session.date[:7]
    before = (later(one.launch, -1) for one in bought if one.launch > now)
    return min((review, *before))


def deadline(session: Session, sheet: Objective, found: Proposal) -> str:
    """Give the month in which the target is measured: no sooner than its source tells the effect of what is bought."""
    if not found.months:
        return ""
    due = later(session.date, found.months)
    if found.cadence == Cadence():
        return due
    return told(found.cadence, max(due, measurable_from(session, sheet)))


def measures_effect(session: Session, sheet: Objective) -> bool:
    """Tell whether a sheet measures an effect: what its issue asks for, or anything but how far a lever is used."""
    card = session.issue_card(sheet.issue)
    if card is not None and any(one.name == sheet.indicator for one in card.indicators):
        return True
    cards = (session.lever_card(lever) for lever in sheet.levers)
    means = [one.name for card in cards if card is not None for one in (card.target, *card.targets) if one is not None]
    return bool(sheet.indicator) and sheet.indicator not in means


def estimated(session: Session, sheet: Objective) -> bool:
    """Tell whether the start of a sheet signed before this was kept is the deck's figure: nobody wrote another."""
    typed = {field for field, _ in session.sheet(sheet.issue).fields}
    return "baseline" not in typed and number(sheet.baseline) is not None
