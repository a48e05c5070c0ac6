import pygame

from game.table.input import Reader
from game.view.input import Input, Key, PointerDown, PointerMove, PointerUp, Typed

SIZE = (1000, 500)


def read(events: list[pygame.Event], size: tuple[int, int]) -> tuple[Input, ...]:
    return Reader().read(events, size)


def key(kind: int, name: int, mod: int = 0) -> pygame.Event:
    return pygame.Event(kind, key=name, mod=mod)


def finger(kind: int, number: int, x: float, y: float) -> pygame.Event:
    return pygame.Event(kind, touch_id=1, finger_id=number, x=x, y=y, dx=0.0, dy=0.0)


def test_fingers_are_pointers_of_their_own() -> None:
    events = [
        finger(pygame.FINGERDOWN, 1, 0.1, 0.2),
        finger(pygame.FINGERDOWN, 2, 0.5, 0.5),
        finger(pygame.FINGERMOTION, 1, 0.2, 0.2),
        finger(pygame.FINGERMOTION, 2, 0.6, 0.5),
        finger(pygame.FINGERUP, 1, 0.2, 0.2),
    ]
    assert read(events, SIZE) == (
        PointerDown("finger:1:1", 100, 100),
        PointerDown("finger:1:2", 500, 250),
        PointerMove("finger:1:1", 200, 100),
        PointerMove("finger:1:2", 600, 250),
        PointerUp("finger:1:1", 200, 100),
    )


def test_a_mouse_made_of_touches_is_ignored() -> None:
    event = pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(3, 4), touch=True)
    assert read([event], SIZE) == ()


def test_motions_in_a_row_are_one() -> None:
    moves = [pygame.Event(pygame.MOUSEMOTION, pos=(i, i), rel=(1, 1), buttons=(1, 0, 0), touch=False) for i in range(9)]
    assert read(moves, SIZE) == (PointerMove("mouse", 8, 8),)


def test_a_motion_without_a_button_is_nothing() -> None:
    event = pygame.Event(pygame.MOUSEMOTION, pos=(1, 1), rel=(1, 1), buttons=(0, 0, 0), touch=False)
    assert read([event], SIZE) == ()


def test_alt_gr_is_not_control() -> None:
    mod = pygame.KMOD_RALT | pygame.KMOD_LCTRL
    events = [pygame.Event(pygame.KEYDOWN, key=pygame.K_z, mod=mod), pygame.Event(pygame.TEXTINPUT, text="œ")]
    assert read(events, SIZE) == (Key("z", alt=True), Typed("œ"))


def test_control_and_shift_are_told() -> None:
    event = pygame.Event(pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_LCTRL | pygame.KMOD_RSHIFT)
    assert read([event], SIZE) == (Key("z", ctrl=True, shift=True),)


def test_a_key_down_again_without_having_come_up_repeats_across_batches() -> None:
    reader, tap = Reader(), key(pygame.KEYDOWN, pygame.K_RETURN)
    assert reader.read([tap, tap], SIZE) == (Key("enter"), Key("enter", repeat=True))
    assert reader.read([tap], SIZE) == (Key("enter", repeat=True),)
    assert reader.read([key(pygame.KEYUP, pygame.K_RETURN), tap], SIZE) == (Key("enter"),)


def test_a_key_that_came_up_elsewhere_is_pressed_anew() -> None:
    reader, tap = Reader(), key(pygame.KEYDOWN, pygame.K_SPACE)
    assert reader.read([tap, pygame.Event(pygame.WINDOWFOCUSLOST), tap], SIZE)[-1] == Key("space")


def test_other_keys_down_do_not_make_a_press_a_repeat() -> None:
    tap = [key(pygame.KEYDOWN, pygame.K_LCTRL), key(pygame.KEYDOWN, pygame.K_z, pygame.KMOD_LCTRL)]
    assert read(tap, SIZE)[-1] == Key("z", ctrl=True)
