"""Starts and targets as they are told: a month alone is when a start will be established, "-15 %" a change from it."""

from __future__ import annotations

from game.core.months import month as month_of
from game.core.months import number as number_of
from game.core.text import Text
from game.words.calendar import month
from game.words.catalogue import speaker
from game.words.numbers import number, percent
from game.words.units import counted


def told(text: str, lang: str) -> str:
    """Word a start or a target; a sentence stays as it is."""
    if month_of(text) == text:
        return speaker(lang).say("council.sheet.start", month=month(text, lang))
    value = number_of(text.removesuffix(" %"))
    if value is None or not _bare(text.removesuffix(" %")):
        return text
    if text.endswith(" %"):
        return speaker(lang).say("export.paper.change_of", share=changed(value, lang))
    return number(value, lang)


def changed(value: float, lang: str) -> str:
    """Write a change in per cent, with its sign."""
    return f"{'+' if value > 0 else ''}{percent(value, lang)}"


def with_unit(text: str, unit: Text, lang: str) -> str:
    """Word a target with its unit, which a change has none of."""
    if text.endswith(" %"):
        return told(text, lang)
    return counted(told(text, lang), unit.say(lang), lang)


def _bare(text: str) -> bool:
    """Tell whether a text is a number and nothing else."""
    try:
        float(text)
    except ValueError:
        return False
    return True
