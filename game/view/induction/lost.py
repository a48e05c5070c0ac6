"""What was given up or lowered on the way, with its reason: to choose is to give up, and to say so."""

from __future__ import annotations

from game.core.review import Carried, Lost
from game.core.session import Session
from game.view.induction.page import told_on
from game.view.parts import naming, wording
from game.view.tree import theme
from game.view.tree.layout import Piece
from game.view.tree.sight import Sight
from game.words.calendar import month


def given_up(s: Sight, session: Session) -> Piece:
    """Tell one card that the last session renounced: the first with a reason, else the first."""
    found = session.former.renounced if session.former is not None else ()
    one = next((item for item in found if item.reason), next(iter(found), None))
    if one is None:
        return told_on(s, "standing:renounced", "archive", (s.say("standing.renounced.none"),))
    lang = s.speaker.lang
    why = s.say("standing.why", why=naming.reason(s, session, one.reason)) if one.reason else ""
    card = s.say("standing.renounced", card=one.card.name.say(lang), family=one.family.name.say(lang))
    return told_on(s, "standing:renounced", "archive", (card, why or s.say(f"standing.how.{one.how}")))


def lowered(s: Sight, session: Session) -> Piece:
    """Tell one objective that asks for less than it did, and why."""
    told = next((said for one in session.carried if (said := _less(s, session, one))), None)
    said = told or (s.say("standing.lowered.none"),)
    return told_on(s, "standing:lowered", "trending-down", said, theme.WARN)


def _less(s: Sight, session: Session, one: Carried) -> tuple[str, ...]:
    title = naming.typed(s, one.title.say(s.speaker.lang))
    if one.lost:
        return s.say("standing.lowered", title=title), _lost(s, session, one.lost[0])
    item = next((item for item in one.decisions if item.undressed), None)
    return (s.say("standing.lowered", title=title), wording.decided(s, item)) if item is not None else ()


def _lost(s: Sight, session: Session, item: Lost) -> str:
    lang, why = s.speaker.lang, naming.reason(s, session, item.reason)
    if item.field == "lever":
        return s.say("standing.lost.lever", lever=item.was.say(lang), why=why)
    dated = item.field == "deadline"
    was, now = (month(v.say(lang), lang) if dated else wording.figure(s, v.say(lang)) for v in (item.was, item.now))
    facts = {"field": s.say(f"council.field.{item.field}"), "was": was, "now": now}
    return s.say("standing.lost.field", why=why, **facts)
