"""The two pages a new member leaves with, of one family, and their dates: `mine` is the first page, `who` the second.

They are told from a real session: what it adopted, what it follows and measured, what is still to be bought.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from game.core.errors import SetupError
from game.core.expected import measurable_from
from game.core.mine import ToOrient, of_family, to_orient
from game.core.months import month
from game.core.objective import Objective
from game.core.owed import Due
from game.core.report import Report
from game.core.review import Carried
from game.core.scenario import FamilyRole
from game.export import obligations, papers, to_ics
from game.export.aims import quantity, start
from game.export.telling import Teller, printed
from game.export.to_ics import Event
from game.places import landing
from game.printing.setting import typeset
from game.words.numbers import euros_short, percent

LONGEST = 260
"""Characters of a text that are printed: the rest is told by three dots, and read in the minutes."""
MEETINGS = 4
"""Meetings to come that a member without an objective is told."""
HEADS = (
    "purchases", "objectives", "dates", "contacts", "strip", "words", "never", "by", "purchase", "owes", "objective",
    "aim", "deadline", "measure", "mine", "deputy", "department",
)  # fmt: skip

Values = dict[str, Any]


def export(found: Report, lang: str, folder: Path, family: str = "") -> tuple[Path, ...]:
    """Write the pages and the dates of a family, or of each. Gives the files written.

    Raises SetupError no_such_family; ExportError as `typeset` and `landing` say.
    """
    known = {role.id: role for role in found.session.workshop.scenario.families}
    if family and family not in known:
        raise SetupError("no_such_family", name=family, known=", ".join(known))
    tell, room = Teller(lang, found), landing.folder(folder)
    made = [(room / name, data) for one in ((family,) if family else known) for name, data in _files(tell, known[one])]
    for path, data in made:
        landing.put(path, data)
    return tuple(path for path, _ in made)


def _files(tell: Teller, role: FamilyRole) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    names = (tell.say("take.file", family=role.id), tell.say("take.dates_file", family=role.id))
    return (names[0], pages(tell, role)), (names[1], to_ics.calendar(tell, dates(tell, role.id)))


def pages(tell: Teller, role: FamilyRole) -> bytes:
    """Give the bytes of the PDF: always two pages; what does not fit in them is counted there."""
    family = tell.report.session.workshop.deck.family(role.id)
    icon = family.icon if family is not None else ""
    return typeset("takeaway.typ", values(tell, role), {icon}).pdf


def values(tell: Teller, role: FamilyRole) -> Values:
    """Give all that the two pages say, worded."""
    mine, who = _mine(tell, role), _who(tell)
    most = max(len(rows) for page in (mine, who) for rows in page.values() if isinstance(rows, list))
    kinds = ("purchases", "objectives", "dates", "contacts", "strip", "words", "never")
    return {
        "title": tell.say("take.title", family=_short(tell.family(role.id))),
        "lang": tell.lang,
        "page": tell.say("paper.page"),
        "foot": tell.say("paper.foot"),
        "warning": tell.say("paper.preparatory") if papers.preparatory(tell.report) else "",
        "heads": {key: tell.say(f"take.head.{key}") for key in HEADS},
        "more": {kind: [tell.say(f"take.more.{kind}", n=n) for n in range(most + 1)] for kind in kinds},
        "mine": mine,
        "who": who,
    }


def _mine(tell: Teller, role: FamilyRole) -> Values:
    session = tell.report.session
    bought, family = to_orient(session, role.id), session.workshop.deck.family(role.id)
    spent = session.workshop.scenario.budget.purchases * role.share_pct / 100
    shared, rows = _purchases(tell, bought)
    return {
        "family": _short(tell.family(role.id)),
        "icon": family.icon if family is not None else "",
        "colour": family.colour if family is not None else "",
        "where": tell.where(),
        "share": percent(role.share_pct, tell.lang),
        "share_of": tell.say("take.share_of"),
        "euros": printed(euros_short(spent, tell.lang)),
        "euros_of": tell.say("take.euros_of"),
        "deputy": _short(tell.read(role.deputy)),
        "department": _short(tell.read(role.department)),
        "purchases": rows,
        "shared": shared,
        "objectives": _objectives(tell, role.id),
        "dates": [{"day": tell.month(one.day.isoformat()), "what": _short(one.title)} for one in dates(tell, role.id)],
        "contacts": _contacts(tell),
        "none": {kind: tell.say(f"take.none.{kind}") for kind in ("purchases", "objectives", "dates", "contacts")},
        "notes": [note for note in (tell.read(session.workshop.scenario.budget.note), _law(tell)) if note],
    }


def _purchases(tell: Teller, bought: Sequence[ToOrient]) -> tuple[str, list[Values]]:
    """Give what all of them owe by law, said once, and each purchase with what it owes besides."""
    owed = {one.bought.id: obligations.owed(tell, one.bought) for one in bought}
    first = owed[bought[0].bought.id] if bought else ()
    common = [due for due in first if all(due in each for each in owed.values())] if len(bought) > 1 else []
    rows = [_purchase(tell, one, [due for due in owed[one.bought.id] if due not in common]) for one in bought]
    said = tell.say("take.shared", duties=obligations.titles(tell, common)) if common else ""
    return said, rows


def _purchase(tell: Teller, one: ToOrient, owed: Sequence[Due]) -> Values:
    facts = {"amount": printed(euros_short(one.bought.amount_ht, tell.lang)), "launch": tell.month(one.bought.launch)}
    return {
        "id": one.bought.id,
        "by": tell.say("take.late") if one.late else tell.month(one.by),
        "late": one.late,
        "title": _short(tell.intention(one.bought)),
        "facts": tell.say("take.purchase", cao=papers.cao(tell, one.bought), **facts),
        "owes": _short(obligations.titles(tell, owed)) or tell.say("take.nothing_more"),
    }


def _objectives(tell: Teller, family: str) -> list[Values]:
    own = of_family(tell.report, family)
    aims: tuple[Objective | Carried, ...] = (*own.reviewed, *own.adopted)
    return [_objective(tell, one) for one in aims]


def _objective(tell: Teller, one: Objective | Carried) -> Values:
    later = month(one.baseline)
    begins = start(tell, one) if later is None else tell.say("take.start_later", month=tell.month(later))
    aim = tell.say("take.aim", start=begins, goal=quantity(tell, one.target, one.unit))
    return {
        "id": one.code,
        "code": one.code,
        "title": _short(tell.read(one.title)),
        "indicator": _short(tell.read(one.indicator)),
        "aim": _short(aim),
        "deadline": tell.month(one.deadline) or tell.say("unknown"),
        "measure": _measure(tell, one),
    }


def _measure(tell: Teller, one: Objective | Carried) -> str:
    """Tell the last measure with its month; from when there will be one, of an objective just adopted."""
    if isinstance(one, Carried):
        last = one.now
        if last is None:
            return tell.say("no_measure")
        return tell.say("paper.dated", value=quantity(tell, last.value, one.unit), date=tell.month(last.date))
    return tell.say("take.from", month=tell.month(measurable_from(tell.report.session, one)))


def dates(tell: Teller, family: str) -> tuple[Event, ...]:
    """Give a member's dates to come, in order: last days to orient, what their objectives ask, the next meetings."""
    session, own = tell.report.session, Teller(tell.lang, of_family(tell.report, family))
    open_still = [one for one in to_orient(session, family) if not one.late]
    files = [f"-{one.bought.id}-file" for one in open_still]
    found = [one for one in to_ics.events(own) if not any(file in one.uid for file in files)]
    found += [to_ics.orienting(tell, one) for one in open_still]
    known = {one.uid for one in found}
    found += [one for one in islice(to_ics.meeting_days(tell), MEETINGS) if one.uid not in known]
    coming = (one for one in found if one.day.isoformat() >= session.date[:10])
    return tuple(sorted(coming, key=lambda one: (one.day, one.uid)))


def _contacts(tell: Teller) -> list[Values]:
    listed = tell.report.session.workshop.scenario.takeaway.contacts
    return [
        {"role": _short(tell.read(one.role)), "about": _short(tell.read(one.about)),
         "reach": _short(tell.read(one.reach)) or tell.blank}
        for one in listed
    ]  # fmt: skip


def _who(tell: Teller) -> Values:
    workshop = tell.report.session.workshop
    taken = workshop.scenario.takeaway
    terms = {term.id: term for term in workshop.deck.glossary}
    chosen = [terms[word] for word in taken.words if word in terms] or list(terms.values())[:20]
    chosen.sort(key=lambda term: tell.read(term.word).casefold())
    return {
        "title": tell.say("take.who"),
        "under": tell.say("take.who_under"),
        "strip": [
            {"title": _short(tell.read(one.title)), "who": _short(tell.read(one.who)),
             "what": _short(tell.read(one.what)), "when": _short(tell.read(one.when)), "council": one.council}
            for one in taken.strip
        ],
        "words": [[_short(tell.read(term.word)), _short(tell.read(term.meaning))] for term in chosen],
        "never": [_short(tell.read(one)) for one in taken.never],
    }  # fmt: skip


def _law(tell: Teller) -> str:
    return obligations.as_of(tell) if tell.report.session.workshop.duties.duties else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
