"""Numbers, sums, shares and dates as each language writes them.

Source for the French spaces: CLDR, as Babel gives it (checked in tests): U+202F groups, U+00A0 before % and €.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How a language writes numbers: signs, and where the € and % stand. `steps`: thousand, million, billion."""

    group: str
    point: str
    sum: str
    share: str
    steps: tuple[str, str, str]


_STYLES = {
    "fr": Style("\u202f", ",", "{sign}{amount}\u00a0{step}€", "{sign}{amount}\u00a0%", ("k", "M", "Md")),
    "en": Style(",", ".", "{sign}€{amount}{step}", "{sign}{amount}%", ("K", "M", "B")),
}


def _style(lang: str) -> Style:
    return _STYLES.get(lang, _STYLES["fr"])


def number(value: float, lang: str, digits: int | None = None) -> str:
    """Write a number; `digits` after the point, or as many as it has (three at most)."""
    sign, amount = _parts(value, lang, digits)
    return sign + amount


def euros(value: float, lang: str) -> str:
    """Write a sum in euros; cents only if there are any."""
    sign, amount = _parts(value, lang, 0 if value == round(value) else 2)
    return _style(lang).sum.format(sign=sign, amount=amount, step="")


def euros_short(value: float, lang: str) -> str:
    """Write a sum in thousands, millions or billions of euros: two figures below ten, none after the point above."""
    size, step = _step(abs(value), _style(lang))
    short = value / size
    sign, amount = _parts(short, lang, None if size == 1 else _digits(short))
    return _style(lang).sum.format(sign=sign, amount=amount, step=step)


def percent(value: float, lang: str, digits: int | None = None) -> str:
    """Write a share given in hundredths: 33 gives 33 %."""
    sign, amount = _parts(value, lang, digits)
    return _style(lang).share.format(sign=sign, amount=amount)


def _step(value: float, style: Style) -> tuple[int, str]:
    for power, step in ((3, style.steps[2]), (2, style.steps[1]), (1, style.steps[0])):
        if value >= 1000**power * 0.9995:
            return 1000**power, step
    return 1, ""


def _digits(short: float) -> int:
    rounded = round(abs(short), 1)
    return 0 if rounded >= 100 or rounded == round(rounded) else 1


def _parts(value: float, lang: str, digits: int | None) -> tuple[str, str]:
    """Give the sign and the figures, so that a currency sign can stand between them."""
    style = _style(lang)
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-(3 if digits is None else digits)), ROUND_HALF_EVEN)
    whole, _, rest = f"{abs(exact):,f}".partition(".")
    rest = rest.rstrip("0") if digits is None else rest
    figures = whole.replace(",", style.group) + (style.point + rest if rest else "")
    return ("-" if exact < 0 else ""), figures
