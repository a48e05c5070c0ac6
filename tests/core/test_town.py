"""Points and rings of the town's map."""

from __future__ import annotations

from random import Random

from game.core.town import inside, row_inside

RING = ((0.0, 0.0), (8.0, 1.0), (9.0, 7.0), (4.0, 3.0), (1.0, 8.0))


def test_a_row_of_points_is_inside_as_each_of_them_is() -> None:
    dice, seen = Random(4), set()
    for _ in range(400):
        ring = tuple((dice.uniform(-9, 9), dice.uniform(-9, 9)) for _ in range(dice.randint(3, 12)))
        xs, y = [dice.uniform(-9, 9) for _ in range(dice.randint(1, 4))], dice.choice((dice.uniform(-9, 9), ring[0][1]))
        found = row_inside(ring, xs, y)
        assert found == any(inside(ring, x, y) for x in xs)
        seen.add(found)
    assert seen == {True, False}


def test_a_notch_is_outside() -> None:
    assert row_inside(RING, [1.0], 6.0)
    assert not row_inside(RING, [4.0, 5.0], 6.0)
    assert row_inside(RING, [4.0, 8.5], 6.0)
