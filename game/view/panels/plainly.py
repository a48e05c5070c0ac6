"""What a sheet's field says, as people write it: months in words, numbers with the language's point."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.core.months import number, written
from game.core.objective import FIELDS, TEXTS, Objective
from game.core.text import Text, same
from game.view.sight import Sight
from game.view.ui import Ui
from game.words.calendar import month
from game.words.numbers import after_figure, euros_short
from game.words.spacing import percents

MONTHS = ("baseline_date", "deadline")


def shown(s: Sight, sheet: Objective, field: str) -> str:
    """Give a field's value in the table's language; typed back as it is, it changes nothing."""
    value = getattr(sheet, field)
    if isinstance(value, Text):
        return value.say(s.speaker.lang)
    if field in MONTHS:
        return month(value, s.speaker.lang)
    if field in ("baseline", "target"):
        return figure(s, value)
    return str(value)


def live(s: Sight, ui: Ui, sheet: Objective, prefix: str) -> Objective:
    """Give a sheet with what is being typed in its fields (keys `prefix` + field), not yet recorded."""
    typed = {name: ui.text(prefix + name) for name in FIELDS if name != "intentions" and _typed(s, ui, prefix + name)}
    changes: dict[str, Any] = {name: same(said) if name in TEXTS else said for name, said in typed.items()}
    return replace(sheet, **changes)


def _typed(s: Sight, ui: Ui, key: str) -> bool:
    return key in dict(ui.texts) or (ui.editing is not None and ui.editing.key == key)


def figure(s: Sight, value: str) -> str:
    """Write a number with the language's point and a true minus; thousands stay together, so that it reads back."""
    amount = number(value)
    if amount is None or value.strip() != value or " " in value:
        return value
    written = value.replace("-", "−")
    return written.replace(".", ",") if s.speaker.lang == "fr" else written


def worth(s: Sight, value: float) -> str:
    """Write a value that was counted."""
    return figure(s, written(value))


def with_unit(s: Sight, value: str, unit: Text) -> str:
    """Write a number with its sign of per cent, where its unit is one; words stay as they are."""
    amount, lang = figure(s, value), s.speaker.lang
    if number(value) is None or value.strip() != value or not unit.say(lang).startswith("%"):
        return amount
    return f"{amount}\u00a0%" if lang == "fr" else f"{amount}%"


def gap(s: Sight, value: float, unit: Text) -> str:
    """Write how far a value is from another: in points where their unit is a share."""
    amount, lang = worth(s, round(value, 1)), s.speaker.lang
    one = abs(value) < 2 if lang == "fr" else abs(value) == 1
    return s.say("review.points", n=1 if one else 2, amount=amount) if unit.say(lang).startswith("%") else amount


def aim(s: Sight, sheet: Objective) -> str:
    """Give start, target and unit in one line."""
    unit = after_figure(sheet.unit.say(s.speaker.lang), s.say("export.paper.number_of"))
    key = "council.sheet.aim" if number(sheet.baseline) is not None else "council.sheet.aim.later"
    start, target = figure(s, sheet.baseline) or "?", figure(s, sheet.target) or "?"
    return percents(s.say(key, start=start, target=target, unit=unit).strip(), s.speaker.lang)


def purchase(s: Sight, amount: int, launch: str) -> str:
    """Give a purchase's amount and launch month."""
    lang = s.speaker.lang
    return s.say("council.sheet.purchase", amount=euros_short(amount, lang), month=month(launch, lang))
