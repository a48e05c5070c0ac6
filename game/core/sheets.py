"""Objectives: what a kept pick becomes. The cards fill the sheet in; what is written on it stands over them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import chain, count, product
from string import ascii_uppercase, digits
from typing import Any

from game.core.cards import LeverCard
from game.core.fitting import former, opportunity
from game.core.months import later, month, number, quarter, written
from game.core.objective import TEXTS, Objective
from game.core.picks import figures, kept, levers
from game.core.scenario import Intention
from game.core.session import PlacedIssue, Session
from game.core.tensions import pulls_of
from game.core.text import Text, same

OPEN_DATA = ("ouvertes", "open data", "decp", "sha256")
"""Words of a source that is open contract data; sessions of before named the format, or the print of a file."""
WORST = ("to-check", "probable", "sure")


def opening(scenario: str, date: str, series: str = "") -> str:
    """Give what the numbers of a session's objectives begin with: CLAP-2026-T4-, or CLAP-2026-T4-B in series B."""
    return f"{scenario}-{quarter(date)}-{series}"


def code(session: Session, issue: str) -> str:
    """Give an objective's number: town code, quarter, series of the session, rank in the vote (CLAP-2026-T4-B03).

    Version 1 knew no series: numbers given in a former session of the same quarter were not given again.
    """
    rank = session.ballot.ranked.index(issue) + 1 if issue in session.ballot.ranked else 0
    begins = opening(session.workshop.scenario.code, session.date, session.series)
    taken = session.former.codes if session.former is not None else ()
    given = [one.removeprefix(begins) for one in taken if one.startswith(begins)]
    ranks = [int(one) for one in given if one.isdecimal()]
    return f"{begins}{rank + max(ranks, default=0):02}"


def free_series(taken: Collection[str]) -> str:
    """Give the first series nobody took: none, then B to Z, then AA, AB…"""
    longer = ("".join(letters) for size in count(2) for letters in product(ascii_uppercase, repeat=size))
    return next(series for series in chain(("",), ascii_uppercase[1:], longer) if series not in taken)


def series_of(number: str, begins: str) -> str | None:
    """Give the series of an objective's number that begins so (CLAP-2026-T4-); None for one that does not."""
    return number.removeprefix(begins).rstrip(digits) if number.startswith(begins) else None


def objectives(session: Session) -> tuple[Objective, ...]:
    """Give the sheet of each kept pick, by rank; none before the ballot is closed."""
    return tuple(_objective(session, pick) for pick in kept(session))


def objective(session: Session, issue: str) -> Objective | None:
    """Give one sheet."""
    return next((_objective(session, pick) for pick in kept(session) if pick.card == issue), None)


def _objective(session: Session, pick: PlacedIssue) -> Objective:
    sheet = session.sheet(pick.card)
    undressed = tuple(item for item in session.undressed if item.issue == pick.card)
    if sheet.signed is not None:
        return replace(sheet.signed, undressed=undressed)
    typed = dict(sheet.fields)
    cards = levers(session, pick)
    filled: dict[str, Any] = {**_texts(session, pick, cards), **_plain(session, cards)}
    filled |= {name: same(typed[name]) if name in TEXTS else typed[name] for name in filled if name in typed}
    return Objective(
        code=code(session, pick.card),
        issue=pick.card,
        family=pick.family,
        place=pick.place,
        levers=tuple(card.id for card in cards),
        intentions=_intentions(session, pick, typed.get("intentions")),
        figures=figures(session, pick),
        confidence=_confidence(cards),
        adopted=sheet.adopted,
        undressed=undressed,
        **filled,
    )


def signed(sheet: Objective) -> Objective:
    """Give a sheet as its adoption puts it on record."""
    return replace(sheet, adopted=True, undressed=())


def overwritten(session: Session, sheet: Objective, field: str, value: str) -> Objective:
    """Write a field over a signed sheet; nothing else of it is worked out again."""
    if field == "intentions":
        wanted = value.split()
        linked = tuple(intention for intention in session.all_intentions if intention.id in wanted)
        return replace(signed(sheet), intentions=linked)
    given: dict[str, Any] = {field: same(value) if field in TEXTS else value}
    return replace(signed(sheet), **given)


def lightened(session: Session, sheet: Objective, lever: str) -> Objective:
    """Take a lever off a signed sheet, with its points and what it says of the law and of the CAO.

    `session` is the one after it. Title, indicator and target stay: they are what the council adopted.
    """
    typed = {field for field, _ in session.sheet(sheet.issue).fields}
    left = tuple(one for one in sheet.levers if one != lever)
    found = (session.lever_card(one) for one in left)
    cards = tuple(card for card in found if card is not None)
    said: dict[str, Any] = {name: text for name, text in _law(cards).items() if name not in typed}
    pick = session.placed(sheet.issue)
    points = figures(session, pick) if pick is not None else sheet.figures
    return replace(signed(sheet), levers=left, figures=points, confidence=_confidence(cards), **said)


def _law(cards: tuple[LeverCard, ...]) -> dict[str, Text]:
    return {
        "legal": _joined(tuple(card.legal.text for card in cards if card.legal is not None)),
        "cao": _joined(tuple(card.cao for card in cards if card.cao)),
    }


def _texts(session: Session, pick: PlacedIssue, cards: tuple[LeverCard, ...]) -> dict[str, Text]:
    role = session.workshop.scenario.family(pick.family)
    pulling = next(iter(pulls_of(session, pick)), None)
    lead = next((card for card in cards if card.target is not None), None)
    target = lead.target if lead is not None else None
    first = next(iter(cards), None)
    return {
        "title": (first.action or first.title) if first is not None else Text(),
        "deputy": role.deputy if role is not None else Text(),
        "department": role.department if role is not None else Text(),
        "indicator": target.name if target is not None else Text(),
        "unit": target.unit if target is not None else Text(),
        "source": target.source if target is not None else Text(),
        "rhythm": session.workshop.scenario.rhythm,
        "means": Text(),
        "tension": pulling.tension.why if pulling is not None else Text(),
        "arbitration": same(pulling.arbitration.sentence) if pulling and pulling.arbitration else Text(),
        **_law(cards),
    }


def _joined(texts: tuple[Text, ...]) -> Text:
    others = dict.fromkeys(code for text in texts for code, _ in text.others)
    return Text(
        _told(texts, "fr", "\u202f; "), _told(texts, "en", "; "), tuple((code, _told(texts, code)) for code in others)
    )


def _told(texts: tuple[Text, ...], lang: str, mark: str = "; ") -> str:
    """Join texts in a language; empty where none of them speaks it."""
    spoken = any(text.has(lang) for text in texts)
    return mark.join(text.say(lang).rstrip(".") for text in texts) if spoken else ""


def _plain(session: Session, cards: tuple[LeverCard, ...]) -> dict[str, str]:
    target = next((card.target for card in cards if card.target is not None), None)
    if target is None:
        return {"baseline": "", "baseline_date": session.date[:7], "target": "", "deadline": "", "status": "plan"}
    return {
        "baseline": "" if target.baseline is None else written(target.baseline),
        "baseline_date": session.date[:7],
        "target": written(target.goal),
        "deadline": later(session.date, target.months),
        "status": "plan",
    }


def _intentions(session: Session, pick: PlacedIssue, typed: str | None) -> tuple[Intention, ...]:
    """Give what was chosen, else what is at the place."""
    if typed is None:
        found = former(session, pick) if session.sheet(pick.card).adopted else opportunity(session, pick)
        return () if found is None else (found,)
    wanted = typed.split()
    return tuple(intention for intention in session.all_intentions if intention.id in wanted)


def _confidence(cards: tuple[LeverCard, ...]) -> str:
    known = [card.legal.confidence for card in cards if card.legal is not None]
    return min(known, key=WORST.index, default="")


def missing(sheet: Objective) -> tuple[str, ...]:
    """List the fields an objective cannot be adopted without (domain.md 7.1)."""
    texts = ("title", "deputy", "indicator", "unit", "source")
    found = [name for name in texts if not getattr(sheet, name)]
    if number(sheet.baseline) is None and month(sheet.baseline) is None:
        found.append("baseline")
    if number(sheet.target) is None:
        found.append("target")
    if month(sheet.deadline) is None:
        found.append("deadline")
    return (*found, "levers") if not sheet.levers else tuple(found)


def by_hand(session: Session, sheet: Objective) -> bool:
    """Tell whether open data (DECP) leave no trace of what the sheet counts, by the `decp` of its issue's indicators.

    The card's indicator that is the sheet's decides, else all of them; a source that names the data does over both.
    """
    if any(mark in said.lower() for said in sheet.source.said for mark in OPEN_DATA):
        return False
    card = session.issue_card(sheet.issue)
    known = card.indicators if card is not None else ()
    found = tuple(one for one in known if one.name == sheet.indicator) or known
    return all(one.decp == "no" for one in found)


def lowers(sheet: Objective, target: str) -> bool:
    """Tell whether a new target asks for less: nearer to the baseline than the old one, or beyond it."""
    old, new, base = number(sheet.target), number(target), number(sheet.baseline)
    if old is None or new is None:
        return new is None
    way = 1 if base is None or old >= base else -1
    return way * new < way * old
