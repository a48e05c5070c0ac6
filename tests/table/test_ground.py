import pygame

from game.core.town import Shape, Town
from game.table.ground import Ground
from game.view.box import Box
from game.view.looks import Picture

TOWN = Town("T", (0.0, 0.0, 100.0, 100.0), (Shape("water", "", "", (((20, 20), (60, 20), (60, 60), (20, 60)),)),), ())


def plan(left: float) -> Picture:
    return Picture(Box(0, 0, 100, 100), "town", (left, 0.0, 1.0))


def test_a_dragged_plan_slides_like_the_sharp_one() -> None:
    pygame.font.init()
    ground = Ground(TOWN)
    ground.sharp(plan(0))
    slid, sharp = ground.quick(plan(10)), Ground(TOWN).sharp(plan(10))
    assert [slid.get_at((x, 40)) for x in (5, 30, 70)] == [sharp.get_at((x, 40)) for x in (5, 30, 70)]
    assert slid.get_at((30, 40)) != slid.get_at((70, 40))


def test_the_first_plan_is_sharp_even_in_a_hurry() -> None:
    pygame.font.init()
    quick, sharp = Ground(TOWN).quick(plan(0)), Ground(TOWN).sharp(plan(0))
    assert pygame.image.tobytes(quick, "RGB") == pygame.image.tobytes(sharp, "RGB")
