"""The history of a session in sentences: one an event, its ids named, its figures as the language writes them."""

from __future__ import annotations

from dataclasses import fields
from functools import reduce

from game.core.moves.advice import AdviceGiven, AdviceLifted
from game.core.moves.arbitration import TensionArbitrated
from game.core.moves.ballots import BallotCast
from game.core.moves.flow import SessionOpened
from game.core.moves.induction import QuestionAnswered
from game.core.moves.issues import IssueRenounced
from game.core.moves.judging import OffersJudged
from game.core.moves.measures import FollowedUp, MeasureRecorded, ObjectivesCarried
from game.core.moves.move import Event
from game.core.moves.objectives import MONTHS, ObjectiveAmended
from game.core.moves.questions import QuestionAsked
from game.core.moves.reasons import ReasonGiven
from game.core.moves.seats import CaoSet, VotingSet
from game.core.moves.share import IntentionAdded, ShareGuessed
from game.core.moves.steps import StepTold
from game.core.moves.votes import BallotClosed
from game.core.reasons import said as deck_said
from game.core.session import Session
from game.core.spoken import Advice
from game.words.calendar import day, month
from game.words.catalogue import Speaker
from game.words.names import Named, naming
from game.words.numbers import euros, number
from game.words.spoken import advice, question_text

KINDS = {
    "card": "card", "issue": "card", "lever": "card", "to": "card", "family": "family", "place": "place",
    "phase": "phase", "seat": "seat", "pair": "card", "kept": "card", "tied": "card", "renounced": "card",
    "field": "field", "way": "way", "frame": "frame", "question": "question", "axes": "axis",
    "moment": "moment",
}  # fmt: skip
"""What the fields of the events name."""


def sentence(session: Session, event: Event, speaker: Speaker) -> str:
    """Say what an event did, as it was seen from the session after it."""
    name = naming(session, speaker)
    facts = {part.name: getattr(event, part.name) for part in fields(event)}  # type: ignore[arg-type]
    said = {key: _worded(name, key, value, speaker) for key, value in facts.items()}
    if isinstance(event, SessionOpened) and not event.title:
        said["title"] = session.workshop.scenario.title.say(speaker.lang)
    if isinstance(event, IssueRenounced):
        item = event.item
        said |= {"card": name("card", item.card), "family": name("family", item.family), "reason": item.reason}
    if isinstance(event, IssueRenounced | ReasonGiven):
        said["reason"] = deck_said(session.workshop.deck.reasons, str(said["reason"]), speaker.lang)
    if isinstance(event, OffersJudged):
        said["choice"] = speaker.say(f"award.choice.{event.choice}")
    if isinstance(event, IntentionAdded):
        said["amount"] = euros(event.amount_ht, speaker.lang)
    if isinstance(event, ObjectiveAmended):
        said |= {key: _written(session, event.field, getattr(event, key), speaker) for key in ("value", "was")}
    said |= _reviewed(event, speaker) | _spoken(session, event, speaker)
    return speaker.say(f"log.{type(event).__name__}{_variant(session, event)}", **said).rstrip()


def _written(session: Session, field: str, value: str, speaker: Speaker) -> str:
    """Say what a field of a sheet holds as the sheet shows it: purchases by their titles, a month by its name."""
    if field == "intentions":
        titles = {one.id: one.title.say(speaker.lang) for one in session.all_intentions}
        return ", ".join(titles.get(one, one) for one in value.split()) or "–"
    if field == "status":
        return speaker.say(f"council.status.{value}")
    return month(value, speaker.lang) if field in MONTHS else value


def _reviewed(event: Event, speaker: Speaker) -> dict[str, object]:
    """Give the facts of what a review did: the codes taken over, the measure, the decision."""
    if isinstance(event, ObjectivesCarried):
        codes = ", ".join(one.code for one in event.objectives) or "–"
        return {"file": event.former.file, "quarter": event.former.quarter, "codes": codes}
    if isinstance(event, MeasureRecorded):
        one = event.measure
        value = one.value if one.amount is None else number(one.amount, speaker.lang)
        counted = f"{one.k}/{one.n}, {value}" if one.n else value
        return {"date": day(one.date, speaker.lang), "value": counted, "comment": one.comment}
    if isinstance(event, StepTold):
        value = speaker.say(f"review.written.{event.value}") if event.value in ("yes", "no") else event.value
        return {"step": speaker.say(f"review.step.{event.step}"), "value": value or "\u2013"}
    if isinstance(event, FollowedUp):
        return {"what": speaker.say(f"review.what.{event.decision.what}"), "reason": event.decision.reason}
    return {}


def _spoken(session: Session, event: Event, speaker: Speaker) -> dict[str, object]:
    """Give the words of a question, or of a guest."""
    if isinstance(event, QuestionAsked):
        return {"text": question_text(session, event.asked, event.text, speaker.lang)}
    if isinstance(event, AdviceGiven):
        return {
            "said": advice(
                Advice(event.seat, event.issue, event.word, event.month, event.amount), speaker.say, speaker.lang
            )
        }
    if isinstance(event, AdviceLifted):
        return {"said": speaker.say(f"advice.{event.word}.word")}
    return {}


def _worded(name: Named, key: str, value: object, speaker: Speaker) -> object:
    if isinstance(value, tuple):
        return _listed([str(_worded(name, key, one, speaker)) for one in value], speaker) or "–"
    if isinstance(value, str) and key in KINDS:
        return name(KINDS[key], value) if value else "–"
    return value


def _listed(names: list[str], speaker: Speaker) -> str:
    """Give names one after the other, told apart where a name has a comma of its own."""
    if not any("," in one for one in names):
        return ", ".join(names)
    return reduce(lambda one, other: speaker.say("log.apart", one=one, other=other), names)


def _variant(session: Session, event: Event) -> str:
    """Choose between two sentences of one event."""
    if isinstance(event, ShareGuessed | BallotCast):
        return _covered(session, event)
    if isinstance(event, TensionArbitrated):
        return "" if event.sentence else ".debated"
    if isinstance(event, ObjectiveAmended):
        return ".undressed" if event.undressed else ""
    if isinstance(event, BallotClosed):
        return ".tied" if event.tied else ""
    if isinstance(event, QuestionAnswered):
        return "" if event.said else ".not"
    if hasattr(event, "place") and not event.place and not isinstance(event, IntentionAdded):
        return ".row"
    if isinstance(event, VotingSet | CaoSet):
        return "" if (event.voting if isinstance(event, VotingSet) else event.cao) else ".not"
    return ""


def _covered(session: Session, event: ShareGuessed | BallotCast) -> str:
    """Choose between a sentence that tells and one that does not: a number, a name."""
    if isinstance(event, BallotCast):
        return "" if event.seat else ".anonymous"
    return "" if session.workshop.agenda.guesses == "open" else ".hidden"
