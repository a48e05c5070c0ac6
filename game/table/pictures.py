"""The pictures of `Picture` marks: made at once, or a bit at each turn of the loop, a quick one standing meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import NamedTuple, Protocol, TypeVar

import pygame

from game.table.surfaces import Shelf, rgba
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import CARD, Picture
from game.view.tree.sight import Odd

Made = TypeVar("Made")
Drawing = Generator[None, None, pygame.Surface]
"""A picture being made, a bit at each step."""


def _night(picture: pygame.Surface) -> pygame.Surface:
    """Give a picture for a dark room: its greys, the light ones dark, with a shade of blue."""
    made = pygame.transform.invert(pygame.transform.grayscale(picture))
    made.fill((12, 18, 30), special_flags=pygame.BLEND_RGB_ADD)
    return made


def _sharp(picture: pygame.Surface) -> pygame.Surface:
    """Give a picture in light greys: what lies on it stands out."""
    made = pygame.transform.grayscale(picture)
    made.fill((28, 28, 28), special_flags=pygame.BLEND_RGB_ADD)
    return made


TONES = {theme.NIGHT: _night, theme.CONTRAST: _sharp}
"""What a palette makes of a picture, whose colours are those of the day."""


def finished(steps: Generator[None, None, Made]) -> Made:
    """Give what is made bit by bit, all of it done."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            made: Made = done.value
            return made


class Ground(Protocol):
    """Makes the picture of a `Picture` mark (table/scenery.py: the town's plan, the pictures of cards)."""

    def drawn(self, mark: Picture) -> Drawing:
        """Make it as it should be, bit by bit; one that is known already at once."""

    def quick(self, target: pygame.Surface, mark: Picture) -> None:
        """Paint what may stand for it at once: while a hand moves it, or while it is made."""


class _Coming(NamedTuple):
    key: object
    mark: Picture
    drawing: Drawing


class Pictures:
    """Makes the pictures of one painter, and keeps them in `kept`. `odd` takes what could not be made, by its key.

    While `hurry` is set the plan's are quick ones: a hand is dragging it. While `patient` is, a quick one stands for
    what is not known yet, until the loop has made it by `ahead`.
    """

    def __init__(self, ground: Ground | None, kept: Shelf, odd: dict[str, Odd]) -> None:
        self.ground, self._kept, self._odd = ground, kept, odd
        self.palette = theme.DAY
        self.hurry = self.patient = False
        self._coming: dict[object, _Coming] = {}
        """What is being made, the plan as it is looked at now alone."""
        self.live: dict[str, Callable[[], pygame.Surface]] = {}
        """Pictures of what another window shows now, by their key: they are kept nowhere."""

    @property
    def coming(self) -> bool:
        """Tell whether a quick picture stands for one that is being made."""
        return bool(self._coming)

    def show(self, target: pygame.Surface, mark: Picture) -> None:
        """Paint a picture; nothing, where there is no ground."""
        if mark.key in self.live:
            _fitted(target, self.live[mark.key](), mark.box)
        if self.ground is None or mark.key in self.live:
            return
        made = None if self.hurry and mark.key != CARD else self._sharp(self.ground, mark)
        if made is None:
            self.ground.quick(target, mark)
        else:
            target.blit(made, (mark.box.x, mark.box.y))
        tone = TONES.get(self.palette) if mark.key != CARD else None
        if tone is not None:
            area = target.get_clip().clip((mark.box.x, mark.box.y, mark.box.w, mark.box.h))
            target.blit(tone(target.subsurface(area).copy()), area)

    def known(self, mark: Picture) -> Iterator[None]:
        """Make a picture, a bit at each step, before it is shown."""
        if self.ground is not None:
            self._begin(_key(mark), self.ground, mark)
            while self.coming:
                yield
                self.ahead()

    def _sharp(self, ground: Ground, mark: Picture) -> pygame.Surface | None:
        """Give a picture as it should be; None while it is being made."""
        key = _key(mark)
        if self.patient and key not in self._kept:
            self._begin(key, ground, mark)
            if key not in self._kept:
                return None
        return self._kept.get(key, lambda: self._made(ground, mark))

    def _begin(self, key: object, ground: Ground, mark: Picture) -> None:
        place = key if mark.key == CARD else mark.key
        if place not in self._coming or self._coming[place].key != key:
            self._coming[place] = _Coming(key, mark, ground.drawn(mark))
            self._ahead(place)

    def _made(self, ground: Ground, mark: Picture) -> pygame.Surface:
        try:
            return finished(ground.drawn(mark))
        except Exception as error:  # whatever it is, what lies on the picture stands
            return self._plain(mark, error)

    def _plain(self, mark: Picture, error: Exception) -> pygame.Surface:
        """Give what stands for a picture that cannot be made: it is kept, and not tried again at each frame."""
        self._odd.setdefault(mark.key, Odd(mark.key, error))
        made = pygame.Surface((mark.box.w, mark.box.h))
        made.fill(rgba(theme.PAPER_2))
        return made

    def ahead(self) -> Box | None:
        """Do one more bit of a picture that is being made; give its box once it is known."""
        return self._ahead(next(iter(self._coming))) if self._coming else None

    def _ahead(self, place: object) -> Box | None:
        key, mark, drawing = self._coming.pop(place)
        try:
            next(drawing)
        except StopIteration as done:
            made: pygame.Surface = done.value
        except Exception as error:  # whatever it is, what lies on the picture stands
            made = self._plain(mark, error)
        else:
            self._coming[place] = _Coming(key, mark, drawing)  # last: each in its turn
            return None
        self._kept.get(key, lambda: made)
        return mark.box


def _fitted(target: pygame.Surface, shown: pygame.Surface, box: Box) -> None:
    """Paint a picture as large as its box holds it whole, in its middle."""
    share = min(box.w / shown.get_width(), box.h / shown.get_height())
    spot = box.middle(max(1, int(shown.get_width() * share)), max(1, int(shown.get_height() * share)))
    target.blit(pygame.transform.smoothscale(shown, (spot.w, spot.h)), (spot.x, spot.y))


def _key(mark: Picture) -> object:
    return mark.key, mark.facts, mark.box.w, mark.box.h
