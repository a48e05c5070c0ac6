"""Intentions written into a scenario's text: where its list ends, and nothing else of it is touched."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterable, Iterator, Sequence

from game.authoring.sheet.patch import Edit, applied, ends, insertion, margin
from game.authoring.sheet.render import quoted
from game.authoring.subjects.reading import Proposal
from game.content.near import slug
from game.content.problems import LINE_ENDS, ContentError, Problem, errors
from game.content.scenario import read_scenario
from game.content.spans import Spot, spots
from game.core.cards import Deck
from game.core.scenario import Intention, Scenario

ID = 36
"""Signs of the id made of a title."""


def written(data: bytes, file: str, deck: Deck, scenario: Scenario, proposals: Sequence[Proposal]) -> bytes:
    """Give a sound scenario's next text, with the proposals after its own intentions.

    Raises ContentError when the text would not say exactly that.
    """
    text = data.decode("utf-8-sig")
    ids = _ids(proposals, (one.id for one in scenario.intentions))
    entries = [_entry(one, name) for one, name in zip(proposals, ids, strict=True)]
    text = _inserted(text, spots(text).get("intentions"), entries, file)
    made = (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + text.encode()
    found, problems = read_scenario(made, file, deck)
    if found is None or errors(problems):
        raise ContentError(errors(problems))
    told = [_told(one) for one in found.intentions[len(scenario.intentions) :]]
    if found.intentions[: len(scenario.intentions)] != scenario.intentions or told != [*map(_wanted, proposals)]:
        raise ContentError((Problem("subjects_unfaithful", file, 0, 0),))
    return made


def _told(one: Intention) -> tuple[object, ...]:
    note, by = one.cao_note.fr, one.department.fr
    return (one.family, one.place, one.title.fr, one.amount_ht, one.launch, one.award, one.duration_months,
            one.procedure.fr, one.cao, note, by)  # fmt: skip


def _wanted(one: Proposal) -> tuple[object, ...]:
    return (one.family, one.place, one.title, one.amount, one.launch, one.award, one.months, one.procedure, one.cao,
            one.cao_note, one.department)  # fmt: skip


def _ids(proposals: Sequence[Proposal], known: Iterable[str]) -> list[str]:
    """Make an id of each title: none twice."""
    taken, made = set(known), []
    for one in proposals:
        stem = slug(one.title)[:ID].strip("-") or "achat"
        tried = (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
        name = next(each for each in tried if each not in taken)
        taken.add(name)
        made.append(name)
    return made


def _entry(one: Proposal, name: str) -> list[tuple[str, str]]:
    """Give the keys of an intention and their values as YAML, in the order of the format."""
    pairs = [
        ("id", quoted(name) if name.isdigit() else name), ("family", one.family), ("place", one.place),
        ("title", quoted(one.title)), ("amount_ht", str(one.amount)), ("launch", quoted(one.launch)),
        ("award", quoted(one.award)), ("duration_months", str(one.months)),
    ]  # fmt: skip
    said = (("procedure", one.procedure), ("cao_note", one.cao_note), ("department", one.department))
    told = {key: quoted(text) for key, text in said if text}
    cao = "true" if one.cao else "false"
    optional = ("procedure", told.get("procedure")), ("cao", cao), ("cao_note", told.get("cao_note"))
    return pairs + [(key, text) for key, text in (*optional, ("department", told.get("department"))) if text]


def _inserted(text: str, spot: Spot | None, entries: Sequence[list[tuple[str, str]]], file: str) -> str:
    if spot is None or spot.kind != "list":
        raise ContentError((Problem("subjects_unfaithful", file, 0, 0),))
    line = ends(text)
    if spot.flow and spot.entries:
        flat = ("{" + ", ".join(f"{key}: {value}" for key, value in one) + "}" for one in entries)
        return applied(text, insertion(text, spot, len(spot.entries) - 1, ", ".join(flat)))
    lead = margin(text, spot) if spot.entries else "  "
    items = [f"{line}{lead}  ".join(f"{key}: {value}" for key, value in one) for one in entries]
    if spot.entries:
        joined = f"{line}{lead}- ".join(items)
        return applied(text, insertion(text, spot, len(spot.entries) - 1, joined))
    start = len(text[: spot.start].rstrip(" "))
    return applied(text, Edit(start, spot.end, "".join(f"{line}{lead}- {item}" for item in items)))


def diff(before: bytes, after: bytes, name: str) -> Iterator[str]:
    """Give the lines that change, with three lines around."""
    old, new = (LINE_ENDS.split(data.decode("utf-8-sig")) for data in (before, after))
    yield from difflib.unified_diff(old, new, name, name, lineterm="")
