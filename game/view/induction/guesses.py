"""A guess of the phase "where we are": asked for in the terms of what will be read, and told beside it."""

from __future__ import annotations

from game.core.aims import change, meant, near
from game.core.months import number
from game.core.review import Carried
from game.core.text import Text
from game.view.parts import wording
from game.view.tree.sight import Sight
from game.words import numbers
from game.words.aims import changed
from game.words.calendar import month
from game.words.units import counted


def part(one: Carried) -> float | None:
    """Give the change in per cent that is to be guessed; None where a value in the indicator's unit is."""
    return change(one.target, one.unit) if one.now is None else None


def question(s: Sight, one: Carried) -> str:
    """Ask for the measure, or for the target where nothing is measured yet."""
    by = part(one)
    if by is not None:
        return s.say("standing.ask.fall" if by < 0 else "standing.ask.rise")
    return s.say("standing.ask" if one.now is not None else "standing.ask.target")


def terms(s: Sight, one: Carried) -> str:
    """Say in what the answer is given."""
    by = part(one)
    if by is not None:
        return s.say("standing.unit.fall" if by < 0 else "standing.unit.rise")
    return s.say("standing.unit", unit=one.unit.say(s.speaker.lang))


def told(s: Sight, one: Carried) -> tuple[str, ...]:
    """Tell what was guessed, what is known, then what the council aims at by when."""
    lang = s.speaker.lang
    if one.now is not None:
        now = s.say("standing.now", now=wording.measured(s, one, one.now), month=month(one.now.date[:7], lang))
    else:
        now = s.say("standing.unmeasured")
    target = _figure(s, one.target, one.unit) or s.say("standing.unknown")
    aim = s.say("standing.aim", target=target, month=month(one.deadline, lang))
    return " ".join(filter(None, (_guess(s, one), now))), aim


def _guess(s: Sight, one: Carried) -> str:
    """Tell the guess, and that it is near where it is."""
    guess, by = number(one.guess), part(one)
    if guess is None:
        return ""
    value = by if by is not None else one.now.amount if one.now is not None else number(one.target)
    amount = meant(guess, by) if by is not None else guess
    shown = _change(s, amount) if by is not None else _valued(s, amount, one.unit)
    praise = s.say("standing.near") if value is not None and near(amount, value) else ""
    return " ".join(filter(None, (praise, s.say("standing.guessed", guess=shown))))


def _figure(s: Sight, target: str, unit: Text) -> str:
    by, value = change(target, unit), number(target)
    if by is not None:
        return _change(s, by)
    return _valued(s, value, unit) if value is not None else target


def _change(s: Sight, by: float) -> str:
    return _minus(changed(by, s.speaker.lang))


def _valued(s: Sight, value: float, unit: Text) -> str:
    """Write a value with its unit, as the language groups its figures."""
    lang, said = s.speaker.lang, unit.say(s.speaker.lang)
    if said.startswith("%"):
        rest = said.removeprefix("%").strip()
        return f"{_minus(numbers.percent(value, lang))} {rest}".rstrip()
    return counted(_minus(numbers.number(value, lang)), said, lang)


def _minus(figure: str) -> str:
    return figure.replace("-", "−")
