"""The files of a town: scenario.yaml with notes on all that was guessed, town.geojson one object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from game.authoring.scaffold import noted
from game.authoring.town.families import Buyers
from game.authoring.town.proposal import Purchase, Site, title
from game.core.cards import Deck
from game.core.text import Text
from game.places import shelves

Both = Callable[[str, Text], Text]
"""Gives a sentence of the catalogue in both languages, about something."""
TEMPLATE = "town/scenario.yaml"
CODES = 4
"""Codes of the common vocabulary written for a family."""


def scenario(facts: Mapping[str, str], lang: str) -> bytes:
    """Write a scenario from the template, its notes in one language. `facts`: what stands at its marks."""
    text = noted((shelves.assets() / TEMPLATE).read_text(encoding="utf-8"), lang)
    return re.sub(r"\{\{(\w+)\}\}", lambda mark: facts[mark[1]], text).encode()


def quoted(said: str) -> str:
    """Give a text between double quotes, so that nothing of it can be read otherwise."""
    return json.dumps(said, ensure_ascii=False)


def words(said: Text) -> str:
    """Give a text in both languages, or once where it is the same in both."""
    fr, en = said.say("fr"), said.say("en")
    return quoted(fr) if fr == en else f"{{fr: {quoted(fr)}, en: {quoted(en)}}}"


def lines(said: Text) -> str:
    """Give a text in both languages, a line each, as the template's speeches are written."""
    return f"fr: {quoted(said.fr)}\n              en: {quoted(said.en)}"


def families(deck: Deck, buyers: Buyers, shares: Mapping[str, int], both: Both, note: str) -> str:
    """Write the families. `note` stands behind what is to be replaced."""
    lines = []
    for family in deck.families:
        codes = ", ".join(quoted(code) for code in buyers.codes(family.id)[:CODES])
        labels = ", ".join(f"{{code: {code}, label: {words(family.short)}}}" for code in codes.split(", ") if code)
        lines += [
            f"  - id: {family.id}",
            f"    deputy: {words(both('town.deputy', family.short))}  # {note}",
            f"    department: {words(both('town.department', family.short))}  # {note}",
            f"    share_pct: {shares[family.id]}",
            *([f"    cpv: [{labels}]"] if codes else []),
        ]
    return "\n".join(lines)


def places(found: Sequence[Site], note: str) -> str:
    """Write the places; `note` stands behind those whose families were guessed of nothing."""
    return "\n".join(
        f"  - {{id: {one.id}, name: {words(one.name)}, short: {words(one.short)}, "
        f"families: [{', '.join(one.families)}]}}" + ("" if one.sure else f"  # {note}")
        for one in found
    )


def intentions(found: Sequence[Purchase], note: Mapping[bool, str]) -> str:
    """Write the purchases to come. `note` says where each comes from (`{id}`, `{ends}`), its family known or not."""
    if not found:
        return "intentions: []"
    lines = ["intentions:"]
    for one in found:
        lines += [
            f"  # {note[one.sure].format(id=_bare(one.contract.id), ends=one.ends)}",
            f"  - id: {one.id}",
            f"    family: {one.family}",
            f"    place: {one.place}",
            f"    title: {quoted(title(one.contract))}",
            f"    amount_ht: {one.contract.amount}",
            f'    launch: "{one.launch}"',
            f'    award: "{one.award}"',
            f"    duration_months: {one.contract.months}",
            *([f'    cpv: "{one.contract.cpv}"'] if one.contract.cpv else []),
        ]
    return "\n".join(lines)


def _bare(said: str) -> str:
    """Give a published number as a note may hold it."""
    return re.sub(r"[^\w./ -]", "", said)[:40]


def seats(deck: Deck, both: Both) -> str:
    """Write a seat for each family, and a co-chair's."""
    own = "".join(
        f"  - {{id: {family.id}, role: {words(both('town.deputy', family.short))}, "
        f"short: {words(family.short)}, family: {family.id}}}\n"
        for family in deck.families
    )
    role, short = words(both("town.co_chair", Text())), words(both("town.co_chair_short", Text()))
    return f"{own}  - {{id: co-chair, role: {role}, short: {short}, co_chair: true, cao: true}}"


def town(features: Iterable[Mapping[str, Any]], found: Sequence[Site], note: str) -> bytes:
    """Write the map: the ground, then the places. `note` says where it comes from."""
    drawn = [*features, *(_place(one) for one in found)]
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in drawn)
    head = f'{{"type":"FeatureCollection","description":{quoted(note)},"features":[\n'
    return f"{head}{lines}\n]}}\n".encode()


def _place(one: Site) -> dict[str, Any]:
    said = {"kind": "place", "id": one.id, "name": one.name.fr, "name_en": one.name.en}
    known: dict[str, Any] = {key: value for key, value in said.items() if key != "name_en" or value != one.name.fr}
    if not one.spot.sure:
        known["sure"] = False
    return {"type": "Feature", "properties": known, "geometry": one.spot.shape}
