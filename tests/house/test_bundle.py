"""What the bundle is made from is there, and every package it would carry names its licence; it is not built here."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.type.fonts import face_file
from tests.house.sources import ROOT

SPEC = ast.parse((ROOT / ".ci" / "clap.spec").read_text(encoding="utf-8"))
IMPORTED = re.compile(r"^\s*(?:from|import) ([\w.]+)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def said(name: str) -> object:
    """Give a table of the spec."""
    values = (node.value for node in SPEC.body if isinstance(node, ast.Assign) and node.targets[0].id == name)
    return ast.literal_eval(next(values))


@pytest.fixture(scope="module")
def licences():
    sys.path.insert(0, str(ROOT / ".ci"))
    yield import_module("licences")
    sys.path.remove(str(ROOT / ".ci"))


def test_the_bundle_carries_what_the_wheel_does() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert {name: f"game/_data/{name}" for name in said("OURS")} == wheel


def test_it_carries_every_face_the_table_is_set_in() -> None:
    carried = {
        file
        for package, patterns in said("FONTS").items()
        for folder in find_spec(package).submodule_search_locations
        for pattern in patterns
        for file in Path(folder).glob(pattern)
    }
    needed = {face_file(bold=bold, other=other, italic=italic)
              for bold in (False, True) for other in (False, True) for italic in (False, True)}  # fmt: skip
    assert needed <= carried
    assert all(find_spec(package) for package in said("LIBRARIES"))


def test_nothing_is_left_out_that_the_table_needs() -> None:
    left = {name.partition(".")[0] for kind in ("DEVELOPERS", "UNUSED") for name in said(kind) if "." not in name}
    texts = (file.read_text(encoding="utf-8") for file in (ROOT / "game").rglob("*.py"))
    used = {name for text in texts for name in IMPORTED.findall(text)}
    assert {"pygame", "shapely", "typst"} <= used
    assert {name.partition(".")[0] for name in used} & left == set()
    assert used & {*said("UNHEARD"), *said("DEVELOPERS")} == set()
    extras = PROJECT["project"]["optional-dependencies"]
    bare = {re.match(r"\w+", line)[0] for extra in ("national", "maps") for line in extras[extra]}
    assert bare <= set(said("EXTRAS"))


def test_every_package_it_carries_names_its_licence(licences, tmp_path: Path) -> None:
    carried = licences.packages()
    names = {one.name.lower() for one in carried}
    assert {re.match(r"[\w.-]+", line)[0] for line in PROJECT["project"]["dependencies"]} <= names
    assert [one.name for one in carried if not one.licence] == []
    assert [one.name for one in carried if not one.texts] == ["fontpkg"]  # MIT, said in its description alone
    licences.gather(tmp_path, (*carried, licences.python()))
    told = (tmp_path / "LICENCES.txt").read_text(encoding="utf-8")
    assert all(f"{one.name} {one.version}: {one.licence}" in told for one in carried)
    for one in carried:
        written = {text.read_bytes() for text in (tmp_path / one.name).glob("*")}
        assert written == {text.read_bytes() for text in one.texts}


def test_each_extra_is_pinned() -> None:
    pins = {line.partition("==")[0] for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    for extra in ("bundle", "site"):
        for line in PROJECT["project"]["optional-dependencies"][extra]:
            assert re.match(r"[\w.-]+", line)[0] in pins


@pytest.mark.parametrize("file", [".github/workflows/ci.yml", ".gitlab-ci.yml", ".woodpecker.yml"])
def test_a_forge_runs_scripts_that_are_there_and_names_no_host(file: str) -> None:
    import yaml

    text = (ROOT / file).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    scripts = set(re.findall(r"\.ci/[\w.]+", text))
    assert {".ci/run", ".ci/site", ".ci/bundle.py"} <= scripts
    assert all((ROOT / script).is_file() for script in scripts)
    assert re.findall(r"https?:|\b[\w-]+\.(?:com|org|io|net|dev)\b", text) == []
    assert all(version in text for version in ("3.11", "3.12", "3.13", "3.14"))
