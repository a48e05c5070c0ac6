"""Fingers on a real touch screen: Xorg's input driver for tests takes contacts from a socket, and SDL hears them."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from game.view.tree.box import Box
from tests.pilot import Pilot
from tests.x11.outputs import Outputs

CONF = """
Section "InputDevice"
 Identifier "touch"
 Driver "inputtest"
 Option "SocketPath" "{path}"
 Option "DeviceType" "Touch"
 Option "TouchCount" "40"
EndSection
Section "ServerLayout"
 Identifier "l"
 Screen "s"
 InputDevice "touch"
EndSection
"""
DRIVER = Path("/usr/lib/xorg/modules/input/inputtest_drv.so")
SCREEN = Box(0, 0, 1920, 1080)
VERSION, SYNC, TOUCH = 0, 1, 6
"""What is told to the driver (xf86-input-inputtest-protocol.h)."""
BEGIN, UPDATE, END = 18, 19, 20
"""Kinds of contact, as XI2 numbers them."""
AXIS = 65535
"""The largest number of an axis of the screen."""
MANY = 64
"""Axes a message has room for, most of which no screen has."""
MESSAGE = f"@IIIII8s{2 * MANY}d"
Point = tuple[float, float]


class Fingers:
    """Contacts of a screen's window, in its pixels; each has a number until it ends."""

    def __init__(self, path: Path, window: Box = SCREEN) -> None:
        self.window = window
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(path))
        self._socket.sendall(struct.pack("=IIHH", 12, VERSION, 1, 1))
        self._socket.recv(12)
        self._free = count(1)

    def down(self, at: Point) -> int:
        """Lay a finger; gives its number."""
        finger = next(self._free)
        self._tell(finger, BEGIN, at)
        return finger

    def move(self, finger: int, to: Point) -> None:
        self._tell(finger, UPDATE, to)

    def up(self, finger: int, at: Point) -> None:
        self._tell(finger, END, at)

    def tap(self, at: Point, seconds: float = 0.1) -> None:
        finger = self.down(at)
        time.sleep(seconds)
        self.up(finger, at)

    def glide(self, ways: dict[int, tuple[Point, Point]], steps: int = 12, every: float = 0.01) -> None:
        """Move fingers together, each from a point to another."""
        for i in range(1, steps + 1):
            for finger, ((x, y), (to_x, to_y)) in ways.items():
                self.move(finger, (x + (to_x - x) * i / steps, y + (to_y - y) * i / steps))
            self._taken()
            time.sleep(every)

    def close(self) -> None:
        self._socket.close()

    def _tell(self, finger: int, kind: int, at: Point) -> None:
        across = (at[0] + self.window.x) / SCREEN.w, (at[1] + self.window.y) / SCREEN.h
        axes = [share * (AXIS + 1) for share in across] + [0.0] * (2 * MANY - 2)
        body = struct.pack(MESSAGE, 0, TOUCH, finger, kind, 0, b"\3", *axes)
        self._socket.sendall(struct.pack("=I", len(body)) + body[4:])

    def _taken(self) -> None:
        """Wait until the server has read what was told."""
        self._socket.sendall(struct.pack("=II", 8, SYNC))
        self._socket.recv(8)


@contextmanager
def touched(folder: Path, *arguments: str) -> Iterator[tuple[Pilot, Fingers]]:
    """Open the table in a window that fills a touch screen."""
    path = folder / "touch"
    screen = Outputs(folder, CONF.format(path=path))
    try:
        fingers = Fingers(path)
        with Pilot(screen, folder, *arguments) as pilot:
            pilot.keys("F11")
            pilot.sized(SCREEN.w, SCREEN.h)
            yield pilot, fingers
        fingers.close()
    finally:
        screen.close()
