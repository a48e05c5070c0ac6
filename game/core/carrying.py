"""From a session to the next: what of it is carried over, in the names of the deck that is played now."""

from __future__ import annotations

from dataclasses import replace

from game.core.cards import Deck
from game.core.months import quarter
from game.core.objective import Objective, Undressed
from game.core.proposal import measures_effect
from game.core.review import STOPPED, WAITING, Carried, Former, GivenUp, Lost, Named
from game.core.session import Renounced, Session
from game.core.sheets import objectives
from game.core.text import Text, same

Traces = dict[str, tuple[int, ...]]
"""The ids of the rows of the session file in which an issue card or an objective's code was played."""


def carried(session: Session, deck: Deck, traces: Traces | None = None) -> tuple[Carried, ...]:
    """Give what the next session reviews: what this one followed and did not stop, then what it adopted.

    Cards that `deck` renamed (`former_ids`) go by their new ids; those it dropped keep their id and name.
    """
    found = traces or {}
    old = tuple(_again(one, deck) for one in session.carried if one.status != STOPPED)
    new = tuple(_first(session, sheet, deck, found) for sheet in objectives(session) if sheet.adopted)
    return (*old, *new)


def former(session: Session, deck: Deck, file: str, sha256: str) -> Former:
    """Give what is kept of the session itself."""
    guesses = [percent for _, percent in session.guesses]
    before = session.former.codes if session.former is not None else ()
    return Former(
        file=file,
        sha256=sha256,
        title=session.title,
        date=session.date,
        quarter=quarter(session.date) if session.date else "",
        guess=round(sum(guesses) / len(guesses), 1) if guesses else None,
        share=session.workshop.scenario.budget.share_pct,
        codes=(*before, *(sheet.code for sheet in objectives(session))),
        renounced=tuple(_given_up(session, item, deck) for item in session.renounced),
    )


def _again(one: Carried, deck: Deck) -> Carried:
    return replace(
        one,
        issue=_card(one.issue, deck),
        levers=tuple(_card(lever, deck) for lever in one.levers),
        status=WAITING,
        measured=len(one.measures),
        decided=len(one.decisions),
        guess="",
    )


def _first(session: Session, sheet: Objective, deck: Deck, traces: Traces) -> Carried:
    return Carried(
        code=sheet.code,
        mark=session.mark,
        quarter=quarter(session.date),
        issue=_card(_named(session, sheet.issue), deck),
        title=sheet.title,
        family=_family(session, sheet.family),
        place=_place(session, sheet.place),
        deputy=sheet.deputy,
        department=sheet.department,
        indicator=sheet.indicator,
        unit=sheet.unit,
        source=sheet.source,
        rhythm=sheet.rhythm,
        baseline=sheet.baseline,
        baseline_date=sheet.baseline_date,
        target=sheet.target,
        deadline=sheet.deadline,
        status=STOPPED if sheet.status == STOPPED else WAITING,
        levers=tuple(_card(_named(session, lever), deck) for lever in sheet.levers),
        intentions=sheet.intentions,
        tokens=session.ballot.count(sheet.issue),
        gestures=traces.get(sheet.issue, ()),
        lost=tuple(_lost(session, item) for item in sheet.undressed),
        effect=measures_effect(session, sheet),
        written_by=sheet.written_by,
        share=sheet.share,
        estimate=sheet.estimate,
        estimated=sheet.estimated,
        cadence=sheet.cadence,
    )


def _named(session: Session, card_id: str) -> Named:
    card = session.issue_card(card_id) or session.lever_card(card_id)
    return Named(card_id, card.label if card is not None else same(card_id))


def _card(named: Named, deck: Deck) -> Named:
    """Give a card by the id and the label the deck has for it now, if it still has it."""
    card = deck.card(named.id)
    return named if card is None else Named(card.id, card.label)


def _family(session: Session, family_id: str) -> Named:
    family = session.workshop.deck.family(family_id)
    return Named(family_id, family.name if family is not None else same(family_id))


def _place(session: Session, place_id: str) -> Named:
    place = session.workshop.scenario.place(place_id)
    return Named(place_id, place.name if place is not None else Text())


def _given_up(session: Session, item: Renounced, deck: Deck) -> GivenUp:
    return GivenUp(_card(_named(session, item.card), deck), _family(session, item.family), item.how, item.reason)


def _lost(session: Session, item: Undressed) -> Lost:
    sitting = session.sitting(item.seat)
    lever = item.field == "lever"
    was = _named(session, item.was).name if lever else same(item.was)
    seat = sitting.seat.role if sitting is not None else same(item.seat)
    return Lost(item.field, was, same(item.now), item.reason, seat, item.at)
