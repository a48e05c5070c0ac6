"""A large map is read by a program apart, once: then it is there, for whatever scenario asks, until it changes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from game.content import largemap
from game.content.problems import errors
from game.content.townmap import read_town
from game.places.folders import cache
from tests.map.test_names import feature, square
from tests.map.writing import BOUNDARY, collection, place

SCHOOL = place("a", 2.01, 46.01, name="École")
SOUND = collection(BOUNDARY, SCHOOL, feature("building", "Polygon", square(2.02, 46.02, 0.001)))
ODD = collection(BOUNDARY, place("a", 2.01, 46.01), feature("road", "LineString", [[2.0, 46.0]], name="Rue"))
FAULTY = collection(BOUNDARY, place("b", 2.01, 46.01))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    monkeypatch.setattr(largemap, "LARGE", 1)


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Give the list of the programs that were started."""
    started: list[Any] = []
    real = subprocess.Popen

    def begin(*arguments: Any, **more: Any) -> Any:
        started.append(arguments)
        return real(*arguments, **more)

    monkeypatch.setattr(subprocess, "Popen", begin)
    return started


@pytest.mark.parametrize("data", [SOUND, ODD, FAULTY], ids=["sound", "odd", "faulty"])
def test_it_gives_what_reading_gives_and_is_read_once(data: bytes, programs: list[Any]) -> None:
    for _ in range(2):
        assert largemap.read(data, "town.geojson", ("a",)) == read_town(data, "town.geojson", ("a",))
    assert len(programs) == 1
    other = largemap.read(data, "elsewhere.geojson", ("a",))
    assert {one.file for one in other[1]} <= {"elsewhere.geojson"}
    assert len(programs) == 1


def test_another_map_or_other_places_are_read(programs: list[Any]) -> None:
    largemap.read(SOUND, "x", ("a",))
    assert errors(largemap.read(SOUND, "x", ("z",))[1])
    assert largemap.read(SOUND, "x", ("a", "z"), decor=("z",))[0] is not None
    assert largemap.read(json.dumps(json.loads(SOUND)).encode() + b" ", "x", ("a",))[0] is not None
    assert len(programs) == 4


@pytest.mark.parametrize("spoilt", [b"junk\njunk", None])
def test_a_kept_map_that_is_spoilt_is_read_again(spoilt: bytes | None, programs: list[Any]) -> None:
    first = largemap.read(SOUND, "x", ("a",))
    (file,) = (cache() / "maps").iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"\xff" if spoilt is None else spoilt)
    assert largemap.read(SOUND, "x", ("a",)) == first
    assert len(programs) == 2
    assert largemap.read(SOUND, "x", ("a",)) == first
    assert len(programs) == 2


def test_where_no_program_can_be_started_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def begin(*_: Any, **__: Any) -> Any:
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", begin)
    assert largemap.read(SOUND, "x", ("a",)) == read_town(SOUND, "x", ("a",))


def test_who_watches_is_told_how_far_it_is() -> None:
    steps: list[int] = []
    with largemap.watched(steps.append):
        largemap.read(collection(BOUNDARY, *[SCHOOL] * 50), "x", None)
        done = sum(steps)
        largemap.read(collection(BOUNDARY, *[SCHOOL] * 50), "x", None)
    assert 80 <= done <= 100
    assert sum(steps) == done


def test_a_small_map_is_read_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, programs: list[Any]) -> None:
    monkeypatch.setattr(largemap, "LARGE", 10_000_000)
    assert largemap.read(SOUND, "x", ("a",))[0] is not None
    assert not programs


def test_a_session_s_map_is_the_scenario_s_where_that_was_sound(programs: list[Any]) -> None:
    first = largemap.read(SOUND, "x", ("a",))
    assert largemap.read(SOUND, "x", ("a",), held=True) == first
    assert len(programs) == 1
    flat = collection(BOUNDARY, place("a", 2.01, 46.01, 0.0))
    assert largemap.read(flat, "x", ("a",))[0] is None
    assert largemap.read(flat, "x", ("a",), held=True)[0] is not None
    assert len(programs) == 3
