"""The words of the ground: measured before they are drawn, whole, apart, along what they name, in both languages."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import hypot

import pygame
import pytest

from game.content.shelf import load_scenario
from game.core.town import Camera, Extent, Shape, Town, camera, to_screen
from game.places import shelves
from game.table.mapart import Art
from game.table.mapwords import write
from game.type.ground import LETTERS, Setting
from game.type.groundroom import crosses
from game.type.groundwords import BARS, words
from game.type.lettering import Hand, Word, rounded

TOWNS = ("blagnac", "cantine", "drumsallow")
VIEWS = [
    (size, unit, zoom) for size, unit in (((960, 668), 1.0), ((1240, 860), 1.0), ((2480, 1720), 2.0)) for zoom in (1, 3)
]
BARE = Town("", (0.0, 0.0, 1000.0, 1000.0), (), ())


@cache
def town(name: str) -> Town:
    return load_scenario(shelves.scenario(name).parent, shelves.decks()).town


def sight(name: str, size: tuple[int, int], zoom: float = 1.0) -> Camera:
    return camera(town(name), *size, 0.6, 0.5, zoom)


def boxes(said: tuple[Word, ...]) -> list[Extent]:
    return [box for word in said for box in word.boxes]


def meets(a: Extent, b: Extent) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def text(word: Word) -> str:
    return "".join(run.text for run in word.runs)


@pytest.mark.parametrize("name", TOWNS)
@pytest.mark.parametrize(("size", "unit", "zoom"), VIEWS)
def test_words_are_whole_and_apart(name: str, size: tuple[int, int], unit: float, zoom: float) -> None:
    for lang in ("fr", "en"):
        said = words(town(name), size, sight(name, size, zoom), Setting(lang, unit))
        for x0, y0, x1, y1 in boxes(said):
            assert 0 <= x0 < x1 <= size[0]
            assert 0 <= y0 < y1 <= size[1]
        apart = [(a, b) for i, one in enumerate(said) for other in said[:i] for a in one.boxes for b in other.boxes]
        assert not [pair for pair in apart if meets(*pair)]
        assert all(word.px >= 18 * unit for word in said)


@pytest.mark.parametrize("name", TOWNS)
def test_words_lie_on_no_plate_and_on_no_leader(name: str) -> None:
    size = (960, 668)
    plates = tuple((x, y, x + 150.0, y + 44.0) for x in (8.0, 800.0) for y in range(60, 600, 62))
    leaders = tuple(((158.0, y), (420.0, y), (480.0, y + 60.0)) for y in range(82, 600, 62))
    said = words(town(name), size, sight(name, size), Setting("fr", 1.0, plates, leaders))
    assert len(said) > 3
    for box in boxes(said):
        assert not any(meets(box, plate) for plate in plates)
        assert not any(crosses(box, *pair) for line in leaders for pair in pairwise(line))


def test_what_is_drawn_stays_in_the_boxes_that_were_told() -> None:
    pygame.font.init()
    size = (1240, 860)
    for name in TOWNS:
        said = words(town(name), size, sight(name, size), Setting("fr", 1.0))
        ground = pygame.Surface(size)
        for word in said:
            ground.fill("#808080")
            write(ground, [word])
            for x0, y0, x1, y1 in word.boxes:
                ground.fill("#808080", (int(x0) - 1, int(y0) - 1, int(x1 - x0) + 3, int(y1 - y0) + 3))
            left = pygame.mask.from_threshold(ground, "#808080", (1, 1, 1))
            assert left.count() == size[0] * size[1], text(word)


@pytest.mark.parametrize("name", TOWNS)
@pytest.mark.parametrize(("lang", "of"), [("fr", 0), ("en", 1)])
def test_the_river_has_its_name_along_it(name: str, lang: str, of: int) -> None:
    river = {"blagnac": ("La Garonne", "The Garonne"), "cantine": ("L’Ourcelle", "The Ourcelle")}
    called = river.get(name, ("River Sallow", "River Sallow"))[of]
    size = (1240, 860)
    at = sight(name, size)
    word = next(one for one in words(town(name), size, at, Setting(lang)) if one.look == "river")
    path = rounded(
        [to_screen(at, point) for shape in town(name).layers if shape.cls == "river" for point in shape.lines[0]]
    )
    on = [path.at(i) for i in range(int(path.long))]
    assert text(word) == called
    assert all(min(hypot(run.x - x, run.y - y) for x, y in on) < 3 for run in word.runs)


def test_a_river_with_no_free_reach_has_no_name() -> None:
    river = Shape("label", "river", "La Loue", (), (((0.0, 500.0), (1000.0, 500.0)),))
    one = Town("T", (0.0, 0.0, 1000.0, 1000.0), (river,), ())
    bars = tuple(((float(x), 0.0), (float(x), 1000.0)) for x in range(0, 1000, 12))
    asked = ((1000, 1000), (0.0, 0.0, 1.0))
    assert "river" in [word.look for word in words(one, *asked, Setting())]
    assert "river" not in [word.look for word in words(one, *asked, Setting(lines=bars))]
    part = tuple(line for line in bars if not 600 < line[0][0] < 800)
    free = next(word for word in words(one, *asked, Setting(lines=part)) if word.look == "river")
    assert all(x0 > 595 and x1 < 805 for x0, _, x1, _ in free.boxes)


def test_leaders_across_a_river_pass_between_the_letters_of_its_name() -> None:
    river = Shape("label", "river", "La Garonne", (), (((0.0, 500.0), (1000.0, 500.0)),))
    one = Town("T", (0.0, 0.0, 1000.0, 1000.0), (river,), ())
    bars = tuple(((float(x), 0.0), (float(x), 1000.0)) for x in range(10, 1000, 62))
    word = next(word for word in words(one, (1000, 1000), (0.0, 0.0, 1.0), Setting(lines=bars)) if word.look == "river")
    assert text(word) == "La Garonne"
    assert not any(crosses(box, *bar) for box in word.boxes for bar in bars)


def test_letters_along_a_bend_follow_it_and_a_hairpin_is_refused() -> None:
    bend = rounded([(0.0, 0.0), (100.0, 0.0), (190.0, 40.0), (250.0, 110.0)])
    word = Hand("river", 24, 1.0).along("La Garonne", bend, 0.5)
    assert word is not None
    assert len(word.runs) == len("La Garonne")
    assert len({round(run.turn) for run in word.runs}) > 3
    assert Hand("river", 24, 1.0).along("La Garonne", rounded([(0.0, 0.0), (100.0, 0.0), (0.0, 5.0)]), 0.5) is None
    assert Hand("river", 24, 1.0).along("La Garonne", rounded([(0.0, 0.0), (60.0, 0.0)]), 0.5) is None


def test_a_word_along_a_line_is_never_upside_down() -> None:
    for line in ([(0.0, 0.0), (300.0, 100.0)], [(300.0, 100.0), (0.0, 0.0)]):
        word = Hand("road", 18, 1.0).along("Rue Haute", rounded(line), 0.5)
        assert word is not None
        assert all(abs((run.turn + 180) % 360 - 180) < 90 for run in word.runs)
        assert all(a.x < b.x for a, b in pairwise(word.runs))


def test_a_name_that_a_plate_says_is_not_said_again() -> None:
    size = (1240, 860)
    for said in ((), ("Andromède",)):
        found = words(town("blagnac"), size, sight("blagnac", size), Setting(said=said))
        assert ("ANDROMÈDE" in map(text, found)) == (not said)


def test_neighbours_are_named_outside_the_commune() -> None:
    size = (1240, 860)
    at = sight("blagnac", size)
    border = next(shape for shape in town("blagnac").layers if shape.kind == "boundary").rings[0]
    mask, drawn = pygame.Surface(size), [to_screen(at, point) for point in border]
    pygame.draw.polygon(mask, "white", drawn)
    for word in words(town("blagnac"), size, at, Setting()):
        if word.look == "neighbour":
            x0, y0, x1, y1 = word.boxes[0]
            assert not any(mask.get_at((int(x), int(y)))[0] for x in (x0, x1) for y in (y0, y1)), text(word)


@pytest.mark.parametrize("scale", [0.3, 1.0, 4.0, 9.0, 40.0])
def test_the_scale_bar_says_a_round_length_and_is_as_long(scale: float) -> None:
    (bar,) = words(BARE, (960, 668), (0.0, 0.0, scale), Setting())
    number, unit = text(bar).split()
    metres = int(number) * (1000 if unit == "km" else 1)
    assert metres in BARS
    assert bar.long == pytest.approx(metres / scale)
    assert bar.long <= 170


@pytest.mark.parametrize("kind", ["district", "label", "airport", "road", "rail", "boundary"])
@pytest.mark.parametrize("cls", ["", "river", "neighbour", "shield", "stop", "tram", "primary", "of their own"])
def test_a_thing_of_any_kind_may_be_drawn_as_a_point_a_line_or_an_area(kind: str, cls: str) -> None:
    ring = ((300.0, 300.0), (700.0, 300.0), (700.0, 700.0), (300.0, 300.0))
    nameless = Town(
        "T", (0.0, 0.0, 1000.0, 1000.0), (Shape(kind, cls, "", (ring,)), Shape(kind, cls, "", (), (ring,))), ()
    )
    assert [word.look for word in words(nameless, (1000, 1000), (0.0, 0.0, 1.0), Setting())] == ["scale"]
    for rings, lines in (((ring,), ()), ((), (ring,)), ((), (ring[:1],))):
        one = Town("T", (0.0, 0.0, 1000.0, 1000.0), (Shape(kind, cls, "Loue 1", rings, lines),), ())
        said = words(one, (1000, 1000), (0.0, 0.0, 1.0), Setting())
        Art(one).paint((100, 100), (0.0, 0.0, 10.0))
        assert kind != "district" or "LOUE 1" in map(text, said)


def test_a_line_wears_its_number() -> None:
    size = (1240, 860)
    badges = [
        text(word) for word in words(town("blagnac"), size, sight("blagnac", size), Setting()) if word.look == "line"
    ]
    assert set(badges) == {"T1"}


def test_a_word_set_straight_is_as_wide_as_its_letters() -> None:
    pygame.font.init()
    for kind in LETTERS:
        word = Hand(kind, 18, 1.0).straight("Grand Noble", (200.0, 50.0))
        sheet = pygame.Surface((400, 100))
        sheet.fill("#808080")
        write(sheet, [word]) if kind != "scale" else None
        inked = pygame.mask.from_threshold(sheet, "#808080", (1, 1, 1))
        inked.invert()
        found = inked.get_bounding_rects()
        x0, _, x1, _ = word.boxes[0]
        assert all(x0 - 1 <= one.left and one.right <= x1 + 1 for one in found)


def test_the_ground_says_words_over_its_picture() -> None:
    pygame.font.init()
    size = (640, 480)
    at = sight("blagnac", size)
    bare, said = Art(town("blagnac")).paint(size, at), words(town("blagnac"), size, at, Setting())
    before = bare.copy()
    write(bare, said)
    changed = pygame.mask.from_threshold(bare, (0, 0, 0, 0), (1, 1, 1, 255), before)
    assert changed.count() < size[0] * size[1]


def test_a_word_stands_where_a_pin_may_come_only_if_there_is_no_other_room() -> None:
    here = Shape("district", "", "Haut", (), (((500.0, 500.0),),))
    one = Town("T", (0.0, 0.0, 1000.0, 1000.0), (here,), ())

    def stood(setting: Setting) -> Extent:
        return next(
            word for word in words(one, (1000, 1000), (0.0, 0.0, 1.0), setting) if word.look == "district"
        ).boxes[0]

    x0, y0, x1, y1 = stood(Setting())
    pin, tip = (x0 + 5, y0 + 2, x1 - 5, y1 - 2), (x0, y0, x0 + 1, y1)
    assert not meets(stood(Setting(spared=(pin,))), pin)
    wall = tuple((x0 + i, 300.0, x0 + i + 1, 700.0) for i in range(-300, 300, 25))
    assert meets(stood(Setting(spared=wall)), next(one for one in wall if one[0] >= x0))
    assert stood(Setting(spared=(tip,))) != (x0, y0, x1, y1)


def test_a_word_of_which_pins_may_hide_much_is_not_said() -> None:
    here = Shape("district", "", "Haut", (), (((500.0, 500.0),),))
    one = Town("T", (0.0, 0.0, 1000.0, 1000.0), (here,), ())
    all_round = Setting(spared=((300.0, 300.0, 700.0, 700.0),))
    assert "district" not in {word.look for word in words(one, (1000, 1000), (0.0, 0.0, 1.0), all_round)}


def test_parks_and_landmarks_are_named_once_one_looks_closely_and_no_word_hides_a_stop() -> None:
    size = (960, 668)
    named = {zoom: words(town("blagnac"), size, sight("blagnac", size, zoom), Setting()) for zoom in (1, 4)}
    kinds = {zoom: {word.look for word in said} for zoom, said in named.items()}
    assert {"park", "landmark", "road"} & kinds[1] == set()
    assert {"park", "landmark", "road"} <= kinds[4]
    for zoom, said in named.items():
        for shape in town("blagnac").layers:
            if shape.cls == "stop":
                x, y = to_screen(sight("blagnac", size, zoom), shape.lines[0][0])
                assert not any(x0 < x < x1 and y0 < y < y1 for x0, y0, x1, y1 in boxes(said)), shape.name
