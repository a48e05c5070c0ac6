"""Boxes with smooth corners: round, square or cut, filled, outlined, dashed, hatched, floating."""

from __future__ import annotations

from itertools import product

import pygame

from game.table.pieces import Area, Pieces, around, laid, placed, spread
from game.table.surfaces import FINE, Surfaces, rgba
from game.view.tree.box import Box
from game.view.tree.looks import Fill

SMALL = 2_000
"""Pixels up to which a box is drawn once and laid; a larger one is covered by parts, which is faster."""
LARGE, EDGE, SOFT = 200_000, 256, 8
"""Pixels beyond which a box's shadow is drawn in part, how long that part of its edges is, and how far its corners
reach beyond their round."""
Run = tuple[int, int, int, int]
"""Along one side of a shadow: where a part of it is drawn, how far, where it is laid, how far."""
Kinds = tuple[str, str, str, str]
"""Top left, top right, bottom left, bottom right: round, square or cut."""


def fill(keep: Surfaces, mark: Fill) -> Pieces:
    """Give the pieces of a filled box whose corner is at 0, 0; a small one is drawn once, and laid."""
    box, shadow = mark.box, _shadow(keep, mark) if mark.shadow else []
    if mark.hatch or mark.cut or not mark.radius or box.w * box.h > SMALL:
        return shadow + _whole(keep, mark)
    return shadow + laid((_drawn(keep, mark), (0, 0)))


def filled(keep: Surfaces, colour: str, *areas: Area) -> Pieces:
    """Fill areas with a colour."""
    return spread(keep.tile(colour), *areas)


def _drawn(keep: Surfaces, mark: Fill) -> pygame.Surface:
    made = pygame.Surface((max(1, mark.box.w), max(1, mark.box.h)), pygame.SRCALPHA)
    for step in placed((_whole(keep, mark), 0, 0)):
        step(made)
    return made


def _whole(keep: Surfaces, mark: Fill) -> Pieces:
    made: Pieces = []
    opaque = not mark.colour or rgba(mark.colour)[3] == 255
    if not opaque:
        made += _veil(keep, mark)
    elif mark.colour and mark.border and mark.width and not mark.dash:
        made += _framed(keep, mark)
    elif mark.colour:
        made += _solid(keep, mark.box, mark.colour, mark.radius, mark.cut, _kinds(mark))
    if mark.hatch:
        made += _hatch(mark)
    if mark.border and mark.width and (mark.dash or not mark.colour or not opaque):
        made += _outline(keep, mark)
    return made


def _kinds(mark: Fill) -> Kinds:
    top, bottom = "top" in mark.square, "bottom" in mark.square
    left, right = "left" in mark.square, "right" in mark.square
    return (
        "square" if top or left else "round",
        "cut" if mark.cut else "square" if top or right else "round",
        "square" if bottom or left else "round",
        "square" if bottom or right else "round",
    )


def _framed(keep: Surfaces, mark: Fill) -> Pieces:
    """Give a box with its border: only the edges and the corners that the inner box does not hide are filled for it."""
    box, wide, kinds = mark.box, mark.width, _kinds(mark)
    radius, cut = max(0, mark.radius - wide), max(0, round(mark.cut - wide * 0.6))
    side = max(mark.radius, mark.cut, wide + radius, wide + cut)
    if 2 * side > min(box.w, box.h):
        outer = _solid(keep, box, mark.border, mark.radius, mark.cut, kinds)
    else:
        outer = _sides(keep, box, side, mark) + _corners(keep, box, mark.border, side, (mark.radius, mark.cut), kinds)
    return outer + _solid(keep, box.inset(wide), mark.colour, radius, cut, kinds)


def _solid(keep: Surfaces, box: Box, colour: str, radius: int, cut: int, kinds: Kinds) -> Pieces:
    side = min(max(radius, cut), box.w // 2, box.h // 2)
    if side <= 0:
        return filled(keep, colour, (box.x, box.y, box.w, box.h))
    across, down = box.w - 2 * side, box.h - 2 * side
    middle = (box.x + side, box.y, across, box.h)
    left, right = ((x, box.y + side, side, down) for x in (box.x, box.right - side))
    corners = _corners(keep, box, colour, side, (min(radius, side), min(cut, side)), kinds)
    return filled(keep, colour, middle, left, right) + corners


def _corners(keep: Surfaces, box: Box, colour: str, side: int, ends: tuple[int, int], kinds: Kinds) -> Pieces:
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


def _shadow(keep: Surfaces, mark: Fill) -> Pieces:
    """Give a soft shadow; what the box itself will hide of it is left out.

    Of a large one the corners are drawn, and a part of the edges that is laid again and again.
    """
    deep, w, h = mark.shadow, mark.box.w, mark.box.h
    radius = min(mark.radius, w // 2, h // 2)
    least = 2 * (radius + SOFT) + EDGE
    wide, tall = (min(w, least), min(h, least)) if w * h > LARGE else (w, h)
    made = keep.faces.get(("shadow", wide, tall, deep, radius), lambda: _blurred(wide, tall, deep, radius))
    inner = mark.box.inset(1 + max(radius, mark.cut)).move(2 * deep, 2 * deep - deep // 2)
    opaque = bool(mark.colour) and rgba(mark.colour)[3] == 255
    hidden = pygame.Rect(inner.x, inner.y, inner.w, inner.h) if opaque else pygame.Rect(0, 0, 0, 0)
    end = 2 * deep + radius + SOFT
    found: Pieces = []
    for across, down in product(
        _runs(w + 4 * deep, made.get_width(), end), _runs(h + 4 * deep, made.get_height(), end)
    ):
        for x, y, width, height in around(pygame.Rect(across[2], down[2], across[3], down[3]), hidden):
            (left, far), (top, low) = _drawn_at(across, x, width), _drawn_at(down, y, height)
            tile = made.subsurface((left, top, far, low))
            found += spread(tile, (x - 2 * deep, y - 2 * deep + deep // 2, width, height))
    return found


def _runs(long: int, drawn: int, end: int) -> tuple[Run, ...]:
    """Give the ends of a shadow along one side and what is between: where each is drawn, how far, where it is laid."""
    if long == drawn:
        return ((0, long, 0, long),)
    last = drawn - end
    return (0, end, 0, end), (end, last - end, end, long - 2 * end), (last, end, long - end, end)


def _drawn_at(run: Run, at: int, long: int) -> tuple[int, int]:
    """Give where a part of a run is drawn, and how far; what repeats is drawn once."""
    drawn, far, laid_at, laid_far = run
    return (drawn + at - laid_at, long) if far == laid_far else (drawn, far)


def _blurred(w: int, h: int, deep: int, radius: int) -> pygame.Surface:
    """Draw a soft shadow as nested boxes, darker inwards; deep ones at a quarter of their size."""
    part = 4 if deep > 8 else 1
    full = (w + 4 * deep, h + 4 * deep)
    made = pygame.Surface((-(-full[0] // part), -(-full[1] // part)), pygame.SRCALPHA)
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


def _veil(keep: Surfaces, mark: Fill) -> Pieces:
    paint, box = rgba(mark.colour), mark.box
    if mark.radius:
        return laid((_rounded(box.w, box.h, mark.radius, paint), (0, 0)))
    return filled(keep, mark.colour, (0, 0, box.w, box.h))


def _rounded(w: int, h: int, radius: int, paint: tuple[int, int, int, int]) -> pygame.Surface:
    made = pygame.Surface((max(1, w), max(1, h)), pygame.SRCALPHA)
    pygame.draw.rect(made, paint, made.get_rect(), border_radius=radius)
    return made


def _hatch(mark: Fill) -> Pieces:
    box = mark.box.inset(min(mark.radius, mark.box.h // 4) // 2, 0)
    if not box.w or not box.h:
        return []
    made, step = pygame.Surface((box.w, box.h), pygame.SRCALPHA), max(8, mark.box.h // 2)
    for x in range(-box.h, box.w, step):
        pygame.draw.line(made, (*rgba(mark.hatch)[:3], 255), (x, box.h), (x + box.h, 0), max(2, step // 5))
    return laid((made, (box.x, box.y)))


def _outline(keep: Surfaces, mark: Fill) -> Pieces:
    box, width = mark.box, mark.width
    side = min(max(mark.radius, mark.cut, width), box.w // 2, box.h // 2)
    sides = _dashes(keep, box, side, mark) if mark.dash else _sides(keep, box, side, mark)
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


def _sides(keep: Surfaces, box: Box, side: int, mark: Fill) -> Pieces:
    across, down, width = box.w - 2 * side, box.h - 2 * side, mark.width
    return filled(
        keep,
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


def _dashes(keep: Surfaces, box: Box, side: int, mark: Fill) -> Pieces:
    """Give the dashed edges, each drawn once for its length."""
    across, down, width = box.w - 2 * side, box.h - 2 * side, mark.width
    key = ("dashes", mark.dash, width, mark.border)
    flat = keep.faces.get((*key, "across", across), lambda: _dashed((across, width), mark))
    tall = keep.faces.get((*key, "down", down), lambda: _dashed((width, down), mark))
    right, bottom = box.right - width, box.bottom - width
    spots = ((flat, (box.x + side, box.y)), (flat, (box.x + side, bottom)))
    return laid(*spots, (tall, (box.x, box.y + side)), (tall, (right, box.y + side)))


def _dashed(size: tuple[int, int], mark: Fill) -> pygame.Surface:
    made = pygame.Surface((max(0, size[0]), max(0, size[1])), pygame.SRCALPHA)
    for at in range(0, max(size), 2 * mark.dash):
        long = min(mark.dash, max(size) - at)
        made.fill(rgba(mark.border), (at, 0, long, size[1]) if size[0] > size[1] else (0, at, size[0], long))
    return made
