"""The rules of the house that no other tool checks."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

from tests.house.sources import ROOT, imported, modules, room

CLOCK_ROOMS = {"desk", "table", "wiring", "cli", "__main__"}
"""Where a clock, dice and waiting are at home; elsewhere time and chance come as arguments."""

MAY_WAIT = {"game/journal/connection.py": "waits a moment for a lock another program holds"}

READ_BY_MACHINES = {
    "game/core/months.py": "names of months, to read what people type",
    "game/measure/considerations.py": "official values of open contract data, to read them",
    "game/measure/contracts.py": "a procedure of open contract data, to know it again",
    "game/measure/shapes.py": "a kind of contract, to know it again",
    "game/measure/sirets.py": "signs around a number, to take them off",
    "game/measure/vocabulary.py": "official values of open contract data, to read them",
    "game/content/kinds.py": "quotation marks, to recognise them",
    **{
        f"game/content/broken/{name}.py": "quotation marks, to recognise them"
        for name in ("blame", "joined", "line", "recovery", "scan")
    },
    "game/authoring/fix.py": "quotation marks, to recognise them",
    "game/tables/encoding.py": "signs and what may stand around them, to tell a file's code",
    "game/tables/table.py": "errors of a calculation and lost letters, to recognise them",
    "game/words/spacing.py": "the signs it puts spaces around",
    "game/view/tree/node.py": "the marks of the outline that tests compare",
    "game/view/home/home.py": "a language's name in that language, the same in every catalogue",
}
"""Modules whose accented strings are read, not said: each with its reason."""

CORE_MAY_KNOW = {
    "__future__", "collections", "collections.abc", "dataclasses", "enum", "functools", "itertools", "math", "operator",
    "datetime", "re", "string", "types", "typing", "unicodedata",
}  # fmt: skip
"""`datetime` to count days, never to ask which it is: `test_clock_and_dice_only_where_they_are_at_home`."""

READ_BY_NAME = {"game/content/kept.py": "gives again the class whose values it had kept"}
"""Modules that import what a string names, which no other tool follows: each with its reason."""

LIBRARY_ROOMS = {
    "pygame": {"table"},
    "accesskit": {"table"},
    "sqlite3": {"journal"},
    "yaml": {"content"},
    "shapely": {"content"},
    "numpy": {"content"},
    "pyogrio": {"content"},
    "pyproj": {"content"},
    "pypdfium2": {"content"},
    "xlsxwriter": {"export", "authoring"},
    "docx": {"export", "printing"},
    "typst": {"export", "printing", "authoring"},
    "icalendar": {"export"},
    "click": {"cli", "__main__"},
    "platformdirs": {"places"},
}


def test_no_file_is_over_300_lines():
    folders = ("game", "tests", "benchmarks")
    files = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    long = {
        str(file.relative_to(ROOT)): lines for file in files if (lines := len(file.read_bytes().splitlines())) > 300
    }
    assert long == {}


def test_each_library_stays_in_its_room():
    astray = [
        f"{path}:{line} {name}"
        for path, tree in modules()
        for line, name in imported(tree)
        if room(path) not in LIBRARY_ROOMS.get(name.split(".")[0], {room(path)})
    ]
    assert astray == []


def test_no_file_of_ours_is_named_in_a_string():
    named = [
        f"{path}:{line}"
        for path, tree in modules()
        for line, name in imported(tree)
        if name == "importlib" and str(path) not in READ_BY_NAME
    ]
    assert named == []


def test_the_rules_are_pure():
    odd = [
        f"{path}:{line} {name}"
        for path, tree in modules()
        if room(path) == "core"
        for line, name in imported(tree)
        if name not in CORE_MAY_KNOW and not name.startswith("game.core")
    ]
    assert odd == []


def test_clock_and_dice_only_where_they_are_at_home():
    banned = {"random", "secrets", "time", "uuid"}
    odd = [
        f"{path}:{line} {name}"
        for path, tree in modules()
        if room(path) not in CLOCK_ROOMS
        for line, name in imported(tree)
        if name in banned and path.as_posix() not in MAY_WAIT
    ]
    asked = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        if room(path) not in CLOCK_ROOMS
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"} and _dates(node.value)
    ]
    assert odd + asked == []


def _dates(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in {"date", "datetime"}


def test_no_text_for_people_in_the_code():
    """A heuristic: an accent or a French quotation mark in a string is a sentence that left the catalogue."""
    odd = [
        f"{path}:{node.lineno} {node.value[:40]!r}"
        for path, tree in modules()
        if str(path.as_posix()) not in READ_BY_MACHINES
        for node in _said(tree)
        if re.search("[À-ÖØ-öø-ÿœŒ«»]", node.value)
    ]
    assert odd == []


def _said(tree: ast.Module):
    """Give the string literals that are no docstring and no note under a value."""
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node


def test_no_import_for_types_only():
    hiding = [str(path) for path, tree in modules() for _, name in imported(tree) if name == "typing.TYPE_CHECKING"]
    used = [str(path) for path, tree in modules() for node in ast.walk(tree) if _is_type_checking(node)]
    assert hiding + used == []


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "TYPE_CHECKING"


def test_the_screens_need_no_pygame():
    code = (
        "import sys, pkgutil, importlib\n"
        "for name in ('pygame', 'shapely', 'numpy', 'PIL', 'yaml', 'sqlite3'): sys.modules[name] = None\n"
        "import game.view\n"
        "for each in pkgutil.walk_packages(game.view.__path__, 'game.view.'): importlib.import_module(each.name)\n"
        "assert 'game.view.scene' in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_pins_name_no_host():
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert all(re.fullmatch(r"[a-z0-9-]+==[^ ]+( ; .+)?", line) for line in pins.splitlines())
    assert "/" not in pins


def test_every_library_we_ask_for_is_pinned():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    names = {re.split(r"[<>=\[; ]", one)[0].lower() for one in asked}
    assert names - pinned == set()
