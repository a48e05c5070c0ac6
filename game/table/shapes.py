"""Boxes with smooth corners: round, square or cut, filled, outlined, dashed, hatched, floating."""

from __future__ import annotations

import pygame

from game.table.surfaces import FINE, Surfaces, rgba
from game.view.box import Box
from game.view.looks import Fill

Kinds = tuple[str, str, str, str]
"""Top left, top right, bottom left, bottom right: round, square or cut."""


def fill(target: pygame.Surface, keep: Surfaces, mark: Fill) -> None:
    """Paint a filled box."""
    if mark.shadow:
        _shadow(target, keep, mark)
    opaque = not mark.colour or rgba(mark.colour)[3] == 255
    if not opaque:
        _veil(target, keep, mark)
    elif mark.colour and mark.border and mark.width and not mark.dash:
        inner = mark.box.inset(mark.width)
        _solid(target, keep, mark.box, mark.border, mark.radius, mark.cut, _kinds(mark))
        radius, cut = max(0, mark.radius - mark.width), max(0, round(mark.cut - mark.width * 0.6))
        _solid(target, keep, inner, mark.colour, radius, cut, _kinds(mark))
    elif mark.colour:
        _solid(target, keep, mark.box, mark.colour, mark.radius, mark.cut, _kinds(mark))
    if mark.hatch:
        _hatch(target, mark)
    if mark.border and mark.width and (mark.dash or not mark.colour or not opaque):
        _outline(target, keep, mark)


def _kinds(mark: Fill) -> Kinds:
    top, bottom = "top" in mark.square, "bottom" in mark.square
    left, right = "left" in mark.square, "right" in mark.square
    return (
        "square" if top or left else "round",
        "cut" if mark.cut else "square" if top or right else "round",
        "square" if bottom or left else "round",
        "square" if bottom or right else "round",
    )


def _solid(target: pygame.Surface, keep: Surfaces, box: Box, colour: str, radius: int, cut: int, kinds: Kinds) -> None:
    paint = rgba(colour)
    side = min(max(radius, cut), box.w // 2, box.h // 2)
    radius, cut = min(radius, side), min(cut, side)
    if side <= 0:
        target.fill(paint, (box.x, box.y, box.w, box.h))
        return
    target.fill(paint, (box.x + side, box.y, box.w - 2 * side, box.h))
    target.fill(paint, (box.x, box.y + side, side, box.h - 2 * side))
    target.fill(paint, (box.right - side, box.y + side, side, box.h - 2 * side))
    spots = (
        (box.x, box.y),
        (box.right - side, box.y),
        (box.x, box.bottom - side),
        (box.right - side, box.bottom - side),
    )
    for i, (spot, kind) in enumerate(zip(spots, kinds, strict=True)):
        key = ("corner", kind, i, side, radius, cut, colour)
        corner = keep.faces.get(key, lambda kind=kind, i=i: _corner(kind, i, side, radius, cut, paint))  # type: ignore[misc]
        target.blit(corner, spot)


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


def _shadow(target: pygame.Surface, keep: Surfaces, mark: Fill) -> None:
    deep = mark.shadow
    w, h = mark.box.w, mark.box.h
    radius = min(mark.radius, w // 2, h // 2)
    made = keep.faces.get(("shadow", w, h, deep, radius), lambda: _blurred(w, h, deep, radius))
    target.blit(made, (mark.box.x - 2 * deep, mark.box.y - 2 * deep + deep // 2))


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


def _veil(target: pygame.Surface, keep: Surfaces, mark: Fill) -> None:
    paint = rgba(mark.colour)
    clip = target.get_clip().clip((mark.box.x, mark.box.y, mark.box.w, mark.box.h))
    if not clip.w or not clip.h:
        return
    if mark.radius:
        key = ("veil", mark.box.w, mark.box.h, mark.radius, mark.colour)
        target.blit(
            keep.faces.get(key, lambda: _rounded(mark.box.w, mark.box.h, mark.radius, paint)), (mark.box.x, mark.box.y)
        )
        return
    flat = pygame.Surface(clip.size)
    flat.fill(paint[:3])
    flat.set_alpha(paint[3])
    target.blit(flat, clip.topleft)


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


def _outline(target: pygame.Surface, keep: Surfaces, mark: Fill) -> None:
    box, width = mark.box, mark.width
    side = min(max(mark.radius, mark.cut, width), box.w // 2, box.h // 2)
    if mark.dash:
        _dashes(target, box, side, mark)
    else:
        paint = rgba(mark.border)
        across, down = box.w - 2 * side, box.h - 2 * side
        for at in ((box.x + side, box.y), (box.x + side, box.bottom - width)):
            target.fill(paint, (*at, across, width))
        for at in ((box.x, box.y + side), (box.right - width, box.y + side)):
            target.fill(paint, (*at, width, down))
    key = ("ring", side, width, mark.border)
    ring = keep.faces.get(key, lambda: _ring(side, width, rgba(mark.border)))
    for i, spot in enumerate(((box.x, box.y), (box.right - side, box.y), (box.x, box.bottom - side))):
        target.blit(ring, spot, ((i == 1) * side, (i == 2) * side, side, side))
    target.blit(ring, (box.right - side, box.bottom - side), (side, side, side, side))


def _ring(side: int, width: int, paint: tuple[int, int, int, int]) -> pygame.Surface:
    size = 2 * side * FINE
    big = pygame.Surface((size, size), pygame.SRCALPHA)
    big.fill((*paint[:3], 0))
    pygame.draw.circle(big, paint, (size // 2, size // 2), size // 2, width * FINE)
    return pygame.transform.smoothscale(big, (2 * side, 2 * side))


def _dashes(target: pygame.Surface, box: Box, side: int, mark: Fill) -> None:
    paint, dash, width = rgba(mark.border), mark.dash, mark.width
    for x in range(box.x + side, box.right - side, 2 * dash):
        long = min(dash, box.right - side - x)
        target.fill(paint, (x, box.y, long, width))
        target.fill(paint, (x, box.bottom - width, long, width))
    for y in range(box.y + side, box.bottom - side, 2 * dash):
        long = min(dash, box.bottom - side - y)
        target.fill(paint, (box.x, y, width, long))
        target.fill(paint, (box.right - width, y, width, long))
