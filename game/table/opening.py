"""The first frame: a window with the clapperboard, open before the rest of the table is even read from disk.

It imports pygame and two constants; the table takes the window over once it is ready.
"""

from __future__ import annotations

import os
import sys

from game.view.tree import theme


def prepare() -> None:
    """Set what SDL reads before the display opens (libraries.md 1, 4.1); what the user set stands."""
    ask = os.environ.setdefault
    ask("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    ask("SDL_TOUCH_MOUSE_EVENTS", "0")
    ask("SDL_MOUSE_TOUCH_EVENTS", "0")
    ask("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")
    ask("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    ask("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    ask("SDL_VIDEO_X11_WMCLASS", "clap-table")  # the menu's entry and the window are told to be one program
    if x11():
        ask("SDL_FRAMEBUFFER_ACCELERATION", "0")


def x11() -> bool:
    """Tell whether SDL will draw through X11: there alone a plain framebuffer is faster, and elsewhere it fails."""
    linux = sys.platform.startswith("linux")
    if os.environ.get("SDL_VIDEODRIVER", "x11") != "x11" or os.environ.get("SDL_VIDEO_DRIVER", "x11") != "x11":
        return False
    return linux and bool(os.environ.get("DISPLAY"))


def has_display() -> bool:
    """Tell whether a window can be opened at all."""
    if os.environ.get("SDL_VIDEODRIVER") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def curtain(title: str, size: tuple[int, int] | None = None, *, fullscreen: bool = False) -> None:
    """Open the window and show its first frame. Without a size it takes most of the screen. One that is open stays.

    Raises SetupError `no_screen` when none answers.
    """
    prepare()
    import pygame

    if not getattr(pygame, "IS_CE", False):
        raise ImportError("pygame-ce")
    if pygame.display.get_init() and pygame.display.get_surface() is not None:
        return
    if not _answers():
        from game.core.errors import SetupError

        raise SetupError("no_screen")
    pygame.display.set_caption(title)
    screen = pygame.display.set_mode(size or _room(*pygame.display.get_desktop_sizes()[0]), pygame.RESIZABLE)
    if fullscreen:
        from game.table.window_place import window

        window().set_fullscreen(True)
    _clapper(screen)
    pygame.display.flip()


def _room(wide: int, high: int) -> tuple[int, int]:
    """Give the size of a window on a screen: most of it, and never more than its bar leaves in reach."""
    from game.table.reach import BAR, SIDE

    return min(max(960, wide * 9 // 10), wide - 2 * SIDE), min(max(540, high * 9 // 10), high - BAR - SIDE)


def _answers() -> bool:
    """Open the display; tell whether anybody sees it. When no screen answers SDL draws for nobody, unless asked to."""
    import pygame

    asked = os.environ.get("SDL_VIDEODRIVER") or os.environ.get("SDL_VIDEO_DRIVER")
    try:
        pygame.display.init()
    except pygame.error:
        return False
    return bool(asked) or pygame.display.get_driver() not in ("offscreen", "dummy")


def _clapper(screen: object) -> None:
    import pygame

    assert isinstance(screen, pygame.Surface)
    wide, high = screen.get_size()
    bar, tall = high * 92 // 1080, max(4, high * 16 // 1080)
    screen.fill(theme.shown(theme.PAPER))
    screen.fill(theme.shown(theme.SLATE), (0, 0, wide, bar + tall))
    for x in range(-tall * 5, wide, tall * 5):
        left, middle = x, x + tall * 5 // 2
        corners = ((left, bar + tall), (middle, bar + tall), (middle + tall, bar), (left + tall, bar))
        pygame.draw.polygon(screen, theme.shown(theme.CHALK), corners)
