"""What dropping a card on a spot means in this workshop, and how it is said: it answers, it pulls, or it is allowed."""

from __future__ import annotations

from game.core import axes
from game.core.moves import COMMANDS, refusal
from game.core.moves.induction import LayFrame
from game.core.moves.issues import LiftIssue, MoveIssue, PlaceIssue
from game.core.moves.levers import LiftLever, MoveLever, PlaceLever
from game.core.moves.move import Command
from game.core.moves.votes import LayToken
from game.core.picks import answers, duty_of
from game.core.session import PlacedIssue, Session
from game.core.tensions import tension_with
from game.view.answer.gestures import (
    FrameSpot,
    FrameThing,
    HandSpot,
    IssueSpot,
    IssueThing,
    LeverThing,
    Meaning,
    PickSpot,
    PlaceSpot,
    Practise,
    PractiseSpot,
    PractiseThing,
    RowSpot,
    TabSpot,
    TokenThing,
)
from game.words.catalogue import Speaker, speaker

Meanings = tuple[Meaning, ...]


class TableRules:
    """What the hands ask of the rules (gestures.Rules): pure, so that it can be asked at each lift."""

    def meanings(self, session: Session | None, thing: object, spot: object, lang: str) -> Meanings:
        """Give what dropping a thing on a spot could mean, legal or not."""
        if session is None:
            meant = isinstance(thing, PractiseThing) and isinstance(spot, PractiseSpot)
            return (Meaning(Practise(), speaker(lang).say("first.spot")),) if meant else ()
        if isinstance(thing, IssueThing):
            return _issue(session, thing, spot, speaker(lang))
        if isinstance(thing, LeverThing):
            return _lever(session, thing, spot, speaker(lang))
        if isinstance(thing, TokenThing) and isinstance(spot, PickSpot):
            return (Meaning(LayToken(thing.seat, spot.issue), label(session, spot.issue, lang)),)
        if isinstance(thing, FrameThing) and isinstance(spot, FrameSpot):
            return (Meaning(LayFrame(thing.frame, spot.spot), speaker(lang).say("strip.spot", n=spot.spot)),)
        return ()

    def refused(self, session: Session | None, command: Command) -> bool:
        """Tell whether a command would be refused now, or would change nothing."""
        if session is None or not isinstance(command, COMMANDS):
            return not isinstance(command, Practise)
        return refusal(session, command) is not None or _idle(session, command)


def _idle(session: Session, command: Command) -> bool:
    """Tell whether a card already lies where it would go: no target lights up under it."""
    if isinstance(command, MoveIssue):
        issue = session.placed(command.card)
        return issue is not None and (issue.family, issue.place) == (command.family, command.place)
    return isinstance(command, MoveLever) and command.issue == command.to


def label(session: Session, card_id: str, lang: str) -> str:
    """Give the label of a card, of the deck or written at the table; its id when there is none."""
    card = session.issue_card(card_id) or session.lever_card(card_id) or session.workshop.deck.card(card_id)
    return card.label.say(lang) if card is not None else card_id


def _issue(session: Session, thing: IssueThing, spot: object, say: Speaker) -> Meanings:
    if isinstance(spot, HandSpot):
        placed = session.placed(thing.card) is not None
        return (Meaning(LiftIssue(thing.card), say.say("board.lift")),) if placed else ()
    return tuple(_laid(session, thing.card, family, place, say) for family, place in _grounds(session, spot))


def _grounds(session: Session, spot: object) -> tuple[tuple[str, str], ...]:
    """Give the (family, place) pairs a spot stands for; the first family of a decor place, to be refused."""
    if isinstance(spot, RowSpot):
        return ((spot.family, ""),)
    if isinstance(spot, TabSpot):
        return ((spot.family, spot.place),)
    if isinstance(spot, PlaceSpot):
        place = session.workshop.scenario.place(spot.place)
        families = place.families if place is not None else ()
        fallback = session.workshop.scenario.families[0].id
        return tuple((family, spot.place) for family in families or (fallback,))
    return ()


def _laid(session: Session, card: str, family: str, place: str, say: Speaker) -> Meaning:
    known = session.placed(card) is not None
    command = MoveIssue(card, family, place) if known else PlaceIssue(card, family, place)
    found = session.workshop.deck.family(family)
    name = found.name.say(say.lang) if found is not None else family
    tone, why = _why(session, card, family, name, say)
    return Meaning(command, name, tone, " ".join(filter(None, (why, _off(session, card, say)))))


def _why(session: Session, card: str, family: str, name: str, say: Speaker) -> tuple[str, str]:
    """Give how an issue stands in a family, and why."""
    owed = _owed(session, card, say)
    if owed:
        return "legal", owed
    tension = tension_with(session, card, family)
    if tension is not None:
        other = next(one for one in tension.pair if one != card)
        why = say.say("board.why.tension", card=label(session, other, say.lang), why=tension.why.say(say.lang))
        return "tension", why
    issue = session.issue_card(card)
    fits = issue is None or issue.blank or not issue.families or family in issue.families
    return "legal", "" if fits else say.say("board.why.other", family=name)


def _off(session: Session, card: str, say: Speaker) -> str:
    """Say that an issue serves none of the axes the council chose: it may lie there all the same."""
    axis = axes.off(session, card)
    return say.say("board.why.off", axis=axis.name.say(say.lang)) if axis is not None else ""


def _owed(session: Session, card: str, say: Speaker) -> str:
    """Say that a card only repeats a duty; empty where it is a choice."""
    duty = duty_of(session, session.issue_card(card) or session.lever_card(card))
    return say.say("board.why.duty", duty=duty.title.say(say.lang)) if duty is not None else ""


def _lever(session: Session, thing: LeverThing, spot: object, say: Speaker) -> Meanings:
    if isinstance(spot, HandSpot):
        return (Meaning(LiftLever(thing.card, thing.issue), say.say("board.lift")),) if thing.issue else ()
    if isinstance(spot, IssueSpot):
        issue = session.placed(spot.issue)
        return () if issue is None else (_under(session, thing, issue, say),)
    there = _issues_there(session, spot)
    answered = tuple(issue for issue in there if answers(session, thing.card, issue.card))
    found = tuple(_under(session, thing, issue, say) for issue in answered or there)
    return found if answered or len(found) != 1 else (_asked(found[0]),)


def _asked(meaning: Meaning) -> Meaning:
    return Meaning(meaning.command, meaning.name, meaning.tone, meaning.why, asks=True)


def _issues_there(session: Session, spot: object) -> tuple[PlacedIssue, ...]:
    """Give the issues of a row, a tab or a place."""
    if isinstance(spot, RowSpot):
        return session.issues_of(spot.family)
    if isinstance(spot, TabSpot):
        return tuple(issue for issue in session.issues_of(spot.family) if issue.place == spot.place)
    if isinstance(spot, PlaceSpot):
        return tuple(issue for issue in session.issues if issue.place == spot.place)
    return ()


def _under(session: Session, thing: LeverThing, issue: PlacedIssue, say: Speaker) -> Meaning:
    there = thing.issue
    command = MoveLever(thing.card, there, issue.card) if there else PlaceLever(thing.card, issue.card)
    name = label(session, issue.card, say.lang)
    fits = answers(session, thing.card, issue.card)
    said = say.say("board.why.answers" if fits else "board.why.aside", issue=name)
    said = " ".join(filter(None, (said, _owed(session, thing.card, say))))
    tension = tension_with(session, thing.card, issue.family)
    if tension is None:
        return Meaning(command, name, "answers", said) if fits else Meaning(command, said, "legal", said)
    other = next(one for one in tension.pair if one != thing.card)
    pull = say.say("board.why.tension", card=label(session, other, say.lang), why=tension.why.say(say.lang))
    return Meaning(command, name, "tension", f"{pull} {said}")
