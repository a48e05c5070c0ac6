"""The real clipboard of other programs, pasted in the real window."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.pilot import Pilot, text_of
from tests.screen import Screen
from tests.x11.sessions import ISSUES, made

pytestmark = pytest.mark.x11


def offers(on: Screen, data: bytes, target: str = "STRING") -> subprocess.Popen[bytes]:
    """Have a program own the clipboard, until it is ended."""
    command = ["xclip", "-quiet", "-selection", "clipboard", "-target", target]
    owner = subprocess.Popen(
        command, env=on.env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    assert owner.stdin is not None
    owner.stdin.write(data)
    owner.stdin.close()
    ready = ["xclip", "-selection", "clipboard", "-out", "-target", "TARGETS"]
    while target not in subprocess.run(ready, env=on.env, capture_output=True, text=True, check=False).stdout.split():
        assert owner.poll() is None
    return owner


def test_whatever_another_program_offers_the_table_goes_on(display: Screen, tmp_path: Path) -> None:
    if shutil.which("xclip") is None:
        pytest.skip("needs xclip")
    with Pilot(display, tmp_path, "play", str(made(tmp_path, *ISSUES))) as p:
        p.press("menu")
        p.press("menu:note")
        key = next(node.key for node in p.shown.tree.walk() if node.role == "area")
        p.press(key)
        for data, target, said in (
            (b"caf\xe9", "UTF8_STRING", "accents"),
            (b"\x89PNG\r\n", "image/png", "presse-papiers"),
            (b"mot " * 50_000, "UTF8_STRING", "600"),
        ):
            owner = offers(display, data, target)
            p.keys("ctrl+v")
            p.until(lambda shown, said=said: shown.toast and said in shown.toast, said)  # type: ignore[misc]
            owner.terminate()
            owner.wait()
        p.keys("ctrl+a")
        owner = offers(display, b"Famille\tMontant\nTravaux\t1 200\t2027", "UTF8_STRING")
        p.keys("ctrl+v")
        p.until(lambda shown: text_of(shown, key) == "Famille ; Montant\nTravaux ; 1 200 ; 2027", "cells apart")
        os.kill(owner.pid, signal.SIGSTOP)
        try:
            p.keys("ctrl+v")
            p.until(lambda shown: shown.toast and "presse-papiers" in shown.toast, "an owner that does not answer")
        finally:
            os.kill(owner.pid, signal.SIGCONT)
            owner.terminate()
            owner.wait()
