"""Objectives: what a kept pick becomes. The cards fill the sheet in; what is written on it stands over them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import reduce
from itertools import chain, count, product
from string import ascii_uppercase, digits
from typing import Any

from game.core.aims import lowered
from game.core.cards import LeverCard
from game.core.fitting import former, opportunity
from game.core.indicator import Cadence
from game.core.months import month, number, quarter
from game.core.objective import FIELDS, TEXTS, Objective, Share
from game.core.picks import dutiful, duty_of, figures, kept, levers
from game.core.proposal import Proposal, deadline, estimated, proposal, written_by
from game.core.scenario import Intention
from game.core.session import PlacedIssue, Session
from game.core.tensions import pulls_of
from game.core.text import Text, same

WORST = ("to-check", "probable", "sure")


def opening(scenario: str, date: str, series: str = "") -> str:
    """Give what the numbers of a session's objectives begin with: CLAP-2026-T4-, or CLAP-2026-T4-B in series B."""
    return f"{scenario}-{quarter(date)}-{series}"


def code(session: Session, issue: str) -> str:
    """Give an objective's number: town code, quarter, series of the session, rank in the vote (CLAP-2026-T4-B03).

    A try-out has rank 0, which no council gives. Version 1 knew no series: numbers given in a former session of the
    same quarter were not given again.
    """
    rank = session.ballot.ranked.index(issue) + 1 if issue in session.ballot.ranked else 0
    begins = opening(session.workshop.scenario.code, session.date, session.series)
    if session.workshop.agenda.tryout:
        return f"{begins}00"
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
        return _as_signed(session, replace(sheet.signed, undressed=undressed))
    typed, cards = dict(sheet.fields), levers(session, pick)
    found, linked = proposal(session, pick, cards), purchases(session, pick)
    filled: dict[str, Any] = {**_texts(session, pick, cards), **_measured(session, found, typed)}
    made = Objective(
        code=code(session, pick.card),
        issue=pick.card,
        family=pick.family,
        place=pick.place,
        levers=tuple(card.id for card in cards),
        intentions=linked,
        figures=figures(session, pick),
        confidence=_confidence(cards),
        adopted=sheet.adopted,
        undressed=undressed,
        deadline="",
        written_by=written_by(session, linked) if session.workshop.deck.tells_effects else "",
        **filled,
    )
    due = replace(made, deadline=deadline(session, made, found))
    return reduce(written_over, ((name, typed[name]) for name in _OVER if name in typed), due)


_OVER = tuple(name for name in FIELDS if name not in ("intentions", "baseline_date"))


def _as_signed(session: Session, sheet: Objective) -> Objective:
    """Give a signed sheet; one of before says whose figure its start is."""
    return sheet if sheet.written_by else replace(sheet, estimated=estimated(session, sheet))


def _measured(session: Session, found: Proposal, typed: dict[str, str]) -> dict[str, Any]:
    """Give what a sheet measures, and when: the source of an indicator that was written over keeps no calendar."""
    own = "indicator" in typed
    start = typed.get("baseline", found.baseline)
    return {
        "indicator": found.indicator,
        "unit": found.unit,
        "source": found.source,
        "rhythm": session.workshop.scenario.rhythm if own else found.rhythm,
        "baseline": start,
        "baseline_date": typed.get("baseline_date", "" if month(start) is not None else session.date[:7]),
        "target": found.target,
        "estimate": "" if own else found.estimate,
        "estimated": "baseline" not in typed and number(start) is not None and start == found.estimate,
        "cadence": Cadence() if own else found.cadence,
        "share": found.share,
        "status": "plan",
    }


def written_over(sheet: Objective, field: tuple[str, str]) -> Objective:
    """Write a field over a sheet, but its purchases: (its name, what is typed)."""
    name, value = field
    if name in TEXTS:
        text: dict[str, Any] = {name: same(value)}
        return replace(sheet, **text)
    if name in ("share_target", "share_by"):
        given: dict[str, Any] = {name.removeprefix("share_"): value}
        return replace(sheet, share=replace(sheet.share, **given))
    given = {name: value}
    return replace(sheet, **given)


def signed(sheet: Objective) -> Objective:
    """Give a sheet as its adoption puts it on record."""
    return replace(sheet, adopted=True, undressed=())


def overwritten(session: Session, sheet: Objective, field: str, value: str) -> Objective:
    """Write a field over a signed sheet; nothing else of it is worked out again."""
    if field == "intentions":
        wanted = value.split()
        linked = tuple(intention for intention in session.all_intentions if intention.id in wanted)
        return replace(signed(sheet), intentions=linked)
    over = written_over(signed(sheet), (field, value))
    if field != "baseline":
        return over
    return replace(over, estimated=False, baseline_date=sheet.baseline_date or session.date[:7])


def lightened(session: Session, sheet: Objective, lever: str) -> Objective:
    """Take a lever off a signed sheet, with its points and what it says of the law and of the CAO.

    `session` is the one after it. Title, indicator and target stay: they are what the council adopted. How far the
    lever was to be used goes with it.
    """
    typed = {field for field, _ in session.sheet(sheet.issue).fields}
    left = tuple(one for one in sheet.levers if one != lever)
    found = (session.lever_card(one) for one in left)
    cards = tuple(card for card in found if card is not None)
    said: dict[str, Any] = {name: text for name, text in _law(cards).items() if name not in typed}
    pick = session.placed(sheet.issue)
    points = figures(session, pick) if pick is not None else sheet.figures
    told = Share() if sheet.share.indicator in _counted(session, lever) else sheet.share
    return replace(signed(sheet), levers=left, figures=points, confidence=_confidence(cards), share=told, **said)


def _counted(session: Session, lever: str) -> tuple[Text, ...]:
    card = session.lever_card(lever)
    aims = (card.target, *card.targets) if card is not None else ()
    return tuple(one.name for one in aims if one is not None)


def _law(cards: tuple[LeverCard, ...]) -> dict[str, Text]:
    return {
        "legal": _joined(tuple(card.legal.text for card in cards if card.legal is not None)),
        "cao": _joined(tuple(card.cao for card in cards if card.cao), on=True),
    }


def _texts(session: Session, pick: PlacedIssue, cards: tuple[LeverCard, ...]) -> dict[str, Text]:
    role = session.workshop.scenario.family(pick.family)
    pulling = next(iter(pulls_of(session, pick)), None)
    return {
        "title": _title(session, pick, cards),
        "deputy": role.deputy if role is not None else Text(),
        "department": role.department if role is not None else Text(),
        "means": Text(),
        "tension": pulling.tension.why if pulling is not None else Text(),
        "arbitration": same(pulling.arbitration.sentence) if pulling and pulling.arbitration else Text(),
        **_law(cards),
    }


def _title(session: Session, pick: PlacedIssue, cards: tuple[LeverCard, ...]) -> Text:
    """Give the first choice's action; what only repeats a duty says that it brings into line."""
    first = next((card for card in cards if duty_of(session, card) is None), next(iter(cards), None))
    said = Text() if first is None else first.action or first.title
    conformity = session.workshop.duties.conformity
    return _dashed(conformity, said) if conformity and dutiful(session, pick) is not None else said


def _dashed(first: Text, second: Text) -> Text:
    fr, en, *others = ((code, f"{first.say(code)} \u2013 {second.say(code)}") for code in _languages(second))
    return Text(fr[1], en[1], tuple(others))


def _languages(text: Text) -> tuple[str, ...]:
    return ("fr", "en", *(code for code, _ in text.others))


def _joined(texts: tuple[Text, ...], *, on: bool = False) -> Text:
    """Join texts, each in every language; `on`: into one sentence, which goes on without a capital."""
    others = dict.fromkeys(code for text in texts for code, _ in text.others)

    def told(lang: str, mark: str = "; ") -> str:
        if not any(text.has(lang) for text in texts):
            return ""
        first, *rest = (text.say(lang).rstrip(".") for text in texts)
        return mark.join((first, *(_going_on(said) if on else said for said in rest)))

    return Text(told("fr", "\u202f; "), told("en"), tuple((code, told(code)) for code in others))


def _going_on(said: str) -> str:
    """Take the capital off a sentence that goes on; a name in capitals keeps its own."""
    word = said.split(maxsplit=1)[0] if said.split() else ""
    return said[:1].lower() + said[1:] if word[1:] == word[1:].lower() else said


def purchases(session: Session, pick: PlacedIssue) -> tuple[Intention, ...]:
    """Give the purchases a pick is written in: those of its sheet, signed or chosen, else what is at its place."""
    sheet = session.sheet(pick.card)
    if sheet.signed is not None:
        return sheet.signed.intentions
    typed = dict(sheet.fields).get("intentions")
    if typed is None:
        found = former(session, pick) if sheet.adopted else opportunity(session, pick)
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


def lowers(sheet: Objective, target: str) -> bool:
    """Tell whether a new target asks for less: nearer to the baseline than the old one, or beyond it."""
    return lowered(sheet.start, target, sheet.target, sheet.unit)
