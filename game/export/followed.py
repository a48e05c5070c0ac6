"""An objective that is followed, as papers tell it: where it stands, what was decided of it, its curve."""

from __future__ import annotations

from game.core.review import Carried, Decision
from game.export.aims import measured, quantity, steps
from game.export.blocks import Block, Curve, Facts, Heading
from game.export.papers import Pairs
from game.export.telling import Voice, amount


def section(tell: Voice, one: Carried, date: str) -> list[Block]:
    """Tell an objective of a former session at a date: where it stands, what was decided of it."""
    blocks: list[Block] = [Heading(f"{one.code} \u2013 {tell.read(one.title)}", 2), Facts(standing(tell, one, date))]
    curve = _curve(tell, one)
    return [*blocks, curve] if curve is not None else blocks


def standing(tell: Voice, one: Carried, date: str) -> Pairs:
    """Give what is known of it at a date, fact by fact."""
    done = tell.say("minutes.undecided") if one.decision is None else decision(tell, one.decision)
    facts = [
        ("paper.aim", measured(tell, one, held=one.effect)),
        ("column.steps", "\n".join(steps(tell, one)) or tell.say("paper.no_steps")),
        ("paper.now", _now(tell, one)),
        *([("paper.guess", quantity(tell, one.guess, one.unit))] if one.guess else []),
        ("paper.outcome", tell.say(f"outcome_{one.outcome(date)}")),
        ("paper.decision", done),
        ("column.status", tell.say(f"status_{one.status}")),
    ]
    return tuple((tell.say(name), said) for name, said in facts)


def decision(tell: Voice, found: Decision) -> str:
    """Say what a review decided, and why."""
    return tell.say("minutes.decision", what=tell.say(f"decision_{found.what}"), reason=tell.read(found.reason))


def _now(tell: Voice, one: Carried) -> str:
    """Give the latest measure, as so many of so many where contracts are counted, and the file it was found in."""
    last = one.measures[-1] if one.measures else None
    if last is None:
        return tell.say("no_measure")
    said = [_measured(tell, one, last.value, last.date)]
    if last.n:
        said.append(tell.say("paper.of", k=last.k, total=last.n))
    if last.comment:
        said.append(tell.read(last.comment))
    if last.file:
        said.append(tell.say("paper.file", file=last.file))
    return "\n".join(said)


def _measured(tell: Voice, one: Carried, value: str, date: str) -> str:
    return tell.say("paper.dated", value=quantity(tell, value, one.unit), date=tell.month(date))


def _curve(tell: Voice, one: Carried) -> Curve | None:
    """Draw baseline, measures and target, once there is something measured."""
    base = amount(one.baseline)
    points = [(one.baseline_date, float(base))] if base is not None else []
    points += [(measure.date, float(measure.amount)) for measure in one.curve if measure.amount is not None]
    if len(points) < 2:
        return None
    told = ", ".join(_measured(tell, one, repr(value), date) for date, value in points)
    said = tell.say("paper.curve", points=told, target=quantity(tell, one.target, one.unit))
    dated = tuple((tell.month(date), value) for date, value in points)
    return Curve(dated, one.goal, said)
