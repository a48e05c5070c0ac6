"""Photographs that nobody took: printed pages laid on a table, seen by a camera aslant, in shade, blurred and noisy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from math import cos, hypot, pi, radians, sin
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
from PIL import Image, ImageFilter

from game.core.cards import Card, Deck
from game.core.scenario import Scenario
from game.printing import shared
from game.printing.pile import Order, printed
from game.printing.sheets import CARD, PROFILES
from game.words.catalogue import speaker
from tests.printing.press import pages, saved

PX, AROUND = 10, 40.0
"""Pixels of a millimetre of paper; millimetres of bare table around the board."""
CODE, CLEAR = (12.9, 12.9), 13.5
"""Where the middle of a card's code is on it, and how far from there no other card is laid, in mm."""
EDGE = 52.0
"""How far from the edge of the board the middle of a card lies at least, in mm: its corners may cover marks."""
FOCAL = 26 / 36
"""Focal length of a telephone's lens, in widths of its picture."""
Matrix = np.ndarray


@dataclass(frozen=True)
class Lying:
    """A card on the board: its middle in mm, how it is turned in radians, the family whose cell it lies in."""

    card: str
    x: float
    y: float
    turn: float
    family: str

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Give where a point of the card lies on the board."""
        x, y = point[0] - CARD[0] / 2, point[1] - CARD[1] / 2
        return self.x + cos(self.turn) * x - sin(self.turn) * y, self.y + sin(self.turn) * x + cos(self.turn) * y

    def covers(self, point: tuple[float, float], around: float) -> bool:
        """Tell whether a point of the board is under the card, or nearer than `around`."""
        dx, dy = point[0] - self.x, point[1] - self.y
        x, y = cos(self.turn) * dx + sin(self.turn) * dy, cos(self.turn) * dy - sin(self.turn) * dx
        return hypot(max(abs(x) - CARD[0] / 2, 0), max(abs(y) - CARD[1] / 2, 0)) < around


@dataclass(frozen=True)
class Shot:
    """How a photograph is taken: tilt in degrees, blur (sigma) in pixels of 12 million, what chance decides."""

    tilt: float
    blur: float
    seed: int


def laid(scenario: Scenario, cards: Sequence[Card], rng: Random) -> list[Lying]:
    """Lay cards on a town's board, turned anyhow, over one another but over no code, most of each in the board."""
    regions = shared.sheet(scenario).regions
    found: list[Lying] = []
    tries = 0
    while len(found) < len(cards):
        tries += 1
        region = rng.choice(regions)
        (x0, y0, x1, y1), (wide, high) = region.box, shared.PAPER
        x = rng.uniform(max(x0 + 5, EDGE), min(x1 - 5, wide - EDGE))
        y = rng.uniform(max(y0 + 5, EDGE), min(y1 - 5, high - EDGE))
        new = Lying(cards[len(found)].id, x, y, rng.uniform(0, 2 * pi), region.family)
        apart = 62 if tries < 3000 else 25
        corners = [new.at(corner) for corner in ((0, 0), (CARD[0], 0), CARD, (0, CARD[1]))]
        inside = all(
            -10 < x < shared.PAPER[0] + 10 and -10 < y < shared.PAPER[1] + 10 for x, y in (new.at(CODE), *corners)
        )
        if inside and not any(
            hypot(new.x - one.x, new.y - one.y) < apart or new.covers(one.at(CODE), CLEAR) for one in found
        ):
            found.append(new)
        if tries > 60_000:
            found, tries = [], 0
    return found


@cache
def _page(pdf: bytes) -> Image.Image:
    with TemporaryDirectory() as folder:
        return pages(saved(pdf, Path(folder)), round(PX * 25.4))[0].convert("L")


def fronts(deck: Deck, cards: Sequence[Card]) -> dict[str, Image.Image]:
    """Print cards one a page and give their fronts, cut."""
    profile = next(one for one in PROFILES if one.name == "printer")
    made = printed(Order(deck, tuple(cards), speaker("fr"), speaker("fr"), profile))
    edge = round(profile.bleed * PX)
    wide, high = (round(side * PX) for side in CARD)
    with TemporaryDirectory() as folder:
        found = pages(saved(made.pdf, Path(folder)), round(PX * 25.4))[::2]
        return {card.id: page.convert("L").crop((edge, edge, edge + wide, edge + high))
                for card, page in zip(cards, found, strict=True)}  # fmt: skip


def table(deck: Deck, scenario: Scenario, lying: Sequence[Lying], faces: dict[str, Image.Image]) -> Image.Image:
    """Give a board with its cards from straight above, on a dark table."""
    board = _page(shared.board(deck, scenario, "a2", speaker("fr")).pdf)
    edge = round(AROUND * PX)
    made = Image.new("L", (board.width + 2 * edge, board.height + 2 * edge), 90)
    made.paste(board, (edge, edge))
    for one in lying:
        front = faces[one.card]
        turned = front.rotate(-one.turn * 180 / pi, Image.Resampling.BICUBIC, expand=True)
        mask = Image.new("L", front.size, 255).rotate(-one.turn * 180 / pi, expand=True)
        at = (round(edge + one.x * PX - turned.width / 2), round(edge + one.y * PX - turned.height / 2))
        made.paste(turned, at, mask)
    return made


def taken(
    above: Image.Image, shot: Shot, sizes: Sequence[tuple[int, int]] = ((4000, 3000), (2000, 1500))
) -> list[bytes]:
    """Photograph a table; give the JPEG at each size: the same view, its noise its own."""
    rng, noise = Random(shot.seed), np.random.default_rng(shot.seed)
    wide, high = sizes[0]
    view = _camera(above.size, (wide, high), shot.tilt, rng)
    back = np.linalg.inv(np.diag([2.0, 2.0, 1.0]) @ view)
    large = above.transform((2 * wide, 2 * high), Image.Transform.PERSPECTIVE, tuple((back / back[2, 2]).ravel()[:8]),
                            Image.Resampling.BILINEAR, fillcolor=70)  # fmt: skip
    seen = large.reduce(2).filter(ImageFilter.GaussianBlur(shot.blur))
    lit = np.asarray(seen, np.float32) * _light((wide, high), noise)
    shots = []
    for size in sizes:
        small = Image.fromarray(lit).resize(size, Image.Resampling.BOX)
        grains = noise.standard_normal((size[1], size[0]), np.float32) * (5 if size == (4000, 3000) else 3.5)
        picture = Image.fromarray(np.clip(np.asarray(small) + grains, 0, 255).astype(np.uint8))
        file = BytesIO()
        picture.save(file, "JPEG", quality=80)
        shots.append(file.getvalue())
    return shots


def _camera(flat: tuple[int, int], size: tuple[int, int], tilt: float, rng: Random) -> Matrix:
    """Give the view of a camera that holds all of the board, tilted towards any side, turned a little."""
    about, roll = rng.uniform(0, 2 * pi), radians(rng.uniform(-10, 10))
    turned = _turn((0, 0, 1), roll) @ _turn((cos(about), sin(about), 0), radians(tilt))
    focal = FOCAL * size[0]
    inner = AROUND * PX * 0.6  # a little of the table is seen all round
    box = np.array(
        [[inner, inner], [flat[0] - inner, inner], [flat[0] - inner, flat[1] - inner], [inner, flat[1] - inner]]
    )
    middle = np.array([flat[0] / 2, flat[1] / 2])
    shift = np.zeros(2)
    for far in np.arange(3000, 40_000, 60):
        for _ in range(6):
            offset = turned @ np.array([-middle[0], -middle[1], 0]) + np.array([*shift, far])
            whole = np.diag([focal, focal, 1]) @ np.column_stack([turned[:, 0], turned[:, 1], offset])
            seen = np.column_stack([box, np.ones(4)]) @ whole.T
            seen = seen[:, :2] / seen[:, 2:]
            shift -= (seen.min(0) + seen.max(0)) / 2 * far / focal
        if (np.abs(seen) < (size[0] / 2 - 20, size[1] / 2 - 20)).all():
            break
    return np.array([[1, 0, size[0] / 2], [0, 1, size[1] / 2], [0, 0, 1]]) @ whole


def _turn(axis: tuple[float, float, float], angle: float) -> Matrix:
    """Give the turn about an axis."""
    x, y, z = axis
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + sin(angle) * cross + (1 - cos(angle)) * cross @ cross


def _light(size: tuple[int, int], noise: np.random.Generator) -> Matrix:
    """Give uneven light with one soft shadow across it, as the sun or whoever holds the telephone throws it."""
    down, across = np.mgrid[0:300, 0:400] / 300.0
    tip = noise.uniform(-0.25, 0.25, 2)
    light = 0.85 + tip[0] * (across - 0.66) + tip[1] * (down - 0.5)
    angle = noise.uniform(0, pi)
    side = np.cos(angle) * (across - noise.uniform(0.3, 1)) + np.sin(angle) * (down - noise.uniform(0.3, 0.7))
    light *= 1 - 0.45 / (1 + np.exp(-side / 0.02))
    return np.asarray(Image.fromarray(light.astype(np.float32)).resize(size, Image.Resampling.BILINEAR))


def retaken(shot: Shot) -> Shot:
    """Give another photograph of the same table: from elsewhere, less tilted, as one is asked to take it."""
    return replace(shot, tilt=shot.tilt * 0.7, blur=shot.blur * 0.9, seed=shot.seed + 5_000)
