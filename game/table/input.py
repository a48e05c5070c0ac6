"""pygame's events as the view's inputs: the mouse and each finger are pointers, and motions are coalesced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pygame

from game.view import input as given

NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_ESCAPE: "escape",
    pygame.K_TAB: "tab",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_F11: "f11",
}


class Reader:
    """Reads pygame's events, and remembers what is down: pygame does not tell a key that repeats from a press."""

    def __init__(self) -> None:
        self._keys: set[int] = set()

    def read(self, events: Iterable[pygame.Event], size: tuple[int, int]) -> tuple[given.Input, ...]:
        """Translate a batch; of several motions of one pointer in a row only the last is kept."""
        found: list[given.Input] = []
        for event in events:
            one = self._one(event, size)
            if one is None:
                continue
            last = found[-1] if found else None
            if isinstance(one, given.PointerMove) and _moves(last, one.pointer):
                found[-1] = one
            else:
                found.append(one)
        return tuple(found)

    def _one(self, event: pygame.Event, size: tuple[int, int]) -> given.Input | None:
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.KEYUP:
                self._keys.discard(event.key)
            case pygame.WINDOWFOCUSLOST:
                self._keys.clear()
        return _one(event, size)

    def _key(self, event: pygame.Event) -> given.Input:
        """Read a key: it repeats if it was down already, whatever the time between, since the loop may have waited."""
        repeat = event.key in self._keys
        self._keys.add(event.key)
        return replace(_key(event), repeat=repeat)


def _moves(one: given.Input | None, pointer: str) -> bool:
    return isinstance(one, given.PointerMove) and one.pointer == pointer


def _one(event: pygame.Event, size: tuple[int, int]) -> given.Input | None:
    match event.type:
        case pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP | pygame.MOUSEMOTION:
            return _mouse(event)
        case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
            return _finger(event, size)
        case pygame.MOUSEWHEEL:
            x, y = pygame.mouse.get_pos()
            return given.Wheel(x, y, event.y or -event.x)
        case pygame.TEXTINPUT:
            return given.Typed(event.text)
        case pygame.TEXTEDITING:
            return given.Composing(event.text)
        case pygame.WINDOWFOCUSLOST:
            return given.PointerGone("mouse")
    return None


def _mouse(event: pygame.Event) -> given.Input | None:
    if getattr(event, "touch", False):
        return None
    if event.type == pygame.MOUSEMOTION:
        return given.PointerMove("mouse", *event.pos) if event.buttons[0] else None
    if event.button != 1:
        return None
    kind = given.PointerDown if event.type == pygame.MOUSEBUTTONDOWN else given.PointerUp
    return kind("mouse", *event.pos)


def _finger(event: pygame.Event, size: tuple[int, int]) -> given.Input:
    pointer = f"finger:{event.touch_id}:{event.finger_id}"
    x, y = round(event.x * size[0]), round(event.y * size[1])
    if event.type == pygame.FINGERDOWN:
        return given.PointerDown(pointer, x, y)
    kind = given.PointerMove if event.type == pygame.FINGERMOTION else given.PointerUp
    return kind(pointer, x, y)


def _key(event: pygame.Event) -> given.Key:
    mod = event.mod
    alt_graph = bool(mod & pygame.KMOD_MODE) or (bool(mod & pygame.KMOD_RALT) and bool(mod & pygame.KMOD_LCTRL))
    ctrl = bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not alt_graph
    name = NAMES.get(event.key) or pygame.key.name(event.key)
    return given.Key(name, ctrl=ctrl, shift=bool(mod & pygame.KMOD_SHIFT), alt=bool(mod & pygame.KMOD_ALT))
