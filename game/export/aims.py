"""How an objective's figures are told on paper: where it starts, what it aims at, by which means."""

from __future__ import annotations

from game.core.aims import change, is_share
from game.core.expected import expected
from game.core.months import month
from game.core.objective import Objective
from game.core.review import Carried
from game.core.text import Text
from game.export.telling import Cell, Teller, Voice, amount
from game.words.aims import changed
from game.words.numbers import number, percent
from game.words.units import after_figure

WIDE_UNIT = 24
"""Characters: a longer unit is a sentence, told beside the figure and not behind it."""


def quantity(tell: Voice, value: str, unit: Text, *, whole: bool = False) -> str:
    """Word a figure with its unit: 60 % of contracts; words stay words. `whole`: the unit however long it is."""
    found, said = amount(value), tell.read(unit)
    if found is None:
        return tell.read(value) or tell.say("unknown")
    if change(value, unit) is not None:
        return tell.say("paper.change_of", share=changed(found, tell.lang))
    if said.startswith("%"):
        return " ".join((percent(found, tell.lang), *_tail(said[1:].strip(), whole=whole)))
    bare = after_figure(said, tell.lang)
    return " ".join((number(found, tell.lang), *_tail(bare, whole=whole)))


def _tail(unit: str, *, whole: bool) -> tuple[str, ...]:
    return (unit,) if unit and (whole or len(unit) <= WIDE_UNIT) else ()


def way(tell: Voice, one: Objective | Carried) -> str:
    """Say from where to where, and by when; a start that is not established yet is said so."""
    facts = {
        "goal": quantity(tell, one.target, one.unit),
        "deadline": tell.month(one.deadline) or tell.say("unknown"),
    }
    by = month(one.baseline)
    if by is not None:
        return tell.say("paper.way_later", month=tell.month(by), **facts)
    return tell.say("paper.way", start=start(tell, one), **facts)


def measured(tell: Voice, one: Objective | Carried, *, held: bool) -> str:
    """Say what is measured, from where to where; `held`: it is an effect, and not how far a lever is used."""
    key = "paper.effect" if held else "paper.not_effect"
    return tell.say(key, indicator=tell.read(one.indicator) or tell.say("unknown"), way=way(tell, one))


def start(tell: Voice, one: Objective | Carried, *, whole: bool = False) -> str:
    """Say where it starts: a figure (the deck's is said to be), or when and by whom it will be established."""
    if month(one.baseline) == one.baseline:
        who = tell.read(one.department) or tell.read(one.deputy) or tell.say("unknown")
        return tell.say("paper.start_later", month=tell.month(one.baseline), who=who)
    unit = one.unit if whole else Text("%") if is_share(one.unit) else Text()
    said = quantity(tell, one.baseline, unit, whole=whole)
    return tell.say("paper.start_estimated", figure=said) if one.estimated else said


def steps(tell: Voice, one: Objective | Carried) -> tuple[str, ...]:
    """Say by which means the effect is to come, each with its month: written in the tender file, then how far."""
    said = []
    now = one if isinstance(one, Carried) else None
    if one.written_by:
        answer = tell.yes(held=now.written == "yes") if now is not None and now.written else ""
        said.append(tell.say("paper.step_written", month=tell.month(one.written_by)) + _answered(tell, answer))
    if one.share.indicator:
        goal = quantity(tell, one.share.target, one.share.unit)
        facts = {"indicator": tell.read(one.share.indicator), "goal": goal, "month": tell.month(one.share.by)}
        used = quantity(tell, now.used, one.share.unit) if now is not None and now.used else ""
        said.append(_few(tell, one, tell.say("paper.step_share", **facts)) + _answered(tell, used))
    return tuple(said)


def _few(tell: Voice, one: Objective | Carried, said: str) -> str:
    """Say a share of contracts as so many of the next, where they are few."""
    if not isinstance(tell, Teller) or not isinstance(one, Objective):
        return said
    asked = expected(tell.report.session, one)
    if asked is None or not asked.means or not asked.few or not asked.n:
        return said
    return tell.say("minutes.counted", said=said, k=asked.k, n=asked.n)


def _answered(tell: Voice, answer: str) -> str:
    return tell.say("paper.step_now", answer=answer) if answer else ""


def steps_cell(tell: Voice, one: Objective | Carried) -> Cell:
    """Give the means; that a session from before they were told gives none."""
    return steps(tell, one) or tell.say("paper.no_steps")


def start_cell(tell: Voice, one: Objective | Carried) -> Cell:
    """Give the town's start as a number; anything else in words."""
    found = amount(one.baseline)
    worded = tell.read(one.baseline)
    if one.estimated or month(one.baseline) == one.baseline:
        return start(tell, one)
    return found if found is not None and str(found) == worded else worded or tell.say("unknown")


def target_cell(tell: Voice, one: Objective | Carried) -> Cell:
    """Give a value to reach as a number; a change in words."""
    found = amount(one.target)
    if found is None or change(one.target, one.unit) is not None:
        return quantity(tell, one.target, one.unit)
    return found
