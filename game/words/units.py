"""Units as they stand after a figure: "number a year" is said "3 a year", "average number" is said "3 on average"."""

from __future__ import annotations

from game.words.catalogue import speaker


def after_figure(unit: str, lang: str) -> str:
    """Give a unit as it stands after a figure, the word for what is counted left out; any other unit stays as it is."""
    say = speaker(lang).say
    if unit in say("unit.average").split("|"):
        return say("unit.on_average")
    for counted in say("unit.counted").split("|"):
        if unit == counted:
            return ""
        if unit.startswith(f"{counted} "):
            return _unlinked(unit.removeprefix(counted).strip(), say("unit.of").split("|"))
    return unit


def counted(figure: str, unit: str, lang: str) -> str:
    """Give a figure and its unit: "3 a year"; the figure alone where nothing of the unit stands after it."""
    return f"{figure} {after_figure(unit, lang)}".rstrip()


def _unlinked(rest: str, links: list[str]) -> str:
    """Drop what links the counted word to its things: "of lots" is "lots" after a figure."""
    link = next((one for one in links if rest.startswith(one)), "")
    return rest.removeprefix(link).lstrip()
