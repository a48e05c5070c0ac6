"""The words of the ground, drawn where `type/groundwords` has found room for them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from pathlib import Path

import pygame

from game.table.surfaces import loaded, rgba
from game.type.ground import LETTERS
from game.type.lettering import HALO, Run, Word, face
from game.view.tree import theme

CAPITAL = 0.335
"""Half the height of a capital letter, as a share of the size of the letters."""
Laid = tuple[pygame.Surface, pygame.Rect]


def write(picture: pygame.Surface, words: Iterable[Word]) -> None:
    """Draw words on a picture of the ground."""
    for word in words:
        if word.look == "scale":
            _furniture(picture, word)
        picture.blits(list(chain(*written(word))))


def written(word: Word) -> tuple[list[Laid], list[Laid]]:
    """Give the surfaces of a word: those of its halo or its plate, then those of its letters."""
    look = LETTERS[word.look]
    inks = [_set(word, run, look.ink, 0) for run in word.runs]
    under = [_plate(word)] if look.rim else [_set(word, run, look.halo, round(HALO * word.unit)) for run in word.runs]
    return under, inks


def _set(word: Word, run: Run, colour: str, rim: int) -> Laid:
    """Give letters around their middle, which is half the height of a capital above the line they stand on."""
    made = _letters(face(run.text, LETTERS[word.look]), word.px, run.text, colour, rim)
    turned = pygame.transform.rotozoom(made, run.turn, 1.0) if run.turn else made
    return turned, turned.get_rect(center=(round(run.x), round(run.y)))


@lru_cache(maxsize=256)
def _letters(file: Path, px: int, text: str, colour: str, rim: int) -> pygame.Surface:
    """Render letters, as wide as a rim makes them, on a sheet whose middle is theirs."""
    font = _font(file, px, rim)
    try:
        line = font.render(text, True, rgba(colour))  # noqa: FBT003
    except (pygame.error, ValueError):  # a sign the library refuses
        return pygame.Surface((1, 1), pygame.SRCALPHA)
    middle = rim + _font(file, px, 0).get_ascent() - round(CAPITAL * px)
    half = max(middle, line.get_height() - middle)
    sheet = pygame.Surface((line.get_width(), 2 * half), pygame.SRCALPHA)
    sheet.blit(line, (0, half - middle))
    return sheet


@lru_cache(maxsize=24)
def _font(file: Path, px: int, rim: int) -> pygame.Font:
    made = loaded(file, px)
    made.outline = rim
    return made


def _plate(word: Word) -> Laid:
    look, run, (x0, _, x1, _) = LETTERS[word.look], word.runs[0], word.boxes[0]
    area = pygame.Rect(round(x0), 0, round(x1 - x0), round(1.22 * word.px))
    area.centery = round(run.y)
    plate, rim = pygame.Surface(area.size, pygame.SRCALPHA), max(1, round(1.5 * word.unit))
    pygame.draw.rect(plate, rgba(look.rim), plate.get_rect(), border_radius=round(5 * word.unit))
    pygame.draw.rect(
        plate, rgba(look.halo), plate.get_rect().inflate(-2 * rim, -2 * rim), border_radius=round(4 * word.unit)
    )
    return plate, area


def _furniture(picture: pygame.Surface, word: Word) -> None:
    """Draw the scale bar, and beside it an arrow to the north."""
    ink, white, unit = rgba(theme.INK), rgba(theme.WHITE), word.unit
    (x0, _, x1, y1) = word.boxes[0]
    high, foot = 6 * unit, y1 - 4 * unit
    bar = pygame.Rect(round(x0 + 3 * unit), round(foot - high), round(word.long), round(high))
    pygame.draw.rect(picture, white, bar.inflate(round(4 * unit), round(4 * unit)), border_radius=round(3 * unit))
    for i in range(4):
        pygame.draw.rect(picture, white if i % 2 else ink, (bar.x + bar.w * i // 4, bar.y, bar.w // 4 + 1, bar.h))
    pygame.draw.rect(picture, ink, bar, max(1, round(unit)))
    _north(picture, (x1 - 13 * unit, foot), unit)


def _north(picture: pygame.Surface, foot: tuple[float, float], unit: float) -> None:
    """Draw the arrow twice as large, so that its edges are soft, with its letter over it."""
    x, y = foot
    wide, tall, twice = round(20 * unit), round(32 * unit), 2
    sheet = pygame.Surface((wide * twice, tall * twice), pygame.SRCALPHA)
    w, h, inked = wide * twice, tall * twice, rgba(theme.INK)
    left, right = ((w / 2, 2), (4, h - 4), (w / 2, h * 0.8)), ((w / 2, 2), (w - 4, h - 4), (w / 2, h * 0.8))
    pygame.draw.polygon(sheet, inked, left)
    pygame.draw.polygon(sheet, rgba(theme.WHITE), right)
    pygame.draw.polygon(sheet, inked, right, max(1, round(1.5 * unit)))
    picture.blit(pygame.transform.smoothscale(sheet, (wide, tall)), (round(x - wide / 2), round(y - tall)))
    letter = Word("scale", round(LETTERS["scale"].sizes[0] * unit), unit, (Run("N", x, y - tall - 8 * unit),), ())
    picture.blits(list(chain(*written(letter))))
