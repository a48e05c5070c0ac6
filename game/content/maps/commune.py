"""Which outline of a map is the commune's: the one that is named, that holds the rest, or one made of what there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.maps.drawing import AREA, Drawing, Path, around
from game.content.maps.fault import MapFault
from game.content.maps.locating import REACH, box_of, centre, far
from game.content.maps.meaning import Meaning
from game.content.maps.tags import tags
from game.content.near import nearest, slug
from game.core.frozen import dataclass
from game.core.town import Extent, Point, inside

LOCAL = 8
"""The admin_level of OpenStreetMap that is a commune's in most countries: a finer one is a part of it."""
LOOKED_AT = 2_000
SHORT_CODE = 4
"""Figures of an official code that lost its zero."""
SHOWN = 8
"""Names of outlines that are told."""


@dataclass(frozen=True, slots=True)
class Commune:
    """The commune. `others`: the outlines that might have been meant.

    `how` it was found: the `only` outline, `named`, `coded` (by its official code), `most` (it holds most of the
    rest), the `first` of several, `drawn` by hand around the rest, `joined` of areas side by side, `around` everything.
    """

    name: str
    parts: list[list[Path]]
    how: str
    others: tuple[Meaning, ...] = ()


def commune(objects: Sequence[Meaning], asked: str, maybe: str = "") -> Commune:
    """Find the commune among a map's objects. `asked`: its name or code, where somebody says it; `maybe`: a guess.

    Raises MapFault: map_no_town when the objects lie too far apart to be of one, map_no_commune when the map names its
    outlines and none is the one that is asked for.
    """
    outlines = [one for one in objects if one.kind == "boundary" and one.drawing.form == AREA]
    bare = [one for one in objects if one.bare and one.drawing.form == AREA]
    for candidates in (outlines, bare):
        found = _meant(candidates, slug(asked or maybe))
        if found is not None:
            return found
    _asked_for(asked, outlines, sure=True)
    if outlines:
        return _of(*_likeliest(_local(outlines), objects), outlines)
    holder = _holder(bare, objects)
    if holder is not None:
        _asked_for(asked, [holder], sure=False)
        return _of(holder, "drawn", [holder])
    gone = {id(one) for one, _ in far([one.drawing for one in objects])}
    near = [one for one in objects if id(one.drawing) not in gone]
    if len(near) * 2 <= len(objects):
        raise MapFault("map_no_town", count=len(objects))
    return _made([one for one in bare if id(one.drawing) not in gone], near)


def _meant(candidates: Sequence[Meaning], said: str) -> Commune | None:
    """Give the outline of that name, else of that code; both folded."""
    for how, ways in (("named", _names), ("coded", _codes)):
        found = next((one for one in candidates if said and said in ways(one)), None)
        if found is not None:
            return _of(found, how, candidates)
    return None


def _names(one: Meaning) -> set[str]:
    return {slug(one.name), slug(one.name_en)}


def _codes(one: Meaning) -> set[str]:
    """Give the official codes of an outline, with and without the zero in front that a spreadsheet takes away."""
    known = {key.casefold(): value for key, value in one.drawing.known.items()}
    said = {slug(str(known[key])) for key in tags().codes if known.get(key)}
    return said | {f"0{code}" for code in said if len(code) == SHORT_CODE}


def _asked_for(asked: str, outlines: Sequence[Meaning], *, sure: bool) -> None:
    """Stop at a name that no outline has. Raises MapFault; where they are not `sure` to be of communes, at a misspelt
    one only: what is drawn by hand may be called anything.
    """
    names = list(dict.fromkeys(one.name for one in outlines if one.name))
    near = nearest(asked, names) if asked else ""
    if near:
        raise MapFault("map_no_commune_near", value=asked, near=near)
    if asked and names and sure:
        more = f"… ({len(names)})" if len(names) > SHOWN else ""
        raise MapFault("map_no_commune", value=asked, known=", ".join(names[:SHOWN]) + more)


def _of(one: Meaning, how: str, candidates: Iterable[Meaning]) -> Commune:
    return Commune(one.name, one.drawing.parts, how, tuple(other for other in candidates if other is not one))


def _local(outlines: Sequence[Meaning]) -> list[Meaning]:
    """Keep the outlines of communes where a map has those of counties and countries too."""
    levels = {id(one): _level(one.drawing) for one in outlines}
    best = max(levels.values())
    return [one for one in outlines if levels[id(one)] == best]


def _level(drawing: Drawing) -> int:
    said = str(drawing.known.get("admin_level", ""))
    return int(said) if said.isdigit() and len(said) < 3 and int(said) <= LOCAL else 0


def _likeliest(candidates: Sequence[Meaning], objects: Sequence[Meaning]) -> tuple[Meaning, str]:
    """Give the outline that holds most of what is no outline, the first where several do; and how it is known."""
    if len(candidates) == 1:
        return candidates[0], "only"
    step = max(1, len(objects) // LOOKED_AT)
    spots = [centre(one.drawing.box) for one in objects[::step] if one.kind != "boundary"]
    held = [sum(_holds(one.drawing, spot) for spot in spots) for one in candidates]
    return candidates[held.index(max(held))], "most" if max(held) else "first"


def _holds(drawing: Drawing, spot: Point) -> bool:
    x0, y0, x1, y1 = drawing.box
    if not (x0 <= spot[0] <= x1 and y0 <= spot[1] <= y1):
        return False
    return any(inside(tuple((p[0], p[1]) for p in part[0]), *spot) for part in drawing.parts)


def _holder(bare: Sequence[Meaning], objects: Sequence[Meaning]) -> Meaning | None:
    """Give the area drawn by hand that holds at least half of the rest."""
    if len(objects) < 2 or not bare:
        return None
    fullest, _ = _likeliest(bare, objects)
    rest = [one for one in objects if one is not fullest]
    held = sum(_holds(fullest.drawing, centre(one.drawing.box)) for one in rest)
    return fullest if held * 2 >= len(rest) else None


def _made(bare: Sequence[Meaning], objects: Sequence[Meaning]) -> Commune:
    """Make an outline: of the areas there are, joined; else around everything."""
    from game.content.maps.shaping import around_all, joined

    parts = joined([one.drawing for one in bare]) if bare else []
    if parts:
        return Commune(bare[0].name if len(bare) == 1 else "", parts, "only" if len(bare) == 1 else "joined")
    return Commune("", around_all([one.drawing for one in objects]), "around")


def box(found: Commune) -> Extent:
    """Give the box of a commune in degrees. Raises MapFault map_no_town for one too large to be a town's."""
    x0, y0, x1, y1 = around([box_of(part[0]) for part in found.parts])
    if max(x1 - x0, y1 - y0) > 2 * REACH:
        raise MapFault("map_no_town", count=len(found.parts))
    return x0, y0, x1, y1
