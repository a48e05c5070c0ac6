"""Boxes with smooth corners: round, square or cut, filled, outlined, dashed, hatched, floating."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise, product
from operator import attrgetter, methodcaller

import pygame

from game.table.strokes import Step
from game.table.surfaces import ALIGNED, FINE, Surfaces, rgba
from game.view.box import Box
from game.view.looks import Fill

SMALL = 20_000
"""Pixels up to which a box is drawn once and laid; a larger one is filled, which is faster."""
FLAT = 4
"""Rows of pixels up to which a box is filled as it is."""
LOOK = attrgetter("colour", "radius", "border", "width", "dash", "cut", "square")
Kinds = tuple[str, str, str, str]
"""Top left, top right, bottom left, bottom right: round, square or cut."""


def fill(keep: Surfaces, mark: Fill) -> list[Step]:
    """Give the steps that paint a filled box: a small one is drawn once, and laid again wherever it comes back."""
    box, shadow = mark.box, _shadow(keep, mark) if mark.shadow else []
    if mark.hatch or mark.cut or not mark.radius or box.w * box.h > SMALL:
        return shadow + _whole(keep, mark)
    made = keep.faces.get(("fill", box.w, box.h, *LOOK(mark)), lambda: _drawn(keep, mark))
    return shadow + laid((made, (box.x, box.y)))


def _drawn(keep: Surfaces, mark: Fill) -> pygame.Surface:
    made = pygame.Surface((max(1, mark.box.w), max(1, mark.box.h)), pygame.SRCALPHA)
    for step in _whole(keep, replace(mark, box=Box(0, 0, mark.box.w, mark.box.h))):
        step(made)
    return made


def _whole(keep: Surfaces, mark: Fill) -> list[Step]:
    made: list[Step] = []
    opaque = not mark.colour or rgba(mark.colour)[3] == 255
    if not opaque:
        made += _veil(keep, mark)
    elif mark.colour and mark.border and mark.width and not mark.dash:
        made += _framed(keep, mark)
    elif mark.colour:
        made += _solid(keep, mark.box, mark.colour, mark.radius, mark.cut, _kinds(mark))
    if mark.hatch:
        made.append(partial(_hatch, mark=mark))
    if mark.border and mark.width and (mark.dash or not mark.colour or not opaque):
        made += _outline(keep, mark)
    return made


def filled(colour: str, *boxes: tuple[int, int, int, int]) -> list[Step]:
    """Give the steps that fill boxes: what lies on whole lines of memory apart, which is many times faster."""
    paint = rgba(colour)
    return [
        methodcaller("fill", paint, (x, y, w, h))
        for left, y, wide, h in boxes
        if h > 0
        for x, w in (_spans(left, wide) if h > FLAT else ((left, wide),))
    ]


def _spans(x: int, wide: int) -> list[tuple[int, int]]:
    """Cut a row of pixels where lines of memory begin and end."""
    first, last = x - x % -ALIGNED, (x + wide) // ALIGNED * ALIGNED
    edges = (x, first, last, x + wide) if first <= last else (x, x + wide)
    return [(a, b - a) for a, b in pairwise(edges) if a < b]


def laid(*surfaces: tuple[pygame.Surface, tuple[int, int]]) -> list[Step]:
    """Give the one step that lays surfaces."""
    return [methodcaller("fblits", surfaces)]


def _kinds(mark: Fill) -> Kinds:
    top, bottom = "top" in mark.square, "bottom" in mark.square
    left, right = "left" in mark.square, "right" in mark.square
    return (
        "square" if top or left else "round",
        "cut" if mark.cut else "square" if top or right else "round",
        "square" if bottom or left else "round",
        "square" if bottom or right else "round",
    )


def _framed(keep: Surfaces, mark: Fill) -> list[Step]:
    """Give a box with its border: under a round inner box only the edges and the corners are filled for the border."""
    box, wide, kinds = mark.box, mark.width, _kinds(mark)
    radius, cut = max(0, mark.radius - wide), max(0, round(mark.cut - wide * 0.6))
    side = min(mark.radius, box.w // 2, box.h // 2)
    if mark.cut or side <= wide or radius > min(box.w, box.h) // 2 - wide:
        outer = _solid(keep, box, mark.border, mark.radius, mark.cut, kinds)
    else:
        outer = _sides(box, side, mark) + _corners(keep, box, mark.border, side, (side, 0), kinds)
    return outer + _solid(keep, box.inset(wide), mark.colour, radius, cut, kinds)


def _solid(keep: Surfaces, box: Box, colour: str, radius: int, cut: int, kinds: Kinds) -> list[Step]:
    side = min(max(radius, cut), box.w // 2, box.h // 2)
    if side <= 0:
        return filled(colour, (box.x, box.y, box.w, box.h))
    across, down = box.w - 2 * side, box.h - 2 * side
    middle = (box.x + side, box.y, across, box.h)
    left, right = ((x, box.y + side, side, down) for x in (box.x, box.right - side))
    corners = _corners(keep, box, colour, side, (min(radius, side), min(cut, side)), kinds)
    return filled(colour, middle, left, right) + corners


def _corners(keep: Surfaces, box: Box, colour: str, side: int, ends: tuple[int, int], kinds: Kinds) -> list[Step]:
    """Give the four corners of a box, `ends` being how far they are round or cut."""
    key, size = ("corners", kinds, side, ends, colour), (2 * side, 2 * side)
    made = keep.faces.get(key, lambda: _four(size, [_corner(kinds[i], i, side, *ends, rgba(colour)) for i in range(4)]))
    spots = product((box.y, box.bottom - side), (box.x, box.right - side))
    areas = product((0, side), (0, side))
    return laid(
        *((made.subsurface((x, y, side, side)), (left, top)) for (top, left), (y, x) in zip(spots, areas, strict=True))
    )


def _four(size: tuple[int, int], corners: list[pygame.Surface]) -> pygame.Surface:
    made = pygame.Surface(size, pygame.SRCALPHA)
    for i, corner in enumerate(corners):
        made.blit(corner, (i % 2 * size[0] // 2, i // 2 * size[1] // 2))
    return made


def _corner(kind: str, at: int, side: int, radius: int, cut: int, paint: tuple[int, int, int, int]) -> pygame.Surface:
    big = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    if kind == "square":
        big.fill(paint)
        return pygame.transform.smoothscale(big, (side, side))
    big.fill((*paint[:3], 0))
    whole, far = side * FINE, (cut if kind == "cut" else radius) * FINE
    if kind == "cut":
        pygame.draw.polygon(big, paint, ((0, 0), (whole - far, 0), (whole, far), (whole, whole), (0, whole)))
    else:
        pygame.draw.rect(big, paint, (0, 0, whole * 2, whole * 2), border_top_left_radius=far)
        big = pygame.transform.flip(big, at in (1, 3), at in (2, 3))
    return pygame.transform.smoothscale(big, (side, side))


def _shadow(keep: Surfaces, mark: Fill) -> list[Step]:
    """Give a soft shadow; what the box itself will hide of it is left out."""
    deep = mark.shadow
    w, h = mark.box.w, mark.box.h
    radius = min(mark.radius, w // 2, h // 2)
    made = keep.faces.get(("shadow", w, h, deep, radius), lambda: _blurred(w, h, deep, radius))
    x, y = mark.box.x - 2 * deep, mark.box.y - 2 * deep + deep // 2
    inner = mark.box.inset(1 + max(radius, mark.cut)).move(-x, -y)
    if not mark.colour or rgba(mark.colour)[3] < 255 or not inner.w or not inner.h:
        return laid((made, (x, y)))
    right, bottom = made.get_width(), made.get_height()
    strips = (
        (0, 0, right, inner.y), (0, inner.y, inner.x, inner.h), (inner.right, inner.y, right - inner.right, inner.h),
        (0, inner.bottom, right, bottom - inner.bottom),
    )  # fmt: skip
    return laid(*((made.subsurface(strip), (x + strip[0], y + strip[1])) for strip in strips))


def _blurred(w: int, h: int, deep: int, radius: int) -> pygame.Surface:
    """Draw a soft shadow as nested boxes, darker inwards; deep ones at a quarter of their size."""
    part = 4 if deep > 8 else 1
    full = (w + 4 * deep, h + 4 * deep)
    made = pygame.Surface((full[0] // part + 1, full[1] // part + 1), pygame.SRCALPHA)
    steps = max(1, 2 * deep // part)
    for i in range(steps):
        dark = round(84 * ((i + 1) / steps) ** 2)
        pygame.draw.rect(
            made,
            (27, 34, 48, dark),
            made.get_rect().inflate(-2 * i, -2 * i),
            border_radius=max(2, steps + radius // part - i),
        )
    return made if part == 1 else pygame.transform.smoothscale(made, full)


def _veil(keep: Surfaces, mark: Fill) -> list[Step]:
    paint, box = rgba(mark.colour), mark.box
    if mark.radius:
        key = ("veil", box.w, box.h, mark.radius, mark.colour)
        return laid((keep.faces.get(key, lambda: _rounded(box.w, box.h, mark.radius, paint)), (box.x, box.y)))
    return [partial(_veiled, box=(box.x, box.y, box.w, box.h), tile=keep.tile(mark.colour))]


def _veiled(target: pygame.Surface, box: tuple[int, int, int, int], tile: pygame.Surface) -> None:
    """Lay a tile again and again over what is to be painted of a box."""
    was = target.get_clip()
    clip = was.clip(box)
    target.set_clip(clip)
    side = tile.get_width()
    target.fblits([(tile, (x, y)) for x in range(clip.x, clip.right, side) for y in range(clip.y, clip.bottom, side)])
    target.set_clip(was)


def _rounded(w: int, h: int, radius: int, paint: tuple[int, int, int, int]) -> pygame.Surface:
    made = pygame.Surface((max(1, w), max(1, h)), pygame.SRCALPHA)
    pygame.draw.rect(made, paint, made.get_rect(), border_radius=radius)
    return made


def _hatch(target: pygame.Surface, mark: Fill) -> None:
    was, box = target.get_clip(), mark.box.inset(min(mark.radius, mark.box.h // 4) // 2, 0)
    target.set_clip(was.clip((box.x, box.y, box.w, box.h)))
    step = max(8, mark.box.h // 2)
    for x in range(box.x - box.h, box.right, step):
        pygame.draw.line(target, rgba(mark.hatch), (x, box.bottom), (x + box.h, box.y), max(2, step // 5))
    target.set_clip(was)


def _outline(keep: Surfaces, mark: Fill) -> list[Step]:
    box, width = mark.box, mark.width
    side = min(max(mark.radius, mark.cut, width), box.w // 2, box.h // 2)
    sides = _dashes(box, side, mark) if mark.dash else _sides(box, side, mark)
    if side < 1:
        return sides
    key = ("ring", side, width, mark.border)
    ring = keep.faces.get(key, lambda: _ring(side, width, rgba(mark.border)))
    ends = ((0, box.x, box.right - side), (1, box.y, box.bottom - side))
    corners = [
        (ring.subsurface((i * side, j * side, side, side)), (ends[0][1 + i], ends[1][1 + j]))
        for i, j in product((0, 1), repeat=2)
    ]
    return sides + laid(*corners)


def _sides(box: Box, side: int, mark: Fill) -> list[Step]:
    across, down, width = box.w - 2 * side, box.h - 2 * side, mark.width
    return filled(
        mark.border,
        (box.x + side, box.y, across, width),
        (box.x + side, box.bottom - width, across, width),
        (box.x, box.y + side, width, down),
        (box.right - width, box.y + side, width, down),
    )


def _ring(side: int, width: int, paint: tuple[int, int, int, int]) -> pygame.Surface:
    size = 2 * side * FINE
    big = pygame.Surface((size, size), pygame.SRCALPHA)
    big.fill((*paint[:3], 0))
    pygame.draw.circle(big, paint, (size // 2, size // 2), size // 2, width * FINE)
    return pygame.transform.smoothscale(big, (2 * side, 2 * side))


def _dashes(box: Box, side: int, mark: Fill) -> list[Step]:
    dash, width = mark.dash, mark.width
    found = []
    for x in range(box.x + side, box.right - side, 2 * dash):
        long = min(dash, box.right - side - x)
        found += [(x, box.y, long, width), (x, box.bottom - width, long, width)]
    for y in range(box.y + side, box.bottom - side, 2 * dash):
        long = min(dash, box.bottom - side - y)
        found += [(box.x, y, width, long), (box.right - width, y, width, long)]
    return filled(mark.border, *found)
