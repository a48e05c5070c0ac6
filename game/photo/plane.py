"""A flat sheet seen aslant: how its millimetres and a photograph's pixels go into each other."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt

from game.core.frozen import dataclass
from game.core.town import Point

Row = list[float]


@dataclass(frozen=True, slots=True)
class Plane:
    """A change of view between two flat pictures: the nine numbers of a homography, row by row."""

    numbers: tuple[float, ...]

    def __call__(self, point: Point) -> Point:
        """Give where a point goes; far away for a point that the view does not reach."""
        (x, y), n = point, self.numbers
        far = n[6] * x + n[7] * y + n[8] or 1e-12
        return (n[0] * x + n[1] * y + n[2]) / far, (n[3] * x + n[4] * y + n[5]) / far

    def back(self) -> Plane:
        """Give the way back."""
        a, b, c, d, e, f, g, h, i = self.numbers
        return Plane((e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f,
                      d * h - e * g, b * g - a * h, a * e - b * d))  # fmt: skip


def fitted(here: Sequence[Point], there: Sequence[Point]) -> Plane | None:
    """Give the view that takes points to others, four at least, as near as it can; None if they tell too little."""
    near, far = _scaled(here), _scaled(there)
    if near is None or far is None or len(here) < 4:
        return None
    rows: list[Row] = []
    for point, other in zip(here, there, strict=True):
        (x, y), (u, v) = near(point), far(other)
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]]
    square = [[sum(row[i] * row[j] for row in rows) for j in range(9)] for i in range(8)]
    found = _solved(square)
    return None if found is None else _after(far.back(), _after(Plane((*found, 1.0)), near))


def _scaled(points: Sequence[Point]) -> Plane | None:
    """Give the view in which points lie about the middle, at a distance of one: sums of products stay exact there."""
    x, y = (sum(side) / max(1, len(points)) for side in zip(*points, strict=True)) if points else (0.0, 0.0)
    spread = sum(hypot(a - x, b - y) for a, b in points) / max(1, len(points))
    if spread < 1e-9:
        return None
    k = sqrt(2) / spread
    return Plane((k, 0.0, -k * x, 0.0, k, -k * y, 0.0, 0.0, 1.0))


def _after(second: Plane, first: Plane) -> Plane:
    a, b = second.numbers, first.numbers
    return Plane(tuple(sum(a[3 * i + k] * b[3 * k + j] for k in range(3)) for i in range(3) for j in range(3)))


def _solved(rows: list[Row]) -> Row | None:
    """Solve as many equations as unknowns, each a row with its result at its end; None if they are not enough."""
    count = len(rows)
    for at in range(count):
        best = max(range(at, count), key=lambda row: abs(rows[row][at]))
        if abs(rows[best][at]) < 1e-12:
            return None
        rows[at], rows[best] = rows[best], rows[at]
        for row in range(count):
            if row != at:
                part = rows[row][at] / rows[at][at]
                rows[row] = [a - part * b for a, b in zip(rows[row], rows[at], strict=True)]
    return [row[-1] / row[at] for at, row in enumerate(rows)]
