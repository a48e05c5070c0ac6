"""Working days: Monday to Friday, but for the holidays of a country, which are data."""

from __future__ import annotations

from datetime import date, timedelta

from game.core.frozen import dataclass

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Holidays:
    """Days nobody works: `fixed` as MM-DD, `easter` as days after Easter Sunday (1: the Monday). None by default."""

    fixed: tuple[str, ...] = ()
    easter: tuple[int, ...] = ()

    def off(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        return day.isoformat()[5:] in self.fixed or (day - easter(day.year)).days in self.easter


def easter(year: int) -> date:
    """Give Easter Sunday (the anonymous Gregorian computus)."""
    century, rest = divmod(year, 100)
    shift = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    ahead = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    back = (year % 19 + 11 * shift + 22 * ahead) // 451
    month, day = divmod(shift + ahead - 7 * back + 114, 31)
    return date(year, month, day + 1)


def works(day: date, holidays: Holidays) -> bool:
    """Tell whether a day is worked."""
    return day.weekday() < SATURDAY and not holidays.off(day)


def working(day: date, holidays: Holidays, step: int = 1) -> date:
    """Give the day itself if it is worked, else the next one that is; the one before with a `step` of -1."""
    while not works(day, holidays):
        day += timedelta(step)
    return day
