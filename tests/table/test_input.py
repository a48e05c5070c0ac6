import pygame
import pytest

from game.table.input import Reader
from game.view.answer.input import Hover, Input, Key, PointerDown, PointerGone, PointerMove, PointerUp, Typed, Wheel

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
        finger(pygame.FINGERMOTION, 2, 0.6006, 0.5),
        finger(pygame.FINGERUP, 1, 0.2, 0.2),
    ]
    assert read(events, SIZE) == (
        PointerDown("finger:1:1", 100, 100),
        PointerDown("finger:1:2", 500, 250, again=True),
        PointerMove("finger:1:1", 200, 100),
        PointerMove("finger:1:2", 600, 250),
        PointerUp("finger:1:1", 200, 100),
    )


def test_a_finger_at_the_last_pixel_is_on_the_window() -> None:
    corner = read([finger(pygame.FINGERDOWN, 1, 1.0, 1.0)], SIZE)
    assert corner == (PointerDown("finger:1:1", SIZE[0] - 1, SIZE[1] - 1),)


def test_a_mouse_made_of_touches_is_ignored() -> None:
    event = pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(3, 4), touch=True)
    assert read([event], SIZE) == ()


def test_motions_in_a_row_are_one() -> None:
    moves = [pygame.Event(pygame.MOUSEMOTION, pos=(i, i), rel=(1, 1), buttons=(1, 0, 0), touch=False) for i in range(9)]
    assert read(moves, SIZE) == (PointerMove("mouse", 8, 8),)


def test_motions_without_a_button_take_hold_of_nothing() -> None:
    moves = [pygame.Event(pygame.MOUSEMOTION, pos=(i, i), rel=(1, 1), buttons=(0, 0, 0), touch=False) for i in range(9)]
    assert read(moves, SIZE) == (Hover(8, 8),)


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
    assert reader.read([key(pygame.KEYUP, pygame.K_RETURN), tap], SIZE) == (Key("enter", again=True),)


def test_a_key_that_came_up_elsewhere_is_pressed_anew() -> None:
    reader, tap = Reader(), key(pygame.KEYDOWN, pygame.K_SPACE)
    assert reader.read([tap, pygame.Event(pygame.WINDOWFOCUSLOST), tap], SIZE)[-1] == Key("space", again=True)


def test_other_keys_down_do_not_make_a_press_a_repeat() -> None:
    tap = [key(pygame.KEYDOWN, pygame.K_LCTRL), key(pygame.KEYDOWN, pygame.K_z, pygame.KMOD_LCTRL)]
    assert read(tap, SIZE)[-1] == Key("z", ctrl=True)


LOST = pygame.Event(pygame.WINDOWFOCUSLOST)


def button(kind: int, pos: tuple[int, int] = (30, 40)) -> pygame.Event:
    return pygame.Event(kind, button=1, pos=pos, touch=False)


DOWN, UP = button(pygame.MOUSEBUTTONDOWN), button(pygame.MOUSEBUTTONUP)


class Real:
    """The mouse's button as the system knows it."""

    def __init__(self) -> None:
        self.down = False

    def __call__(self) -> bool:
        return self.down


def test_a_release_alone_after_a_release_elsewhere_is_the_whole_press() -> None:
    real = Real()
    reader = Reader(button=real)
    real.down = True
    assert reader.read([DOWN, LOST], SIZE) == (PointerDown("mouse", 30, 40), PointerGone("mouse"))
    real.down = False
    reader.read([], SIZE)
    reader.read([], SIZE)
    assert reader.read([UP], SIZE)[0] == PointerDown("mouse", 30, 40, again=True)
    assert reader.read([UP], SIZE) == (PointerUp("mouse", 30, 40),)


def test_the_release_of_what_went_home_at_the_loss_of_focus_is_no_press() -> None:
    real = Real()
    reader = Reader(button=real)
    real.down = True
    reader.read([DOWN, LOST], SIZE)
    assert reader.read([], SIZE) == ()
    real.down = False
    assert reader.read([], SIZE) == ()  # the system knows already; its event comes next
    assert reader.read([UP], SIZE) == ()
    assert reader.read([DOWN, UP], SIZE)[1] == PointerUp("mouse", 30, 40)


def test_a_press_that_is_not_told_is_seen_as_soon_as_it_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygame.mouse.get_focused", lambda: True)
    monkeypatch.setattr("pygame.mouse.get_pos", lambda: (7, 9))
    real = Real()
    reader = Reader(button=real)
    reader.read([DOWN, LOST], SIZE)
    reader.read([], SIZE)
    reader.read([], SIZE)
    real.down = True
    assert reader.read([], SIZE) == (PointerDown("mouse", 7, 9),)
    assert reader.read([UP], SIZE) == (PointerUp("mouse", 30, 40),)


def test_fingers_go_home_too_when_the_focus_is_lost() -> None:
    reader = Reader()
    reader.read([finger(pygame.FINGERDOWN, 1, 0.1, 0.2), finger(pygame.FINGERDOWN, 2, 0.5, 0.5)], SIZE)
    reader.read([finger(pygame.FINGERUP, 2, 0.5, 0.5)], SIZE)
    assert reader.read([LOST], SIZE) == (PointerGone("mouse"), PointerGone("finger:1:1"))


def test_a_second_press_is_told_by_the_time_one_had_to_see_the_first() -> None:
    """Not by the time the table took to answer: two seconds of writing between two clicks are no rest."""
    now = [0.0]
    reader, rests = Reader(clock=lambda: now[0]), pygame.Clock()

    def press(answering: float, seeing: float) -> bool:
        now[0] += answering
        reader.shown()
        now[0] += seeing
        reader.wait(rests, holding=False)
        down = reader.read([DOWN, UP], SIZE)[0]
        assert isinstance(down, PointerDown)
        return down.again

    pygame.display.init()
    assert [press(0, 0), press(2, 0.09), press(0, 1.0), press(2, 0.39), press(0, 0.41)] == [
        False, True, False, True, False,
    ]  # fmt: skip


def test_the_wheel_turns_where_the_pointer_was_at_its_place_in_the_queue() -> None:
    def to(x: int) -> pygame.Event:
        return pygame.Event(pygame.MOUSEMOTION, pos=(x, 5), rel=(1, 1), buttons=(0, 0, 0), touch=False)

    assert read([to(4), pygame.Event(pygame.MOUSEWHEEL, x=0, y=1), to(900)], SIZE) == (
        Hover(4, 5), Wheel(4, 5, 1), Hover(900, 5),
    )  # fmt: skip


@pytest.mark.parametrize(("holding", "rest"), [(False, [15]), (True, [])])
def test_the_table_rests_unless_a_hand_stirs(holding: bool, rest: list[int]) -> None:
    ticks: list[int] = []

    class Rests:
        def tick(self, rate: int) -> None:
            ticks.append(rate)

    pygame.display.init()
    pygame.event.clear()
    Reader().wait(Rests(), holding=holding, pace=15)  # type: ignore[arg-type]
    assert ticks == rest


def pad(name: int, mod: int = 0, text: str = "") -> Input:
    return read([pygame.Event(pygame.KEYDOWN, key=name, mod=mod, unicode=text)], SIZE)[0]


@pytest.mark.parametrize(("name", "key"), [
    (pygame.K_KP_4, "left"), (pygame.K_KP_6, "right"), (pygame.K_KP_8, "up"), (pygame.K_KP_2, "down"),
    (pygame.K_KP_7, "home"), (pygame.K_KP_1, "end"), (pygame.K_KP_9, "pageup"), (pygame.K_KP_3, "pagedown"),
    (pygame.K_KP_PERIOD, "delete"),
])  # fmt: skip
def test_the_keypad_moves_while_numlock_is_off_and_types_while_it_is_on(name: int, key: str) -> None:
    num, shift = pygame.KMOD_NUM, pygame.KMOD_LSHIFT
    assert pad(name) == Key(key)
    assert pad(name, num | shift) == Key(key)  # Shift turns NumLock round
    assert pad(name, num).name != key  # type: ignore[union-attr]
    assert pad(name, shift, "4").name != key  # type: ignore[union-attr]
    if key != "delete":
        assert pad(name, shift) == Key(key, shift=True)
