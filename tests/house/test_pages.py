"""The pages on the house name files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`([\w./{},-]+\.(?:py|yaml|md|toml))`")
FILES = [
    file.relative_to(ROOT).as_posix()
    for folder in ("game", "tests", "scenarios", "docs", "benchmarks")
    for file in (ROOT / folder).rglob("*")
    if file.suffix in (".py", ".yaml", ".md")
] + ["pyproject.toml"]


@pytest.mark.parametrize("page", ["house.md", "view.md"])
def test_every_file_a_page_names_is_there(page: str) -> None:
    named = set(NAMED.findall((ROOT / "docs" / page).read_text(encoding="utf-8")))
    assert named
    missing = {name for name in named if not any(f"/{file}".endswith(f"/{name}") for file in FILES)}
    assert not missing - {"export/to_x.py"}
