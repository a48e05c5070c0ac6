"""What the spotlight says of a card: headings and sentences, in the language of the table."""

from __future__ import annotations

from dataclasses import replace

from game.core.cards import EventCard, IssueCard, LeverCard, Target
from game.core.due_anyway import Anyway, due_anyway
from game.core.fitting import fits, opportunity
from game.core.frozen import dataclass
from game.core.glossary import Term, used
from game.core.indicator import Indicator
from game.core.law import dated, over_a_year
from game.core.legal import Legal, Page, page_of
from game.core.picks import duty_of
from game.core.session import PlacedIssue, Session
from game.core.tensions import where
from game.core.text import Text
from game.view.answer.meanings import label
from game.view.parts import burden, voices
from game.view.parts.lawful import reference
from game.view.tree.sight import Sight
from game.words import calendar
from game.words.aims import with_unit
from game.words.numbers import number
from game.words.spacing import percents
from game.words.units import counted

Card = IssueCard | LeverCard | EventCard
JOIN = "\u00a0· "
"""Between the names of a list: the dot stays at the end of its line."""
PROPOSED = 3
"""The most purchases named for a pick that has none at its place: the sheet lists them all."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One block: a key of the catalogue (its heading), an icon, sentences; the official page they lead to."""

    head: str
    icon: str
    lines: tuple[str, ...]
    page: Page | None = None


def spotlit(session: Session, card_id: str) -> Card | None:
    """Find any card: of the deck, or written at the table."""
    return session.issue_card(card_id) or session.lever_card(card_id) or session.workshop.deck.card(card_id)


def placed_with(session: Session, card: Card) -> tuple[PlacedIssue, ...]:
    """Give the picks a card is in."""
    if isinstance(card, IssueCard):
        found = session.placed(card.id)
        return () if found is None else (found,)
    return tuple(issue for issue in session.issues if card.id in issue.levers)


def lead(card: Card) -> Text:
    """Give what a card asks or tells."""
    return card.question if isinstance(card, IssueCard) else card.text


def own(s: Sight, session: Session, card: Card) -> tuple[Fact, ...]:
    """Give the card's own words: what to aim at, what it changes here."""
    lang = s.speaker.lang
    town = session.workshop.scenario.note(card.id).say(lang)
    found = [
        *_voices(s, session, card),
        _owed(s, session, card),
        Fact("spot.opportunity_head", "calendar-clock", _chances(s, session, card)),
        Fact("spot.burden", "euro", _burden(s, session, card)),
        Fact("spot.town", "map-pin", (town,)),
    ]
    if isinstance(card, IssueCard):
        found.append(Fact("spot.indicators", "chart-line", tuple(_indicator(s, one) for one in card.indicators)))
    if isinstance(card, LeverCard):
        found.append(Fact("spot.action", "square-pen", (card.action.say(lang),)))
        aims = (card.target, *card.targets)
        found.append(Fact("spot.target", "target", tuple(_target(s, one) for one in aims if one is not None)))
    if isinstance(card, EventCard):
        found.append(Fact("spot.effect", "zap", (card.effect.say(lang),)))
        found.append(Fact("spot.cancelled", "shield", tuple(label(session, one, lang) for one in card.cancelled_by)))
    found.append(Fact("spot.note", "info", (card.note.say(lang),)))
    found.append(_anyway(s, session, card))
    return _said(found)


def around(s: Sight, session: Session, card: Card) -> tuple[Fact, ...]:
    """Give what stands around the card: the law, the CAO, the cards it answers, pulls against or helps."""
    lang = s.speaker.lang
    found: list[Fact] = []
    if not isinstance(card, EventCard) and card.legal is not None:
        page = page_of(session.workshop.deck.pages, card.legal, lang)
        found.append(Fact("spot.legal", "scale", _law(s, session, card.legal), page))
    if isinstance(card, LeverCard):
        found.append(Fact("spot.cao", "gavel", (card.cao.say(lang),)))
        found.append(Fact("spot.answers", "check", (_list(session, card.answers, lang),)))
    if isinstance(card, IssueCard):
        levers = tuple(lever.id for lever in session.workshop.deck.levers if card.id in lever.answers)
        found.append(Fact("spot.answered", "check", (_list(session, levers, lang),)))
    if not isinstance(card, LeverCard):
        found.append(Fact("spot.families", "layers", (_families(session, card, lang),)))
    found.append(Fact("spot.tensions", "zap", _tensions(s, session, card.id)))
    found.append(Fact("spot.synergies", "handshake", _synergies(s, session, card.id)))
    return _said(found)


def _law(s: Sight, session: Session, legal: Legal) -> tuple[str, ...]:
    """Give the law in a plain sentence, then its reference; and that it is quoted as of over a year ago, if it is."""
    deck = session.workshop.deck
    old = s.say("spot.legal_old") if over_a_year(dated(deck, legal), session.date) else ""
    return (legal.plain.say(s.speaker.lang), reference(s, deck, legal), old)


def words(s: Sight, session: Session, card: Card) -> tuple[Term, ...]:
    """Give the words of the trade that a card uses, among those its deck explains."""
    lang = s.speaker.lang
    facts = (*own(s, session, card), *around(s, session, card))
    said = (card.label.say(lang), lead(card).say(lang), *(line for fact in facts for line in fact.lines))
    return used(session.workshop.deck.glossary, said, lang)


def _voices(s: Sight, session: Session, card: Card) -> tuple[Fact, ...]:
    """Tell what was asked and said of a placed issue, and that it serves none of the axes chosen."""
    if not isinstance(card, IssueCard):
        return ()
    off = voices.off(s, session, card.id) if session.placed(card.id) is not None else ""
    return (
        Fact("spot.questions", "message-circle-question-mark", voices.questions(s, session, card.id)),
        Fact("spot.advice", "building-2", voices.words(s, session, card.id)),
        Fact("spot.axes", "circle-slash", (off,)),
    )


def _owed(s: Sight, session: Session, card: Card) -> Fact:
    """Tell the duty a card only repeats."""
    duty = None if isinstance(card, EventCard) else duty_of(session, card)
    told = () if duty is None else (s.say("spot.duty_text", text=duty.text.say(s.speaker.lang)),)
    return Fact("spot.duty", "landmark", told)


def _anyway(s: Sight, session: Session, card: Card) -> Fact:
    """Tell what stays due even if a placed issue is dropped."""
    placed = placed_with(session, card) if isinstance(card, IssueCard) else ()
    return Fact(
        "spot.anyway", "landmark", tuple(line for one in placed for line in stays_due(s, session, one.family, one.card))
    )


def stays_due(s: Sight, session: Session, family: str, card: str) -> tuple[str, ...]:
    """Say in a line each what stays due on which purchases, even if an issue is dropped."""
    return tuple(_stays(s, one) for one in due_anyway(session, family, card))


def _stays(s: Sight, one: Anyway) -> str:
    lang = s.speaker.lang
    duties = JOIN.join(duty.title.say(lang) for duty in one.duties)
    if one.whole:
        return s.say("spot.anyway_all", duties=duties, n=len(one.purchases))
    return s.say("spot.anyway_text", duties=duties, purchases=JOIN.join(each.title.say(lang) for each in one.purchases))


def _said(found: list[Fact]) -> tuple[Fact, ...]:
    kept = (replace(fact, lines=tuple(line for line in fact.lines if line)) for fact in found)
    return tuple(fact for fact in kept if fact.lines)


def _chances(s: Sight, session: Session, card: Card) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_chance(s, session, issue) for issue in placed_with(session, card)))


def _burden(s: Sight, session: Session, card: Card) -> tuple[str, ...]:
    """Say what the picks a card is in add to their purchases."""
    found = (line for pick in placed_with(session, card) if pick.levers for line in burden.of_pick(s, session, pick))
    return tuple(dict.fromkeys(found))


def _chance(s: Sight, session: Session, issue: PlacedIssue) -> str:
    """Say which purchase at its place a pick goes in; else those of the family that fit, or that none does."""
    lang, found = s.speaker.lang, opportunity(session, issue)
    if found is not None:
        month = calendar.month(found.launch, lang)
        return s.say("spot.opportunity", title=found.title.say(lang), month=month)
    sound = [fit.bought for fit in fits(session, issue) if fit.sound][:PROPOSED]
    if not sound:
        return s.say("spot.no_purchase")
    return s.say("spot.proposed", titles=JOIN.join(one.title.say(lang) for one in sound))


def _indicator(s: Sight, one: Indicator) -> str:
    """Tell an indicator, and what an objective may aim at with it."""
    lang = s.speaker.lang
    said = s.say("spot.indicator", name=one.name.say(lang), unit=one.unit.say(lang), source=one.source.say(lang))
    if not one.aims:
        return said
    aim = with_unit(one.aim, one.unit, lang)
    start = "" if one.baseline is None else s.say("spot.estimate", figure=number(one.baseline, lang))
    return percents(s.say("spot.aim", indicator=said, aim=aim, months=one.months) + start, lang)


def _target(s: Sight, target: Target) -> str:
    lang = s.speaker.lang
    facts = {"name": target.name.say(lang), "months": target.months}
    goal = counted(number(target.goal, lang), target.unit.say(lang), lang)
    if target.baseline is None:
        return percents(s.say("spot.target_open", goal=goal, **facts), lang)
    return percents(s.say("spot.target_text", goal=goal, baseline=number(target.baseline, lang), **facts), lang)


def _list(session: Session, cards: tuple[str, ...], lang: str) -> str:
    return JOIN.join(label(session, one, lang) for one in cards)


def _families(session: Session, card: IssueCard | EventCard, lang: str) -> str:
    found = (session.workshop.deck.family(name) for name in card.families)
    return JOIN.join(family.name.say(lang) for family in found if family is not None)


def _tensions(s: Sight, session: Session, card: str) -> tuple[str, ...]:
    lang = s.speaker.lang
    mine = [one for one in session.workshop.deck.tensions if card in one.pair]
    said = [
        (here, s.say("spot.tension", card=label(session, other, lang), why=one.why.say(lang),
                     reconcile=one.reconcile.say(lang)))
        for one in mine
        for other in one.pair if other != card
        for here in (bool(where(session, other)),)
    ]  # fmt: skip
    return _here_first(s, said)


def _synergies(s: Sight, session: Session, card: str) -> tuple[str, ...]:
    lang = s.speaker.lang
    said = [
        (bool(where(session, other)), s.say("spot.synergy", card=label(session, other, lang), why=one.why.say(lang)))
        for one in session.workshop.deck.synergies if card in one.pair
        for other in one.pair if other != card
    ]  # fmt: skip
    return _here_first(s, said)


def _here_first(s: Sight, said: list[tuple[bool, str]]) -> tuple[str, ...]:
    """Put what touches a card on the board first, and say so."""
    ordered = sorted(said, key=lambda pair: not pair[0])
    return tuple(s.say("spot.on_board") + text if here else text for here, text in ordered)
