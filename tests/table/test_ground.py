from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.core.town import Shape, Town
from game.table import plancache
from game.table.ground import Ground
from game.table.mapart import Art
from game.table.paint import Painter
from game.table.surfaces import rgba
from game.table.window import Window
from game.type.ground import PAPER, Setting
from game.view.tree.box import Box
from game.view.tree.looks import Picture
from game.view.tree.node import Node

TOWN = Town("T", (0.0, 0.0, 100.0, 100.0), (Shape("water", "", "", (((20, 20), (60, 20), (60, 60), (20, 60)),)),), ())


def plan(left: float) -> Picture:
    return Picture(Box(0, 0, 100, 100), "town", (left, 0.0, 1.0))


def moved(ground: Ground, mark: Picture, clip: pygame.Rect | None = None) -> pygame.Surface:
    """Paint a plan at once, as while a hand moves it, in a part of a black surface."""
    made = pygame.Surface((100, 100))
    made.set_clip(clip)
    ground.quick(made, mark)
    return made


def test_a_plan_is_stretched_under_the_wheel_in_what_is_to_be_painted_alone() -> None:
    pygame.font.init()
    ground = Ground(TOWN)
    ground.sharp(plan(0))
    near = Picture(Box(0, 0, 100, 100), "town", (15.0, 15.0, 0.5))
    sharp, quick = Ground(TOWN).sharp(near), moved(ground, near, pygame.Rect(0, 0, 100, 60))
    for spot in ((5, 5), (20, 20), (50, 40), (85, 50), (95, 30)):
        assert quick.get_at(spot) == sharp.get_at(spot), spot
    assert quick.get_at((50, 70)) == (0, 0, 0, 255)
    far = moved(ground, Picture(Box(0, 0, 100, 100), "town", (-50.0, -50.0, 2.0)))
    assert far.get_at((40, 40)) == sharp.get_at((50, 40))
    assert far.get_at((2, 2)) == far.get_at((98, 98))


def test_a_dragged_plan_slides_like_the_sharp_one() -> None:
    pygame.font.init()
    ground = Ground(TOWN)
    ground.sharp(plan(0))
    slid, sharp = moved(ground, plan(10)), Ground(TOWN).sharp(plan(10))
    assert [slid.get_at((x, 40)) for x in (5, 30, 70)] == [sharp.get_at((x, 40)) for x in (5, 30, 70)]
    assert slid.get_at((30, 40)) != slid.get_at((70, 40))


def test_before_the_first_plan_is_made_paper_stands_for_it() -> None:
    pygame.font.init()
    ground = Ground(TOWN)
    assert {moved(ground, plan(0)).get_at((x, 40))[:3] for x in range(100)} == {rgba(PAPER)[:3]}
    assert ground.sharp(plan(0)).get_at((30, 40))[:3] != rgba(PAPER)[:3]


def test_a_table_that_is_played_on_paints_a_plan_bit_by_bit_and_shows_it_once_it_is_whole() -> None:
    window, painter, box = Window("CLAP", (100, 100)), Painter(ground=Ground(NAMED)), Box(0, 0, 100, 100)
    tree = Node("window", "window", "", box, kids=(Node("group", "board", "", box, (said("fr"),)),
                                                   Node("group", "hands", "", box)))  # fmt: skip
    painter.pictures.patient = True
    window.show(tree, painter)
    quick, steps = pixels(window.screen), 0
    while painter.pictures.coming:
        assert window.show(tree, painter) == 0
        made, steps = painter.pictures.ahead(), steps + 1
    assert made == box
    assert steps > 1
    window.spoil(box)
    assert window.show(tree, painter) == 1
    assert pixels(window.screen) == pixels(Ground(NAMED).sharp(said("fr"))) != quick
    pygame.display.quit()


def test_a_plan_known_already_is_shown_at_once(once: bytes) -> None:
    painter, target = Painter(ground=Ground(READ)), pygame.Surface((100, 100))
    painter.pictures.patient = True
    painter.pictures.show(target, plan(0))
    assert pixels(target) == once
    assert not painter.pictures.coming


def test_a_plan_nobody_looks_at_any_more_is_not_painted_on() -> None:
    pygame.font.init()
    painter, target = Painter(ground=Ground(TOWN)), pygame.Surface((100, 100))
    painter.pictures.patient = True
    painter.pictures.show(target, plan(0))
    painter.pictures.show(target, plan(10))
    while painter.pictures.coming:
        painter.pictures.ahead()
    painter.pictures.patient = False
    painter.pictures.show(target, plan(10))
    assert pixels(target) == pixels(Ground(TOWN).sharp(plan(10)))


READ = replace(TOWN, digest="of its file")


@pytest.fixture
def once(clap_home: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Paint a plan once; from then on, painting one is a failure."""
    pygame.font.init()
    first = pixels(Ground(READ).sharp(plan(0)))

    def painted(*_: object) -> object:
        raise AssertionError("painted")

    monkeypatch.setattr(Art, "drawn", painted)
    return first


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def kept(home: Path) -> list[Path]:
    return sorted((home / "cache" / "plans").glob("*"))


def test_the_first_plan_of_a_session_is_kept_for_the_next(once: bytes) -> None:
    again = Ground(READ)
    assert pixels(again.sharp(plan(0))) == once
    with pytest.raises(AssertionError, match="painted"):
        again.sharp(plan(10))


@pytest.mark.parametrize(
    "other",
    [
        (READ, plan(10)),
        (READ, replace(plan(0), box=Box(0, 0, 100, 99))),
        (READ, replace(plan(0), facts=(0.0, 0.0, 1.0, Setting("en")))),
        (replace(READ, digest="of another"), plan(0)),
    ],
)
def test_another_map_size_view_or_language_is_painted(once: bytes, other: tuple[Town, Picture]) -> None:
    with pytest.raises(AssertionError, match="painted"):
        Ground(other[0]).sharp(other[1])


def test_another_program_paints_again(once: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plancache, "_program", lambda: ("a later one",))
    with pytest.raises(AssertionError, match="painted"):
        Ground(READ).sharp(plan(0))


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: b"", lambda data: data[:-1] + bytes([data[-1] ^ 1])]
)
def test_a_spoilt_plan_is_painted_again(once: bytes, clap_home: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    (file,) = kept(clap_home)
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(AssertionError, match="painted"):
        Ground(READ).sharp(plan(0))


def test_a_cache_that_cannot_be_written_costs_only_time(clap_home: Path) -> None:
    pygame.font.init()
    (clap_home / "cache").write_text("a file where the folder should be")
    assert pixels(Ground(READ).sharp(plan(0))) == pixels(Ground(TOWN).sharp(plan(0)))


def test_only_the_latest_plans_are_kept(clap_home: Path) -> None:
    pygame.font.init()
    for width in range(60, 60 + plancache.MOST + 3):
        Ground(READ).sharp(replace(plan(0), box=Box(0, 0, width, 80)))
    assert len(kept(clap_home)) == plancache.MOST


NAMED = replace(TOWN, layers=(*TOWN.layers, Shape("district", "", "Haut", (), (((50.0, 80.0),),), "High")))


def said(lang: str) -> Picture:
    return Picture(Box(0, 0, 100, 100), "town", (0.0, 0.0, 1.0, Setting(lang)))


def test_other_words_are_written_on_the_same_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.font.init()
    fresh, here = pixels(Ground(NAMED).sharp(said("en"))), Ground(NAMED)
    french = pixels(here.sharp(said("fr")))
    monkeypatch.setattr(Art, "drawn", lambda *_: pytest.fail("the ground was painted again"))
    assert pixels(here.sharp(said("en"))) == fresh
    assert pixels(here.sharp(said("fr"))) == french != fresh
