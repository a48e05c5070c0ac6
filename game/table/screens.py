"""Which screens there are now, as boxes of the desktop: plugged, unplugged, turned and made smaller while one plays.

SDL knows them, but under X11 only as they were when the program began, until one is plugged or unplugged: there the X
server is asked. What it cannot say is no reason to fail: SDL's own list then stands.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from ctypes import POINTER, byref, c_char_p, c_int, c_ulong, c_void_p
from functools import cache

import pygame

from game.view.tree.box import Box

CENTRED = 0x2FFF0000
"""SDL's position for "in the middle of screen n", n being added."""
PROBE = 100
"""Side of the window nobody sees by which SDL tells where a screen is."""
MONITORS = (1, 5)
"""The version of the X extension RandR that knows of monitors."""


def screens() -> tuple[Box, ...]:
    """Give the screens there are; none where the system keeps windows' places to itself (Wayland)."""
    return tuple(box for _, box in named())


def named() -> tuple[tuple[str, Box], ...]:
    """Give the screens there are with their names, empty where the system tells none."""
    driver = pygame.display.get_driver()
    if driver == "wayland":
        return ()
    return (_asked_x() if driver == "x11" else ()) or tuple(("", box) for box in _asked_sdl())


def called(window: Box) -> str:
    """Give what tells the screen a window is on from others: its name, where the system tells one, and its size."""
    there = named() or tuple(("", Box(0, 0, *size)) for size in pygame.display.get_desktop_sizes())
    name, box = max(there, key=lambda one: _area(one[1].meet(window)), default=("", window))
    return f"{name} {box.w}x{box.h}".strip()


def _area(box: Box) -> int:
    return max(0, box.w) * max(0, box.h)


def _asked_sdl() -> tuple[Box, ...]:
    found = []
    for i, (wide, high) in enumerate(pygame.display.get_desktop_sizes()):
        probe = pygame.Window("", (PROBE, PROBE), (CENTRED | i, CENTRED | i), hidden=True)
        x, y = probe.position
        probe.destroy()
        found.append(Box(x + PROBE // 2 - wide // 2, y + PROBE // 2 - high // 2, wide, high))
    return tuple(found)


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo of Xrandr.h."""

    _fields_ = (
        ("name", c_ulong), ("primary", c_int), ("automatic", c_int), ("noutput", c_int), ("x", c_int), ("y", c_int),
        ("width", c_int), ("height", c_int), ("mwidth", c_int), ("mheight", c_int), ("outputs", c_void_p),
    )  # fmt: skip


@cache
def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    x11, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x11.XOpenDisplay.restype, x11.XOpenDisplay.argtypes = c_void_p, (c_char_p,)
    x11.XDefaultRootWindow.restype, x11.XDefaultRootWindow.argtypes = c_ulong, (c_void_p,)
    x11.XCloseDisplay.argtypes = (c_void_p,)
    randr.XRRQueryVersion.argtypes = (c_void_p, POINTER(c_int), POINTER(c_int))
    randr.XRRGetMonitors.restype = POINTER(_Monitor)
    randr.XRRGetMonitors.argtypes = (c_void_p, c_ulong, c_int, POINTER(c_int))
    randr.XRRFreeMonitors.argtypes = (POINTER(_Monitor),)
    x11.XGetAtomName.restype, x11.XGetAtomName.argtypes = c_void_p, (c_void_p, c_ulong)
    x11.XFree.argtypes = (c_void_p,)
    return x11, randr


def _asked_x() -> tuple[tuple[str, Box], ...]:
    with suppress(OSError, AttributeError):  # a system without these libraries
        x11, randr = _libraries()
        display = x11.XOpenDisplay(None)
        if display:
            try:
                return _monitors(x11, randr, display)
            finally:
                x11.XCloseDisplay(display)
    return ()


def _monitors(x11: ctypes.CDLL, randr: ctypes.CDLL, display: int) -> tuple[tuple[str, Box], ...]:
    major, minor, count = c_int(), c_int(), c_int()
    if not randr.XRRQueryVersion(display, byref(major), byref(minor)) or (major.value, minor.value) < MONITORS:
        return ()
    found = randr.XRRGetMonitors(display, x11.XDefaultRootWindow(display), 1, byref(count))
    if not found:
        return ()
    try:
        there = [one for one in found[: count.value] if one.width]
        return tuple((_called(x11, display, one.name), Box(one.x, one.y, one.width, one.height)) for one in there)
    finally:
        randr.XRRFreeMonitors(found)


def _called(x11: ctypes.CDLL, display: int, atom: int) -> str:
    """Give the text of an atom of the X server."""
    text = x11.XGetAtomName(display, atom)
    if not text:
        return ""
    try:
        return (ctypes.cast(text, c_char_p).value or b"").decode("utf-8", "replace")
    finally:
        x11.XFree(text)
