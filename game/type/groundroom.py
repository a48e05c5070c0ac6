"""Where words of the ground find room: in the picture, off what is taken, off leaders, off one another."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from game.core.town import Camera, Extent, Point, Ring, Shape, to_screen
from game.type.ground import LETTERS, Setting
from game.type.lettering import Hand, Word
from game.type.measure import drawn

EDGE, APART = 3.0, 2.0
"""Pixels at 1080p between a word and the picture's edge, and between two words."""
HIDDEN = 0.1
"""The share of a word from which it is not said where pins would hide it: half a name is a riddle."""


class Sheet:
    """The picture, with the words that already stand on it."""

    def __init__(self, size: tuple[int, int], camera: Camera, setting: Setting) -> None:
        self.size, self.camera, self.setting, self.unit = size, camera, setting, setting.unit
        self.done: list[Word] = []
        self._held = list(setting.taken)
        pairs = (pair for line in setting.lines for pair in pairwise(line))
        self._lines = [(min(a[1], b[1]), max(a[1], b[1]), a, b) for a, b in pairs]

    def px(self, size: float) -> int:
        """Give a size at 1080p in pixels, 6 at least."""
        return max(6, round(size * self.unit))

    def at(self, point: Point) -> Point:
        """Give the pixel of a point of the town."""
        return to_screen(self.camera, point)

    def path(self, ring: Ring) -> list[Point]:
        """Give the pixels of a path of the town."""
        return [to_screen(self.camera, point) for point in ring]

    def shows(self, at: Point, beyond: float = 0.0) -> bool:
        """Tell whether a pixel lies in the picture, or a little beside it."""
        return all(-beyond <= c <= most + beyond for c, most in zip(at, self.size, strict=True))

    def keep(self, at: Point, half: float) -> None:
        """Let no word stand on a point, nor within some pixels at 1080p of it."""
        self._held.append(grown((*at, *at), half * self.unit))

    def put(self, *wishes: Iterable[Word | None]) -> None:
        """Let the first of several ways to say a word stand that hides nothing; of a later wish, if need be."""
        word = next((best for wished in wishes if (best := self._best(wished)) is not None), None)
        if word is not None:
            self.done.append(word)
            self._held += [grown(box, APART * self.unit) for box in word.boxes]

    def _best(self, wished: Iterable[Word | None]) -> Word | None:
        """Give the first way that nothing will hide, else the one of which the least is hidden, if little is."""
        least, best = HIDDEN, None
        for word in wished:
            if word is not None and all(map(self.free, word.boxes)):
                hidden = self._hidden(word)
                if hidden < least:
                    least, best = hidden, word
                if not least:
                    break
        return best

    def _hidden(self, word: Word) -> float:
        """Give the share of a word that what may come over it would hide."""
        area = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in word.boxes)
        return sum(shared(box, other) for box in word.boxes for other in self.setting.spared) / max(1.0, area)

    def free(self, box: Extent) -> bool:
        """Tell whether a box lies wholly in the picture and touches nothing that stands there."""
        (x0, y0, x1, y1), (wide, tall), edge = box, self.size, EDGE * self.unit
        if x0 < edge or y0 < edge or x1 > wide - edge or y1 > tall - edge:
            return False
        for a0, b0, a1, b1 in self._held:
            if a0 < x1 and x0 < a1 and b0 < y1 and y0 < b1:
                return False
        near = (line for line in self._lines if line[0] <= y1 and y0 <= line[1])
        return not any(crosses(box, a, b) for _, _, a, b in near)

    def say(self, kind: str, shape: Shape) -> str:
        """Give what the ground writes of a thing."""
        text = drawn(shape.called(self.setting.lang))
        return text.upper() if LETTERS[kind].upper else text

    def hands(self, kind: str, spaced: float | None = None) -> list[Hand]:
        """Give how words of a kind may be written, the largest first."""
        return [Hand(kind, self.px(size), self.unit, spaced) for size in LETTERS[kind].sizes]


def grown(box: Extent, by: float) -> Extent:
    """Give a box with an edge around it."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def shared(a: Extent, b: Extent) -> float:
    """Give the area two boxes share."""
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def crosses(box: Extent, a: Point, b: Point) -> bool:
    """Tell whether a line from one point to another passes through a box (Liang and Barsky)."""
    start, end = 0.0, 1.0
    for i in (0, 1):
        d, low, high = b[i] - a[i], box[i] - a[i], box[i + 2] - a[i]
        if not d:
            if low > 0 or high < 0:
                return False
            continue
        one, two = sorted((low / d, high / d))
        start, end = max(start, one), min(end, two)
    return start < end
