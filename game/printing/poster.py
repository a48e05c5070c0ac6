"""The town's plan as a poster: places with their families at its edges, the ground and its words, a legend. In mm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from game.core import town as plan
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.core.labels.labelling import MARGIN, Asked, Label, Labelled, Named, labelled
from game.core.scenario import Place, Scenario
from game.core.town import Camera, Extent, Zone, to_screen
from game.printing.boards import EDGE, PAPERS, TILED, Board, Tiling, beside, board, tiling
from game.printing.codes import Region, Sheet, drawn, marked
from game.printing.faces import family_face
from game.printing.ground import ground
from game.printing.setting import Printed, typeset
from game.type.ground import LETTERS, Setting, shown
from game.type.groundwords import words
from game.type.lettering import Word
from game.type.measure import FontMeasure
from game.words.catalogue import Speaker

SHARP, SMALL = 4.0, 1.0
"""Pixels of a millimetre where the words of the ground are set as on the table, and how large its sizes are then."""
NAME, CHIP, PAD, FOOT = 8.4, 15.5, 3.0, 26.0
"""Sizes in mm on an A2: a place's name, a family's chip and its gap, what is beside a name, under the columns."""
GROUND = "ground.svg"
"""The file of the drawn ground, as the template calls it."""
AREA = 14.0
"""Millimetres of its shorter side from which a place is shown by its outline."""
PX = 24 / NAME
"""Pixels of a millimetre where plates are laid out, as on the table: their names are as large there."""


@dataclass(frozen=True, slots=True)
class Town:
    """What a poster shows: a scenario, its deck and its plan."""

    deck: Deck
    scenario: Scenario
    plan: plan.Town


def poster(town: Town, size: str, said: Speaker, style: Path | None = None, *, saving: bool = False) -> Printed:
    """Set a poster on A3, A2 or A1, or on sheets of A4 to be put together, upright or lying as the town does.

    Raises ImportError without typst, ExportError when a template is at fault.
    """
    shown = board(town.plan.extent)
    laid = labelled(asked(town, shown, said))
    view = (laid.camera[0], laid.camera[1], laid.camera[2] * PX)
    seen = (view[0], view[1], view[0] + shown.map[2] * view[2], view[1] + shown.map[3] * view[2])
    called = town.scenario.town.say(said.lang)
    zones = places(town, laid, said)
    data: dict[str, Any] = {
        "title": said.say("printing.map.title", town=called), "authors": list(town.scenario.authors),
        "lang": said.lang, "map": shown.map, "legend": shown.legend, "columns": shown.columns, "saving": saving,
        "board": shown.paper, "edge": EDGE, **_paper(shown, size, said),
        "marks": [drawn(one) for one in _sheet(shown, zones).marks],
        "under": said.say("printing.map.under", deck=town.deck.title.say(said.lang)),
        "alt": said.say("printing.map.alt", town=called),
        "zones": zones, "words": written(town.plan, view, shown, zones, said), "thin": laid.thin,
        "families": [_family(town, role.id, said) for role in town.scenario.families],
        "scale": {"mm": 500 / view[2], "text": said.say("printing.map.metres", n=500)},
        "north": said.say("printing.map.north"), "notes": _notes(town.scenario, zones, said),
    }  # fmt: skip
    icons = {family["icon"] for zone in zones for family in zone["families"]} | {
        each["icon"] for each in data["families"]
    }
    return typeset("poster.typ", data, icons, style, files={GROUND: ground(town.plan, seen, saving=saving)})


def sheet(town: Town, said: Speaker) -> Sheet:
    """Give the marks of a town's poster in a language, and where its places' names stand, in mm on an A2."""
    shown = board(town.plan.extent)
    return _sheet(shown, places(town, labelled(asked(town, shown, said)), said))


def _sheet(shown: Board, zones: list[dict[str, Any]]) -> Sheet:
    x, y = shown.map[:2]
    boxes = [(one["id"], one["plate"] or (*one["site"], *one["site"])) for one in zones]
    regions = tuple(Region("", name, (a + x, b + y, c + x, d + y)) for name, (a, b, c, d) in boxes)
    told = " ".join(f"{one.place} {[round(side) for side in one.box]}" for one in regions)
    return Sheet(shown.paper, marked(f"plan {told}", beside(shown.map)), regions)


def _paper(shown: Board, size: str, said: Speaker) -> dict[str, Any]:
    """Give the paper of a page and how large the poster is on it, with its tiles if it is cut into some."""
    if size == TILED:
        cut = tiling(shown)
        return {"paper": cut.paper, "unit": cut.unit, "window": cut.window, "tiles": _tiles(cut, said)}
    short, long = PAPERS[size]
    paper = (long, short) if shown.columns else (short, long)
    return {"paper": paper, "unit": short / PAPERS["a2"][0], "tiles": []}


def _tiles(cut: Tiling, said: Speaker) -> list[dict[str, Any]]:
    return [
        {"x": one.x, "y": one.y, "right": said.say("printing.tile.glue", tile=one.right) if one.right else "",
         "below": said.say("printing.tile.glue", tile=one.below) if one.below else "",
         "name": said.say("printing.tile.name", tile=one.name)}
        for one in cut.tiles
    ]  # fmt: skip


def asked(town: Town, shown: Board, said: Speaker) -> Asked:
    """Ask for a plate beside the plan for every place that buys; the ground itself says the others."""
    named = tuple(
        Named(zone.place_id, zone.site, zone.rings[0], _wide(place, said) * PX) for zone, place in _played(town)
    )
    return Asked((shown.map[2] * PX, shown.map[3] * PX), town.plan.extent, named, low=(MARGIN, FOOT * PX))


def _wide(place: Place, said: Speaker) -> float:
    """Give the width of a plate in mm: its name over its families' chips."""
    name = FontMeasure().width(place.short.say(said.lang), 100, bold=True) * NAME / 100
    return max(name, CHIP * len(place.families)) + 2 * PAD


def _played(town: Town) -> list[tuple[Zone, Place]]:
    found = ((zone, town.scenario.place(zone.place_id)) for zone in town.plan.zones)
    return [(zone, place) for zone, place in found if place is not None and not place.decor]


def places(town: Town, laid: Labelled, said: Speaker) -> list[dict[str, Any]]:
    """Give every place that buys: its outline, its plate and the leader between them in mm, its name, its families."""
    labels = {label.place: label for label in laid.labels}
    return [_place(town, zone, place, laid, labels[place.id], said) for zone, place in _played(town)]


def _place(town: Town, zone: Zone, place: Place, laid: Labelled, label: Label, said: Speaker) -> dict[str, Any]:
    families = [family_face(found, said) for one in place.families if (found := town.deck.family(one)) is not None]
    rings = [[_mm(to_screen(laid.camera, point)) for point in ring] for ring in zone.rings]
    plate = [side / PX for side in label.plate] if label.plate is not None else None
    return {"id": place.id, "name": place.short.say(said.lang), "families": families, "rings": rings, "sure": zone.sure,
            "area": _spread(rings[0]) > AREA,
            "site": _mm(label.site), "leader": [_mm(point) for point in label.leader], "plate": plate}  # fmt: skip


def _mm(point: plan.Point) -> plan.Point:
    return point[0] / PX, point[1] / PX


def _spread(ring: list[plan.Point]) -> float:
    """Give the shorter side of an outline's box."""
    xs, ys = zip(*ring, strict=True)
    return float(min(max(xs) - min(xs), max(ys) - min(ys)))


def _notes(scenario: Scenario, zones: list[dict[str, Any]], said: Speaker) -> list[str]:
    """Give the small print: what is a game's estimate, who wrote it, under which licence."""
    credit = said.say("printing.map.credit", name=scenario.id, version=scenario.version,
                      authors=", ".join(scenario.authors), licence=scenario.licence)  # fmt: skip
    sure = all(zone["sure"] for zone in zones)
    return [said.say("printing.map.estimate") if sure else said.say("printing.map.guessed"), credit]


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


def written(
    town: plan.Town, view: Camera, shown: Board, zones: list[dict[str, Any]], said: Speaker
) -> list[dict[str, Any]]:
    """Give the words of the ground as the table finds room for them, off plates, places, leaders and the scale."""
    wide, high = shown.map[2:]
    boxes = [*(zone["plate"] for zone in zones if zone["plate"]), *(_around(zone) for zone in zones),
             (wide - 50, high - FOOT, wide, high)]  # fmt: skip
    taken = tuple((x0 * SHARP, y0 * SHARP, x1 * SHARP, y1 * SHARP) for x0, y0, x1, y1 in boxes)
    outlines = (zone["rings"][0] for zone in zones if zone["area"])
    drawn = (*(zone["leader"] for zone in zones), *outlines)
    lines = tuple(tuple((x * SHARP, y * SHARP) for x, y in line) for line in drawn)
    setting = Setting(said.lang, SMALL, taken, lines, tuple(zone["name"] for zone in zones))
    size, seen = (round(wide * SHARP), round(high * SHARP)), (view[0], view[1], view[2] / SHARP)
    return [_word(word) for word in words(town, size, seen, setting) if word.look != "scale"]


def _around(zone: dict[str, Any]) -> Extent:
    """Give the box no word may touch of a place: all of a building, the dot of an area."""
    (x, y), ring = zone["site"], zone["rings"][0]
    half = 3.0 if zone["area"] else max(abs(c - m) for point in ring for c, m in zip(point, (x, y), strict=True)) + 1
    return x - half, y - half, x + half, y + half


def _word(word: Word) -> dict[str, Any]:
    look = LETTERS[word.look]
    runs = [{"text": run.text, "x": run.x / SHARP, "y": run.y / SHARP, "turn": -run.turn} for run in word.runs]
    return {"runs": runs, "size": word.px / SHARP, "ink": shown(look.ink), "halo": shown(look.halo), "bold": look.bold,
            "italic": look.italic, "rim": shown(look.rim)}  # fmt: skip
