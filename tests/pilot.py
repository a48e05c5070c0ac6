"""Drives the real table in a real window: a screen of its own, a mouse, a keyboard, and eyes on what is shown.

It knows where things are from the tree of the last frame (tests/watched.py), and waits on what it shows, never on time.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from game.core.session import Session
from game.view.answer.intents import CloseTop
from game.view.tree.box import Box
from game.view.tree.node import Node, outline, top_layer, under
from tests.screen import ROOT, Screen, settled, window_of
from tests.watched import Shown

PATIENCE = 60.0
"""Seconds a thing may take to come to the screen, on a machine that does much else."""


class Pilot:
    """One real `clap` in its window. Use as a context: whatever happens, its process is ended."""

    def __init__(self, on: Screen, home: Path, *arguments: str) -> None:
        self._screen, self._home, self._arguments = on, home, arguments
        self._file = home / "shown"
        self._stamp: tuple[int, int] = (0, 0)
        self._shown: Shown | None = None
        self.process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Pilot:
        self.open()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def open(self) -> None:
        """Start the table, and wait for its window."""
        self._file.unlink(missing_ok=True)
        self._stamp, self._shown = (0, 0), None
        settled(self._home)
        env = self._screen.env | {"CLAP_HOME": str(self._home), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", "from tests import watched; watched.run()", str(self._file), *self._arguments]
        self.process = subprocess.Popen(command, env=env, cwd=self._home, text=True)
        self.until(lambda _: True, "a first frame")
        self._window = window_of(self._screen, self.process.pid)
        self._xdotool("windowfocus", "--sync", self._window)

    def kill(self) -> None:
        """End the process as a power cut would."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def left(self, seconds: float = PATIENCE) -> int:
        """Wait for the process to end by itself; give its exit code."""
        assert self.process is not None
        code = self.process.wait(seconds)
        self.process = None
        return code

    # Eyes.

    @property
    def shown(self) -> Shown:
        """Give the last frame's content."""
        try:
            stat = self._file.stat()
            stamp = (stat.st_ino, stat.st_mtime_ns)
            if stamp != self._stamp:
                self._shown = pickle.loads(self._file.read_bytes())
                self._stamp = stamp
        except FileNotFoundError:
            pass
        if self._shown is None:
            raise LookupError
        return self._shown

    def until(self, seen: Callable[[Shown], object], what: str, seconds: float = PATIENCE) -> Shown:
        """Wait until a frame shows something; fails with the whole outline if none does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                shown = self.shown
            except LookupError:
                shown = None
            if shown is not None and seen(shown):
                return shown
            if self.process is not None and self.process.poll() is not None:
                raise AssertionError(f"the table has ended with {self.process.poll()}; waited for {what}")
            time.sleep(0.004)
        raise AssertionError(f"waited for {what}\n{self.said()}")

    def said(self) -> str:
        """Give what stands on the screen, to read in a failure."""
        if self._shown is None:
            return "nothing was shown"
        shown = self._shown
        state = f"focus {shown.focus!r} editing {shown.editing!r} held {shown.held} toast {shown.toast!r}"
        return f"{state} seen {shown.seen}\n{outline(shown.tree)}"

    def node(self, key: str) -> Node:
        """Wait for a node that hands can reach, and give it."""
        self.until(lambda shown: top_layer(shown.tree).find(key), f"the node {key}")
        found = top_layer(self.shown.tree).find(key)
        assert found is not None
        return found

    def told(self, key: str) -> str:
        """Wait for a sentence of the hands ("toast", "why:mouse"), and give it."""
        shown = self.until(lambda shown: _hands(shown, key), f"{key} said")
        return _hands(shown, key)[0].name

    def has(self, key: str) -> bool:
        """Tell whether a node stands on the screen now."""
        return top_layer(self.shown.tree).find(key) is not None

    def session(self) -> Session:
        """Give the session as it lies on disk, read by another program."""
        from game.desk.opening import open_session

        desk = open_session(Path(self.shown.path), read_only=True)
        try:
            return desk.session
        finally:
            desk.close()

    def rows(self) -> int:
        """Count the rows on disk."""
        import sqlite3

        with sqlite3.connect(f"file:{self.shown.path}?mode=ro", uri=True) as base:
            return int(base.execute("select count(*) from rows").fetchone()[0])

    def point(self, key: str, *, drop: bool = False) -> tuple[int, int]:
        """Give a point of the screen where a hand reaches a node, and nothing above it."""
        self.node(key)
        point = _reached(self.shown.tree, key, drop=drop)
        if point is None:
            raise AssertionError(f"no hand reaches {key}\n{self.said()}")
        return point

    def reached(self, key: str) -> bool:
        """Tell whether a hand reaches a node now."""
        return self.has(key) and _reached(self.shown.tree, key, drop=False) is not None

    def drops(self, key: str) -> bool:
        """Tell whether a thing can be dropped on a node now."""
        return self.has(key) and _reached(self.shown.tree, key, drop=True) is not None

    # Hands. Each waits until the table has answered.

    def press(self, key: str) -> None:
        """Press a node with the mouse."""
        self.click(self.point(key))

    def close(self) -> None:
        """Press the cross of the topmost dialog."""
        cross = next(node for node in top_layer(self.shown.tree).walk() if node.acts and node.does == CloseTop())
        self.press(cross.key)

    def drag(self, key: str, to: str) -> None:
        """Drag a node onto another with the mouse."""
        self.lift(key)
        self.over(to)
        self.let_go()

    def lift(self, key: str) -> None:
        """Take a node with the mouse, and pull it off its place."""
        x, y = self.point(key)
        self._xdotool("mousemove", *self._at((x, y)), "mousedown", "1")
        self._xdotool("mousemove", *self._at((x + 12, y - 14)), "mousemove", *self._at((x + 30, y - 30)))
        self.until(lambda shown: key in shown.held, f"{key} held")

    def over(self, key: str) -> None:
        """Carry what is held over a node, whether it takes things or not."""
        node = self.node(key)
        point = self.point(key, drop=True) if node.accepts is not None else node.box.centre
        self._xdotool("mousemove", *self._at(point))
        self.until(lambda shown: shown.hand == point, f"the hand over {key}")

    def let_go(self) -> None:
        """Let go of what the mouse holds."""
        self._hand("mouseup", "1", ups=1)

    def drop_and_kill(self, after: float) -> None:
        """Let go, and end the process so many seconds later, whatever it is doing."""
        self._xdotool("mouseup", "1")
        time.sleep(after)
        self.kill()

    def click(self, point: tuple[int, int]) -> None:
        """Press a point of the window."""
        self._hand("mousemove", *self._at(point), "click", "1", ups=1)

    def sweep(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag from a point of the window to another."""
        there = self._at(start), self._at(end)
        self._hand("mousemove", *there[0], "mousedown", "1", "mousemove", *there[1], "mouseup", "1", ups=1)

    def keys(self, *names: str) -> None:
        """Press keys, by their X names (Tab, Return, ctrl+z)."""
        pressed = sum(name.count("+") + 1 for name in names)  # a Ctrl or a Shift comes as a key too
        self._hand("key", "--delay", "5", *names, keys=pressed)

    def poke(self, name: str) -> None:
        """Press a key that is for who plays the demo: the table does not count it."""
        self._xdotool("key", name)

    def type(self, text: str) -> None:
        """Type a text into the field being edited."""
        assert self.shown.editing, self.said()
        key = self.shown.editing
        self._xdotool("type", "--delay", "12", text)
        self.until(lambda shown: text_of(shown, key).endswith(text[-12:]), f"{text} typed in {key}")

    def wheel(self, key: str, notches: int) -> None:
        """Turn the wheel over a node; positive scrolls down."""
        before = self.shown.tree
        button = "5" if notches > 0 else "4"
        x, y = self.node(key).box.centre
        self._xdotool("mousemove", *self._at((x, y)), "click", "--repeat", str(abs(notches)), "--delay", "8", button)
        self.until(lambda shown: shown.tree is not before, f"{key} scrolled")

    def _hand(self, *command: str, **more: int) -> None:
        wanted = {name: self.shown.seen[name] + n for name, n in more.items()}
        self._xdotool(*command)
        self.until(lambda shown: all(shown.seen[name] >= n for name, n in wanted.items()), " ".join(command))

    def _at(self, point: tuple[int, int]) -> tuple[str, ...]:
        return "--window", self._window, str(point[0]), str(point[1])

    def _xdotool(self, *command: str) -> str:
        done = subprocess.run(["xdotool", *command], env=self._screen.env, check=True, capture_output=True, text=True)
        return done.stdout

    def resize(self, wide: int, high: int) -> None:
        """Give the window another size."""
        self._xdotool("windowsize", "--sync", self._window, str(wide), str(high))
        self.sized(wide, high)

    def sized(self, wide: int, high: int) -> None:
        """Wait until the table fills a size."""
        self.until(lambda shown: (shown.tree.box.w, shown.tree.box.h) == (wide, high), f"{wide}×{high}")

    def picture(self, file: Path) -> None:
        """Keep what is on the screen, to look at."""
        from PIL import ImageGrab

        ImageGrab.grab(xdisplay=self._screen.name).save(file)


def _hands(shown: Shown, key: str) -> list[Node]:
    return [node for node in shown.tree.walk() if node.key == key]


def _reached(tree: Node, key: str, *, drop: bool) -> tuple[int, int] | None:
    node = top_layer(tree).find(key)
    assert node is not None
    for x, y in _points(node.box):
        path = under(tree, x, y)
        best = next((one for one in reversed(path) if (one.accepts is not None if drop else one.acts)), None)
        if best is not None and best.key == key:
            return x, y
    return None


def _points(box: Box) -> Iterator[tuple[int, int]]:
    """Give points of a box, its middle first."""
    yield box.centre
    for step in (8, 24):
        for j in range(1, step):
            for i in range(1, step):
                yield box.x + box.w * i // step, box.y + box.h * j // step


def text_of(shown: Shown, key: str) -> str:
    """Give the text a field shows."""
    node = shown.tree.find(key)
    return (node.value or node.name) if node is not None else ""
