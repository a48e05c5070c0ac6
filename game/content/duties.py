"""From the bytes of a file of duties to the duties of a country, or to every problem found in it."""

from __future__ import annotations

from game.content.casespec import CASE, STARTS, amounts
from game.content.deck import read_root
from game.content.deckspec import CONFIDENCE, HEAD
from game.content.kinds import KINDS
from game.content.nodes import Mapping
from game.content.problems import Problem, tidy
from game.content.source import read_source
from game.content.spec import Shape, formats, many, name, one_of, optional, plain, text, thing, things, whole, words
from game.content.walk import Check, Walk
from game.core import cards, guard
from game.core import duties as law
from game.core.case import KINDS as BOUGHT
from game.core.duties import Duties
from game.core.legal import PLAIN_LIMIT, Legal
from game.core.workdays import Holidays


def _duties(**values: object) -> object:
    values.pop("format")
    return Duties(**values)  # type: ignore[arg-type]


KIND = Shape(law.Kind, {"id": one_of(*BOUGHT), "cpv": STARTS})
PROCEDURE = Shape(
    law.Procedure,
    {"id": name(), "title": words(), "months": whole(0, 36), "cases": optional(things(CASE, 1))},
    ("procedure",),
)
LEGAL = Shape(
    Legal,
    {
        "text": words(),
        "confidence": one_of(*CONFIDENCE),
        "date": optional(plain("day")),
        "plain": optional(words(PLAIN_LIMIT)),
    },
)
GUARD = Shape(
    guard.Guard,
    {
        "kind": one_of(*guard.GUARDED),
        "words": many(text()),
        "near": optional(many(text(), 1)),
        "within": optional(whole(0, 20)),
        "unless": optional(many(text(), 1)),
        "places": optional(plain("yesno")),
    },
)
HOLIDAYS = Shape(
    Holidays,
    {"fixed": optional(many(plain("month_day"), 1)), "easter": optional(many(whole(-60, 60), 1))},
)
DUTY = Shape(
    law.Duty,
    {
        "id": name(),
        "title": words(),
        "text": words(),
        "since": plain("day"),
        "until": optional(plain("day")),
        "cases": optional(things(CASE, 1)),
        "legal": thing(LEGAL),
        "exceptions": optional(many(words(), 1)),
        "axes": optional(many(plain("token"), 1)),
        "part": optional(one_of(*cards.PARTS)),
    },
    ("duty",),
    check="duty",
)
SPEC = Shape(
    _duties,
    {
        **HEAD,
        "format": formats(1),
        "law_as_of": plain("day"),
        "amounts_until": optional(plain("day")),
        "conformity": optional(words()),
        "kinds": things(KIND, 1),
        "procedures": optional(things(PROCEDURE)),
        "duties": things(DUTY, 1),
        "guards": optional(things(GUARD)),
        "allowed": optional(many(text())),
        "holidays": optional(thing(HOLIDAYS)),
    },
)
"""The format 1 of duties."""


def _duty(walk: Walk, node: Mapping, values: dict[str, object]) -> None:
    since, until = str(values["since"]), str(values.get("until", ""))
    if until and until[:7] < since[:7]:
        walk.fault("duty_until", walk.at(node, "until"), value=until, since=since)


CHECKS: dict[str, Check] = {"case": amounts, "duty": _duty}


def read_duties(data: bytes, file: str, *, held: bool = False) -> tuple[Duties | None, tuple[Problem, ...]]:
    """Read duties. None comes with a problem; duties may come with warnings. `held`: a session keeps this text."""
    root, problems = read_source(data, file, held=held)
    walk = Walk(file, KINDS, CHECKS, problems=problems, held=held)
    made = read_root(walk, SPEC, root)
    return (made if isinstance(made, Duties) else None), tidy(walk.named(walk.problems), file)
