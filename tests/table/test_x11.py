"""A real window under Xvfb, driven by the mouse and the keyboard; and read and pressed by an AT-SPI client."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "xdotool", "setxkbmap")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SPEAK = """
{launcher} --launch-immediately &
sleep 1
gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
  --method org.freedesktop.DBus.Properties.Set org.a11y.Status IsEnabled '<true>' >&2
{python} -m tests.table.demo 6 960 540 &
TABLE=$!
timeout 40 /usr/bin/python3 tests/table/listener.py window.title {names}
STATUS=$?
kill $TABLE
exit $STATUS
"""

pytestmark = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS), reason="needs Xvfb, xdotool and setxkbmap"
)


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    read, write = os.pipe()
    command = ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", "1000x600x24"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    env = {key: value for key, value in os.environ.items() if not key.startswith("SDL_")}
    env |= {"DISPLAY": f":{number}", "CLAP_NO_ACCESS": "1", "LC_ALL": "C.UTF-8"}
    # A French keyboard has these letters: on another one xdotool swaps keys while the window reads, and loses some.
    subprocess.run(["setxkbmap", "fr", "oss"], env=env, check=True, stderr=subprocess.DEVNULL)
    yield env
    server.terminate()
    server.wait()


def told(process: subprocess.Popen[str], part: str) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if part in line:
            return line
    raise AssertionError(part)


@pytest.fixture
def table(screen: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.table.demo", "6", "960", "540"]
    process = subprocess.Popen(command, env=screen, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    told(process, "open")
    time.sleep(0.3)
    yield process
    process.terminate()
    process.wait()


def hand(screen: dict[str, str], *steps: str) -> None:
    for step in steps:
        subprocess.run(["xdotool", *step.split(" ")], env=screen, check=True)
        time.sleep(0.05)


def test_a_mouse_drags_a_card(screen: dict[str, str], table: subprocess.Popen[str]) -> None:
    steps = (
        "mousemove 57 465",
        "mousedown 1",
        "mousemove 80 440",
        "mousemove 300 300",
        "mousemove 700 90",
        "mouseup 1",
    )
    hand(screen, *steps)
    assert "placed=(('i0', 'travaux'),)" in told(table, "placed=((")


def test_keys_carry_a_card(screen: dict[str, str], table: subprocess.Popen[str]) -> None:
    hand(screen, "mousemove 300 300", "click 1", "key shift+Tab", "key Return", "key Down", "key Return")
    assert "'urbain'" in told(table, "placed=((")


def test_accents_are_typed(screen: dict[str, str], table: subprocess.Popen[str]) -> None:
    hand(screen, "mousemove 700 418", "click 1", "type --delay 40 étéœuvreç", "key Tab")
    assert "name='étéœuvreç'" in told(table, "name='é")


@pytest.mark.skipif(not LAUNCHER.exists() or shutil.which("dbus-run-session") is None, reason="needs at-spi2-core")
def test_a_screen_reader_hears_and_presses(screen: dict[str, str]) -> None:
    if subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], check=False, capture_output=True).returncode:
        pytest.skip("needs python3-pyatspi")
    names = "'card.issue Sobriété énergétique Environnement' urbain"
    script = SPEAK.format(launcher=LAUNCHER, python=sys.executable, names=names)
    env = {key: value for key, value in screen.items() if key != "CLAP_NO_ACCESS"}
    command = ["dbus-run-session", "--", "bash", "-c", script]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr
    assert "page tab | Leviers | selected focusable" in done.stdout.replace("focusable selected", "selected focusable")
    assert "list item | urbain" in done.stdout
    assert "placed=(('i0', 'urbain'),)" in done.stdout
