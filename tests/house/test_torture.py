"""What the suite leaves to `make torture` is run by it."""

from __future__ import annotations

import re

from tests.house.sources import ROOT

WIDER = 'environ.get("CLAP' + '_TORTURE")'


def test_whatever_is_wider_under_torture_is_run_by_it() -> None:
    named = re.search(r"^TORTURE \?= (.*?[^\\])$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M | re.S)
    assert named is not None
    run = [ROOT / one for one in named[1].replace("\\", " ").split()]
    assert not [one for one in run if not one.exists()]
    wider = [file for file in (ROOT / "tests").rglob("test_*.py") if WIDER in file.read_text("utf-8")]
    assert wider
    assert not [file for file in wider if not any(file.is_relative_to(one) for one in run)]
