"""The town's plan as a poster: places with their families, the words of the ground, a legend. Millimetres on paper."""

from __future__ import annotations

from math import atan2, degrees
from pathlib import Path
from typing import Any

from game.core import town as plan
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.core.scenario import Place, Scenario
from game.core.town import Camera, Extent, Shape, Zone, to_screen
from game.printing.faces import family_face
from game.printing.ground import ground
from game.printing.plates import plate
from game.printing.setting import Printed, typeset
from game.type.measure import FontMeasure
from game.words.catalogue import Speaker

PAPERS = {"a2": (420.0, 594.0), "a1": (594.0, 841.0)}
EDGE = 12.0
"""White kept round a poster of A2; an A1 is the same, larger."""
MAP = (EDGE, 54.0, 396.0, 420.0)
"""Where the plan stands on an A2: x, y, width, height."""
WORD = 4.6
"""Size in mm of a word of the ground."""
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
        "zones": zones, "labels": _labels(town.plan, view, said),
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


def _labels(town: plan.Town, view: Camera, said: Speaker) -> list[dict[str, Any]]:
    """Give the words of the ground that stand whole on the plan, clear of every place and of one another."""
    measure = FontMeasure()
    taken = [_box(zone, view) for zone in town.zones]
    kept: list[dict[str, Any]] = []
    for shape in town.layers:
        text = shape.called(said.lang)
        if shape.kind not in ("district", "label") or shape.cls == "stop" or not (shape.lines and text):
            continue
        wide = measure.width(text, 100) * WORD / 100 * (1.15 if shape.cls == "shield" else 1.0)
        spot = next((spot for spot in _spots(shape, view) if _free(_around(spot, wide), taken)), None)
        if spot is not None:
            taken.append(_around(spot, wide))
            kept.append({"x": spot[0], "y": spot[1], "turn": spot[2], "text": text, "cls": shape.cls or shape.kind})
    return kept


def _spots(shape: Shape, view: Camera) -> list[tuple[float, float, float]]:
    """Give where a word may stand, and how it leans: along a river anywhere, else on its point."""
    path = [to_screen(view, point) for point in shape.lines[0]]
    if shape.cls != "river":
        return [(*path[0], 0.0)]
    return [(x, y, _lean(path[max(0, i - 2)], path[min(len(path) - 1, i + 2)])) for i, (x, y) in enumerate(path)]


def _lean(a: plan.Point, b: plan.Point) -> float:
    turn = degrees(atan2(b[1] - a[1], b[0] - a[0]))
    return turn - 180 if turn > 90 else turn + 180 if turn < -90 else turn


def _around(spot: tuple[float, float, float], wide: float) -> Extent:
    x, y, turn = spot
    across, down = (wide, WORD * 1.3) if abs(turn) < 45 else (WORD * 1.3, wide)
    return (x - across / 2 - 1, y - down / 2 - 1, x + across / 2 + 1, y + down / 2 + 1)


def _free(box: Extent, taken: list[Extent]) -> bool:
    inside = box[0] >= 1 and box[1] >= 1 and box[2] <= MAP[2] - 1 and box[3] <= MAP[3] - 1
    return inside and not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )
