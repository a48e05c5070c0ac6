"""What the picks cost and delay in euros and weeks, as the table says it where one chooses."""

from __future__ import annotations

from game.core.burden import Burden, burdens_of, toll
from game.core.session import PlacedIssue, Session
from game.view.tree.sight import Sight
from game.words.added import added_euros, added_weeks


def of_all(s: Sight, session: Session, *, named: bool = False) -> str:
    """Say what the picks that weigh add up to, on how many purchases, `named` or not; empty where none has one."""
    found = toll(session)
    if found is None or not found.linked:
        return ""
    lang, late = s.speaker.lang, found.late
    facts = {"n": len(late), "weeks": added_weeks(s.say, found.weeks, lang)}
    delay = s.say("burden.late", **facts) if late else s.say("burden.no_delay")
    if late and named:
        delay = s.say("burden.named", delay=delay, which=", ".join(one.bought.title.say(lang) for one in late))
    euros = added_euros(found.euros, lang)
    return s.say("burden.all", euros=euros, delay=delay, linked=found.linked, n=found.picks)


def of_pick(s: Sight, session: Session, pick: PlacedIssue) -> tuple[str, ...]:
    """Say what a pick adds to each purchase it is written in."""
    return tuple(_one(s, one) for one in burdens_of(session, pick))


def _one(s: Sight, one: Burden) -> str:
    lang = s.speaker.lang
    facts = {"euros": added_euros(one.euros, lang), "weeks": added_weeks(s.say, one.weeks, lang)}
    return s.say("burden.one", title=one.bought.title.say(lang), **facts)
