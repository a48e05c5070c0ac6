"""The site built from docs/: without a warning, no page asks a stranger for anything, no link leads nowhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if find_spec("zensical") is None:
        pytest.skip("zensical is not here: pip install -c constraints.txt -e '.[site]'")
    room = tmp_path_factory.mktemp("room")
    shutil.copytree(ROOT / "docs", room / "docs")
    shutil.copy(ROOT / "zensical.toml", room)
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=room, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    return room / "dist" / "site"


def test_every_page_is_there(site: Path) -> None:
    made = {file.relative_to(site).with_suffix(".md") for file in site.rglob("*.html")}
    assert {file.relative_to(ROOT / "docs") for file in (ROOT / "docs").rglob("*.md")} <= made


def test_nothing_is_asked_of_a_stranger_and_no_link_leads_nowhere(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|iframe)[^>]*\ssrc="([^"]*)|<link[^>]*\shref="([^"]*)', text)
        assert [one for pair in loaded for one in pair if one.startswith(("http", "//"))] == []
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            name = link.partition("#")[0]
            if name and not re.match(r"[a-z]+:", name):
                assert (page.parent / name).exists(), (page.name, link)
