"""What the table has to do now: one sentence with its numbers, from the moves its phase allows and from the session."""

from __future__ import annotations

from collections.abc import Callable

from game.core import axes
from game.core.ballot import HANDS, SECRET
from game.core.frozen import dataclass
from game.core.induction import astray
from game.core.judging import judgeable
from game.core.load import counted, overload
from game.core.picks import kept
from game.core.session import Session
from game.core.survey import moment_of
from game.core.tensions import pulls
from game.view.answer.ui import Ui
from game.view.tree.sight import Sight

HEARD = "instruction:heard"
"""The tab that keeps the step whose instruction the room has seen: another step's is told anew."""
ASKED = ("guess", "guess.full", "share", "share.only")
LAID = {"place_issue", "place_lever", "lay_token"}
"""Moves of the phases in which what lies on the table has a number."""
Facts = dict[str, object]


@dataclass(frozen=True, slots=True)
class Instruction:
    """What is to be done: the step of the workshop it is about, then the ways to say it, the longest first."""

    step: str
    said: tuple[str, ...]
    legend: tuple[str, ...] = ()
    """What the signs on the screen mean in this phase, the longest way to say it first."""
    aloud: bool = True
    """Whether it is brought to the room: not where the screen itself asks or tells as largely (ASKED)."""


def now(s: Sight, ui: Ui, session: Session) -> Instruction:
    """Give what is to be done now. A phase whose agenda words its own instruction says that one first."""
    step, facts = _step(s, ui, session)
    key, own = f"now.{step}", session.stage.instruction.say(s.speaker.lang)
    ways = [s.say(key, **facts)]
    if own and facts.get("n"):
        ways.insert(0, own.replace("{n}", str(facts["n"])))
    ways += [s.say(f"{key}.{way}", **facts) for way in ("limit", "short") if s.speaker.has(f"{key}.{way}")]
    named = f"{session.phase}:{step}:{facts.get('seat', '')}"
    return Instruction(named, tuple(ways), _legend(s, ui, session), step not in ASKED)


def _legend(s: Sight, ui: Ui, session: Session) -> tuple[str, ...]:
    """Say what a number in a disc is, and what the gauges count once there are some."""
    if "guess" in session.stage.moves:
        listed = session.revealed and ui.tab("scouting", "share") != "share"
        return (s.say("legend.purchase"), s.say("legend.purchase.short")) if listed else ()
    if not LAID & set(session.stage.moves):
        return ()
    kind = "issue" if "ledger" in session.stage.panels else "pick"
    number, loads = ((s.say(f"legend.{one}"), s.say(f"legend.{one}.short")) for one in (kind, "loads"))
    if not counted(session):
        return number if kind == "pick" else ()  # the board says it where its loads will stand (parts/loads.py)
    both = (s.say("legend.both", one=one, other=other) for one, other in zip(number, loads, strict=True))
    return (*both, *loads, number[-1])


def _step(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    """Find the step: the first of the moves below that the phase allows says it; a phase without one closes."""
    if "survey" in session.stage.panels:
        return _survey(session)
    for move, told in STEPS:
        if move in session.stage.moves:
            return told(s, ui, session)
    ends = "closed" if session.closed else "close"
    return (f"{ends}.tryout" if session.workshop.agenda.tryout else ends), {}


def _counted(step: str, n: int, **more: object) -> tuple[str, Facts]:
    return (step, {"n": n, **more}) if n else (f"{step}.full", {})


def _survey(session: Session) -> tuple[str, Facts]:
    asked = moment_of(session.workshop.agenda, session.phase)
    done = any(one.moment == asked for one in session.survey)
    return _counted("survey", 0 if done else len(session.workshop.scenario.takeaway.questions))


def _review(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    return _counted("review", sum(one.decision is None for one in session.carried))


def _guess(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    if session.revealed and "map" not in session.stage.panels:
        return "share.only", {}
    if session.revealed:
        return ("share" if ui.tab("scouting", "share") == "share" else "map"), {}
    return _counted("guess", len(session.unanswered))


def _issues(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    if axes.awaited(session):
        return "axes", {"limit": session.limits.axes}
    limit = session.limits.issues_per_family
    return _counted("issues", limit * len(session.workshop.families) - len(session.issues), limit=limit)


def _levers(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    if not session.issues:
        return "levers.none", {}
    bare = sum(not issue.levers for issue in session.issues)
    if not bare and overload(session) is not None:
        return "levers.over", {}
    return _counted("levers", bare, limit=session.limits.levers_per_issue)


def _council(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    if session.ballot.closed:
        return _settling(session)
    from game.view.council import ballot

    if ballot.side(s, ui, session) == "debate":
        n = sum(pull.open for pull in pulls(session))
        return ("debate", {"n": n}) if n else ("vote.next", {}) if session.events else ("event", {})
    return _counting(session) if session.way == HANDS else _turn(s, ui, session)


def _counting(session: Session) -> tuple[str, Facts]:
    """Hands are counted for the whole council at once."""
    from game.view.council import hands

    return _counted("hands", hands.uncounted(session), limit=session.limits.objectives)


def _turn(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    """Tell whose turn it is; in an anonymous vote, how many have still to vote."""
    from game.view.council import secret, voting

    hidden, limit = session.way in SECRET, session.limits.objectives
    up = secret.next_up(ui, session) if hidden else voting.chosen(s, ui, session)
    seat = session.sitting(up)
    role = seat.seat.short.say(s.speaker.lang) if seat is not None else ""
    if hidden:
        n = secret.missing(session)
        return _counted("ballots", n, seat=role) if role else _counted("ballots.any", n)
    n, lacking = voting.left(session, up) if role else 0, voting.lacking(session)
    if lacking and not n:
        return "vote.pass", {"seat": role}
    return _counted("vote", n, seat=role, most=session.limits.tokens_per_pick, limit=limit)


def _settling(session: Session) -> tuple[str, Facts]:
    if session.ballot.tied:
        return "tie", {"n": session.ballot.left, "count": len(session.ballot.tied)}
    if overload(session) is not None:
        return "over", {}
    return "kept", {"n": len(kept(session))}


def _strip(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    told, done = session.workshop.scenario.induction, session.newcomer
    waits = len(astray(told, done))
    left = sum(done.answered(one.id) is None for one in told.questions)
    if waits:
        return "strip", {"n": waits}
    from game.view.induction import strip

    return _counted("answers", left) if strip.asks(ui, session) else ("strip.full", {})


def _standing(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    from game.view.induction import standing

    return _counted("standing", standing.unread(ui, session))


def _family(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    done = session.newcomer
    if not done.family:
        return "family", {}
    if not session.issues_of(done.family):
        return "family.issue", {}
    left = session.limits.levers_per_issue - len(session.levers_of(done.family))
    if left > 0:
        return "family.levers", {"n": left}
    if not session.events:
        return "family.event", {}
    return ("family.full" if done.mended else "family.sentence"), {}


def _tension(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    return ("tension.full" if session.newcomer.talked else "tension"), {}


def _sheets(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    return _counted("sheets", sum(not session.sheet(pick.card).adopted for pick in kept(session)))


def _closing(s: Sight, ui: Ui, session: Session) -> tuple[str, Facts]:
    """The tender board's five minutes come before the end, where the agenda has them."""
    waiting = "cao" in session.stage.panels and not session.judged and judgeable(session)
    return ("closed" if session.closed else "judge" if waiting else "close"), {}


STEPS: tuple[tuple[str, Callable[[Sight, Ui, Session], tuple[str, Facts]]], ...] = (
    ("lay_frame", _strip),
    ("choose_family", _family),
    ("talk_over", _tension),
    ("follow_up", _review),
    ("guess_measure", _standing),
    ("guess", _guess),
    ("place_issue", _issues),
    ("place_lever", _levers),
    ("lay_token", _council),
    ("adopt", _sheets),
    ("judge_offers", _closing),
)
"""What each move asks of the table, by the move's name in `moves:` of a phase."""
