"""Euros and weeks that something adds or saves, as estimates are told: with a sign, to the nearest hundred euros."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from game.words.numbers import euros, number

MINUS = "\u2212"


def added_euros(value: float, lang: str) -> str:
    """Word euros that are added (or saved, below zero) to the nearest hundred."""
    rounded = round(value / 100) * 100
    return f"{_sign(rounded)}{euros(abs(rounded), lang)}"


def added_weeks(say: Callable[..., str], value: float, lang: str) -> str:
    """Word weeks that are added or saved, by what gives the sentences of a language."""
    return say("added.weeks", n=ceil(abs(value)), weeks=f"{_sign(value)}{number(abs(value), lang)}")


def _sign(value: float) -> str:
    return "+" if value > 0 else MINUS if value < 0 else ""
