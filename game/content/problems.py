"""What is wrong in a file people wrote, as a value: the sentence is `problem.<code>` of the catalogue `content`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from game.content import unseen
from game.core.errors import GameError
from game.core.frozen import dataclass

WARNINGS = frozenset(
    {
        "more_warnings",
        "warnings_alike",
        "translation_missing",
        "translation_same",
        "translation_stale",
        "translation_unsourced",
        "translation_double",
        "overlay_undeclared",
        "licence_unknown",
        "licence_unknown_near",
        "licence_missing",
        "image_missing",
        "image_missing_near",
        "image_unnamed",
        "image_unowed",
        "legal_undated",
        "legal_old",
        "contrast_low",
        "letter_twice",
        "glyph_missing",
        "fit_label",
        "fit_word",
        "fit_band",
        "fit_front",
        "fit_back",
        "card_duty",
        "panel_unknown",
        "panel_unknown_near",
        "agenda_no_objectives",
        "induction_missing",
        "budget_purchases",
        "budget_share",
        "seat_person",
        "map_name_odd",
        "map_name_sign",
        "map_name_long",
        "map_more",
        "map_cp1252",
        "map_no_type",
        "map_no_drawing",
        "map_pieces",
        "map_line",
        "map_ring_out",
        "map_turned",
        "map_class",
        "map_form",
        "map_place_named",
        "map_place_parts",
        "map_place_dot",
        "map_place_outside",
        "map_name_twice",
        "text_cut",
        "quotes_shown",
        "markup_shown",
        "unseen_sign",
        "private_sign",
        "sign_replaced",
    }
)
"""Said, but the file is still played: a card without its translation or its picture is better than no card."""
COUNTS = frozenset({"more", "more_alike", "more_warnings", "warnings_alike", "map_more"})
"""What only counts the ones before it: neither a fault nor a warning of its own."""
ALIKE, MOST = 3, 100
"""The same fault, or warnings of one sort, are said three times, then counted; a hundred are told at most."""
LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line for YAML."""
_TOKEN = re.compile(r"""'[^']*'|"[^"]*"|[^\s,:\[\]{}#][^\s,:\[\]{}]*""")
_WIDTH, _BEFORE = 100, 60

Say = Callable[..., str]
"""The catalogue: `say(key, **facts)`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `line` and `column` count from 1; 0 means the whole file. `facts` fill the sentence.

    `card` is what the card it is in, or the family, the place, the seat…, is called.
    """

    code: str
    file: str
    line: int
    column: int
    facts: tuple[tuple[str, str | int | float], ...] = ()
    related: tuple[Problem, ...] = ()
    card: str = ""


class ContentError(GameError):
    """A deck, a scenario or a map cannot be played: every problem at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("content_unreadable", count=len(problems))
        self.problems = problems

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ContentError) and self.problems == other.problems

    def __hash__(self) -> int:
        return hash(self.problems)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep the problems that stop the file from being played."""
    return tuple(problem for problem in problems if problem.code not in WARNINGS)


def tidy(problems: Iterable[Problem], own: str = "") -> tuple[Problem, ...]:
    """Sort problems, faults before warnings, those of the file `own` before other files'; fold the ones that repeat.

    Faults are alike when they say the same, warnings when they are of one sort. A hundred are kept.
    """
    ordered = sorted(dict.fromkeys(problems), key=lambda one: (one.code in WARNINGS, one.file != own, *_place(one)))
    met = {one: at for at, one in enumerate(ordered)}
    kept: list[tuple[int, Problem]] = []
    for _, group in groupby(sorted(ordered, key=_cause), key=_cause):
        alike = list(group)
        kept += [(met[one], one) for one in alike[:ALIKE]]
        if len(alike) > ALIKE:
            kept.append((met[alike[ALIKE]], _folded(alike[ALIKE:])))
    first = [one for _, one in sorted(kept, key=lambda one: one[0])]
    return (*first[:MOST], *_left(first[MOST:]))


def _cause(problem: Problem) -> tuple[str, str]:
    return problem.code, "" if problem.code in WARNINGS else str(problem.facts)


def _folded(alike: list[Problem]) -> Problem:
    last = alike[0]
    code = "warnings_alike" if last.code in WARNINGS else "more_alike"
    return Problem(code, last.file, last.line, last.column, (("n", len(alike)),))


def _left(rest: list[Problem]) -> Iterator[Problem]:
    """Count what is too much to tell."""
    for code, count in zip(("more", "more_warnings"), tally(rest), strict=True):
        if count:
            yield Problem(code, rest[0].file, 0, 0, (("n", count),))


def tally(problems: Iterable[Problem]) -> tuple[int, int]:
    """Count faults and warnings, those that were folded included."""
    counts = [0, 0]
    for one in problems:
        counts[one.code in WARNINGS] += int(dict(one.facts)["n"]) if one.code in COUNTS else 1
    return counts[0], counts[1]


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column


def sentence(problem: Problem, say: Say) -> str:
    """Give `file:line:column: sentence` in the language of `say`; a problem of the whole file has no line."""
    file = unseen.shown(problem.file)
    place = f"{file}:{problem.line}:{problem.column}" if problem.line else file
    return f"{place}: {words(problem, say)}"


def bare(problem: Problem, say: Say) -> str:
    """Give the sentence alone. What it quotes of a stranger's file is shown, never sent as it is to a terminal."""
    facts = {key: unseen.shown(value) if isinstance(value, str) else value for key, value in problem.facts}
    said = say(f"problem.{problem.code}", **facts)
    return say("problem.of", name=unseen.shown(problem.card), sentence=said) if problem.card else said


def words(problem: Problem, say: Say) -> str:
    """Give the sentence alone, told to be a warning when it is one."""
    said = bare(problem, say)
    aside = problem.code in WARNINGS and problem.code not in COUNTS
    return say("problem.warning", sentence=said) if aside else said


def block(problem: Problem, say: Say, source: str, others: Mapping[str, str] | None = None) -> str:
    """Give the sentence, the line with a caret under the place, and the other places it speaks of.

    `source` is the text of the problem's file, `others` those of the other files by name.
    """
    texts = {**(others or {}), problem.file: source}
    parts = [sentence(problem, say), *_excerpt(problem, LINE_ENDS.split(source))]
    for other in problem.related:
        parts += [f"  {sentence(other, say)}", *_excerpt(other, LINE_ENDS.split(texts.get(other.file, "")))]
    return "\n".join(parts)


def _excerpt(problem: Problem, lines: list[str]) -> list[str]:
    if not 0 < problem.line <= len(lines):
        return []
    text = unseen.shown(lines[problem.line - 1].replace("\t", "→"))
    at = min(max(problem.column - 1, 0), len(text))
    found = _TOKEN.match(text, at)
    width = max(len(found[0]) if found else 1, 1)
    start = max(0, at - _BEFORE) if len(text) > _WIDTH else 0
    number = f"{problem.line:>5}"
    shown = text[start : start + _WIDTH]
    carets = "^" * max(1, min(width, _WIDTH - (at - start)))
    return [f"{number} | {shown}", f"{' ' * len(number)} | {' ' * (at - start)}{carets}"]
