"""The places proposed for a town: what its map names that a council buys for, and what was drawn by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import shapely

from game.content import mapnames
from game.content.maps import shaping
from game.content.maps.drawing import AREA, POINT
from game.content.maps.meaning import Meaning
from game.content.maps.metres import Ground
from game.content.maps.objects import PLACE
from game.content.maps.outlet import shape_of
from game.content.maps.plausible import BEYOND, DOT
from game.content.maps.tags import Sort, tags
from game.content.near import slug
from game.core.frozen import dataclass
from game.core.town import Point

MOST, DRAWN = 18, 40
"""Places proposed of what a map names; places drawn by hand that are kept."""
SAME = 150.0
"""Metres within which two of a sort without two names are one place."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place proposed. `shape`: its footprint as GeoJSON, a point where it is smaller than a dot.

    `own`: it was drawn by hand as a place; `id`: the one its map gives it.
    """

    sort: Sort | None
    id: str
    name: str
    name_en: str
    shape: dict[str, Any]
    own: bool
    at: Point
    """A point of it, in metres."""
    sure: bool = True
    pieces: int = 1
    """In how many it is drawn; the largest is its shape."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    one: Meaning
    shape: Any
    """In metres."""

    @property
    def own(self) -> bool:
        return self.one.kind == PLACE or self.one.bare

    @property
    def worth(self) -> tuple[bool, float]:
        return bool(self.one.name), self.shape.area


def chosen(objects: Sequence[Meaning], ground: Ground, border: Any) -> tuple[list[Spot], list[tuple[Meaning, float]]]:
    """Choose the places of a town: those drawn by hand, else of every sort the named and the largest in the commune.

    Gives too the ones drawn by hand that lie too far from it, and how far, in metres.
    """
    shapely.prepare(border)
    away = [(_candidate(one, ground), one) for one in objects]
    placed = [(one, meant, _away(one, border)) for one, meant in away if one is not None]
    found = [one for one, meant, metres in placed if metres <= (BEYOND if one.own else 0.0)]
    gone = [(meant, metres) for one, meant, metres in placed if one.own and metres > BEYOND]
    found = [one for one in found if one.shape.area <= border.area / 2]
    own = [one for one in found if one.own]
    if len(own) > DRAWN:  # named shapes by the hundred are somebody's data, not somebody's places
        own = [one for one in own if one.one.kind == PLACE or one.one.sort]
    named = _ranked([one for one in found if not one.own and not _again(one, own)])
    spots = [_spot(one, ground) for one in (*own, *named[: max(0, MOST - len(own))])]
    return spots or [_guess(ground, border)], gone


def nameless(one: Meaning) -> bool:
    """Tell a place drawn by hand that nothing names: nobody could say a card is there."""
    drawn = one.kind == PLACE or (one.bare and one.drawing.form == POINT)
    return drawn and not one.name and one.sort is None


def _candidate(one: Meaning, ground: Ground) -> _Candidate | None:
    if one.sort is None and not (one.name and (one.bare or one.kind == PLACE)):
        return None
    shape = shaping.geometry(ground, one.drawing, shaping.FINE)
    return None if shape is None or shape.is_empty else _Candidate(one, shape)


def _away(one: _Candidate, border: Any) -> float:
    """Give how far out of the commune a place lies, in metres; 0 in it."""
    spot = shapely.Point(shaping.spot(one.shape))
    return 0.0 if border.contains(spot) else float(border.distance(spot))


def _guess(ground: Ground, border: Any) -> Spot:
    """Give a place to a town whose map names none: its town hall, in the middle, its spot a guess."""
    at = shaping.spot(border)
    return Spot(tags().sorts[0], "", "", "", shape_of([[[ground.back(at)]]], POINT), own=False, at=at, sure=False)


def _ranked(found: Sequence[_Candidate]) -> list[_Candidate]:
    """Put one of each sort first, then the second ones, as many of each as its sort may have."""
    of: dict[str, list[_Candidate]] = {sort.id: [] for sort in tags().sorts}
    for one in sorted(found, key=lambda one: one.worth, reverse=True):
        alike = of[one.one.sort.id] if one.one.sort else []
        if not _again(one, alike) and (one.one.name or not alike):
            alike.append(one)
    rounds = (
        (at, place, one) for place, sort in enumerate(tags().sorts) for at, one in enumerate(of[sort.id][: sort.most])
    )
    return [one for _, _, one in sorted(rounds, key=lambda each: each[:2])]


def _again(one: _Candidate, others: Sequence[_Candidate]) -> bool:
    """Tell whether a place is one of some others: of one name, or beside one with no name to tell it apart."""
    name = slug(one.one.name)
    for other in others:
        if name and name == slug(other.one.name):
            return True
        alike = one.one.sort is other.one.sort and not (name and other.one.name)
        if alike and shapely.distance(one.shape, other.shape) < SAME:
            return True
    return False


def _spot(one: _Candidate, ground: Ground) -> Spot:
    parts, form = _footprint(one, ground)
    meant = one.one
    return Spot(
        meant.sort, mapnames.name(meant.drawing.known, "id") if meant.kind == PLACE else "",
        meant.name, meant.name_en, shape_of(parts, form), one.own, shaping.spot(one.shape),
        pieces=len(shapely.get_parts(one.shape)) if meant.drawing.form == AREA else 1,
    )  # fmt: skip


def _footprint(one: _Candidate, ground: Ground) -> tuple[list[list[list[Any]]], str]:
    largest = max(shapely.get_parts(one.shape), key=lambda part: part.area)
    x0, y0, x1, y1 = largest.bounds
    if one.shape.area == 0 or max(x1 - x0, y1 - y0) < DOT:
        return [[[ground.back(shaping.spot(one.shape))]]], POINT
    return shaping.degrees(ground, largest)[:1], AREA
