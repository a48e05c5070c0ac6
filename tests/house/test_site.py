"""The pages of docs/ as a site: each is in its table of contents, no link of theirs is dead; it is not built here."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"\]\(([^)\s]+)\)")
INSTALLING = ("installer.md", "install.md")


def named(entry: object) -> set[str]:
    """Give the pages an entry of the table of contents names, at any depth."""
    if isinstance(entry, str):
        return {entry}
    within = entry.values() if isinstance(entry, dict) else entry
    return set().union(*map(named, within))


def test_the_table_of_contents_names_every_page_and_no_other() -> None:
    site = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]
    assert named(site["nav"]) == {file.name for file in DOCS.glob("*.md")}
    assert site["theme"]["font"] is False  # else each page asks a stranger for its letters


def anchors(page: Path) -> set[str]:
    """Give what a link may name in a page: its headings, as the site writes them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", head).strip().lower()) for head in heads}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.stem)
def test_no_link_is_dead(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in LINK.findall(re.sub(r"`[^`\n]*`", "", text)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.is_file(), link
        assert page.parent == ROOT or target.is_relative_to(DOCS), f"{link} is not of the site"
        assert not anchor or anchor in anchors(target), link


def commands(page: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]


def test_both_pages_on_installing_show_the_same_commands_of_this_version() -> None:
    shown = [commands(page) for page in INSTALLING]
    assert shown[0] == shown[1]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    found = {one for line in shown[0] for one in re.findall(r"clap[-_](?:table-)?(\d[\d.]*\d)-", line)}
    assert found == {version}
