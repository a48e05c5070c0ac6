"""What a sheet's field says, as people write it: months in words, numbers with the language's point."""

from __future__ import annotations

from functools import reduce

from game.core import months
from game.core.aims import change
from game.core.months import number, written
from game.core.objective import FIELDS, Objective, Undressed
from game.core.owed import due
from game.core.review import Carried, Decision, Measure
from game.core.scenario import Intention, Workshop
from game.core.session import Session
from game.core.sheets import written_over
from game.core.text import Text
from game.view.answer.ui import Ui
from game.view.parts import naming
from game.view.tree.sight import Sight
from game.words.calendar import month
from game.words.numbers import euros_short
from game.words.spacing import percents
from game.words.units import after_figure

MONTHS = ("baseline_date", "deadline", "written_by", "share_by")


def shown(s: Sight, sheet: Objective, field: str) -> str:
    """Give a field's value in the table's language; typed back as it is, it changes nothing."""
    value = getattr(sheet, field)
    if isinstance(value, Text):
        return value.say(s.speaker.lang)
    if field in MONTHS:
        return month(value, s.speaker.lang)
    if field == "baseline":
        return start(s, value)
    return figure(s, value) if field in ("target", "share_target") else str(value)


def live(s: Sight, ui: Ui, sheet: Objective, prefix: str) -> Objective:
    """Give a sheet with what is being typed in its fields (keys `prefix` + field), not yet recorded."""
    typed = ((name, ui.text(prefix + name)) for name in FIELDS if name != "intentions" and _typed(s, ui, prefix + name))
    return reduce(written_over, typed, sheet)


def _typed(s: Sight, ui: Ui, key: str) -> bool:
    return key in dict(ui.texts) or (ui.editing is not None and ui.editing.key == key)


def figure(s: Sight, value: str) -> str:
    """Write a number with the language's point and a true minus; thousands stay together, so that it reads back."""
    amount, bare = number(value), value.removesuffix(" %")
    if bare != value and amount is not None:
        return percents(f"{figure(s, bare)} %", s.speaker.lang)
    if amount is None or value.strip() != value or " " in value:
        return value
    written = value.replace("-", "−")
    return written.replace(".", ",") if s.speaker.lang == "fr" else written


def start(s: Sight, value: str) -> str:
    """Write a start; a month alone is that by which it will be established."""
    if months.month(value) == value:
        return s.say("council.sheet.start", month=month(value, s.speaker.lang))
    return figure(s, value)


def worth(s: Sight, value: float) -> str:
    """Write a value that was counted."""
    return figure(s, written(value))


def with_unit(s: Sight, value: str, unit: Text) -> str:
    """Write a number with its sign of per cent, where its unit is one; words stay as they are."""
    amount, lang = figure(s, value), s.speaker.lang
    if number(value) is None or value.strip() != value or " " in value or not unit.say(lang).startswith("%"):
        return amount
    return f"{amount}\u00a0%" if lang == "fr" else f"{amount}%"


def started(s: Sight, one: Carried) -> str:
    """Give where a followed objective starts: its figure, the deck's said to be, or what it is still to be."""
    if months.month(one.baseline) == one.baseline:
        return start(s, one.baseline)
    said = with_unit(s, one.baseline, one.unit)
    return s.say("review.start.estimated", figure=said) if one.estimated else said


def gap(s: Sight, value: float, unit: Text) -> str:
    """Write how far a value is from another: in points where their unit is a share."""
    amount, lang = worth(s, round(value, 1)), s.speaker.lang
    one = abs(value) < 2 if lang == "fr" else abs(value) == 1
    return s.say("review.points", n=1 if one else 2, amount=amount) if unit.say(lang).startswith("%") else amount


def aim(s: Sight, sheet: Objective) -> str:
    """Give start, target and unit in one line."""
    unit = after_figure(sheet.unit.say(s.speaker.lang), s.speaker.lang)
    changes = change(sheet.target, sheet.unit) is not None
    known = number(sheet.baseline) is not None and months.month(sheet.baseline) is None and not changes
    key = "council.sheet.aim" if known else "council.sheet.aim.later"
    facts = {"start": start(s, sheet.baseline) or "?", "target": figure(s, sheet.target) or "?"}
    said = s.say(key, unit=f"({unit})" if changes and unit else unit, **facts).strip()
    return percents(s.say("council.sheet.estimated", said=said) if sheet.estimated else said, s.speaker.lang)


def purchase(s: Sight, amount: int, launch: str) -> str:
    """Give a purchase's amount and launch month."""
    lang = s.speaker.lang
    return s.say("council.sheet.purchase", amount=euros_short(amount, lang), month=month(launch, lang))


def undressing(s: Sight, session: Session, item: Undressed) -> str:
    """Put into words what was undressed."""
    who = naming.role(s, session, item.seat)
    if item.field == "lever":
        lever = naming.card(s, session, item.was)
        return s.say("council.sheet.undressed.lever", lever=lever, who=who, why=naming.typed(s, item.reason))
    was, now = (month(v, s.speaker.lang) if item.field == "deadline" else figure(s, v)
                for v in (item.was, item.now))  # fmt: skip
    name = s.say(f"council.field.{item.field}")
    return s.say(
        "council.sheet.undressed.field", field=name, was=was, now=now, who=who, why=naming.typed(s, item.reason)
    )


def measured(s: Sight, one: Carried, measure: Measure) -> str:
    """Give a measure as it is told: words, a number, or so many of so many."""
    if measure.amount is None:
        return naming.typed(s, measure.value)
    value = with_unit(s, measure.value, one.unit)
    return s.say("review.counted", k=measure.k, n=measure.n, value=value) if measure.n else value


def summary(s: Sight, one: Carried) -> str:
    """Tell in a line where an objective stands and what this review decided of it."""
    now = one.fresh[-1] if one.fresh else one.now
    value = measured(s, one, now) if now is not None else s.say("review.unmeasured")
    what = decided(s, one.decision) if one.decision is not None else s.say("review.undecided")
    return f"{value} · {what}"


def decided(s: Sight, item: Decision) -> str:
    """Tell a decision: when, what, why, and the target or deadline it changed."""
    what, reason = s.say(f"review.what.{item.what}"), naming.typed(s, item.reason)
    said = s.say("review.decision", quarter=item.quarter, what=what, reason=reason)
    changes = []
    if item.target:
        was, now = figure(s, item.was_target), figure(s, item.target)
        changes.append(s.say("review.changed.target", was=was, now=now))
    if item.deadline:
        was, now = (month(value, s.speaker.lang) for value in (item.was_deadline, item.deadline))
        changes.append(s.say("review.changed.deadline", was=was, now=now))
    return f"{said} ({', '.join(changes)})" if changes else said


def owed(s: Sight, workshop: Workshop, purchase: Intention) -> str:
    """Say in a line what the law asks of a purchase; empty where the session knows no duties."""
    lang = s.speaker.lang
    names = [_duty(s, one.duty.title.say(lang), one.doubt) for one in due(workshop.duties, purchase)]
    return s.say("intentions.duties", duties=" \u00b7 ".join(names)) if names else ""


def _duty(s: Sight, name: str, doubt: str) -> str:
    return s.say("intentions.duty_doubt", duty=name, doubt=s.say(f"export.duties.doubt_{doubt}")) if doubt else name
