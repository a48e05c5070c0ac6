"""The town's plan as a poster: places with their families, the words of the ground, a legend. Millimetres on paper."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from game.core import town as plan
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.core.scenario import Place, Scenario
from game.core.town import Camera, Extent, Zone, to_screen
from game.printing.faces import family_face
from game.printing.ground import ground
from game.printing.plates import plate
from game.printing.setting import Printed, typeset
from game.type.ground import LETTERS, shown
from game.type.groundroom import Setting
from game.type.groundwords import words
from game.type.lettering import Word
from game.type.measure import FontMeasure
from game.words.catalogue import Speaker

PAPERS = {"a2": (420.0, 594.0), "a1": (594.0, 841.0)}
EDGE = 12.0
"""White kept round a poster of A2; an A1 is the same, larger."""
MAP = (EDGE, 54.0, 396.0, 420.0)
"""Where the plan stands on an A2: x, y, width, height."""
SHARP, SMALL = 4.0, 1.0
"""Pixels of a millimetre where the words of the ground are set as on the table, and how large its sizes are then."""
NAME, CHIP, PLATE = 8.4, 15.5, 20.0
"""Sizes in mm on an A2: a place's name, the width of a family's chip, the height of both."""


@dataclass(frozen=True, slots=True)
class Town:
    """What a poster shows: a scenario, its deck and its plan."""

    deck: Deck
    scenario: Scenario
    plan: plan.Town


def poster(town: Town, size: str, said: Speaker, style: Path | None = None, *, saving: bool = False) -> Printed:
    """Set a poster on A2 or A1. Raises ImportError without typst, ExportError when a template is at fault."""
    paper = PAPERS[size]
    view = plan.camera(town.plan, MAP[2], MAP[3])
    seen = (view[0], view[1], view[0] + MAP[2] * view[2], view[1] + MAP[3] * view[2])
    called = town.scenario.town.say(said.lang)
    zones = places(town, view, said)
    data: dict[str, Any] = {
        "title": said.say("printing.map.title", town=called), "authors": list(town.scenario.authors),
        "lang": said.lang, "paper": paper, "unit": paper[0] / PAPERS["a2"][0], "map": MAP, "saving": saving,
        "under": said.say("printing.map.under", deck=town.deck.title.say(said.lang)),
        "svg": ground(town.plan, seen, saving=saving), "alt": said.say("printing.map.alt", town=called),
        "zones": zones, "words": _words(town.plan, view, (_box(zone, view) for zone in town.plan.zones), said),
        "families": [_family(town, role.id, said) for role in town.scenario.families],
        "scale": {"mm": 500 / view[2], "text": said.say("printing.map.metres", n=500)},
        "north": said.say("printing.map.north"), "notes": _notes(town.scenario, said),
    }  # fmt: skip
    icons = {family["icon"] for zone in zones for family in zone["families"]} | {
        each["icon"] for each in data["families"]
    }
    return typeset("poster.typ", data, icons, style)


def places(town: Town, view: Camera, said: Speaker) -> list[dict[str, Any]]:
    """Give every place of the plan: its outline and the box of its name in mm, its name, its families."""
    return [zone for each in town.plan.zones if (zone := _zone(town, each, view, said)) is not None]


def _notes(scenario: Scenario, said: Speaker) -> list[str]:
    """Give the small print: what is a game's estimate, who wrote it, under which licence."""
    credit = said.say("printing.map.credit", name=scenario.id, version=scenario.version,
                      authors=", ".join(scenario.authors), licence=scenario.licence)  # fmt: skip
    return [said.say("printing.map.estimate"), credit]


def _zone(town: Town, zone: Zone, view: Camera, said: Speaker) -> dict[str, Any] | None:
    place = town.scenario.place(zone.place_id)
    if place is None:
        return None
    families = [family_face(found, said) for one in place.families if (found := town.deck.family(one)) is not None]
    name = place.short.say(said.lang)
    rings = tuple(tuple(to_screen(view, point) for point in ring) for ring in zone.rings)
    others = [_box(each, view) for each in _over(town, zone)] if place.decor else []
    wide = max(FontMeasure().width(name, 100, bold=True) * NAME / 100, CHIP * len(families)) + 2
    return {"id": place.id, "name": name, "families": families, "decor": place.decor, "rings": rings,
            "plate": plate(rings, wide, NAME * 1.2 if place.decor else PLATE, others)}  # fmt: skip


def _over(town: Town, zone: Zone) -> list[Zone]:
    """List the places drawn over one of decor."""
    played = {place.id for place in town.scenario.places if not place.decor}
    return [each for each in town.plan.zones if each.place_id in played and each is not zone]


def _box(zone: Zone, view: Camera) -> Extent:
    x0, y0, x1, y1 = zone.box
    return (*to_screen(view, (x0, y0)), *to_screen(view, (x1, y1)))


def _family(town: Town, family_id: str, said: Speaker) -> dict[str, Any]:
    """Give a family's column of the legend: who buys, its share, its places by their whole name."""
    family, role = town.deck.family(family_id), town.scenario.family(family_id)
    assert family is not None
    assert role is not None
    held = (place for place in town.scenario.places if family_id in place.families)
    return {
        **family_face(family, said),
        "deputy": role.deputy.say(said.lang),
        "share": said.say("printing.map.share", share=float(role.share_pct)),
        "places": [_called(place, said) for place in held],
    }


def _called(place: Place, said: Speaker) -> str:
    return place.name.say(said.lang)


def _words(town: plan.Town, view: Camera, taken: Iterable[Extent], said: Speaker) -> list[dict[str, Any]]:
    """Give the words of the ground as the table finds room for them, clear of boxes in mm; the scale is our own."""
    kept = tuple((x0 * SHARP, y0 * SHARP, x1 * SHARP, y1 * SHARP) for x0, y0, x1, y1 in taken)
    size, seen = (round(MAP[2] * SHARP), round(MAP[3] * SHARP)), (view[0], view[1], view[2] / SHARP)
    return [_word(word) for word in words(town, size, seen, Setting(said.lang, SMALL, kept)) if word.look != "scale"]


def _word(word: Word) -> dict[str, Any]:
    look = LETTERS[word.look]
    runs = [{"text": run.text, "x": run.x / SHARP, "y": run.y / SHARP, "turn": -run.turn} for run in word.runs]
    return {"runs": runs, "size": word.px / SHARP, "ink": shown(look.ink), "halo": shown(look.halo), "bold": look.bold,
            "italic": look.italic, "rim": shown(look.rim)}  # fmt: skip
