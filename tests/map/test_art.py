"""The ground of the town: each kind as its style says, in their order, light enough for pins in any colour vision."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pygame
import pytest

from game.content.maps.drawing import AREA
from game.content.maps.kinds import KINDS
from game.core.town import Shape, Town, camera, to_screen
from game.table.mapart import AT_ONCE, Art, middle_line
from game.table.surfaces import rgba
from game.type import colours, ground
from tests.map.blagnac import town as read

VISIONS = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""What becomes of a colour, in linear light, with each deficiency (Machado 2009, severity 1)."""
PINS = ("#641000", "#9A3CFF", "#A66600", "#1A8080", "#0A2A8C", colours.INK)
"""The colours of Blagnac's five families, and of footprints."""


def square(side: float, x: float = 0.0, y: float = 0.0) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))


def painted(*layers: Shape, size: int = 100, scale: float = 1.0) -> pygame.Surface:
    """Paint layers, a metre a pixel, in a picture that shows from 0 to `size` metres."""
    return Art(Town("T", (0, 0, size, size), layers, ())).paint((size, size), (0.0, 0.0, scale))


def area(kind: str, *rings: tuple[tuple[float, float], ...]) -> Shape:
    return Shape(kind, "", "", rings)


def line(kind: str, cls: str, *points: tuple[float, float]) -> Shape:
    return Shape(kind, cls, "", (), (points,))


UNDER = list(ground.AREAS)


@pytest.mark.parametrize(("low", "high"), list(pairwise(UNDER)))
def test_areas_lie_in_the_order_of_their_styles_whatever_the_file_says(low: str, high: str) -> None:
    picture = painted(area(high, square(100)), area(low, square(100)))
    assert picture.get_at((50, 50)) == rgba(ground.AREAS[high].fill)


SAID = {"place", "ground", "district", "label", "picture"}
"""What the ground paints no shape of: places are the view's, districts and labels are words, `ground` is its own
paper, and a picture is the paper that was sent."""


@pytest.mark.parametrize("kind", sorted(set(KINDS) - SAID))
def test_every_kind_and_class_a_map_may_have_is_painted(kind: str) -> None:
    bare = pygame.image.tobytes(painted(), "RGB")
    for cls in KINDS[kind].classes or ("",):
        drawn = area(kind, square(40, 20, 20)) if AREA in KINDS[kind].forms else line(kind, cls, (0, 50), (100, 50))
        assert pygame.image.tobytes(painted(drawn), "RGB") != bare, cls


def test_roads_lie_over_buildings_and_landmarks_over_roads() -> None:
    road = line("road", "motorway", (0, 50), (100, 50))
    assert painted(road, area("building", square(100))).get_at((50, 50)) == rgba(ground.ROADS["motorway"].fill)
    assert painted(road, area("landmark", square(100))).get_at((50, 50)) == rgba(ground.LANDMARK.fill)


def test_a_larger_road_is_wider_and_passes_over_a_smaller_one() -> None:
    widths = [way.wide for way in ground.ROADS.values()]
    assert widths == sorted(widths)
    roads = [line("road", cls, (50, 0), (50, 100)) for cls in reversed(ground.ROADS)]
    crossing = painted(*roads, line("road", "motorway", (0, 50), (100, 50)))
    assert crossing.get_at((50, 20)) == rgba(ground.ROADS["motorway"].fill)
    assert crossing.get_at((20, 50)) == rgba(ground.ROADS["motorway"].fill)


@pytest.mark.parametrize("cls", list(ground.ROADS))
def test_a_road_has_a_side_on_either_hand(cls: str) -> None:
    picture = painted(line("road", cls, (50, 0), (50, 100)))
    row = [tuple(picture.get_at((x, 50)))[:3] for x in range(30, 71)]
    middle = row.index(rgba(ground.ROADS[cls].fill)[:3])
    land = rgba(ground.LAND)[:3]
    assert any(colour not in (land, row[middle]) for colour in row[:middle])


def test_the_commune_is_bright_and_its_neighbours_stand_back_but_for_the_airport_and_little_the_river() -> None:
    border = area("boundary", square(40, 0, 0))
    outside = (85, 85)

    def over(*layers: Shape) -> pygame.Color:
        return painted(border, *layers).get_at(outside)

    assert painted(border).get_at((20, 20)) == rgba(ground.LAND)
    assert over() == rgba(ground.PAPER)
    paper, park, water = (pygame.Color(ground.COLOURS[name]) for name in (ground.PAPER, "ground-park", "ground-water"))
    veiled, thin = over(area("park", square(100))), over(area("water", square(100)))
    assert veiled.r == pytest.approx(park.r * 0.4 + paper.r * 0.6, abs=2)
    assert thin.r == pytest.approx(water.r * 0.84 + paper.r * 0.16, abs=2)
    assert over(area("airport", square(100))) == rgba(ground.AREAS["airport"].fill)


def test_a_map_without_a_commune_is_bright_all_over() -> None:
    assert painted(area("park", square(40))).get_at((80, 80)) == rgba(ground.LAND)


def test_what_lies_under_a_hole_is_kept() -> None:
    water = area("water", square(100), square(40, 30, 30))
    assert painted(area("park", square(100)), water).get_at((50, 50)) == rgba(ground.AREAS["park"].fill)


def test_a_runway_has_dashes_along_its_middle_alone() -> None:
    runway = ((10.0, 45.0), (90.0, 45.0), (90.0, 55.0), (10.0, 55.0), (10.0, 45.0))
    assert middle_line(runway) == ((90.0, 50.0), (10.0, 50.0))
    assert middle_line((*square(10)[:2], (5.0, 20.0), (0.0, 10.0), (-3.0, 5.0), (0.0, 0.0))) == ((0.0, 0.0),)
    picture = painted(area("runway", runway))
    along = {tuple(picture.get_at((x, 50)))[:3] for x in range(12, 88)}
    assert rgba("ground-paint")[:3] in along
    assert {tuple(picture.get_at((x, 47)))[:3] for x in range(12, 88)} == {rgba(ground.RUNWAY.fill)[:3]}


def test_a_tram_is_a_solid_line_and_a_railway_has_its_dashes() -> None:
    tram = painted(line("rail", "tram", (0, 50), (100, 50)))
    rail = painted(line("rail", "rail", (0, 50), (100, 50)))
    assert {tuple(tram.get_at((x, 50)))[:3] for x in range(2, 98)} == {rgba("ground-tram")[:3]}
    assert len({tuple(rail.get_at((x, 50)))[:3] for x in range(2, 98)}) > 1


def test_what_a_view_does_not_show_is_not_drawn_and_what_it_hardly_shows_is_a_dot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    houses = [area("building", square(6, 10 * x, 10 * y)) for x in range(40) for y in range(40)]
    drawn: list[tuple[object, object, list[object]]] = []
    polygon = pygame.draw.polygon
    monkeypatch.setattr(pygame.draw, "polygon", lambda *given: drawn.append(given) or polygon(*given))
    near = painted(*houses)
    assert 100 <= sum(len(points) == 5 for _, _, points in drawn) <= 256, "of 1600, those seen and those at the edge"
    assert near.get_at((52, 52)) == rgba(ground.BUILDING.fill)
    drawn.clear()
    far = painted(*houses, scale=4.0)
    assert drawn == []
    assert far.get_at((50, 50)) != rgba(ground.LAND)


def test_two_bands_of_a_picture_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = (area("boundary", square(60, 10, 10)), line("road", "primary", (0, 0), (100, 90)))
    whole = painted(*shapes)
    monkeypatch.setattr("game.table.mapart.BAND", 4 * 100 * 33)
    banded = painted(*shapes)
    spots = [(x, y) for x in range(100) for y in range(100)]
    apart = [max(abs(a - b) for a, b in zip(whole.get_at(at), banded.get_at(at), strict=True)) for at in spots]
    assert max(apart) < 80, "half a pixel of an edge here and there, no more"
    assert sum(one > 8 for one in apart) < len(spots) / 50


@cache
def ours(size: tuple[int, int]) -> frozenset[tuple[int, int, int]]:
    """Give every third colour of Blagnac's ground without its words."""
    town = read()
    picture = Art(town).paint(size, camera(town, *size))
    found = {tuple(picture.get_at((x, y)))[:3] for x in range(0, size[0], 3) for y in range(0, size[1], 3)}
    return frozenset(found)  # type: ignore[arg-type]


def seen(vision: str, colour: tuple[int, ...], washed: float = 0.0) -> float:
    """Give the luminance of a colour as it is seen; `washed` is the share of the screen's white that the room adds."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    shown = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, linear, strict=True)))) for row in VISIONS[vision]]
    return (1 - washed) * (0.2126 * shown[0] + 0.7152 * shown[1] + 0.0722 * shown[2]) + washed


@pytest.mark.parametrize("vision", list(VISIONS))
def test_nothing_of_the_ground_is_darker_than_the_tram(vision: str) -> None:
    tram = seen(vision, rgba("ground-tram")[:3])
    assert min(seen(vision, colour) for colour in ours((960, 668))) >= tram - 0.005


@pytest.mark.parametrize("vision", list(VISIONS))
def test_pins_stand_out_from_all_areas_and_roads_of_the_ground(vision: str) -> None:
    """A pin has a white ring and a shadow; its colour all the same is far darker than whatever lies under it."""
    areas = [*(one.fill for one in ground.AREAS.values()), *(one.fill for one in ground.ROADS.values())]
    for name in (ground.PAPER, ground.LAND, ground.BUILDING.fill, *areas):
        under = seen(vision, rgba(name)[:3])
        for pin in PINS:
            assert (under + 0.05) / (seen(vision, tuple(pygame.Color(pin))[:3]) + 0.05) >= 2.4, (name, pin)


@pytest.mark.parametrize("vision", list(VISIONS))
def test_river_park_and_airport_are_told_from_the_land_without_their_hue(vision: str) -> None:
    """Where two of them look alike to someone, their edge or their place tells them: the river's bank must."""
    land, bank = seen(vision, rgba(ground.LAND)[:3]), seen(vision, rgba("ground-bank")[:3])
    assert (land + 0.05) / (bank + 0.05) >= 1.8
    border = seen(vision, rgba("ground-border")[:3])
    assert (land + 0.05) / (border + 0.05) >= 3


def test_the_garonne_runs_past_the_town() -> None:
    town, size = read(), (1130, 700)
    sight = camera(town, *size)
    picture = Art(town).paint(size, sight)
    x, y = to_screen(sight, (2100.0, -760.0))
    water, beside = picture.get_at((round(x) - 6, round(y))), picture.get_at((round(x) - 60, round(y)))
    assert water.b - water.r > 40
    assert beside.b - beside.r < 20


def test_a_large_town_is_drawn_by_turns_and_one_that_is_given_up_leaves_it_whole() -> None:
    spots = [(float(at % 100), float(at // 100)) for at in range(9000)]
    boxes = [area("building", square(0.5, x, y)) for x, y in spots]
    town, size = Town("T", (0.0, 0.0, 100.0, 90.0), tuple(boxes), ()), (100, 90)
    art, at_once = Art(town), Art(town).paint(size, (0.0, 0.0, 1.0))
    given_up = art.drawn(size, (0.0, 0.0, 1.0))
    next(given_up)
    given_up.close()
    steps = list(art.drawn(size, (0.0, 0.0, 1.0)))
    assert len(steps) > len(spots) // AT_ONCE
    assert pygame.image.tobytes(art.paint(size, (0.0, 0.0, 1.0)), "RGB") == pygame.image.tobytes(at_once, "RGB")
