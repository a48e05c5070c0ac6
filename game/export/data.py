"""A report as plain data: ids and codes always, names and texts in the language asked for.

The shape is published in assets/schema/objectives-2.schema.json; what is unknown or absent is null. A family or a place
is its id beside its name (`family`, `family_name`), so that the id can be grouped by without opening an object.
"""

from __future__ import annotations

from game.core.expected import measurable_from
from game.core.objective import Objective, Undressed
from game.core.proposal import measures_effect
from game.core.report import Report, Seated, Voted
from game.core.scenario import Intention
from game.core.session import Renounced
from game.core.smart import smart
from game.core.sources import by_hand
from game.core.tensions import Help, Pull
from game.core.text import Text
from game.export.heard import heard
from game.export.measured import effect, means
from game.export.obligations import owed
from game.export.review import review
from game.export.telling import Teller, clean
from game.export.tracing import award, ballot, small_numbers, trace

FORMAT, VERSION, SCHEMA = "clap-objectives", 2, "objectives-2.schema.json"
Json = dict[str, object]


def document(report: Report, lang: str) -> Json:
    """Give the whole report."""
    tell = Teller(lang, report)
    return {
        "$schema": SCHEMA,
        "format": FORMAT,
        "version": VERSION,
        "language": lang,
        "notice": tell.say("notice"),
        "session": _session(tell),
        "objectives": [_objective(tell, sheet) for sheet in report.objectives],
        "review": review(report, tell.text),
        "renounced": [_renounced(tell, item) for item in report.renounced],
        "undressed": [_undressed(item) for item in report.undressed],
        "ballot": ballot(report),
        "votes": [_vote(tell, rank, vote) for rank, vote in enumerate(report.votes, 1)],
        "tensions": [_tension(tell, pull) for pull in report.pulls],
        "synergies": [_synergy(tell, item) for item in report.helps],
        "events": [_event(tell, event) for event in report.session.events],
        "loads": [{"kind": g.kind, "used": g.used, "capacity": g.capacity, "over": g.over} for g in report.gauges],
        "assumed": clean(report.session.assumed) or None,
        "intentions": [_intention(tell, item) for item in report.intentions],
        **heard(tell),
    }


def _session(tell: Teller) -> Json:
    session = tell.report.session
    workshop = session.workshop
    return {
        "title": clean(session.title) or None,
        "town": tell.text(workshop.scenario.town),
        "date": session.date or None,
        "quarter": tell.report.quarter or None,
        "phase": session.phase,
        "closed": session.closed,
        "agenda": {
            "id": workshop.agenda.id, "title": tell.text(workshop.agenda.title), "minutes": workshop.agenda.minutes,
        },
        "deck": _made(tell, workshop.deck.id, workshop.deck.version, workshop.deck.title, workshop.deck.licence),
        "scenario": _made(
            tell, workshop.scenario.id, workshop.scenario.version, workshop.scenario.title, workshop.scenario.licence
        ),
        "law_as_of": workshop.deck.law_as_of or None,
        "seats": [_seat(tell, seat) for seat in tell.report.seats],
    }  # fmt: skip


def _made(tell: Teller, name: str, version: str, title: Text, licence: str) -> Json:
    return {"id": name, "version": version, "title": tell.text(title), "licence": licence or None}


def _seat(tell: Teller, seat: Seated) -> Json:
    sitting = seat.sitting
    return {
        "id": sitting.seat.id,
        "role": tell.text(sitting.seat.role),
        "present": sitting.present,
        "voting": sitting.voting,
        "cao": sitting.cao,
        "co_chair": sitting.seat.co_chair,
        "guess": seat.guess,
        "tokens": seat.tokens,
    }


def _objective(tell: Teller, sheet: Objective) -> Json:
    session = tell.report.session
    return {
        **_located(tell, sheet.family, sheet.place),
        **_sheet_texts(tell, sheet),
        "code": sheet.code,
        "issues": [_issue(tell, sheet.issue)],
        "levers": [_lever(tell, lever) for lever in sheet.levers],
        "intentions": [_intention(tell, item) for item in sheet.intentions],
        "effect": {
            **effect(sheet, tell.text, held=measures_effect(session, sheet)),
            "by_hand": by_hand(session, sheet),
            "measurable_from": measurable_from(session, sheet),
        },
        "means": means(sheet, tell.text),
        "resources": tell.text(sheet.means) or tell.points(sheet.figures),
        "effort": sheet.figures.effort,
        "cost": sheet.figures.cost,
        "delay": sheet.figures.delay,
        "impact": sheet.figures.impact,
        "confidence": sheet.confidence or None,
        "status": sheet.status,
        "status_name": tell.say(f"status_{sheet.status}"),
        "adopted": sheet.adopted,
        "smart": [{"letter": m.letter, "held": m.held, "reason": m.reason} for m in smart(session, sheet)],
        "undressed": [_undressed(item) for item in sheet.undressed],
        "tokens": session.ballot.count(sheet.issue), "award": award(session, sheet),
        "measures": [],
        "expected": small_numbers(tell.report, sheet),
        "trace": trace(tell.report, sheet, tell.text),
    }  # fmt: skip


def _sheet_texts(tell: Teller, sheet: Objective) -> Json:
    names = ("title", "deputy", "department", "tension", "arbitration", "legal", "cao")
    return {name: tell.text(getattr(sheet, name)) or None for name in names}


def _located(tell: Teller, family: str, place: str) -> Json:
    return {
        "family": family,
        "family_name": tell.family(family),
        "place": clean(place) or None,
        "place_name": tell.place(place) or None,
    }


def _issue(tell: Teller, card_id: str) -> Json:
    card = tell.report.session.issue_card(card_id)
    if card is None:
        return _card(tell, card_id) | {"title": None, "question": None, "written": False}
    return {
        "id": card_id,
        "label": tell.text(card.label),
        "title": tell.text(card.title) or None,
        "question": tell.text(card.question) or None,
        "written": card.blank,
    }


def _lever(tell: Teller, card_id: str) -> Json:
    card = tell.report.session.lever_card(card_id)
    if card is None:
        return _card(tell, card_id)
    effects = card.effects
    return {
        "id": card_id,
        "label": tell.text(card.label),
        "title": tell.text(card.title) or None,
        "text": tell.text(card.text) or None,
        "written": card.blank,
        "cost": effects.cost,
        "delay": effects.delay,
        "impact": effects.impact,
        "effort": effects.effort,
    }


def _card(tell: Teller, card_id: str) -> Json:
    return {"id": clean(card_id), "label": tell.card(card_id)}


def _intention(tell: Teller, item: Intention) -> Json:
    return {
        **_located(tell, item.family, item.place),
        "id": clean(item.id),
        "title": tell.text(item.title),
        "amount_ht": item.amount_ht,
        "launch": item.launch,
        "award": item.award or None,
        "duration_months": item.duration_months,
        "cpv": item.cpv or None,
        "procedure": tell.text(item.procedure) or None,
        "cao": item.cao,
        "cao_note": tell.text(item.cao_note) or None,
        "department": tell.text(item.department) or None,
        "added": item in tell.report.session.intentions,
        "duties": _duties(tell, item),
    }


def _duties(tell: Teller, item: Intention) -> list[Json] | None:
    """Give what the law asks of a purchase; None where the session knows no duties."""
    if not tell.report.session.workshop.duties.duties:
        return None
    return [
        {
            "id": one.duty.id,
            "title": tell.text(one.duty.title),
            "text": tell.text(one.duty.text),
            "since": one.duty.since,
            "reference": tell.text(one.duty.legal.text),
            "confidence": one.duty.legal.confidence,
            "doubt": one.doubt or None,
        }
        for one in owed(tell, item)
    ]


def _renounced(tell: Teller, item: Renounced) -> Json:
    return {
        **_located(tell, item.family, item.place),
        "issue": _card(tell, item.card),
        "levers": [_card(tell, lever) for lever in item.levers],
        "tokens": item.tokens,
        "how": item.how,
        "how_name": tell.say(f"how_{item.how}"),
        "reason": clean(item.reason) or None,
    }


def _undressed(item: Undressed) -> Json:
    return {
        "issue": item.issue,
        "field": item.field,
        "was": clean(item.was),
        "now": clean(item.now) or None,
        "reason": clean(item.reason),
        "seat": item.seat or None,
        "at": item.at,
    }


def _vote(tell: Teller, rank: int, vote: Voted) -> Json:
    return {
        **_located(tell, vote.pick.family, vote.pick.place),
        "rank": rank,
        "issue": _card(tell, vote.pick.card),
        "levers": [_card(tell, lever) for lever in vote.pick.levers],
        "tokens": vote.tokens,
        "kept": vote.kept,
    }


def _tension(tell: Teller, pull: Pull) -> Json:
    return {
        "cards": [_card(tell, card) for card in pull.tension.pair],
        "families": list(pull.families),
        "here": pull.here,
        "why": tell.text(pull.tension.why),
        "reconcile": tell.text(pull.tension.reconcile) or None,
        "open": pull.open,
        "arbitration": clean(pull.arbitration.sentence) or None if pull.arbitration is not None else None,
    }


def _synergy(tell: Teller, item: Help) -> Json:
    return {
        "cards": [_card(tell, card) for card in item.synergy.pair],
        "families": list(item.families),
        "here": item.here,
        "why": tell.text(item.synergy.why),
    }


def _event(tell: Teller, event_id: str) -> Json:
    event = tell.report.session.workshop.deck.event(event_id)
    if event is None:
        return {**_card(tell, event_id), "text": None, "effect": None, "loads": []}
    loads = [
        {"family": load.family, "cost": load.cost, "delay": load.delay, "effort": load.effort,
         "cancelled": bool(set(event.cancelled_by) & set(tell.report.session.levers_of(load.family)))}
        for load in event.loads
    ]  # fmt: skip
    texts = {"text": tell.text(event.text), "effect": tell.text(event.effect) or None}
    return {**_card(tell, event_id), **texts, "loads": loads}
